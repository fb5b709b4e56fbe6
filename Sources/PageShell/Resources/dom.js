// Elements. Whatever is shown goes in as text: there is no way to write an applicant's words as markup.

let idCount = 0;
const nextID = (prefix) => `${prefix}-${++idCount}`;
const find = (id) => document.getElementById(id);

/** Children as the page's own functions give them: lists in lists, and nothing at all. */
const present = (...children) => children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);

/** `attributes`: `on` holds listeners; true gives an attribute without a value, false, null and undefined none. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else if (key === "value") {
      made.value = value;
    } else if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...present(children));
  return made;
}

const button = (words, press, attributes = {}) =>
  element("button", { type: "button", ...attributes, on: { click: press } }, words);

/** What only a screen reader says. */
const hiddenWords = (words) => element("span", { class: "hidden" }, words);

const textElement = (name, text, attributes = {}) =>
  element(name, { ...languageOf(text), ...attributes }, inLanguage(text));

/** A message window. Its buttons are [words, value]; gives the value of the pressed one, "" when it is left. */
function askInWindow(title, content, buttons) {
  return new Promise((resolve) => {
    const heading = nextID("ruta");
    const back = document.activeElement;
    const dialog = element("dialog", { "aria-labelledby": heading },
      element("form", { method: "dialog" },
        element("h2", { id: heading }, title),
        content,
        element("p", { class: "buttons" }, buttons.map(([words, value, kind]) =>
          element("button", { value, class: kind ?? null, type: "submit" }, words)))));
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (back instanceof HTMLElement && back.isConnected) back.focus();
      resolve(dialog.returnValue);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

let announced = "";

/** Tells a screen reader; the same thing is not said twice in a row. */
function announce(words) {
  if (words === announced) return;
  announced = words;
  find("lage").textContent = words;
}
