// Proposals as they came in. `inkommet/<id>.yaml` beside the proposals is the file as it was: nothing is counted from
// it, and what has been changed since is told against it.

const submittedPath = (id) => `${state.base}inkommet/${id}.yaml`;
const proposalPath = (id) => `${state.base}${id}.yaml`;

/** "none" is kept, the "same" as now, or "changed" since. */
function submittedState(id) {
  const kept = state.folder.files.get(submittedPath(id));
  if (!kept) return "none";
  return sameBytes(kept, state.folder.files.get(proposalPath(id))) ? "same" : "changed";
}

const changedWords = (proposal) => (submittedState(proposal.id) === "changed" ? say("ändrat sedan det kom in", "changed since it came in") : null);

/** Proposals of which no version is kept, and kept ones whose proposal is gone. */
function renderSubmitted() {
  const loose = proposals().filter((proposal) => submittedState(proposal.id) === "none");
  const prefix = `${state.base}inkommet/`;
  const gone = [...state.folder.files.keys()].filter((path) => path.startsWith(prefix) && !state.folder.files.has(state.base + path.slice(prefix.length)));
  if (loose.length === 0 && gone.length === 0) return null;
  return element("section", { id: "inkomna", "aria-labelledby": "inkomna-rubrik" }, element("h3", { id: "inkomna-rubrik" }, say("Som de kom in", "As they came in")),
    gone.length === 0 ? null : element("p", { class: "stale" }, say(`Har kommit in men finns inte längre i mappen: ${gone.map(nameOf).join(", ")}.`,
      `Came in but is no longer in the folder: ${gone.map(nameOf).join(", ")}.`)),
    loose.length === 0 || readOnlyReason() ? null : [
      element("p", { class: "help" }, say("Spara en kopia av ansökningarna som de kom in. Kompletteringar visas sedan som ändringar mot den. Kopian räknas aldrig.",
        "Save a copy of the applications as they came in. Supplements are then shown as changes against it. The copy never counts.")),
      element("p", { class: "buttons" }, button(say(`Spara ${plural(loose.length, "förslag", "förslag")} som inkomna`, `Save ${plural(loose.length, "proposal", "proposals")} as they came in`),
        () => keepSubmitted(loose), { id: "spara-inkomna" }))]);
}

async function keepSubmitted(loose) {
  closeNotice();
  const files = loose.filter((proposal) => state.folder.files.has(proposalPath(proposal.id)))
    .map((proposal) => [submittedPath(proposal.id), state.folder.files.get(proposalPath(proposal.id))]);
  const how = await saveFiles(files);
  if (how === null || how === "elsewhere") return;
  renderView();
  notice(how === "saved" ? say(`${plural(files.length, "kopia är sparad", "kopior är sparade")} i mappen inkommet.`, `${plural(files.length, "copy is", "copies are")} saved in the folder inkommet.`)
    : say("Kopiorna är hämtade. Lägg dem i omgångens mapp, under inkommet.", "The copies are fetched. Put them in the round's folder, under inkommet."));
}

/** What has been changed in a proposal since it came in; filled when the engine has compared. */
function renderChanges(proposal) {
  const kept = submittedState(proposal.id);
  if (kept === "none") return null;
  if (kept === "same") return element("p", { class: "help" }, say("Förslaget är som det kom in.", "The proposal is as it came in."));
  const place = element("section", { "data-changes": proposal.id }, element("h4", {}, say("Ändrat sedan det kom in", "Changed since it came in")),
    element("p", {}, say("Jämför …", "Comparing …")));
  ask("changes", [["proposal", proposal.id]], [[`${engineFolder}/inkommet/${proposal.id}.yaml`, state.folder.files.get(submittedPath(proposal.id))]], "text").then((answer) => {
    const found = answer?.status === 0 ? parsed(answer.text) : null;
    const heading = place.firstElementChild;
    if (!found) return place.replaceChildren(heading, element("p", {}, say("Versionerna kunde inte jämföras.", "The versions could not be compared.")), (answer ? engineWords(answer) : null) ?? "");
    if (!found.is_readable) return place.replaceChildren(heading, element("p", {}, say("Filen som kom in kan inte läsas:", "The file that came in cannot be read:")), findingList(found.findings));
    place.replaceChildren(heading, found.changes.length === 0
      ? element("p", {}, say("Filen är skriven på annat sätt, men alla uppgifter är desamma.", "The file is written in another way, but everything in it is the same."))
      : changeTable(found.changes));
  });
  return place;
}

function changeTable(changes) {
  const words = (text) => text ?? element("em", {}, say("inget", "nothing"));
  return element("div", { class: "table", tabindex: "0", role: "region", "aria-label": say("Ändringar", "Changes") }, element("table", {},
    element("thead", {}, element("tr", {}, [say("Uppgift", "Claim"), say("Som det kom in", "As it came in"), say("Nu", "Now")].map((title) => element("th", { scope: "col" }, title)))),
    element("tbody", {}, changes.map((change) => element("tr", {}, element("th", { scope: "row" }, change.label),
      element("td", {}, words(change.before)), element("td", {}, words(change.after)))))));
}
