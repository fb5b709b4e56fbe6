// The inbox: every proposal with what stops it, what is missing and who gives it.

const resolverWords = (who) => (who === "applicant" ? say("Sökanden", "The applicant") : say("Förbundet", "The association"));
const missingFrom = (proposal, who) => proposal.missing.filter((one) => one.resolved_by === who);

const standingOf = (proposal) => {
  const standing = proposal.standing ?? say("rangordnas", "ranked");
  return standing.slice(0, 1).toUpperCase() + standing.slice(1);
};

/** What waits for the applicant is told to everybody; the rest may come from what others found. */
const shownStanding = (proposal) => [maySee(proposal) || proposal.list === "supplement" ? standingOf(proposal) : say("Väntar på ditt blad", "Waits for your sheet"),
  changedWords(proposal)].filter(Boolean).join(", ");

function renderInbox(section) {
  const all = proposals();
  const { round } = state.desk;
  section.append(...present(
    element("p", {}, say(`${plural(all.length, "förslag har", "förslag har")} kommit in. `, `${plural(all.length, "proposal has", "proposals have")} come in. `),
      say(`Datum jämförs med ${round.as_of}. `, `Dates are compared with ${round.as_of}. `),
      round.supplement ? say(`Komplettera senast ${round.supplement}, samma dag för alla.`, `Supplement by ${round.supplement}, the same day for all.`) : null),
    unreadFiles(),
    brokenFiles(),
    memoryThen() ? renderMemory() : null,
    all.length === 0 ? element("p", {}, say("Det finns inget förslag att visa.", "There is no proposal to show.")) : inboxTable(all),
    element("div", { id: "inkorg-lista" }, all.map(inboxEntry)),
    renderSubmitted(),
    memoryThen() ? null : renderMemory(),
  ));
}

function inboxTable(all) {
  const columns = [say("Förslag", "Proposal"), say("Läget", "Standing"), say("Sökanden ger", "The applicant gives"),
    say("Förbundet ger", "The association gives"), say("Blad", "Sheets")];
  return element("div", { class: "table", tabindex: "0", role: "region", "aria-label": say("Översikt", "Overview") }, element("table", { id: "oversikt" },
    element("caption", { class: "hidden" }, say("Förslagen och vad som saknas", "The proposals and what is missing")),
    element("thead", {}, element("tr", {}, columns.map((words, index) => element("th", { scope: "col", class: index === 2 || index === 3 ? "number" : null }, words)))),
    element("tbody", {}, all.map((proposal) => element("tr", {},
      element("th", { scope: "row" }, element("a", { href: `#in-${proposal.id}`, on: { click: () => {
        find(`in-${proposal.id}`).open = true;
      } } }, proposal.name)),
      element("td", {}, shownStanding(proposal)),
      ...["applicant", "association"].map((who) => element("td", { class: "number" }, who === "association" && !maySee(proposal) ? "–" : String(missingFrom(proposal, who).length || "–"))),
      element("td", {}, proposal.sheets.map((sheet) => roleLabel(sheet.role)).join(", ") || "–"))))));
}

/** Filled when it is unfolded: two hundred proposals are many words. */
function inboxEntry(proposal) {
  const body = element("div", { class: "card-body" });
  const fold = element("details", { class: "card", id: `in-${proposal.id}` },
    element("summary", {}, element("h3", {}, proposal.name), " ", element("span", { class: "standing" }, shownStanding(proposal))), body);
  fold.addEventListener("toggle", () => {
    if (fold.open && body.childElementCount === 0) body.append(...inboxBody(proposal).filter(Boolean));
  });
  return fold;
}

function inboxBody(proposal) {
  const list = (who) => {
    const missing = missingFrom(proposal, who);
    return missing.length === 0 ? null : element("section", {}, element("h4", {}, resolverWords(who), say(" ger", " gives")),
      element("ul", {}, missing.map((one) => element("li", {}, one.text))));
  };
  const isOpen = maySee(proposal);
  const differences = isOpen ? proposal.disagreements.map((one) => one.text ?? one) : [];
  const stops = proposal.stops.filter((stop) => isOpen || stop.resolved_by === "applicant");
  return [
    element("p", { class: "help" }, [proposal.group, proposal.id].filter(Boolean).join(" · ")),
    isOpen ? null : element("p", { class: "help" }, say("Det som bygger på bedömningar visas när du har sparat ditt blad.", "What rests on assessments is shown when you have saved your sheet.")),
    isOpen && proposal.reason ? element("p", {}, proposal.reason) : null,
    stops.length === 0 ? null : element("section", {}, element("h4", {}, say("Det som stoppar", "What stops it")),
      element("ul", { class: "stops" }, stops.map((stop) => element("li", { class: stop.resolved_by === "association" ? "open" : null },
        stop.text ?? stop, stop.resolved_by ? element("p", { class: "help" }, `${resolverWords(stop.resolved_by)} ${say("löser det.", "resolves it.")}`) : null,
        stop.advice ? element("p", {}, stop.advice) : null)))),
    list("applicant"), isOpen ? list("association") : null,
    renderChanges(proposal),
    isOpen && proposal.missing.length === 0 && proposal.stops.length === 0 ? element("p", { class: "fine" }, say("Inget saknas.", "Nothing is missing.")) : null,
    differences.length === 0 ? null : element("section", {}, element("h4", {}, say("Här är bedömarna inte ense", "Here the assessors disagree")),
      element("ul", {}, differences.map((text) => element("li", {}, text)))),
    element("p", { class: "buttons" },
      button(isAssessor() ? say("Bedöm", "Assess") : say("Bladen", "The sheets"), () => showAssessment(proposal.id), { "data-do": "assess" }),
      isOpen ? button(say("Varför?", "Why?"), () => showRankingPart({ part: "explanation", proposal: proposal.id }), { "data-do": "why" }) : null,
      missingFrom(proposal, "applicant").length === 0 ? null : [
        button(say("Kompletteringslista (DOCX)", "Supplement list (DOCX)"), () => fetchSupplement(proposal, "docx"), { "data-do": "docx" }),
        button(say("Kompletteringslista (text)", "Supplement list (text)"), () => fetchSupplement(proposal, "text"), { "data-do": "text" })]),
  ];
}

/** The applicant's list, to send: the same bytes as the command's. */
async function fetchSupplement(proposal, format) {
  closeNotice();
  const answer = await ask("missing", [["for", proposal.id], ["format", format]]);
  if (!answer) return;
  if (answer.status !== 0) return notice(say("Listan kunde inte skrivas.", "The list could not be written."), engineWords(answer));
  const name = `${say("komplettering", "supplement")}-${proposal.id}.${format === "docx" ? "docx" : "txt"}`;
  downloadBytes(answer.output, name);
  announce(say(`Hämtad: ${name}`, `Fetched: ${name}`));
}
