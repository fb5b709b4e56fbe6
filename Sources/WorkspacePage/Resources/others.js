// What the others found, in full beside one's own sheet, once that is saved.

const verdictWords = (verdict) => ({ confirmed: say("stämmer", "right"), corrected: say("rättas", "corrected"), rejected: say("stämmer inte", "not right") })[verdict];

/** What is told of the other assessors below one's own sheet. */
function renderOthers(proposal) {
  const others = proposal.sheets.filter((sheet) => sheet.role !== state.role);
  const heading = element("h4", { id: "andra-rubrik" }, say("De andra bedömarna", "The other assessors"));
  const section = (...content) => element("section", { "aria-labelledby": "andra-rubrik", id: "andra" }, heading, content);
  if (!maySee(proposal)) {
    return section(element("p", {}, say("Andras blad, sökandens egen bild och poängen visas när du har sparat ditt eget blad.",
      "The sheets of others, the applicant's own view and the points are shown when you have saved your own sheet.")));
  }
  const differences = proposal.disagreements.map((one) => one.text ?? one);
  const place = element("div", { id: "andras-blad" }, others.length === 0 ? null : element("p", {}, say("Läser bladen …", "Reading the sheets …")));
  fillOthers(place, proposal, others);
  return section(
    element("p", {}, say("Läget med alla blad: ", "How it stands with all sheets: "), [standingOf(proposal).toLowerCase(), proposal.total ? say(`${proposal.total} poäng`, `${proposal.total} points`) : null,
      proposal.rank ? say(`plats ${proposal.rank}`, `place ${proposal.rank}`) : null].filter(Boolean).join(", "), "."),
    others.length === 0 ? element("p", {}, say("Ingen annan har sparat något blad.", "Nobody else has saved a sheet."))
      : element("p", {}, say("Blad finns av ", "There are sheets by "), others.map((sheet) => `${roleLabel(sheet.role)} (${sheet.date})`).join(", "), "."),
    others.length === 0 ? null : differences.length === 0 ? element("p", { class: "fine" }, say("Ni är ense.", "You agree."))
      : [element("p", {}, say("Här är ni inte ense. Tala igenom det, och skriv den gemensamma bedömningen med skäl här ovan.",
        "Here you do not agree. Talk it through, and write the joint judgement with its reason above.")),
      element("ul", { id: "oenigheter" }, differences.map((text) => element("li", {}, text)))],
    place);
}

/** What was read last: it is the same until the round is read again. */
let othersRead = { desk: null, key: "", sheets: null };

function readOthers(proposal, roles) {
  const key = JSON.stringify([proposal.id, roles, state.language]);
  if (othersRead.desk === state.desk && othersRead.key === key) return othersRead.sheets;
  const sheets = (async () => {
    const models = await Promise.all(roles.map((role) => askSheet(proposal.id, role)));
    const answer = await ask("assessors", [["proposal", proposal.id], ["format", "json"]], [], "text");
    if (answer?.status !== 0 || models.includes(null)) othersRead = { desk: null, key: "", sheets: null };
    return [models, answer?.status === 0 ? parsed(answer.text)?.proposals?.[0]?.judgements ?? [] : []];
  })();
  othersRead = { desk: state.desk, key, sheets };
  return sheets;
}

async function fillOthers(place, proposal, others) {
  const roles = [...(ownSheet(proposal) ? [state.role] : []), ...others.map((sheet) => sheet.role)];
  const [models, own] = await readOthers(proposal, roles);
  if (models.some((model) => model === null)) return place.replaceChildren(element("p", {}, say("Bladen kunde inte läsas.", "The sheets could not be read.")));
  const columns = models.map((model, index) => ({ model, words: roles[index] === state.role ? say("Ditt blad", "Your sheet") : roleLabel(roles[index]) }));
  place.replaceChildren(...[judgementTable(columns, own), claimTable(columns), documentTable(columns), decisionTable(columns)].filter(Boolean));
}

function sideBySide(title, head, rows) {
  if (rows.length === 0) return null;
  return element("div", { class: "table", tabindex: "0", role: "region", "aria-label": title }, element("table", { class: "sides" },
    element("caption", {}, title),
    element("thead", {}, element("tr", {}, head.map((words) => element("th", { scope: "col" }, words)))),
    element("tbody", {}, rows.map(([first, ...cells]) => element("tr", {}, element("th", { scope: "row" }, first),
      cells.map((cell) => element("td", {}, cell ?? "–")))))));
}

/** An answer and why. */
const withWhy = (words, reason) => [element("strong", {}, words), reason ? element("p", { class: "help" }, reason) : null];

function judgementTable(columns, own) {
  const key = (one) => JSON.stringify([one.judgement, one.key]);
  const known = new Map();
  for (const { model } of columns) for (const one of model.judgements) if (!known.has(key(one))) known.set(key(one), one);
  const applicant = (one) => {
    const step = own.find((other) => key(other) === key(one))?.own;
    return step ? one.scale.find((entry) => entry.id === step)?.label ?? step : null;
  };
  const rows = [...known.values()].map((one) => {
    const cells = columns.map(({ model }) => {
      const given = model.judgements.find((other) => key(other) === key(one));
      if (!given?.value) return null;
      const label = given.scale.find((step) => step.id === given.value)?.label ?? given.value;
      return withWhy(given.joint ? say(`${label} (gemensam)`, `${label} (joint)`) : label, given.reason);
    });
    return [judgementTitle(one), ...cells, applicant(one)];
  }).filter(([, ...cells]) => cells.some((cell) => cell !== null));
  const hasOwn = rows.some((row) => row.at(-1) !== null);
  return sideBySide(say("Bedömningarna", "The judgements"),
    [say("Fråga", "Question"), ...columns.map((column) => column.words), ...(hasOwn ? [say("Sökandens egna ord", "The applicant's own words")] : [])],
    hasOwn ? rows : rows.map((row) => row.slice(0, -1)));
}

function claimTable(columns) {
  const rows = (columns[0]?.model.claims ?? []).map((claim) => [element("span", {}, claim.label, element("p", { class: "help" }, claim.value)), ...columns.map(({ model }) => {
    const given = model.claims.find((other) => other.field === claim.field);
    if (!given?.verdict) return null;
    const words = given.verdict === "corrected" ? `${verdictWords(given.verdict)}: ${given.choices?.find((choice) => choice.id === given.corrected)?.label ?? given.corrected}` : verdictWords(given.verdict);
    return withWhy(words, given.reason);
  })]).filter(([, ...cells]) => cells.some((cell) => cell !== null));
  return sideBySide(say("Uppgifterna", "The claims"), [say("Uppgift", "Claim"), ...columns.map((column) => column.words)], rows);
}

function documentTable(columns) {
  const rows = (columns[0]?.model.documents ?? []).map((document) => [document.title ?? document.document, ...columns.map(({ model }) => {
    const given = model.documents.find((other) => other.document === document.document);
    return given?.seen === null || given === undefined ? null : withWhy(given.seen ? say("sett", "seen") : say("inte sett", "not seen"), given.reason);
  })]).filter(([, ...cells]) => cells.some((cell) => cell !== null));
  return sideBySide(say("Handlingarna", "The documents"), [say("Handling", "Document"), ...columns.map((column) => column.words)], rows);
}

function decisionTable(columns) {
  const rows = (columns[0]?.model.exclusions ?? []).map((exclusion) => [exclusion.title, ...columns.map(({ model }) => {
    const given = model.exclusions.find((other) => other.exclusion === exclusion.exclusion);
    if (!given || given.decided === null) return null;
    const exceptions = given.exceptions.filter((one) => one.given)
      .map((one) => say(`Undantag: ${one.title}. ${one.reason} (${one.decided_by}, till ${one.valid_to})`, `Exception: ${one.title}. ${one.reason} (${one.decided_by}, until ${one.valid_to})`));
    return [withWhy(given.decided ? say("utesluts", "excluded") : say("utesluts inte", "not excluded"), given.reason),
      exceptions.map((text) => element("p", { class: "help" }, text))];
  })]).filter(([, ...cells]) => cells.some((cell) => cell !== null));
  return sideBySide(say("Uteslutning", "Exclusion"), [say("Grund", "Ground"), ...columns.map((column) => column.words)], rows);
}
