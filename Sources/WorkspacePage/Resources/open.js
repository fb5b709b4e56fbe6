// Opening: a folder where the browser can save to one, else files, a folder to read, a dropped folder or a ZIP.

const canPickFolder = () => typeof window.showDirectoryPicker === "function";

async function pickFolder() {
  let root;
  try {
    root = await window.showDirectoryPicker({ id: "beredning-omgang", mode: "read" });
  } catch (error) {
    if (error?.name === "AbortError") return;
    return notice(say("Mappen kunde inte öppnas. Pröva att välja filerna i stället.", "The folder could not be opened. Try choosing the files instead."));
  }
  await openWith(async () => {
    const folder = new OpenedFolder(root.name, root);
    await folder.addDirectory(root);
    return folder;
  });
}

/** Files from a picker: several, a folder's, or a ZIP. */
async function openFiles(files) {
  const chosen = [...files];
  await openWith(async () => {
    const zip = chosen.find((file) => /\.zip$/i.test(file.name));
    if (zip) return openZip(zip);
    const paths = chosen.map((file) => [file.webkitRelativePath || file.name, file]);
    return ofPaths(withoutCommonFolder(paths));
  });
}

/** "exempel/round.yaml" and "exempel/stegen.yaml" lie in the folder exempel. */
function withoutCommonFolder(paths) {
  const first = paths[0]?.[0].split("/")[0];
  const isCommon = paths.every(([path]) => path.includes("/") && path.split("/")[0] === first);
  return { name: isCommon ? first : say("valda filer", "chosen files"),
    paths: isCommon ? paths.map(([path, file]) => [path.slice(first.length + 1), file]) : paths };
}

async function ofPaths({ name, paths }) {
  const folder = new OpenedFolder(name);
  await folder.addFiles(paths.map(([path, file]) => [placed(path), () => file]));
  return folder;
}

/** A sheet that was chosen by itself lies among the sheets: its name has a role. */
function placed(path) {
  const isSheet = /^[a-z0-9-]+\.[a-z0-9_-]+\.yaml$/.test(path) && !/\.(rules|form|tests)\.yaml$/.test(path);
  return isSheet ? `assessments/${path}` : path;
}

async function openZip(file) {
  const entries = await readZip(new Uint8Array(await file.arrayBuffer()),
    (path, size) => isWanted(path) && size <= fileLimits.size);
  const { paths } = withoutCommonFolder(entries.map(([path, bytes]) => [path, bytes]));
  const folder = new OpenedFolder(file.name);
  await folder.addFiles(paths.map(([path, bytes]) => [path, () => new Blob([bytes])]));
  return folder;
}

/** What was dropped: a folder that may be saved to where the browser gives one, else files. */
async function openDropped(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === "file");
  const handles = items.map((item) => item.getAsFileSystemHandle?.().catch(() => null));
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...transfer.files];
  const [handle] = handles.length === 1 ? await Promise.all(handles) : [null];
  await openWith(async () => {
    if (handle?.kind === "directory") {
      const folder = new OpenedFolder(handle.name, handle);
      await folder.addDirectory(handle);
      return folder;
    }
    const zip = files.find((file) => /\.zip$/i.test(file.name));
    if (zip) return openZip(zip);
    const found = [];
    for (const [index, entry] of entries.entries()) {
      if (entry?.isDirectory) await filesIn(entry, `${entry.name}/`, found, 0);
      else if (files[index]) found.push([files[index].name, files[index]]);
    }
    return ofPaths(withoutCommonFolder(found));
  });
}

async function filesIn(directory, prefix, found, depth) {
  if (depth > fileLimits.depth) return;
  const reader = directory.createReader();
  for (;;) {
    const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    for (const entry of batch) {
      if (entry.isDirectory) await filesIn(entry, `${prefix}${entry.name}/`, found, depth + 1);
      else found.push([prefix + entry.name, await new Promise((resolve, reject) => entry.file(resolve, reject))]);
    }
  }
}

/** What is going on, for as long as it does. */
function showReading(words) {
  find("laser")?.remove();
  if (words === null) return;
  document.querySelector(".start")?.append(element("p", { id: "laser" }, element("progress", { "aria-labelledby": "laser-ord" }), " ",
    element("span", { id: "laser-ord" }, words)));
  announce(words);
}

let isOpening = false;

/** Reads what `read` gives and shows it; what was open stays where it cannot be read. */
async function openWith(read) {
  closeNotice();
  if (hasUnsaved() && !(await mayLeave())) return;
  isOpening = true;
  showReading(say("Läser filerna …", "Reading the files …"));
  let folder;
  try {
    folder = await read();
  } catch (error) {
    return notice(openingFailed(error));
  } finally {
    showReading(null);
    isOpening = false;
  }
  await showFolder(folder);
}

function openingFailed(error) {
  if (error instanceof ZipFailure) {
    return say("ZIP-filen kunde inte läsas: den är trasig, krypterad eller för stor. Packa upp den och öppna mappen.",
      "The ZIP could not be read: it is broken, encrypted or too large. Unpack it and open the folder.");
  }
  if (error instanceof RangeError) {
    return say(`Mappen har fler än ${fileLimits.count} filer. Välj omgångens egen mapp.`,
      `The folder has more than ${fileLimits.count} files. Choose the round's own folder.`);
  }
  return say("Filerna kunde inte läsas. Är mappen fortfarande åtkomlig?", "The files could not be read. Is the folder still reachable?");
}

async function showFolder(folder) {
  const rounds = roundsIn(folder);
  if (rounds.length === 0) {
    return notice(say(`Det finns ingen omgång i ${folder.name}: filen round.yaml saknas. Välj mappen där den ligger.`,
      `There is no round in ${folder.name}: the file round.yaml is missing. Choose the folder that holds it.`));
  }
  const base = rounds.length === 1 ? rounds[0] : await chooseRound(rounds);
  if (base === null) return;
  showReading(say(`${plural(folder.files.size, "fil är läst", "filer är lästa")}. Räknar …`, `${plural(folder.files.size, "file has", "files have")} been read. Computing …`));
  Object.assign(state, { folder, base, desk: null, proposal: null, ...nobodyYet(), view: "inbox" });
  await refreshDesk();
  renderPage();
  find("vy-rubrik")?.focus();
}

async function chooseRound(rounds) {
  const pressed = await askInWindow(say("Vilken omgång?", "Which round?"),
    element("p", {}, say("Mappen har flera omgångar.", "The folder holds several rounds.")),
    [...rounds.slice(0, 12).map((round) => [round.replace(/\/$/, "") || state.folder?.name || "round.yaml", `round:${round}`]),
      [say("Avbryt", "Cancel"), ""]]);
  return pressed.startsWith("round:") ? pressed.slice("round:".length) : null;
}

/** Reads the same folder again: what others have saved comes in, what is being filled in stays. */
async function readAgain() {
  closeNotice();
  const { folder } = state;
  const fresh = new OpenedFolder(folder.name, folder.root);
  try {
    await fresh.addDirectory(folder.root);
  } catch (error) {
    return notice(openingFailed(error));
  }
  fresh.toFetch = folder.toFetch;
  const changed = [...new Set([...folder.files.keys(), ...fresh.files.keys()])]
    .filter((path) => !sameBytes(folder.files.get(path), fresh.files.get(path)));
  state.folder = fresh;
  await refreshDesk();
  renderPage();
  notice(changed.length === 0
    ? say("Mappen är läst igen. Inget har ändrats.", "The folder was read again. Nothing has changed.")
    : say(`Mappen är läst igen. ${plural(changed.length, "fil har", "filer har")} ändrats:`,
      `The folder was read again. ${plural(changed.length, "file has", "files have")} changed:`),
  changed.length === 0 ? null : element("ul", {}, changed.slice(0, 20).map((path) => element("li", {}, path))));
}

function acceptDrops() {
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!hasFiles(event)) return;
    event.preventDefault();
    openDropped(event.dataTransfer);
  });
}
