// The page: what stands where, the engine, and what happens first.

const views = () => [["inbox", say("Inkorg", "Inbox"), renderInbox], ["assessment", say("Bedömning", "Assessment"), renderAssessment],
  ["ranking", say("Ordning och skäl", "Ranking and why"), renderRanking], ["paper", say("Underlag", "Paper"), renderPaper],
  ["files", say("Filer", "Files"), renderFiles]];

let engine = null;
let engineState = "starting";
let isWarmed = false;

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

// What stands where

function renderPage() {
  document.documentElement.lang = state.language;
  const title = state.desk?.round?.title ?? say("Beredning", "Preparation");
  document.title = `${title} – ${say("Beredning", "Preparation")}`;
  find("sida").replaceChildren(
    element("a", { class: "skip", href: "#innehall" }, say("Till innehållet", "To the content")),
    renderHeader(title),
    element("main", { id: "innehall", tabindex: "-1" }, state.folder ? element("section", { id: "vy" }) : renderStart()),
    renderFooter());
  if (state.folder) renderView();
  showEngine();
}

function renderHeader(title) {
  return element("header", {},
    element("div", { class: "top" },
      element("p", { class: "family" }, say("Beredning", "Preparation"), rulesStamp()),
      element("div", { class: "languages", role: "group", "aria-label": "Språk / Language" },
        [["sv", "Svenska"], ["en", "English"]].map(([language, words]) => button(words, () => changeLanguage(language),
          { lang: language, "aria-pressed": String(state.language === language), class: "quiet", id: `sprak-${language}` })))),
    element("h1", {}, title),
    state.folder ? [
      element("p", { class: "help" }, [state.desk?.round?.association, state.desk?.rules?.label ?? null, state.folder.name].filter(Boolean).join(" · ")),
      whoLine(),
      readOnlyReason() ? element("p", { class: "stale", id: "skrivskyddad" }, element("strong", {}, say("Bara att läsa. ", "Read only. ")), readOnlyReason()) : null,
      element("nav", { class: "views", "aria-label": say("Delar", "Parts") }, element("ul", {}, views().map(([view, words]) =>
        element("li", {}, button(words, () => showView(view), { id: `vy-${view}`, "aria-current": state.view === view ? "page" : null }))),
      element("li", { class: "last" }, button(say("Öppna en annan omgång", "Open another round"), openAnother, { id: "oppna-annan", class: "quiet" })))),
    ] : null);
}

function rulesStamp() {
  if (built.rules.status === "adopted") return null;
  return [" · ", element("strong", { class: "stamp" }, built.rules.status === "example"
    ? say("EXEMPEL, reglerna är inte beslutade", "EXAMPLE, the rules are not adopted")
    : say("UTKAST, reglerna är inte beslutade", "DRAFT, the rules are not adopted"))];
}

function renderStart() {
  const hidden = { class: "hidden", tabindex: "-1", "aria-hidden": "true", type: "file" };
  const opened = (input) => {
    if (input.files.length > 0) openFiles(input.files).finally(() => { input.value = ""; });
  };
  const files = element("input", { ...hidden, id: "filer-in", multiple: true, accept: ".yaml,.yml,.zip", on: { change: (event) => opened(event.target) } });
  const folder = element("input", { ...hidden, id: "mapp-in", webkitdirectory: true, on: { change: (event) => opened(event.target) } });
  return element("div", { class: "start" },
    element("h2", { id: "vy-rubrik", tabindex: "-1" }, say("Öppna en omgång", "Open a round")),
    element("p", { class: "lead" }, say("Välj mappen som omgångens filer ligger i. Allt läses i den här datorn och inget skickas någonstans.",
      "Choose the folder that holds the round's files. Everything is read on this computer and nothing is sent anywhere.")),
    element("p", { class: "buttons" },
      canPickFolder() ? button(say("Öppna mappen", "Open the folder"), pickFolder, { class: "main", id: "oppna-mapp" }) : null,
      button(canPickFolder() ? say("Läs en mapp utan att spara i den", "Read a folder without saving in it") : say("Öppna mappen", "Open the folder"),
        () => folder.click(), { id: "las-mapp", class: canPickFolder() ? null : "main" }),
      button(say("Välj filer eller en ZIP", "Choose files or a ZIP"), () => files.click(), { id: "valj-filer" }), files, folder),
    element("p", { class: "help" }, say("Du kan också dra mappen, filerna eller en ZIP hit.", "You can also drag the folder, the files or a ZIP here.")),
    canPickFolder() ? null : element("p", { class: "help" }, say("Den här webbläsaren kan inte spara i mappen: det du gör hämtas som filer. Edge och Chrome kan.",
      "This browser cannot save in the folder: what you do is fetched as files. Edge and Chrome can.")));
}

function renderFooter() {
  return element("footer", {},
    element("p", {}, say("Verktyget ger råd. Styrelsen beslutar.", "The tool advises. The board decides.")),
    element("p", {}, say(`Sidan bär reglerna ${built.rules.id} ${built.rules.version}, kontrollsumma ${built.rules.hash}. Inget skickas: sidan har ingen förbindelse ut.`,
      `The page carries the rules ${built.rules.id} ${built.rules.version}, checksum ${built.rules.hash}. Nothing is sent: the page has no connection out.`)),
    element("p", { id: "motorlage" }),
    renderLicences());
}

function showView(view) {
  state.view = view;
  closeNotice();
  for (const [name] of views()) {
    const tab = find(`vy-${name}`);
    if (name === view) tab?.setAttribute("aria-current", "page");
    else tab?.removeAttribute("aria-current");
  }
  renderView();
  find("vy-rubrik")?.focus();
}

function renderView() {
  const [, words, render] = views().find(([view]) => view === state.view);
  const section = element("section", { id: "vy", "aria-labelledby": "vy-rubrik" }, element("h2", { id: "vy-rubrik", tabindex: "-1" }, words));
  find("vy").replaceWith(section);
  if (!state.desk) {
    section.append(element("p", {}, say("Omgången är inte läst.", "The round is not read.")),
      button(say("Försök igen", "Try again"), () => refreshDesk().then(renderPage)));
  } else if (!state.desk.round && state.view !== "files") {
    section.append(element("p", {}, say("Omgången kan inte läsas förrän felen i de här filerna är rättade.",
      "The round cannot be read until the errors in these files are corrected.")), unreadFiles() ?? "", brokenFiles() ?? "");
  } else if (state.desk.round && !state.isAsked && state.view !== "files") {
    section.append(renderWho());
  } else {
    render(section);
  }
}

async function openAnother() {
  if (hasUnsaved() && !(await mayLeave())) return;
  Object.assign(state, { folder: null, desk: null, base: "", proposal: null, readOnly: null, ...nobodyYet() });
  closeNotice();
  renderPage();
  find("vy-rubrik").focus();
}

/** A round that has just been opened: nobody has said who it is, and nothing is being filled in. */
const nobodyYet = () => ({ isAsked: false, role: null, finished: new Set(), closed: new Map(), sheets: new Map(), texts: null, paperPart: "files" });

async function changeLanguage(language) {
  state.language = language;
  if (state.folder) await refreshDesk();
  for (const [key, sheet] of state.sheets) if (!sheet.isChanged) state.sheets.delete(key);
  if (!state.texts?.isChanged) state.texts = null;
  renderPage();
  find(`sprak-${language}`).focus();
}

// Messages

function notice(words, ...content) {
  const box = find("besked");
  box.replaceChildren(element("p", {}, words), ...content.filter(Boolean), element("p", {}, button(say("Stäng", "Close"), () => {
    closeNotice();
    find("vy-rubrik")?.focus();
  }, { class: "quiet" })));
  box.hidden = false;
}

function closeNotice() {
  const box = find("besked");
  if (!box) return;
  box.hidden = true;
  box.replaceChildren();
}

// The engine

function startEngine() {
  // ZIP archives are unpacked by the browser.
  if (Engine.lacks || typeof DecompressionStream !== "function") {
    engineState = "lacking";
    return;
  }
  engine = new Engine((what) => {
    engineState = what;
    showEngine();
    if (what === "ready" && !isWarmed) {
      isWarmed = true;
      warmEngine();
    }
    if (what === "restarting") {
      notice(say("Motorn som räknar stannade och startas om. Det du har fyllt i är kvar.",
        "The engine that computes stopped and is being restarted. What you have filled in is still here."));
    }
  });
  engine.start();
}

function showEngine() {
  const words = {
    starting: say("Motorn startar …", "The engine is starting …"),
    restarting: say("Motorn startas om …", "The engine is being restarted …"),
    ready: say("Motorn är igång.", "The engine is running."),
    gone: say("Motorn har stannat och kunde inte startas om. Ladda om sidan när du har sparat.", "The engine stopped and could not be restarted. Reload the page when you have saved."),
    lacking: say("Den här webbläsaren saknar något som motorn behöver (WebAssembly, DecompressionStream och Worker). Öppna sidan i en ny version av Edge, Chrome, Firefox eller Safari.",
      "This browser lacks something that the engine needs (WebAssembly, DecompressionStream and Worker). Open the page in a new version of Edge, Chrome, Firefox or Safari."),
  }[engineState];
  if (find("motorlage")) find("motorlage").textContent = words;
  if ((engineState === "gone" || engineState === "lacking") && find("besked")) {
    notice(words, engineState === "gone" ? button(say("Starta motorn igen", "Start the engine again"), () => {
      closeNotice();
      engine.restart();
    }) : null);
  }
}

/** Asks the engine about the round; null where it stopped, which has then been told. */
async function ask(command, options = [], files = [], transfer = "bytes") {
  if (engine === null || engine.isGone) {
    showEngine();
    return null;
  }
  try {
    await holdRound();
    return await engine.ask(command, [["round", engineFolder], ["lang", state.language], ...options], files, transfer);
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    return null;
  }
}

async function refreshDesk() {
  state.readOnly = null;
  let answer = await ask("desk", [], [], "text");
  let desk = answer ? parsed(answer.text) : null;
  if (desk && !desk.round && desk.read_only) {
    state.readOnly = desk.read_only;
    answer = await ask("desk", [], [], "text");
    desk = answer ? parsed(answer.text) : null;
  }
  if (desk) {
    state.desk = desk;
    // A round without roles has nobody to ask.
    if (desk.round && desk.roles.length === 0) state.isAsked = true;
    return;
  }
  state.desk = null;
  if (answer) notice(say("Omgången kunde inte läsas.", "The round could not be read."), engineWords(answer));
}

addEventListener("beforeunload", (event) => {
  if (hasUnsaved()) event.preventDefault();
});
addEventListener("keydown", (event) => {
  const isTyping = event.target instanceof HTMLElement && event.target.matches("input[type=text], input[type=number], textarea");
  if ((event.ctrlKey || event.metaKey) && event.key === "z" && !isTyping && find("angra") && !find("angra").disabled) {
    event.preventDefault();
    find("angra").click();
  }
});

startEngine();
renderPage();
acceptDrops();

/** For tests: what the page knows, and a way to open files without a picker. */
globalThis.workspace = Object.freeze({
  desk: () => state.desk,
  isReady: () => engineState === "ready",
  open: (files) => openWith(async () => {
    const folder = new OpenedFolder("prov");
    await folder.addFiles(files.map(([path, text]) => [path, () => new Blob([text])]));
    return folder;
  }),
  file: (path) => (state.folder?.files.has(path) ? new TextDecoder().decode(state.folder.files.get(path)) : null),
  ask,
});
