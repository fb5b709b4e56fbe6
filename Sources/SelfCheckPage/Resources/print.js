// The answers as a document to read and sign.

function renderPrint() {
  const place = find("utskrift");
  place.replaceChildren(
    element("p", { class: "stamps" }, rulesetWords()),
    element("h1", {}, (form.name && plainText(state.values[form.name])) || inLanguage(form.title)),
    textElement("p", form.title),
    sections.map(printedSection),
    find("med-resultat").checked ? printedResult() : null,
    signatures(),
    element("p", { class: "stamps" }, checkedBy()));
}

function printedSection(section) {
  const rows = printedRows(section.fields, state.values);
  return rows.length === 0 ? null : element("section", {}, textElement("h2", section.title), rows);
}

function printedRows(fields, holder) {
  return fields.flatMap((field) => {
    const value = holder[field.name];
    if (!isAnswered(field, value)) return [];
    if (field.type === "group" && isGroup(value)) {
      return [element("div", { class: "printed-group" }, textElement("h3", field.label), printedRows(field.fields, value))];
    }
    if (field.type === "list" && field.fields && Array.isArray(value) && value.length > 0) {
      return [element("div", { class: "printed-group" }, textElement("h3", field.label), value.map((item, index) =>
        element("div", { class: "printed-item" }, element("h4", {}, `${index + 1}. ${itemTitle(field, item, index + 1)}`),
          printedRows(field.fields.filter((one) => one.name !== field.key), isGroup(item) ? item : {}))))];
    }
    return [element("div", { class: "printed-row" }, textElement("p", field.label, { class: "question" }),
      element("p", { class: "answer" }, printedAnswer(field, value)))];
  });
}

function printedAnswer(field, value) {
  if (isNotApplicable(value)) {
    return `${say("Ej tillämpligt", "Not applicable")}${value.reason ? `: ${value.reason}` : ""}`;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return say("Inga", "None");
    if (field.type === "documents") return value.map((id) => referenceTitle(form.documents, id)).join(", ");
    return value.map((one) => (field.of ? shortAnswer(field.of, one) : String(one))).join(", ");
  }
  return shortAnswer(field, value);
}

function printedResult() {
  if (!state.view) return null;
  return element("section", {}, element("h2", {}, say("Självtestet", "The self-check")),
    element("p", {}, element("strong", {}, state.view.notice)),
    ["stoppar", "lage-i-ord", "saknas"].map((id) => [...find(id).cloneNode(true).childNodes]));
}

/** Nothing personal is asked for: the lines are filled in by hand. */
function signatures() {
  const line = (words) => element("div", { class: "line" }, element("span", {}, words));
  return element("section", { class: "signatures" }, element("h2", {}, say("Underskrifter", "Signatures")),
    [1, 2].map(() => element("div", { class: "signature" }, line(say("Organisation och roll", "Organisation and role")),
      line(say("Ort och datum", "Place and date")), line(say("Underskrift och namnförtydligande", "Signature and name in print")))));
}
