// Opening and saving the draft as the YAML file that `check` and `rank` read. The engine reads and writes it.

const largestFile = 2 << 20;

const withoutEnding = (name) => name.replace(/\.ya?ml$/i, "").replace(/ \(\d+\)$/, "");

async function openFile(file) {
  closeNotice();
  if (file.size > largestFile) {
    const size = (file.size / (1 << 20)).toFixed(1).replace(".", say(",", "."));
    return notice(say(`Filen öppnades inte: den är ${size} MB. Ett utkast är högst 2 MB.`,
      `The file was not opened: it is ${size} MB. A draft is at most 2 MB.`));
  }
  if (engineIsGone()) return notice(withoutEngine());
  let bytes;
  let answer;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
    answer = await ask("open", [["lang", state.language]], [[`${withoutEnding(file.name)}.yaml`, bytes]]);
  } catch (error) {
    return notice(error instanceof EngineFailure
      ? say("Filen öppnades inte: motorn stannade när den läste den. Formuläret är som förut.",
        "The file was not opened: the engine stopped while reading it. The form is as before.")
      : say("Filen kunde inte läsas. Formuläret är som förut.", "The file could not be read. The form is as before."));
  }
  const opened = parsed(answer.text);
  if (answer.status !== 0 || !isObject(opened?.values)) return refuse(file, answer, opened);
  if (hasUnsavedWork() && !(await mayReplace())) return;
  takeOver(opened, bytes, file.name);
}

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** A file that cannot be used: the engine says why, and the form stays as it was. */
function refuse(file, answer, opened) {
  const findings = (opened?.findings ?? []).filter(({ severity }) => severity === "error");
  notice(say(`Filen ${file.name} öppnades inte. Formuläret är som förut.`,
    `The file ${file.name} was not opened. The form is as before.`),
  element("ul", {}, findings.map((finding) => element("li", {}, findingText(finding)))),
  answer.messages ? element("details", {}, element("summary", {}, say("Hela meddelandet", "The whole message")),
    element("pre", { tabindex: "0" }, answer.messages.trim())) : null);
}

async function mayReplace() {
  const pressed = await askInWindow(say("Det finns ändringar som inte är sparade", "There are changes that are not saved"),
    element("p", {}, say("Ska de ersättas? De går inte att få tillbaka.", "Shall they be replaced? They cannot be brought back.")),
    [[say("Spara utkastet först", "Save the draft first"), "save", "main"], [say("Ersätt", "Replace"), "replace"],
      [say("Avbryt", "Cancel"), ""]]);
  if (pressed === "save") return saveDraft();
  return pressed === "replace";
}

function takeOver(opened, bytes, name) {
  state.values = opened.values;
  state.id = opened.id ?? null;
  state.base = bytes;
  state.savedAnswers = answersText();
  state.generatedIds = new WeakSet();
  state.notApplying = null;
  state.findings = [];
  state.showsAll = state.showsAll || hasMoreThanAnIdea();
  find("alla").checked = state.showsAll;
  renderForm();
  answersChanged();
  notice(say(`${name} är öppnad.`, `${name} is open.`));
}

/** Saves a file. Gives whether it was done. */
async function saveDraft() {
  closeNotice();
  if (engineIsGone()) {
    notice(withoutEngine());
    return false;
  }
  let draft;
  try {
    draft = await askDraft("quick");
  } catch {
    notice(say("Det gick inte att spara: motorn stannade. Utkastet är kvar i sidan. Försök igen.",
      "It could not be saved: the engine stopped. The draft is still in the page. Try again."));
    return false;
  }
  if (!draft || typeof draft.yaml !== "string") {
    notice(say("Det gick inte att spara utkastet som fil.", "The draft could not be saved as a file."));
    return false;
  }
  const lost = (draft.rewritten ?? []).filter(({ comments, unknown: keys }) => comments?.length > 0 || keys?.length > 0);
  if (lost.length > 0 && !(await mayRewrite(lost))) return false;
  download(new Blob([draft.yaml], { type: "application/yaml" }), `${draft.id ?? draftID()}.yaml`);
  state.id ??= draft.id ?? draftID();
  state.base = new TextEncoder().encode(draft.yaml);
  state.savedAnswers = answersText();
  keepDraft();
  showSaving();
  notice(say(`Sparat som ${state.id}.yaml i mappen för hämtade filer.`, `Saved as ${state.id}.yaml among your downloads.`));
  return true;
}

/** Before sections are rewritten that hold more than answers. */
async function mayRewrite(lost) {
  const content = element("div", {},
    element("p", {}, say("De här delarna av den öppnade filen skrivs om, eftersom du har ändrat i dem. Det här försvinner då:",
      "These parts of the opened file are written anew, since you have changed them. This then disappears:")),
    element("ul", {}, lost.map(({ field, comments = [], unknown: keys = [] }) => element("li", {},
      element("strong", {}, field ? titleOf(field) : say("Hela filen", "The whole file")),
      element("ul", {}, comments.map((comment) => element("li", {}, element("code", {}, comment))),
        keys.map((key) => element("li", {}, say("okänt fält: ", "unknown field: "), element("code", {}, key))))))));
  const pressed = await askInWindow(say("Anmärkningar i filen försvinner", "Comments in the file disappear"), content,
    [[say("Spara ändå", "Save all the same"), "save", "main"], [say("Avbryt", "Cancel"), ""]]);
  return pressed === "save";
}

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const withoutEngine = () =>
  say("Utan motorn går det inte att öppna eller spara filer. Du kan skriva ut svaren, och behålla dem i den här webbläsaren.",
    "Without the engine files cannot be opened or saved. You can print the answers, and keep them in this browser.");

// Told where the work is, and to a screen reader

function notice(words, ...more) {
  const place = find("besked");
  place.replaceChildren(element("p", {}, words), ...more.filter(Boolean),
    button(say("Stäng", "Close"), () => {
      closeNotice();
      find("oppna").focus();
    }, { class: "quiet" }));
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
}

function closeNotice() {
  find("besked").hidden = true;
  find("besked").replaceChildren();
}

/** A file dropped anywhere on the page is opened. */
function acceptDrops() {
  const hasFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragover", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    document.body.classList.remove("dropping");
    const [file] = event.dataTransfer.files;
    if (file) openFile(file);
  });
}
