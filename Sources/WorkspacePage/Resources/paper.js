// The board paper: seen before it is saved, and saved as the command writes it, byte for byte.

const paperFolder = "underlag";

function renderPaper(section) {
  if (readOnlyReason()) {
    return section.append(element("p", {}, say("Underlaget skrivs inte: det skulle följa andra regler än omgången är fryst med.",
      "The paper is not written: it would follow other rules than the round is frozen with.")));
  }
  const parts = [["files", say("Underlaget", "The paper")], ["texts", say("Texterna", "The texts")]];
  section.append(element("div", { class: "tabs", role: "group", "aria-label": say("Vad som visas", "What is shown") }, parts.map(([part, words]) => button(words, () => {
    state.paperPart = part;
    renderView();
    find(`underlag-${part}`).focus();
  }, { "aria-pressed": String(state.paperPart === part), id: `underlag-${part}` }))));
  if (state.paperPart === "texts") {
    section.append(element("div", { id: "texter" }, element("p", {}, say("Läser …", "Reading …"))));
    return openTexts();
  }
  const hidden = unreadFiles() ?? notYet(say("Underlaget visar alla poäng. Det visas när du har bedömt alla förslag.", "The paper shows all points. It is shown when you have assessed all proposals."));
  if (hidden) return section.append(hidden);
  section.append(
    element("p", {}, say("Underlaget görs av bladen som är sparade. Filerna är desamma som kommandot skriver: Word, webbsida, Excel, CSV, JSON och en förteckning med kontrollsummor.",
      "The paper is made of the sheets that are saved. The files are those that the command writes: Word, web page, Excel, CSV, JSON and a list with checksums.")),
    dirtySheets().length === 0 ? "" : element("p", { class: "stale" }, say(`${plural(dirtySheets().length, "blad", "blad")} är inte sparade och räknas inte med.`,
      `${plural(dirtySheets().length, "sheet", "sheets")} are not saved and do not count.`)),
    state.texts?.isChanged ? element("p", { class: "stale" }, say("Texterna är ändrade men inte sparade, och kommer inte med.", "The texts are changed but not saved, and do not come along.")) : "",
    element("p", { class: "buttons" },
      button(say("Förhandsgranska", "Preview"), () => previewPaper(), { id: "granska" }),
      state.folder.canSave ? button(say(`Spara i mappen ${paperFolder}`, `Save in the folder ${paperFolder}`), savePaper, { class: "main", id: "spara-underlag" }) : null,
      button(say("Hämta som ZIP", "Fetch as a ZIP"), fetchPaper, { id: "zip-underlag", class: state.folder.canSave ? null : "main" })),
    element("p", { id: "underlag-lage", role: "status" }),
    element("div", { id: "forhandsvisning" }));
}

const paperState = (words) => { if (find("underlag-lage")) find("underlag-lage").textContent = words; };

/** The page as it will be, in a tree of its own: its style and its ids do not meet those of this page.
 *
 * `isFirst`: page 1 alone. */
async function previewPaper(isFirst = false) {
  const hidden = unreadFiles() ?? notYet(say("Sida 1 visar alla poäng. Den visas när du har bedömt alla förslag.", "Page 1 shows all points. It is shown when you have assessed all proposals."));
  if (hidden) {
    find("forhandsvisning").replaceChildren(hidden);
    return hidden.querySelector("button")?.focus();
  }
  paperState(say("Skriver underlaget …", "Writing the paper …"));
  const answer = await ask("paper", [["format", "html"]], [], "text");
  if (!find("forhandsvisning")) return;
  paperState("");
  if (!answer) return;
  if (answer.status !== 0) return notice(say("Underlaget kunde inte skrivas.", "The paper could not be written."), engineWords(answer));
  // The policy would complain of the paper's own style element: its rules go in another way.
  const style = new CSSStyleSheet();
  const rules = /<style>([^<]*)<\/style>/.exec(answer.text)?.[1] ?? "";
  const paper = new DOMParser().parseFromString(answer.text.replace(/<style>[^<]*<\/style>/, ""), "text/html");
  style.replaceSync(rules.replaceAll(":root", ":host").replace(/(^|\n)body\{/g, "$1.body{"));
  const host = element("div", { class: "paper", lang: paper.documentElement.lang });
  const tree = host.attachShadow({ mode: "open" });
  tree.adoptedStyleSheets = [style];
  const body = element("div", { class: "body" });
  body.append(...[...paper.body.childNodes].map((node) => document.adoptNode(node)));
  for (const gone of body.querySelectorAll("script, .skip, .try")) gone.remove();
  if (isFirst) body.replaceChildren(body.querySelector("#sida-1") ?? "");
  // This page has one main part and one heading of the first level already.
  for (const main of body.querySelectorAll("main")) main.replaceWith(element("div", { class: "main", role: "group", "aria-label": paper.title }, ...main.childNodes));
  tree.append(body);
  tree.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    tree.getElementById(decodeURIComponent(link.hash.slice(1)))?.scrollIntoView();
  });
  find("forhandsvisning").replaceChildren(element("h3", { id: "granskas", tabindex: "-1" }, isFirst
    ? state.texts?.isChanged ? say("Så här är sida 1 med det som är sparat", "This is page 1 with what is saved") : say("Så här blir sida 1", "This is how page 1 will be")
    : say("Så här blir underlaget", "This is how the paper will be")), host);
  find("granskas").focus();
}

/** [[name, bytes], …] of all files; null where they could not be made. */
async function paperFiles() {
  paperState(say("Skriver underlaget …", "Writing the paper …"));
  const engineBytes = wholeModule(unpackedParts(find("motor").textContent));
  const notices = unpackedParts(find("licenser").textContent).get("licenser");
  const answer = await ask("paper", [["format", "zip"]], [["beredning.wasm", engineBytes], ["THIRD-PARTY.txt", notices]]);
  paperState("");
  if (!answer) return null;
  if (answer.status !== 0) {
    notice(say("Underlaget kunde inte skrivas.", "The paper could not be written."), engineWords(answer));
    return null;
  }
  return { archive: answer.output, files: await readZip(answer.output) };
}

async function fetchPaper() {
  closeNotice();
  const paper = await paperFiles();
  if (!paper) return;
  download(new Blob([paper.archive], { type: "application/zip" }), `${paperFolder}-${state.desk.round.id}.zip`);
  paperState(say(`Hämtat: ${paper.files.map(([name]) => name).join(", ")}.`, `Fetched: ${paper.files.map(([name]) => name).join(", ")}.`));
}

async function savePaper() {
  closeNotice();
  // Leave to save is asked for while the press is fresh.
  if (!(await state.folder.maySave().catch(() => false))) notice(noLeave());
  const paper = await paperFiles();
  if (!paper) return;
  let answer = null;
  const how = await saveFiles(paper.files.map(([name, bytes]) => [`${state.base}${paperFolder}/${name}`, bytes]), async () => {
    answer ??= await askInWindow(say("Det finns redan ett underlag", "There is a paper already"),
      element("p", {}, say(`Ska filerna i mappen ${paperFolder} ersättas?`, `Shall the files in the folder ${paperFolder} be replaced?`)),
      [[say("Ersätt", "Replace"), "replace"], [say("Avbryt", "Cancel"), "", "main"]]);
    return answer === "replace";
  });
  if (how === null) return;
  paperState(how === "saved" ? say(`Sparat i mappen ${paperFolder}: ${paper.files.map(([name]) => name).join(", ")}.`,
    `Saved in the folder ${paperFolder}: ${paper.files.map(([name]) => name).join(", ")}.`) : say("Hämtat som ZIP.", "Fetched as a ZIP."));
}
