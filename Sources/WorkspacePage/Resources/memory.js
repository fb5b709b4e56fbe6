// What has changed since the last time. Nothing is kept in the browser. Who wants to be told saves a small file in the
// round's folder, minne/<role>.json, with what was seen; it is saved only when somebody presses the button.

const memoryPath = () => `${state.base}minne/${state.role ?? "bereder"}.json`;
const memorySchema = "beredning/memory/1";

/** A fingerprint that tells whether a file has changed; no protection against somebody who wants to deceive it. */
function fingerprint(bytes) {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (const byte of bytes) {
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second ^ byte, 0x85ebca6b) ^ (second >>> 13);
  }
  return [first, second, bytes.length].map((number) => (number >>> 0).toString(16)).join("-");
}

/** The files that count in the round: the proposals, the sheets, the declarations and the round itself. */
const remembered = () => [...state.folder.files].filter(([path]) => path.startsWith(state.base))
  .map(([path, bytes]) => [path.slice(state.base.length), bytes])
  .filter(([path]) => path.endsWith(".yaml") && (!path.includes("/") || path.startsWith("assessments/")));

function memoryNow() {
  return {
    schema: memorySchema, seen: new Date().toISOString(),
    files: Object.fromEntries(remembered().map(([path, bytes]) => [path, fingerprint(bytes)])),
    // Of what the role has not judged it keeps no points.
    proposals: Object.fromEntries(proposals().map((proposal) => [proposal.id, {
      name: proposal.name, ...(maySee(proposal) ? { standing: standingOf(proposal), total: proposal.total, rank: proposal.rank } : {}),
    }])),
  };
}

function memoryThen() {
  const bytes = state.folder.files.get(memoryPath());
  const found = bytes ? parsed(new TextDecoder().decode(bytes)) : null;
  const isSound = found?.schema === memorySchema && typeof found.files === "object" && found.files !== null
    && typeof found.proposals === "object" && found.proposals !== null && !Number.isNaN(Date.parse(found.seen));
  return isSound ? found : null;
}

/** Sentences on what differs between then and now. */
function whatChanged(then, now) {
  const said = [];
  for (const path of Object.keys(now.files)) {
    if (!(path in then.files)) said.push(say(`Ny fil: ${path}`, `New file: ${path}`));
    else if (then.files[path] !== now.files[path]) said.push(say(`Ändrad fil: ${path}`, `Changed file: ${path}`));
  }
  for (const path of Object.keys(then.files)) if (!(path in now.files)) said.push(say(`Borta: ${path}`, `Gone: ${path}`));
  for (const [id, proposal] of Object.entries(now.proposals)) {
    const before = then.proposals[id];
    if (!before || before.total === undefined || proposal.total === undefined) continue;
    const changes = [];
    if (before.standing !== proposal.standing) changes.push(say(`läget var ${before.standing.toLowerCase()}, nu ${proposal.standing.toLowerCase()}`,
      `its standing was ${before.standing.toLowerCase()}, now ${proposal.standing.toLowerCase()}`));
    if (before.total !== proposal.total) changes.push(say(`poängen var ${before.total}, nu ${proposal.total}`, `its points were ${before.total}, now ${proposal.total}`));
    if (before.rank !== proposal.rank) changes.push(say(`platsen var ${before.rank ?? "ingen"}, nu ${proposal.rank ?? "ingen"}`,
      `its place was ${before.rank ?? "none"}, now ${proposal.rank ?? "none"}`));
    if (changes.length > 0) said.push(`${proposal.name}: ${changes.join("; ")}`);
  }
  return said;
}

function renderMemory() {
  const then = memoryThen();
  const heading = element("h3", { id: "minne-rubrik" }, say("Ändrat sedan sist", "Changed since last time"));
  const section = (...content) => element("section", { id: "minne", "aria-labelledby": "minne-rubrik" }, heading, content);
  const keep = (words) => (readOnlyReason() ? null : button(words, keepMemory, { id: "spara-minne" }));
  if (!then) {
    if (readOnlyReason()) return null;
    return section(element("p", { class: "help" }, say("Vill du se vad som har ändrats nästa gång? Då sparas en liten fil om läget i omgångens mapp, under minne. Inget sparas i webbläsaren.",
      "Do you want to see what has changed the next time? A small file on how things stand is then saved in the round's folder, under minne. Nothing is saved in the browser.")),
    element("p", { class: "buttons" }, keep(say("Kom ihåg hur det står nu", "Remember how things stand now"))));
  }
  const said = whatChanged(then, memoryNow());
  const when = shownTime(then.seen);
  return section(
    said.length === 0 ? element("p", { class: "fine" }, say(`Inget har ändrats sedan ${when}.`, `Nothing has changed since ${when}.`))
      : [element("p", {}, say(`Sedan ${when}:`, `Since ${when}:`)), element("ul", { id: "andringar" }, said.map((text) => element("li", {}, text)))],
    element("p", { class: "buttons" }, said.length === 0 ? null : keep(say("Jag har sett det här", "I have seen this")),
      state.folder.canSave ? button(say("Sluta komma ihåg", "Stop remembering"), forget, { id: "glom-minne", class: "quiet" }) : null));
}

function shownTime(text) {
  const time = new Date(text);
  const two = (number) => String(number).padStart(2, "0");
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

async function keepMemory() {
  closeNotice();
  const bytes = new TextEncoder().encode(`${JSON.stringify(memoryNow(), null, 2)}\n`);
  // Only the one who works in this role has use of the file: what it said before is of no use to anybody.
  const how = await saveFiles([[memoryPath(), bytes]], () => true);
  if (how === null || how === "elsewhere") return;
  renderView();
  notice(savedWords(how, memoryPath().slice(state.base.length)));
}

async function forget() {
  closeNotice();
  try {
    if (!(await state.folder.maySave())) return notice(noLeave());
    await state.folder.remove(memoryPath());
  } catch (error) {
    return notice(savingFailed(error));
  }
  renderView();
  announce(say("Filen är borttagen.", "The file is removed."));
  find("vy-rubrik").focus();
}
