// The result beside the form. The words are the engine's; the page only lays them out.

/** Parts are drawn again only where they have changed, so that nothing jumps and what was unfolded stays so. */
function drawPart(id, content, draw) {
  const place = find(id);
  const key = JSON.stringify([state.language, content]);
  if (place.dataset.key === key) return;
  place.dataset.key = key;
  const open = new Set([...place.querySelectorAll("details[open]")].map((fold) => fold.dataset.fold));
  place.replaceChildren(...[draw(content)].flat(Infinity).filter(Boolean));
  for (const fold of place.querySelectorAll("details")) {
    if (!open.has(fold.dataset.fold)) continue;
    fold.open = true;
    fillFold(fold);
  }
}

/** What is folded away is built when it is unfolded: most of it is never looked at. */
const folded = new WeakMap();

function fillFold(fold) {
  const draw = folded.get(fold);
  folded.delete(fold);
  if (draw) fold.append(...draw().flat(Infinity).filter(Boolean));
}

function showResult() {
  const { view } = state;
  find("resultat-tomt").hidden = view !== null;
  find("resultat-innehall").hidden = view === null;
  find("resultat-inaktuellt").hidden = view === null || !state.isStale;
  if (!view && state.isStale) {
    find("resultat-tomt").textContent = say("Rätta felen, så visas resultatet.", "Correct the errors, and the result is shown.");
  }
  if (!view) return;
  drawPart("stoppar", view.stops, drawStops);
  drawPart("lage-i-ord", view.standing, drawStanding);
  drawPart("saknas", view.missing, drawMissing);
  if (view.improvements) drawPart("starkas", view.improvements, drawImprovements);
  drawPart("forklaring", view.explanation, drawExplanation);
  const line = shortLine();
  if (find("kortrad").textContent !== line) find("kortrad").textContent = line;
}

/** What the draft's state is, in one sentence. */
function shortLine() {
  const { view } = state;
  if (!view) return "";
  const stops = view.stops.items.filter((item) => !item.open).length;
  const open = view.stops.items.length - stops;
  const gaps = view.missing.items.length;
  return [
    stops > 0
      ? say(`${plural(stops, "sak stoppar", "saker stoppar")} utkastet.`, `${plural(stops, "thing stops", "things stop")} the draft.`)
      : open > 0 ? "" : say("Inget stoppar utkastet.", "Nothing stops the draft."),
    open > 0
      ? say(`${plural(open, "grundvillkor", "grundvillkor")} kan inte avgöras än.`, `${plural(open, "basic condition", "basic conditions")} cannot be told yet.`)
      : "",
    gaps > 0
      ? say(`${plural(gaps, "uppgift", "uppgifter")} saknas.`, `${plural(gaps, "answer is", "answers are")} missing.`)
      : "",
  ].filter(Boolean).join(" ");
}

const paragraphs = (texts) => (texts ?? []).map((text) => element("p", {}, text));

function drawStops({ lead, items }) {
  return [
    element("h3", {}, say("Det som stoppar", "What stops it")),
    element("p", { class: items.length === 0 ? "fine" : "stop-lead" }, lead),
    items.length === 0 ? null : element("ul", { class: "stops" }, items.map((item) =>
      element("li", { class: item.open ? "open" : "stopped" }, element("strong", {}, item.title), paragraphs(item.sentences)))),
  ];
}

function drawStanding({ heading, rows, remarks }) {
  const caption = nextID("tabell");
  return [
    element("h3", { id: caption }, heading),
    element("table", { "aria-labelledby": caption },
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, say("Kriterium", "Criterion")),
        element("th", { scope: "col" }, say("Nivå", "Level")), element("th", { scope: "col" }, say("Poäng", "Points")))),
      element("tbody", {}, rows.map((row) => element("tr", {}, element("th", { scope: "row" }, row.title),
        element("td", { class: "level" }, row.level), element("td", {}, row.points))))),
    paragraphs(remarks),
  ];
}

function drawMissing({ heading, items }) {
  if (items.length === 0) return null;
  return [element("h3", {}, heading), foldedList(items, 8, (item) => (item.path
    ? element("a", { href: "#formular", on: { click: (event) => {
        event.preventDefault();
        goTo(item.path);
      } } }, item.text)
    : item.text))];
}

/** A list whose tail is folded. */
function foldedList(items, shown, draw) {
  const entries = (some) => element("ul", {}, some.map((item) => element("li", {}, draw(item))));
  if (items.length <= shown + 2) return entries(items);
  const rest = items.length - shown;
  return [entries(items.slice(0, shown)), element("details", { "data-fold": "rest" },
    element("summary", {}, say(`Visa ${rest} till`, `Show ${rest} more`)), entries(items.slice(shown)))];
}

function drawImprovements({ heading, lead, sections: parts }) {
  if (parts.length === 0) return null;
  return [element("h3", {}, heading), element("p", { class: "note" }, lead), parts.map(drawImprovementPart)];
}

function drawImprovementPart({ heading, lead, rows, steps, footer }, index) {
  return element("details", { "data-fold": `del-${index}`, open: index === 0 },
    element("summary", {}, element("h4", {}, heading)),
    paragraphs(lead),
    rows.length === 0 ? null : element("ul", { class: "gains" }, rows.map((row) => element("li", {},
      element("p", {}, row.gain ? element("strong", {}, row.gain, " ") : null, row.what),
      row.total ? element("p", { class: "note" }, say(`Totalt då: ${row.total}`, `The total then: ${row.total}`)) : null,
      (row.notes ?? []).map((note) => element("p", { class: "note" }, note))))),
    steps.length === 0 ? null : element("ol", {}, steps.map((step) => element("li", {}, step))),
    paragraphs(footer));
}

function drawExplanation(parts) {
  if (parts.length === 0) return null;
  return [element("h3", {}, say("Så är poängen räknade", "How the points are counted")),
    parts.map((part, index) => explanationPart(part, `forklaring-${index}`))];
}

function explanationPart(part, fold) {
  const made = element("details", { "data-fold": fold }, element("summary", {}, element("h4", {}, part.heading)));
  folded.set(made, () => explanationContent(part));
  made.addEventListener("toggle", () => fillFold(made));
  return made;
}

function explanationContent({ lead, rows, sections: inner, footer }) {
  return [
    paragraphs(lead),
    rows.length === 0 ? null : element("ul", { class: "rules" }, rows.map((row) => element("li", {},
      element("p", {}, row.title ? element("strong", {}, row.title) : null, row.title && row.points ? ": " : null, row.points),
      paragraphs(row.sentences)))),
    inner.map((part) => element("div", { class: "inner" }, element("h5", {}, part.heading), explanationContent(part))),
    paragraphs(footer),
  ];
}
