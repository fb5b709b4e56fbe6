// The round among the opened files, and what the engine is given of it.

const engineFolder = "round";

/** `a/b/../c` is `a/c`; what leads out of the first folder is kept. */
function joinedPath(folder, name) {
  const parts = [];
  for (const part of `${folder}/${name}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

const folderOf = (path) => path.split("/").slice(0, -1).join("/");
const nameOf = (path) => path.split("/").at(-1);

/** Folders, written with a last `/`, that hold a round. */
const roundsIn = (folder) => [...folder.files.keys()].filter((path) => nameOf(path) === "round.yaml")
  .map((path) => path.slice(0, -"round.yaml".length)).sort();

/** What `round.yaml` says after `rules:`; null where it says nothing that can be a path. */
function rulesPathOf(bytes) {
  const found = /^rules:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#][^\n#]*))/m.exec(new TextDecoder().decode(bytes));
  return found ? (found[1] ?? found[2] ?? found[3]).trim() : null;
}

/** Whether a path of the folder is one of the round's own files. */
function isOfRound(path) {
  if (!path.startsWith(state.base) || !path.endsWith(".yaml")) return false;
  const own = path.slice(state.base.length);
  return !own.includes("/") || /^assessments\/[^/]+$/.test(own);
}

/** Path and content of all that the round consists of, under the paths that the engine is given. */
function engineFiles() {
  const { folder, base } = state;
  const files = [];
  for (const [path, bytes] of folder.files) {
    if (!isOfRound(path)) continue;
    const own = path.slice(base.length);
    const isReadAnyway = own === "round.yaml" && state.readOnly !== null;
    files.push([`${engineFolder}/${own}`, isReadAnyway ? withoutFrozen(bytes) : bytes]);
  }
  const round = folder.files.get(`${base}round.yaml`);
  const rules = round ? rulesPathOf(round) : null;
  if (rules) addRules(rules, files);
  return files;
}

/** What the engine holds of the round, and which engine it was. */
const held = { life: 0, files: new Map() };

/** The last time that the engine was brought up to date: one waits for the other, so that nothing is sent twice. */
let holding = Promise.resolve();

/** Brings what the engine holds up to what is open here: only what has changed is sent. */
function holdRound() {
  const { life } = engine;
  holding = holding.then(sendChanges, (error) => {
    // Whoever waited while the engine stopped at what was sent shares that, and does not stop the next one as well.
    if (engine.life !== life) throw error;
    return sendChanges();
  });
  return holding;
}

async function sendChanges() {
  do {
    const now = new Map(engineFiles());
    const before = held.life === engine.life ? held.files : new Map();
    const changed = [...now].filter(([path, bytes]) => before.get(path) !== bytes);
    const removed = [...before.keys()].filter((path) => !now.has(path));
    if (changed.length === 0 && removed.length === 0) return;
    const life = engine.life;
    await engine.ask("update", removed.map((path) => ["removed", path]), changed);
    held.life = life;
    held.files = now;
  } while (held.life !== engine.life);
}

/** A round that is only to be looked at, by other rules than it is frozen with. */
function withoutFrozen(bytes) {
  const lines = new TextDecoder().decode(bytes).split("\n");
  const start = lines.findIndex((line) => /^frozen:/.test(line));
  if (start < 0) return bytes;
  let end = start + 1;
  while (end < lines.length && /^(\s|#|\r?$)/.test(lines[end])) end += 1;
  return new TextEncoder().encode([...lines.slice(0, start), ...lines.slice(end)].join("\n"));
}

/** The folder's own rules where it has them, else those that came with the page. */
function addRules(relative, files) {
  const path = joinedPath(engineFolder, relative);
  const inFolder = joinedPath(state.base, relative);
  const has = new Set(files.map(([known]) => known));
  const add = (to, bytes) => {
    if (!has.has(to)) files.push([to, bytes]);
  };
  const own = state.folder.files.get(inFolder);
  if (own) {
    add(path, own);
    const beside = folderOf(inFolder);
    for (const [other, bytes] of state.folder.files) {
      if (folderOf(other) === beside && other.endsWith(".form.yaml")) add(joinedPath(folderOf(path), nameOf(other)), bytes);
    }
  }
  // The page's own rules stand for the round's where the names are the same: the hash that is frozen decides.
  if (!own && nameOf(path) === built.rules.file) add(path, pageFiles.get(built.rules.file));
  if (!has.has(joinedPath(folderOf(path), built.rules.form))) {
    const form = joinedPath(folderOf(path), built.rules.form);
    if (!files.some(([known]) => known === form)) files.push([form, pageFiles.get(built.rules.form)]);
  }
}

/** Where a file that the engine speaks of is among the opened ones. */
const ownPath = (path) => (path.startsWith(`${engineFolder}/`) ? state.base + path.slice(engineFolder.length + 1) : path);

/** The path as the reader knows it. */
const shownPath = (path) => (path.startsWith(`${engineFolder}/`) ? path.slice(engineFolder.length + 1) : nameOf(path));

/** The rules and the form that came with the page, by name. */
const pageFiles = unpackedParts(find("regler").textContent);
