// Groups of questions, and lists: cards that are added, removed, moved and folded.

/** More cards than this are folded when a file is opened. */
const openCards = 3;

const headingElement = (level, ...words) => element(`h${Math.min(level, 6)}`, {}, ...words);

function renderGroup(field, slot, level) {
  const ids = { help: nextID("hjalp"), remarks: nextID("anm") };
  const box = questionElement("fieldset", field, slot, {
    class: "field group", tabindex: "-1",
    "aria-describedby": [field.help && ids.help, ids.remarks].filter(Boolean).join(" "),
  });
  box.append(element("legend", languageOf(field.label), headingElement(level, inLanguage(field.label))));
  if (field.help) box.append(helpElement(field, ids.help));
  box.append(remarksElement(ids.remarks));
  for (const member of field.fields) box.append(renderField(member, memberSlot(slot, member.name), level + 1));
  return box;
}

/** What every list has around its items. */
function listFrame(field, slot, level) {
  const ids = { help: nextID("hjalp"), remarks: nextID("anm") };
  const box = questionElement("fieldset", field, slot, {
    class: "field list", tabindex: "-1",
    "aria-describedby": [field.help && ids.help, ids.remarks].filter(Boolean).join(" "),
  });
  box.append(element("legend", languageOf(field.label),
    headingElement(level, inLanguage(field.label), neededMark(field))));
  if (field.help) box.append(helpElement(field, ids.help));
  box.append(remarksElement(ids.remarks));
  return box;
}

/** "Det finns inga" and "vet inte än": answers of a list without items. */
function emptyListRow(field, slot, box, show) {
  const row = element("div", { class: "states" });
  const tick = (words, isTicked, value) => {
    const input = element("input", { type: "checkbox" });
    input.addEventListener("change", () => {
      slot.set(input.checked ? value() : undefined);
      show();
      answered(box);
    });
    row.append(element("label", { class: "tick" }, input, " ", words, hiddenWords(": " + inLanguage(field.label))));
    return () => { input.checked = isTicked(slot.get()); };
  };
  const syncs = [];
  if (field.minimumItems === 0 && field.absent !== "empty") {
    syncs.push(tick(say("Det finns inga, det vet vi", "There are none, that is known"),
      (value) => Array.isArray(value) && value.length === 0, () => []));
  }
  if (field.absent === "unknown") syncs.push(tick(say("Vet inte än", "Not known yet"), isUnknown, unknown));
  return {
    row,
    show: () => {
      row.hidden = syncs.length === 0 || (Array.isArray(slot.get()) && slot.get().length > 0);
      for (const sync of syncs) sync();
    },
  };
}

/** The line with which a removal is taken back. */
function undoLine(words, undo) {
  const line = element("p", { class: "undo" }, words, " ",
    button(say("Ångra", "Undo"), () => {
      line.remove();
      undo();
    }));
  return line;
}

// A list of groups

function renderItems(field, slot, level) {
  const box = listFrame(field, slot, level);
  const cards = element("ol", { class: "cards" });
  const cardOf = new WeakMap();
  const items = () => (Array.isArray(slot.get()) ? slot.get() : []);
  const startsFolded = items().length > openCards;
  let undo = null;

  const draw = () => {
    const now = items();
    cards.replaceChildren(...now.map((item) => {
      if (!cardOf.has(item)) cardOf.set(item, makeCard(item, !startsFolded));
      return cardOf.get(item);
    }));
    cards.hidden = now.length === 0;
    add.disabled = now.length >= field.maximumItems;
    limit.hidden = !add.disabled;
    empty.show();
    if (box.isConnected) refreshAll();
  };

  const makeCard = (item, isOpen) => {
    const title = element("span", { class: "card-title" });
    const body = element("div", { class: "card-body" });
    const fold = element("details", { open: isOpen }, element("summary", {}, title), body);
    const up = button("↑", () => move(item, -1), { class: "quiet" });
    const down = button("↓", () => move(item, 1), { class: "quiet" });
    const drop = button(say("Ta bort", "Remove"), () => remove(item), { class: "quiet" });
    const card = element("li", { class: "card", "data-item": true }, fold,
      element("div", { class: "card-tools" }, up, down, drop));
    // Long forms are built as their cards are opened.
    const fill = () => {
      if (body.childElementCount > 0) return;
      const isGiven = (member) => member.name === field.key && field.itemLabel !== undefined;
      for (const member of field.fields.filter((one) => !isGiven(one))) {
        body.append(renderField(member, itemSlot(item, member.name), level + 1));
      }
      for (const member of field.fields.filter(isGiven)) {
        body.append(renderID(member, itemSlot(item, member.name), field, items, item));
      }
      if (body.isConnected) afterRendering();
    };
    if (isOpen) fill();
    fold.addEventListener("toggle", () => { if (fold.open) fill(); });
    questions.set(card, { item, fill, fold });
    refreshWith(card, () => {
      const number = items().indexOf(item) + 1;
      const words = itemTitle(field, item, number);
      title.textContent = `${number}. ${words}`;
      up.setAttribute("aria-label", say(`Flytta upp ${words}`, `Move ${words} up`));
      down.setAttribute("aria-label", say(`Flytta ner ${words}`, `Move ${words} down`));
      drop.setAttribute("aria-label", say(`Ta bort ${words}`, `Remove ${words}`));
      up.disabled = number === 1;
      down.disabled = number === items().length;
    });
    // The name of an item is settled when its field is left: ids do not change at every key.
    card.addEventListener("change", (event) => {
      const owner = event.target.closest("[data-field]");
      if (owner?.dataset.field !== field.itemLabel || owner.closest("[data-item]") !== card) return;
      giveID(field, items(), item);
      answered(box);
    });
    return card;
  };

  const change = (now) => {
    undo?.remove();
    undo = null;
    slot.set(now.length > 0 ? now : undefined);
    draw();
    answered(box);
  };
  const insert = () => {
    const item = {};
    const now = [...items(), item];
    giveID(field, now, item);
    change(now);
    cardOf.get(item).querySelector("details").open = true;
    focusFirst(cardOf.get(item));
  };
  const remove = (item) => {
    const before = items();
    const at = before.indexOf(item);
    const words = itemTitle(field, item, at + 1);
    change(before.filter((one) => one !== item));
    cardOf.delete(item);
    undo = undoLine(say(`${words} är borttagen.`, `${words} is removed.`), () => {
      const now = [...items()];
      now.splice(Math.min(at, now.length), 0, item);
      change(now);
      focusFirst(cardOf.get(item));
    });
    cards.after(undo);
    undo.querySelector("button").focus();
  };
  const move = (item, by) => {
    const now = [...items()];
    const at = now.indexOf(item);
    [now[at], now[at + by]] = [now[at + by], now[at]];
    change(now);
    const tools = [...cardOf.get(item).querySelectorAll(":scope > .card-tools > button")];
    const own = tools[by < 0 ? 0 : 1];
    (own.disabled ? tools[by < 0 ? 1 : 0] : own).focus();
    announce(say(`Nu på plats ${at + by + 1} av ${now.length}.`, `Now at ${at + by + 1} of ${now.length}.`));
  };

  const add = button(say(`Lägg till i ${inLanguage(field.label).toLowerCase()}`, `Add to ${inLanguage(field.label).toLowerCase()}`), insert, { class: "add" });
  const limit = element("p", { class: "help" },
    say(`Högst ${field.maximumItems}.`, `At most ${field.maximumItems}.`));
  const empty = emptyListRow(field, slot, box, draw);
  box.append(cards, add, limit, empty.row);
  questions.get(box).draw = draw;
  draw();
  return box;
}

/** The short name of an item: it follows the name, and can be given. */
function renderID(field, slot, list, items, item) {
  const box = questionElement("div", field, slot, { class: "field id" });
  const ids = { control: nextID("svar"), help: nextID("hjalp"), remarks: nextID("anm") };
  const control = element("input", {
    id: ids.control, type: "text", autocomplete: "off", spellcheck: "false",
    "aria-describedby": [field.help && ids.help, ids.remarks].filter(Boolean).join(" "),
  });
  const shown = element("code");
  const line = element("p", { class: "help" }, inLanguage(field.label), ": ", shown, " ",
    button(say("Ändra", "Change"), () => {
      line.hidden = true;
      entry.hidden = false;
      control.focus();
    }, { class: "quiet", "aria-label": `${say("Ändra", "Change")}: ${inLanguage(field.label)}` }));
  const entry = element("div", { hidden: true },
    element("label", { for: ids.control, ...languageOf(field.label) }, inLanguage(field.label)),
    helpElement(field, ids.help), control);
  control.addEventListener("change", () => {
    const before = slot.get();
    slot.set(control.value.trim());
    state.generatedIds.delete(item);
    if (slot.get() === undefined) giveID(list, items(), item);
    if (before !== undefined) renameReferences(list, before, slot.get());
    answered(box);
  });
  refreshWith(box, () => {
    const value = slot.get();
    shown.textContent = typeof value === "string" ? value : "";
    if (document.activeElement !== control) control.value = shown.textContent;
  });
  box.append(line, entry, remarksElement(ids.remarks));
  return box;
}

// A list of words or numbers

function renderWordList(field, slot) {
  const box = listFrame(field, slot, 4);
  const rows = element("ol", { class: "words" });
  const words = () => (Array.isArray(slot.get()) ? slot.get() : []);
  let undo = null;

  const draw = () => {
    const label = inLanguage(field.label);
    rows.replaceChildren(...words().map((word, index) => {
      const input = element("input", {
        type: "text", value: typeof word === "string" ? word : "", autocomplete: "off",
        "aria-label": `${label} ${index + 1}`,
      });
      input.addEventListener("input", () => {
        words()[index] = input.value;
        answered(box);
      });
      return element("li", { "data-item": true }, input,
        button(say("Ta bort", "Remove"), () => remove(index),
          { class: "quiet", "aria-label": `${say("Ta bort", "Remove")} ${label} ${index + 1}` }));
    }));
    rows.hidden = words().length === 0;
    add.disabled = words().length >= field.maximumItems;
    empty.show();
  };
  const change = (now) => {
    undo?.remove();
    undo = null;
    slot.set(now.length > 0 ? now : undefined);
    draw();
    answered(box);
  };
  const remove = (index) => {
    const before = words();
    change(before.filter((_, at) => at !== index));
    undo = undoLine(say(`${before[index] || "Raden"} är borttagen.`, `${before[index] || "The line"} is removed.`),
      () => {
        const now = [...words()];
        now.splice(Math.min(index, now.length), 0, before[index]);
        change(now);
        rows.children[index]?.querySelector("input").focus();
      });
    rows.after(undo);
    undo.querySelector("button").focus();
  };
  const add = button(say(`Lägg till i ${inLanguage(field.label).toLowerCase()}`, `Add to ${inLanguage(field.label).toLowerCase()}`), () => {
    change([...words(), ""]);
    rows.lastElementChild.querySelector("input").focus();
  }, { class: "add" });
  const empty = emptyListRow(field, slot, box, draw);
  box.append(rows, add, empty.row);
  draw();
  return box;
}

/** The first control of an element that can take focus. */
function focusFirst(part) {
  const controls = "input:not([disabled]):not([type=hidden]), select:not([disabled]), textarea:not([disabled]), button:not([disabled])";
  const first = [...part.querySelectorAll(controls)].find((one) => one.getClientRects().length > 0);
  (first ?? part).focus();
  (first ?? part).scrollIntoView({ block: "center" });
}
