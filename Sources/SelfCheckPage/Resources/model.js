// Answers. A slot is a place for one answer, wherever it stands: it is read and written the same way at the top of
// the form, in a group and in an item of a list.

const unknown = () => ({ state: "unknown" });
const notApplicable = (reason) => ({ state: "not_applicable", reason });
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isUnknown = (value) => isObject(value) && value.state === "unknown";
const isNotApplicable = (value) => isObject(value) && value.state === "not_applicable";
const isState = (value) => isUnknown(value) || isNotApplicable(value);
const isGroup = (value) => isObject(value) && !isState(value);

const topSlot = (name) => ({
  get: () => state.values[name],
  set: (value) => write(state.values, name, value),
});

/** A field of a group. The group comes to be with its first answer, and goes with its last. */
const memberSlot = (group, name) => ({
  get: () => (isGroup(group.get()) ? group.get()[name] : undefined),
  set: (value) => {
    const members = isGroup(group.get()) ? group.get() : {};
    write(members, name, value);
    group.set(Object.keys(members).length > 0 ? members : undefined);
  },
});

/** A field of an item of a list, which stays when it is empty. */
const itemSlot = (item, name) => ({ get: () => item[name], set: (value) => write(item, name, value) });

function write(holder, name, value) {
  if (value === undefined || value === "") delete holder[name];
  else holder[name] = value;
}

/** Whether there is any answer, "vet inte än" among them. */
function isAnswered(field, value) {
  if (value === undefined || value === "") return false;
  if (isState(value)) return true;
  if (field.type === "group") return isGroup(value) && field.fields.some((one) => isAnswered(one, value[one.name]));
  if (Array.isArray(value)) return field.type === "list" || value.length > 0;
  return true;
}

/** Whether the applicant need not answer: nothing is claimed by leaving it empty. */
const isOptional = (field) => field.absent !== "unknown" || field.type === "documents";

const fieldNamed = (fields, name) => fields.find((field) => field.name === name);
const documentsList = fieldNamed(form.fields, form.documents);

const holdsCore = (field) => field.core === true || (field.fields ?? []).some(holdsCore);

// Ids of items

const letters = { å: "a", ä: "a", ö: "o", é: "e", ü: "u", ø: "o", æ: "a", ß: "ss" };
const longestID = 40;

/** Fit to be an id: `[a-z0-9-]+`; empty where nothing is left. */
function slug(text) {
  const plain = text.normalize("NFC").toLowerCase().replace(/[åäöéüøæß]/g, (letter) => letters[letter])
    .normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+/, "").slice(0, longestID).replace(/-+$/, "");
}

/** `wanted`, or with a number after it where another item has it. */
function freeID(list, items, wanted, own) {
  const taken = new Set(items.filter((item) => item !== own).map((item) => item[list.key]));
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  return id;
}

const plainText = (value) => (typeof value === "string" ? value.trim() : "");

/** Gives a new item its id, and an item whose id was generated a new one when its name changes. */
function giveID(list, items, item) {
  if (!list.key) return;
  const isNew = item[list.key] === undefined;
  if (!isNew && !state.generatedIds.has(item)) return;
  const name = list.itemLabel ? slug(plainText(item[list.itemLabel])) : "";
  const before = item[list.key];
  if (!isNew && !name) return;
  const fallback = `${slug(list.name) || "post"}-${items.indexOf(item) + 1}`;
  item[list.key] = freeID(list, items, name || fallback, item);
  state.generatedIds.add(item);
  if (before !== undefined) renameReferences(list, before, item[list.key]);
}

/** Everything that pointed to an item points to it under its new name. */
function renameReferences(list, before, after) {
  if (before === after) return;
  const isDocuments = list.name === form.documents;
  const visit = (fields, holder) => {
    for (const field of fields) {
      const value = holder[field.name];
      if (field.type === "reference" && field.to === list.name && value === before) holder[field.name] = after;
      if (field.type === "documents" && isDocuments && Array.isArray(value)) {
        holder[field.name] = value.map((id) => (id === before ? after : id));
      }
      if (field.type === "group" && isGroup(value)) visit(field.fields, value);
      if (field.type === "list" && field.fields && Array.isArray(value)) {
        for (const item of value) if (isGroup(item)) visit(field.fields, item);
      }
    }
  };
  visit(form.fields, state.values);
}

// The draft

/** The draft's id: its own, else after its title. */
function draftID() {
  if (state.id) return state.id;
  const title = form.name ? plainText(state.values[form.name]) : "";
  return slug(title) || "utkast";
}


const answersText = () => JSON.stringify(state.values);
const hasUnsavedWork = () => answersText() !== state.savedAnswers;

/** The answers as the engine reads them: JSON whose strange characters are escaped, and half characters replaced. */
const answersForEngine = () =>
  answersText()
    .replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (escape) => (escape === "\\\\" ? escape : "\\ufffd"))
    .replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** What an item is called: by its naming field, else by its first answers, else by its number. */
function itemTitle(list, item, number) {
  const named = list.itemLabel ? plainText(item[list.itemLabel]) : "";
  if (named) return named;
  const answers = list.fields.filter((field) => field.name !== list.key)
    .map((field) => shortAnswer(field, item[field.name])).filter(Boolean);
  return answers.slice(0, 3).join(" · ") || say(`Post ${number}`, `Item ${number}`);
}

/** An answer in a few words; empty where there is none. */
function shortAnswer(field, value) {
  if (isUnknown(value)) return say("Vet inte än", "Not known yet");
  if (isNotApplicable(value)) return say("Ej tillämpligt", "Not applicable");
  if (value === undefined || Array.isArray(value) || isObject(value)) return "";
  if (field.type === "boolean") return value === true ? say("Ja", "Yes") : value === false ? say("Nej", "No") : String(value);
  if (field.type === "choice") {
    const choice = field.choices.find((one) => one.id === value);
    return choice ? inLanguage(choice.label) : String(value);
  }
  if (field.type === "reference") return referenceTitle(field.to, value);
  return field.unit ? `${value} ${field.unit}` : String(value);
}

function referenceTitle(listName, id) {
  const list = fieldNamed(form.fields, listName);
  const items = Array.isArray(state.values[listName]) ? state.values[listName] : [];
  const item = items.find((one) => one[list.key] === id);
  return item ? itemTitle(list, item, items.indexOf(item) + 1) : String(id);
}
