// Fills the self-check's form through its controls, as a person would, one pass at a time: what is answered opens
// more. Runs in the page.

const description = JSON.parse(new TextDecoder().decode(unpackedParts(document.getElementById("form").textContent).get("form")));

const fieldOf = (part) => {
  const around = part.parentElement.closest("[data-field]");
  const fields = around ? fieldOf(around).fields : description.fields;
  return fields.find((field) => field.name === part.dataset.field);
};

const visible = (part) => !part.closest("[hidden]");
const ownControl = (part) => part.querySelector(":scope > input, :scope > .with-unit > input, :scope > textarea, :scope > select");

const type = (control, value) => {
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
};

const answerFor = (field, control, index) => {
  if (control.tagName === "SELECT") return control.options[Math.min(1 + (index % 3), control.options.length - 1)].value;
  if (field.type === "integer") return String(Math.max(Number(field.minimum ?? 0), Math.min(Number(field.maximum ?? 9), field.name === "år" ? 2027 : 7)));
  if (field.type === "decimal") return field.maximum && Number(field.maximum) <= 1 ? "0.15" : "3.5";
  if (field.type === "date") return field.name === "slut" || field.name === "klart" ? "2028-02-29" : "2027-03-01";
  return `Å ${field.name} <i>${index}</i>`.slice(0, field.maximum);
};

const fillField = (part, index) => {
  const field = fieldOf(part);
  if (part.classList.contains("list")) {
    const list = part.querySelector(":scope > ol");
    while (list.children.length < (field.name === "organisationer" ? 3 : 2)) {
      part.querySelector(":scope > .add").click();
      const input = list.classList.contains("words") ? list.lastElementChild.querySelector("input") : null;
      if (input) type(input, `Kommun ${list.children.length}`);
    }
    return;
  }
  if (part.classList.contains("group") || part.classList.contains("id")) return;
  const control = ownControl(part);
  if (control) {
    if (!control.value && !control.disabled) type(control, answerFor(field, control, index));
    return;
  }
  const choices = [...part.querySelectorAll(":scope > .choices input")];
  if (choices.length > 0 && !choices.some((choice) => choice.checked)) choices[index % Math.min(2, choices.length)].click();
};

globalThis.fillForm = () => {
  for (const fold of document.querySelectorAll("#formular details")) fold.open = true;
  [...document.querySelectorAll("#formular .field")].filter(visible).forEach(fillField);
};

/** Questions that are asked and have no answer. */
globalThis.unanswered = () =>
  [...document.querySelectorAll("#formular .field")].filter(visible).filter((part) => {
    if (part.matches(".list, .group, .id")) return false;
    const control = ownControl(part);
    if (control) return !control.value;
    return ![...part.querySelectorAll(":scope > .choices input")].some((choice) => choice.checked);
  }).map((part) => part.dataset.field);
