// One question at a time: label, help, the control, "vet inte än", "ej tillämpligt", and room for what is said of it.

const fewChoices = 6;
const longText = 250;

/** What each question's element stands for. */
const questions = new WeakMap();

/** Functions that bring something up to date after any answer, each with the element that it belongs to. */
let refreshers = [];

function refreshWith(owner, refresh) {
  refreshers.push({ owner, refresh, wasShown: false });
}

/** What has left the page is forgotten; what has not come into it yet waits. */
function refreshAll() {
  refreshers = refreshers.filter((one) => one.owner.isConnected || !one.wasShown);
  for (const one of refreshers) {
    if (!one.owner.isConnected) continue;
    one.wasShown = true;
    one.refresh();
  }
}

function renderField(field, slot, level) {
  if (field.type === "group") return renderGroup(field, slot, level);
  if (field.type === "documents") return renderDocuments(field, slot);
  if (field.type === "list") {
    if (field.fields) return renderItems(field, slot, level);
    return field.of.type === "choice" ? renderChoiceList(field, slot) : renderWordList(field, slot);
  }
  if (field.type === "boolean" || (field.type === "choice" && field.choices.length <= fewChoices)) {
    return renderRadios(field, slot);
  }
  return renderEntry(field, slot);
}

/** The element of a question, known by its field's name; `parts` says which elements describe its control. */
function questionElement(name, field, slot, attributes = {}) {
  const made = element(name, { class: "field", "data-field": field.name, ...attributes });
  questions.set(made, { field, slot });
  return made;
}

const neededMark = (field) =>
  field.required ? element("span", { class: "needed" }, " ", say("(behövs)", "(needed)")) : null;

const helpElement = (field, id) => (field.help ? textElement("p", field.help, { class: "help", id }) : null);

const remarksElement = (id) => element("div", { class: "remarks", id });

/** A change that the applicant made to the answer of `owner`. */
function answered(owner) {
  owner.dispatchEvent(new CustomEvent("answered", { bubbles: true }));
}

// A line or a box to write in, a date, a number, a long list of choices

function renderEntry(field, slot) {
  const box = questionElement("div", field, slot);
  const ids = { control: nextID("svar"), help: nextID("hjalp"), count: nextID("antal"), remarks: nextID("anm") };
  const control = entryControl(field, ids.control);
  const described = [field.help && ids.help, field.maximum && field.type === "text" && ids.count, ids.remarks];
  control.setAttribute("aria-describedby", described.filter(Boolean).join(" "));
  const counter = field.type === "text" ? element("p", { class: "count", id: ids.count }) : null;

  const showCount = () => {
    if (!counter) return;
    const length = characterCount(control.value);
    counter.textContent = say(`${length} av ${field.maximum} tecken`, `${length} of ${field.maximum} characters`);
    counter.classList.toggle("over", length > field.maximum);
    counter.hidden = length < field.maximum / 2;
  };
  const show = () => {
    const value = slot.get();
    if (field.type === "reference" || field.type === "choice") fillOptions(field, control, value);
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    if (control.value !== text) control.value = text;
    control.disabled = isState(value);
    showCount();
  };
  control.addEventListener("input", () => {
    slot.set(control.value);
    showCount();
    answered(box);
  });
  if (field.type === "reference") refreshWith(box, show);

  const unit = unitWords(field);
  const entry = unit
    ? element("div", { class: "with-unit" }, control, element("span", { class: "unit", id: nextID("enhet") }, unit))
    : control;
  if (unit) control.setAttribute("aria-describedby", `${entry.lastChild.id} ${control.getAttribute("aria-describedby")}`);
  box.append(element("label", { for: ids.control, ...languageOf(field.label) }, inLanguage(field.label), neededMark(field)));
  box.classList.add("entry");
  addParts(box, helpElement(field, ids.help), entry, counter, stateRow(field, slot, box, show), remarksElement(ids.remarks));
  show();
  return box;
}

const addParts = (box, ...parts) => box.append(...parts.flat().filter(Boolean));

function entryControl(field, id) {
  if (field.type === "reference" || field.type === "choice") return element("select", { id });
  if (field.type === "text" && field.maximum >= longText) {
    return element("textarea", { id, rows: field.maximum >= 1000 ? 4 : 2 });
  }
  const isNumber = field.type === "integer" || field.type === "decimal";
  return element("input", {
    id, type: "text", autocomplete: "off",
    class: isNumber ? "number" : field.type === "date" ? "date" : null,
    inputmode: field.type === "integer" ? "numeric" : field.type === "decimal" ? "decimal" : null,
    spellcheck: isNumber || field.type === "date" || field.type === "id" ? "false" : null,
  });
}

/** "kr", or what a number without a unit may be. */
function unitWords(field) {
  if (field.unit === "andel") return say("andel, 0–1", "share, 0–1");
  if (field.type === "date") return say("åååå-mm-dd", "yyyy-mm-dd");
  return field.unit ?? "";
}

function fillOptions(field, control, value) {
  const options = [["", say("Välj", "Choose"), {}]];
  if (field.type === "choice") {
    for (const choice of field.choices) options.push([choice.id, inLanguage(choice.label), languageOf(choice.label)]);
  } else {
    const list = fieldNamed(form.fields, field.to);
    const items = Array.isArray(state.values[field.to]) ? state.values[field.to] : [];
    for (const [index, item] of items.entries()) {
      if (typeof item[list.key] === "string") options.push([item[list.key], itemTitle(list, item, index + 1), {}]);
    }
  }
  if (typeof value === "string" && !options.some(([id]) => id === value)) {
    options.push([value, say(`${value} (finns inte)`, `${value} (does not exist)`), {}]);
  }
  const key = JSON.stringify(options);
  if (control.dataset.options === key) return;
  control.dataset.options = key;
  control.replaceChildren(...options.map(([id, words, language]) => element("option", { value: id, ...language }, words)));
}

const segments = typeof Intl.Segmenter === "function" ? new Intl.Segmenter("sv") : null;

/** Characters as people count them. */
function characterCount(text) {
  if (/^[\u0020-\u024f]*$/.test(text) || !segments) return [...text].length;
  let count = 0;
  for (const _ of segments.segment(text)) count += 1;
  return count;
}

// "Vet inte än" and "ej tillämpligt"

/** The two answers that are none of the usual, and the reason of the second; null where neither may be given. */
function stateRow(field, slot, box, show, { offersUnknown = true } = {}) {
  const mayBeUnknown = offersUnknown && field.absent === "unknown";
  if (!mayBeUnknown && !field.notApplicable) return null;
  const row = element("div", { class: "states" });
  const boxes = [];
  const tick = (words, isTicked, value) => {
    const input = element("input", { type: "checkbox" });
    input.addEventListener("change", () => {
      slot.set(input.checked ? value() : undefined);
      sync();
      show();
      answered(box);
    });
    boxes.push([input, isTicked]);
    row.append(element("label", { class: "tick" }, input, " ", words,
      hiddenWords(": " + inLanguage(field.label))));
  };
  if (mayBeUnknown) tick(say("Vet inte än", "Not known yet"), isUnknown, unknown);
  let reason = null;
  if (field.notApplicable) {
    tick(say("Ej tillämpligt", "Not applicable"), isNotApplicable, () => notApplicable(""));
    const id = nextID("skal");
    const input = element("input", { type: "text", id });
    input.addEventListener("input", () => {
      slot.set(notApplicable(input.value));
      answered(box);
    });
    reason = element("div", { class: "reason" },
      element("label", { for: id }, say("Varför är det inte tillämpligt?", "Why is it not applicable?")), input);
  }
  const sync = () => {
    const value = slot.get();
    for (const [input, isTicked] of boxes) input.checked = isTicked(value);
    if (!reason) return;
    reason.hidden = !isNotApplicable(value);
    if (isNotApplicable(value) && reason.lastChild.value !== value.reason) reason.lastChild.value = value.reason ?? "";
  };
  sync();
  return [row, reason];
}

// Yes or no, or a few choices

function renderRadios(field, slot) {
  const ids = { help: nextID("hjalp"), remarks: nextID("anm") };
  const box = questionElement("fieldset", field, slot, {
    "aria-describedby": [field.help && ids.help, ids.remarks].filter(Boolean).join(" "),
  });
  const name = nextID("val");
  const choices = field.type === "boolean"
    ? [[true, { sv: "Ja", en: "Yes" }], [false, { sv: "Nej", en: "No" }]]
    : field.choices.map((choice) => [choice.id, choice.label]);
  if (field.absent === "unknown") choices.push([null, { sv: "Vet inte än", en: "Not known yet" }]);
  const inputs = [];
  const strays = element("p", { class: "stray" });
  const clear = button(say("Ta bort svaret", "Remove the answer"), () => {
    slot.set(undefined);
    show();
    inputs[0][1].focus();
    answered(box);
  }, { class: "quiet" });
  clear.append(hiddenWords(": " + inLanguage(field.label)));
  const options = choices.map(([value, label]) => {
    const input = element("input", { type: "radio", name, "aria-describedby": ids.remarks });
    input.addEventListener("change", () => {
      slot.set(value === null ? unknown() : value);
      show();
      answered(box);
    });
    inputs.push([value, input]);
    return element("label", { class: "tick", ...languageOf(label) }, input, " ", inLanguage(label));
  });
  const show = () => {
    const value = slot.get();
    for (const [own, input] of inputs) input.checked = own === null ? isUnknown(value) : own === value;
    clear.hidden = value === undefined;
    // What an opened file says that is none of the choices.
    const isStray = value !== undefined && !isState(value) && !inputs.some(([own]) => own === value);
    strays.hidden = !isStray;
    if (isStray) strays.textContent = say(`Svaret i filen: ${value}`, `The answer in the file: ${value}`);
  };
  const legend = element("legend", languageOf(field.label), inLanguage(field.label), neededMark(field));
  addParts(box, legend, helpElement(field, ids.help), element("div", { class: "choices" }, options, clear), strays,
    stateRow(field, slot, box, show, { offersUnknown: false }), remarksElement(ids.remarks));
  show();
  return box;
}

// A list of choices: tick those that hold

function renderChoiceList(field, slot) {
  const ids = { help: nextID("hjalp"), remarks: nextID("anm") };
  const box = questionElement("fieldset", field, slot, {
    "aria-describedby": [field.help && ids.help, ids.remarks].filter(Boolean).join(" "),
  });
  const inputs = field.of.choices.map((choice) => [choice, element("input", { type: "checkbox" })]);
  const show = () => {
    const value = Array.isArray(slot.get()) ? slot.get() : [];
    for (const [choice, input] of inputs) {
      input.checked = value.includes(choice.id);
      input.disabled = isState(slot.get());
    }
  };
  const change = (id, isTicked) => {
    const before = Array.isArray(slot.get()) ? slot.get() : [];
    const after = isTicked ? [...before, id] : before.filter((one) => one !== id);
    slot.set(after.length > 0 ? after : undefined);
    answered(box);
  };
  const options = inputs.map(([choice, input]) => {
    input.addEventListener("change", () => change(choice.id, input.checked));
    return element("label", { class: "tick", ...languageOf(choice.label) }, input, " ", inLanguage(choice.label));
  });
  const legend = element("legend", languageOf(field.label), inLanguage(field.label), neededMark(field));
  addParts(box, legend, helpElement(field, ids.help), element("div", { class: "choices" }, options),
    stateRow(field, slot, box, show), remarksElement(ids.remarks));
  show();
  return box;
}
