// Saving. A file that somebody else has changed is never written over; what cannot be saved in the folder can be
// fetched as a file.

function download(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const downloadBytes = (bytes, path) => download(new Blob([bytes], { type: "application/octet-stream" }), nameOf(path));

/** Saves [[path, bytes], …] in the folder, or as files to fetch. Gives "saved", "fetched" or null: nothing was done. */
async function saveFiles(files, mayReplace = () => false) {
  const reason = readOnlyReason();
  if (reason) {
    notice(say("Inget sparas: ", "Nothing is saved: "), reason);
    return null;
  }
  if (!state.folder.canSave) return fetchFiles(files);
  try {
    if (!(await state.folder.maySave())) return offerElsewhere(files, noLeave());
    for (const [path, bytes] of files) {
      const now = await state.folder.now(path);
      const isAsKnown = sameBytes(now, state.folder.files.get(path)) || sameBytes(now, bytes);
      if (!isAsKnown && !(now !== null && await mayReplace(path))) return offerElsewhere(files, changedMeanwhile(path), true);
    }
    for (const [path, bytes] of files) {
      await state.folder.write(path, bytes);
      state.folder.files.set(path, bytes);
      state.folder.toFetch.delete(path);
    }
  } catch (error) {
    return offerElsewhere(files, savingFailed(error));
  }
  return "saved";
}

const noLeave = () => say("Webbläsaren har inte lov att spara i mappen.", "The browser has no leave to save in the folder.");

const changedMeanwhile = (path) => say(
  `Filen ${nameOf(path)} har ändrats i mappen sedan du öppnade den. Den skrivs inte över. Det du har fyllt i är kvar.`,
  `The file ${nameOf(path)} has changed in the folder since you opened it. It is not overwritten. What you have filled in is still here.`);

function savingFailed(error) {
  if (error?.name === "QuotaExceededError") return say("Disken är full.", "The disk is full.");
  if (error?.name === "NotAllowedError" || error?.name === "NoModificationAllowedError") return noLeave();
  if (error?.name === "NotFoundError") return say("Mappen finns inte längre där den låg.", "The folder is no longer where it was.");
  return say("Filen kunde inte skrivas i mappen.", "The file could not be written in the folder.");
}

/** Nothing is lost: the files can be fetched and put somewhere else. */
async function offerElsewhere(files, why, mayReadAgain = false) {
  const pressed = await askInWindow(say("Det gick inte att spara i mappen", "It could not be saved in the folder"),
    [element("p", {}, why), element("p", {}, say("Du kan spara på ett annat ställe.", "You can save in another place."))],
    [[say("Spara på annat ställe", "Save in another place"), "fetch", "main"],
      ...(mayReadAgain ? [[say("Läs in mappen igen", "Read the folder again"), "again"]] : []),
      [say("Avbryt", "Cancel"), ""]]);
  if (pressed === "fetch") {
    fetchAll(files);
    return "elsewhere";
  }
  if (pressed === "again") await readAgain();
  return null;
}

/** Where no folder can be saved to: the page goes on with the new files, and gives them to be put in the folder. */
function fetchFiles(files) {
  for (const [path, bytes] of files) {
    state.folder.files.set(path, bytes);
    state.folder.toFetch.set(path, bytes);
  }
  fetchAll(files);
  return "fetched";
}

function fetchAll(files) {
  if (files.length === 1) downloadBytes(files[0][1], files[0][0]);
  else download(writeZip(files), `${state.desk?.round?.id ?? "omgang"}.zip`);
}

const savedWords = (how, path) => ({
  saved: say(`Sparat i mappen: ${path}.`, `Saved in the folder: ${path}.`),
  fetched: say(`Hämtad som ${nameOf(path)}. Lägg filen i omgångens mapp, under ${folderOf(path) || "."}.`,
    `Fetched as ${nameOf(path)}. Put the file in the round's folder, under ${folderOf(path) || "."}.`),
  elsewhere: say(`Hämtad som ${nameOf(path)}. Filen i mappen är orörd.`, `Fetched as ${nameOf(path)}. The file in the folder is untouched.`),
})[how];

const dirtySheets = () => [...state.sheets.values()].filter((sheet) => sheet.isChanged);
const hasUnsaved = () => dirtySheets().length > 0 || (state.texts?.isChanged ?? false);

/** Tells in a box of its own what stops a save. */
const telling = (box) => {
  box.hidden = true;
  const show = (...content) => {
    box.hidden = false;
    box.replaceChildren(...content);
  };
  return {
    show,
    /** - Parameter lacking: [words, id of the control]. */
    lacking: (lacking) => {
      const focus = (id) => {
        const control = find(id);
        control?.closest("details")?.setAttribute("open", "");
        control?.focus();
      };
      show(element("p", {}, say("Det saknas något:", "Something is missing:")), element("ul", {}, lacking.map(([words, id]) =>
        element("li", {}, element("a", { href: `#${id}`, on: { click: (event) => {
          event.preventDefault();
          focus(id);
        } } }, words)))));
      focus(lacking[0][1]);
    },
  };
};

async function mayLeave() {
  const count = dirtySheets().length;
  const lost = [count > 0 ? say(plural(count, "blad", "blad"), plural(count, "sheet", "sheets")) : null, state.texts?.isChanged ? say("omgångens texter", "the round's texts") : null];
  const what = lost.filter(Boolean).join(say(" och ", " and "));
  return await askInWindow(say("Det finns sådant som inte är sparat", "Not everything is saved"),
    element("p", {}, say(`Det du har ändrat försvinner om du öppnar något annat: ${what}.`, `What you have changed will be lost if you open something else: ${what}.`)),
    [[say("Öppna ändå", "Open anyway"), "open"], [say("Avbryt", "Cancel"), "", "main"]]) === "open";
}
