// Every file that was opened, with what is wrong in it.

const severityWords = (severity) => ({ error: say("Fel", "Error"), warning: say("Varning", "Warning") })[severity] ?? say("Anmärkning", "Note");

const kindWords = (kind) => ({
  round: say("Omgången", "The round"), rules: say("Regler", "Rules"), form: say("Formulär", "Form"),
  proposal: say("Förslag", "Proposal"), assessment: say("Bedömningsblad", "Assessment sheet"),
  declarations: say("Anmälningar om jäv", "Declarations of interest"),
})[kind] ?? say("Annan fil", "Another file");

function renderFiles(section) {
  const files = state.desk?.files ?? [];
  const known = new Set(files.map((file) => ownPath(file.path)));
  const beside = [...state.folder.files.keys()].filter((path) => !known.has(path) && path.startsWith(state.base));
  const others = beside.filter((path) => !isKept(path));
  section.append(...present(
    element("p", {}, state.folder.canSave
      ? say(`Mappen ${state.folder.name}. Det du sparar läggs i den.`, `The folder ${state.folder.name}. What you save is put there.`)
      : say(`Läst från ${state.folder.name}. Webbläsaren kan inte spara dit: det du sparar hämtas som filer.`,
        `Read from ${state.folder.name}. The browser cannot save there: what you save is fetched as files.`)),
    element("p", { class: "buttons" },
      state.folder.canSave ? button(say("Läs in mappen igen", "Read the folder again"), readAgain, { id: "las-igen" }) : null,
      button(say("Hämta omgången som ZIP", "Fetch the round as a ZIP"), fetchRound, { id: "hamta-zip" }),
      state.folder.toFetch.size === 0 ? null : button(
        say(`Hämta det som ändrats (${state.folder.toFetch.size})`, `Fetch what was changed (${state.folder.toFetch.size})`),
        () => download(writeZip([...state.folder.toFetch]), "andrat.zip"), { id: "hamta-andrat" })),
    fileTable(files),
    beside.length === others.length ? null : element("details", {}, element("summary", {}, say("Sparat vid sidan av: ansökningar som de kom in, och lägen att jämföra med",
      "Saved beside it: applications as they came in, and states to compare with")),
    element("ul", {}, beside.filter(isKept).map((path) => element("li", {}, path.slice(state.base.length))))),
    others.length === 0 ? null : element("details", {}, element("summary", {}, say(`${plural(others.length, "fil", "filer")} som inte hör till omgången`,
      `${plural(others.length, "file", "files")} that do not belong to the round`)),
    element("ul", {}, others.map((path) => element("li", {}, path)))),
    state.folder.unread.length === 0 ? null : [element("h3", {}, say("Lästes inte", "Not read")),
      element("ul", {}, state.folder.unread.map(([path, why]) => element("li", {}, `${path}: ${why}`)))]));
}

const isKept = (path) => /^(inkommet|minne)\/[^/]+$/.test(path.slice(state.base.length));

function fileTable(files) {
  return element("div", { class: "table", tabindex: "0", role: "region", "aria-label": say("Filer", "Files") }, element("table", {},
    element("thead", {}, element("tr", {}, [say("Fil", "File"), say("Vad", "What"), say("Läget", "State")]
      .map((words) => element("th", { scope: "col" }, words)))),
    element("tbody", {}, files.map((file) => element("tr", {},
      element("th", { scope: "row" }, shownPath(file.path)),
      element("td", {}, kindWords(file.kind)),
      element("td", {}, file.errors > 0
        ? say(`Används inte: ${plural(file.errors, "fel", "fel")}`, `Not used: ${plural(file.errors, "error", "errors")}`)
        : file.findings.length > 0 ? say("Läst, med anmärkningar", "Read, with remarks") : say("Läst", "Read"),
      file.findings.length === 0 ? null : findingList(file.findings)))))));
}

function findingList(findings) {
  return element("ul", { class: "findings" }, findings.map((finding) => element("li", { class: `finding ${finding.severity}` },
    element("strong", {}, severityWords(finding.severity)),
    finding.line ? say(` på rad ${finding.line}`, ` on line ${finding.line}`) : "", ": ",
    element("span", languageOf(finding.message), inLanguage(finding.message)), ` (${finding.code})`,
    (finding.hints ?? []).map((hint) => element("p", { class: "help", ...languageOf(hint) }, inLanguage(hint))))));
}

/** The files that could not be read, wherever the reader is. */
function brokenFiles() {
  const broken = (state.desk?.files ?? []).filter((file) => file.errors > 0);
  if (broken.length === 0) return null;
  return element("section", { class: "broken", "aria-labelledby": "trasiga-rubrik" },
    element("h3", { id: "trasiga-rubrik" }, say(`${plural(broken.length, "fil kunde", "filer kunde")} inte läsas`,
      `${plural(broken.length, "file", "files")} could not be read`)),
    element("p", {}, say("Resten är med. Rätta filerna och läs in mappen igen.", "The rest is here. Correct the files and read the folder again.")),
    element("ul", { class: "plain" }, broken.map((file) => element("li", {},
      element("details", {}, element("summary", {}, shownPath(file.path), " – ", plural(file.errors, say("fel", "error"), say("fel", "errors"))),
        findingList(file.findings))))));
}

const unreadOfRound = () => state.folder.unread.filter(([path]) => isOfRound(path));

/** Files of the round that the browser did not read: nobody knows what stands in them. */
function unreadFiles() {
  const unread = unreadOfRound();
  if (unread.length === 0) return null;
  return element("section", { class: "broken", "aria-labelledby": "olasta-rubrik" },
    element("h3", { id: "olasta-rubrik" }, say(`${plural(unread.length, "fil", "filer")} lästes inte`, `${plural(unread.length, "file was", "files were")} not read`)),
    element("p", {}, say("Ordningen och underlaget visas först när alla omgångens filer är lästa: annars skulle något saknas i dem.",
      "The order and the paper are shown when all the round's files have been read: else something would be missing in them.")),
    element("ul", { class: "plain" }, unread.map(([path, why]) => element("li", {}, `${path}: ${why}`))),
    state.folder.canSave ? element("p", { class: "buttons" }, button(say("Läs in mappen igen", "Read the folder again"), readAgain)) : null);
}

function fetchRound() {
  const files = [...state.folder.files].filter(([path]) => path.startsWith(state.base)).map(([path, bytes]) => [path.slice(state.base.length), bytes]);
  download(writeZip(files), `${state.desk?.round?.id ?? "omgang"}.zip`);
}
