// The form: sections with their progress, what is shown of it, and what is said at each question.

/** Fields in a row with the same heading. */
const sections = [];
for (const field of form.fields) {
  const title = field.section ?? form.title;
  if (sections.at(-1)?.title.sv !== title.sv) sections.push({ id: `del-${sections.length + 1}`, title, fields: [] });
  sections.at(-1).fields.push(field);
}

function renderForm() {
  refreshers = [];
  find("formular").replaceChildren(...sections.map((section) => {
    section.count = element("span", { class: "progress" });
    section.more = element("p", { class: "more" });
    section.body = element("div");
    section.element = element("section", { id: section.id, "aria-labelledby": `${section.id}-rubrik`, tabindex: "-1" },
      element("div", { class: "section-head" },
        textElement("h2", section.title, { id: `${section.id}-rubrik` }), section.count),
      section.body, section.more);
    section.body.append(...section.fields.map((field) => renderField(field, topSlot(field.name), 3)));
    return section.element;
  }));
  find("delar").replaceChildren(...sections.map((section) => {
    section.linkCount = element("span", { class: "progress" });
    section.link = element("li", {},
      element("a", { href: `#${section.id}` }, textElement("span", section.title), " ", section.linkCount));
    return section.link;
  }));
  refreshAll();
  afterRendering();
  showProgress();
}

/** Brings what is shown and said up to date with the answers, after something was built or answered. */
function afterRendering() {
  showWhatApplies();
  showFindings();
}

// Paths, as the engine writes them: `organisationer[2].åtagande`

function pathOf(part) {
  const around = part.parentElement.closest("[data-field], [data-item]");
  const before = around ? pathOf(around) : "";
  if (part.hasAttribute("data-item")) return `${before}[${[...part.parentElement.children].indexOf(part) + 1}]`;
  return before ? `${before}.${part.dataset.field}` : part.dataset.field;
}

const pathSteps = (path) =>
  path.split(".").flatMap((step) => {
    const [, name, items] = /^([^[\]]*)((?:\[\d+\])*)$/.exec(step) ?? [null, step, ""];
    return [name, ...[...items.matchAll(/\d+/g)].map(([number]) => Number(number))];
  });

/** The element of a path, or of as much of it as there is; opens folded cards on the way. Null where there is none. */
function elementAt(path, { opens = false } = {}) {
  let part = find("formular");
  let found = null;
  for (const step of pathSteps(path)) {
    if (typeof step === "number") {
      const cards = part.querySelector(":scope > ol");
      const card = cards?.children[step - 1];
      if (!card) return found;
      const known = questions.get(card);
      if (known && opens) {
        known.fold.open = true;
        known.fill();
      }
      part = card;
    } else {
      const own = [...part.querySelectorAll(`[data-field="${CSS.escape(step)}"]`)]
        .find((one) => (one.parentElement.closest("[data-field], [data-item]") ?? find("formular")) === part);
      if (!own) return found;
      part = own;
    }
    found = part;
  }
  return found;
}

/** Moves the reader to a question, also one that is folded away or not among an idea's. */
function goTo(path) {
  const target = elementAt(path, { opens: true });
  if (!target) return;
  if (target.closest("[hidden]")) showEveryQuestion(true);
  focusFirst(target);
}

// What is shown

function showEveryQuestion(showsAll) {
  state.showsAll = showsAll;
  const control = find("alla");
  if (control) control.checked = showsAll;
  afterRendering();
  showProgress();
}

/** Whether something answered lies outside an idea's questions: then nothing may be hidden. */
function hasMoreThanAnIdea(fields = form.fields, holder = state.values) {
  return fields.some((field) => {
    const value = holder[field.name];
    if (!isAnswered(field, value)) return false;
    if (field.type === "group" && isGroup(value)) return hasMoreThanAnIdea(field.fields, value);
    if (field.type === "list" && field.fields && Array.isArray(value)) {
      return !holdsCore(field) || value.some((item) => isGroup(item) && hasMoreThanAnIdea(
        field.fields.filter((member) => member.name !== field.key), item));
    }
    return !field.core;
  });
}

const belongsToIdea = (field, isKey) => holdsCore(field) || isKey;

function showWhatApplies() {
  for (const part of find("formular").querySelectorAll(".field")) {
    const { field, slot } = questions.get(part);
    const hasAnswer = isAnswered(field, slot.get());
    const applies = !doesNotApply(part, field);
    const isAmongThose = state.showsAll || belongsToIdea(field, part.classList.contains("id"));
    part.hidden = !hasAnswer && !(applies && isAmongThose);
  }
  const fields = (section) => [...section.body.children];
  for (const section of sections) {
    const isEmpty = fields(section).every((part) => part.hidden);
    section.element.hidden = isEmpty;
    section.link.hidden = isEmpty;
  }
}

function doesNotApply(part, field) {
  if (!field.conditional) return false;
  // Until the engine has told, nobody knows.
  return state.notApplying === null ? !engineIsGone() : state.notApplying.has(pathOf(part));
}

// Progress

/** How many questions are asked, and answered, among `fields`. */
function countAnswers(fields, holder, path, total) {
  for (const field of fields) {
    const own = path ? `${path}.${field.name}` : field.name;
    const value = holder[field.name];
    const answered = isAnswered(field, value);
    const applies = !(field.conditional && (state.notApplying?.has(own) ?? !answered));
    if (!answered && !(applies && (state.showsAll || holdsCore(field)))) continue;
    if (field.type === "group" && !isState(value)) {
      countAnswers(field.fields, isGroup(value) ? value : {}, own, total);
    } else if (field.type === "list" && field.fields && Array.isArray(value) && value.length > 0) {
      const members = field.fields.filter((member) => member.name !== field.key);
      value.forEach((item, index) => countAnswers(members, isGroup(item) ? item : {}, `${own}[${index + 1}]`, total));
    } else if (!isOptional(field)) {
      total.asked += 1;
      if (answered) total.answered += 1;
    }
  }
  return total;
}

function showProgress() {
  for (const section of sections) {
    const { asked, answered } = countAnswers(section.fields, state.values, "", { asked: 0, answered: 0 });
    const words = say(`${answered} av ${asked} besvarade`, `${answered} of ${asked} answered`);
    for (const place of [section.count, section.linkCount]) {
      if (place.textContent !== words) place.textContent = words;
      place.classList.toggle("full", asked > 0 && answered === asked);
    }
  }
}

// What is said at each question

const severities = {
  error: () => say("Fel", "Error"),
  warning: () => say("Kontrollera", "Check"),
  note: () => say("Obs", "Note"),
};

const sentence = (words) => {
  const text = words.trim();
  const whole = text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
};

function findingText(finding) {
  const parts = [finding.message, ...(finding.hints ?? [])];
  return parts.map((text) => sentence(inLanguage(text).replaceAll("`", "”"))).join(" ");
}

function findingElement(finding) {
  return element("p", { class: `finding ${finding.severity}` },
    element("strong", {}, `${severities[finding.severity]?.() ?? ""}: `), findingText(finding));
}

/** Puts each finding at its question, and all of them in the summary. */
function showFindings() {
  const byElement = new Map();
  for (const finding of state.findings) {
    const part = finding.path ? elementAt(finding.path) : null;
    if (part) byElement.set(part, [...(byElement.get(part) ?? []), finding]);
  }
  for (const part of find("formular").querySelectorAll(".field")) showRemarks(part, byElement.get(part) ?? []);
  for (const card of find("formular").querySelectorAll("[data-item]")) showCardRemarks(card, byElement.get(card) ?? []);
  showSummary();
}

function showRemarks(part, findings) {
  const place = part.querySelector(":scope > .remarks");
  if (!place) return;
  const key = JSON.stringify([state.language, findings]);
  if ((place.dataset.key ?? "") === key) return;
  place.dataset.key = key;
  place.replaceChildren(...findings.map(findingElement));
  const isWrong = findings.some(({ severity }) => severity === "error");
  for (const control of part.querySelectorAll(":scope > input, :scope > .with-unit > input, :scope > select, :scope > textarea")) {
    if (isWrong) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
  part.classList.toggle("wrong", isWrong);
}

/** What is said of a whole item, or of a question in a card that is folded. */
function showCardRemarks(card, findings) {
  let place = card.querySelector(":scope > .remarks");
  if (!place && findings.length === 0) return;
  if (!place) card.append(place = element("div", { class: "remarks", id: nextID("anm") }));
  place.replaceChildren(...findings.map(findingElement));
  const control = card.querySelector(":scope > input");
  if (!control) return;
  control.setAttribute("aria-describedby", place.id);
  control.toggleAttribute("aria-invalid", false);
  if (findings.some(({ severity }) => severity === "error")) control.setAttribute("aria-invalid", "true");
}

function showSummary() {
  const place = find("anmarkningar");
  const findings = state.findings.filter(({ severity }) => severity !== "note" || state.showsAll);
  const key = JSON.stringify([state.language, findings]);
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  place.hidden = findings.length === 0;
  if (place.hidden) return place.replaceChildren();
  const heading = plural(findings.length, say("sak att rätta eller kontrollera", "thing to correct or check"),
    say("saker att rätta eller kontrollera", "things to correct or check"));
  place.replaceChildren(element("h2", { id: "anmarkningar-rubrik" }, heading),
    element("ul", {}, findings.map((finding) => element("li", { class: finding.severity },
      element("strong", {}, `${severities[finding.severity]?.() ?? ""}: `),
      finding.path
        ? element("a", { href: "#formular", on: { click: (event) => {
            event.preventDefault();
            goTo(finding.path);
          } } }, `${titleOf(finding.path)}: ${findingText(finding)}`)
        : findingText(finding)))));
}

/** "Organisationer, Region Norr, Åtagande" for `organisationer[2].åtagande`. */
function titleOf(path) {
  let fields = form.fields;
  let holder = state.values;
  let field = null;
  const words = [];
  for (const step of pathSteps(path)) {
    if (typeof step === "number") {
      const item = Array.isArray(holder) ? holder[step - 1] : undefined;
      words.push(field?.fields && isGroup(item) ? itemTitle(field, item, step) : String(step));
      holder = isGroup(item) ? item : {};
    } else {
      field = fieldNamed(fields, step);
      if (!field) return words.join(", ") || path;
      words.push(inLanguage(field.label));
      fields = field.fields ?? [];
      holder = isObject(holder) ? holder[step] : undefined;
    }
  }
  return words.join(", ");
}
