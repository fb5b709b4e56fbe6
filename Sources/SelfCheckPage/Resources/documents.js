// Documents that support an answer: tick among those of the form's list, or add one there and then.

function renderDocuments(field, slot) {
  const ids = { help: nextID("hjalp"), remarks: nextID("anm") };
  const box = questionElement("fieldset", field, slot, {
    class: "field documents",
    "aria-describedby": [field.help && ids.help, ids.remarks].filter(Boolean).join(" "),
  });
  const ticks = element("div", { class: "choices" });
  const none = element("p", { class: "help" },
    say("Inget dokument är tillagt än.", "No document has been added yet."));
  const chosen = () => (Array.isArray(slot.get()) ? slot.get() : []);
  const choose = (id, isTicked) => {
    const after = isTicked ? [...chosen(), id] : chosen().filter((one) => one !== id);
    slot.set(after.length > 0 ? after : undefined);
  };
  let drawn = "";
  const draw = () => {
    const known = documents().map((item, index) => [item.id, itemTitle(documentsList, item, index + 1)]);
    const strays = chosen().filter((id) => !known.some(([own]) => own === id))
      .map((id) => [id, say(`${id} (finns inte)`, `${id} (does not exist)`)]);
    const all = [...known, ...strays];
    const key = JSON.stringify([all, chosen()]);
    if (key === drawn) return;
    drawn = key;
    ticks.replaceChildren(...all.map(([id, words]) => {
      const input = element("input", { type: "checkbox" });
      input.checked = chosen().includes(id);
      input.addEventListener("change", () => {
        choose(id, input.checked);
        drawn = JSON.stringify([all, chosen()]);
        answered(box);
      });
      return element("label", { class: "tick" }, input, " ", words);
    }));
    none.hidden = all.length > 0;
  };
  const add = button(say("Lägg till ett dokument", "Add a document"), async () => {
    const id = await askForDocument();
    if (!id) return;
    choose(id, true);
    redrawDocuments();
    answered(box);
  }, { class: "add" });
  add.append(hiddenWords(": " + inLanguage(field.label)));
  box.append(element("legend", languageOf(field.label), inLanguage(field.label)));
  if (field.help) box.append(helpElement(field, ids.help));
  box.append(none, ticks, add, remarksElement(ids.remarks));
  refreshWith(box, draw);
  draw();
  return box;
}

const documents = () => (Array.isArray(state.values[form.documents]) ? state.values[form.documents] : []);

/** The list of documents shows what was added elsewhere. */
function redrawDocuments() {
  const list = find("formular").querySelector(`[data-field="${CSS.escape(form.documents)}"]`);
  if (list) questions.get(list).draw();
}

/** Asks what a new document is, and adds it. Gives its id; null when it was left. */
async function askForDocument() {
  const item = {};
  const content = element("div", {}, documentsList.fields.filter((field) => field.name !== documentsList.key)
    .map((field) => renderField(field, itemSlot(item, field.name), 3)));
  const pressed = await askInWindow(say("Lägg till ett dokument", "Add a document"), content, [
    [say("Lägg till", "Add"), "add", "main"], [say("Avbryt", "Cancel"), ""],
  ]);
  if (pressed !== "add") return null;
  const now = [...documents(), item];
  giveID(documentsList, now, item);
  topSlot(form.documents).set(now);
  return item[documentsList.key];
}
