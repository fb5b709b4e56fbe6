// The page: what stands where, and what happens when something is answered.

const wholeAfter = 500;
const speakAfter = 1_500;
const keepAfter = 800;
/** What is wrong with an answer is not said while it is being typed. */
const remarkAfter = 700;

let engine = null;
let engineState = "starting";
let isAsking = false;
let mustAsk = false;
/** What would strengthen the draft takes long where rules are many. It is worked out by an engine of its own, so that
 * what is typed meanwhile has its result at once. */
let gainsEngine = null;
let isAskingGains = false;
let mustAskGains = false;
let lastGainsTrap = null;
let wholeTimer = 0;
let speakTimer = 0;
let keepTimer = 0;
let lastTrap = null;
let offersDocument = null;
let findingsTimer = 0;
let answeredAt = 0;
/** The last view with everything in it, and the answers that it is of. */
let lastWhole = { view: null, answers: null };

const engineIsGone = () => engine === null || engine.isGone;
const ask = (command, options, files, by = engine) => by.ask(command, options, files);

// What stands where

function renderPage() {
  document.documentElement.lang = state.language;
  document.title = `${say("Självtest", "Self-check")} – ${inLanguage(form.title)}`;
  find("sida").replaceChildren(
    element("a", { class: "skip", href: "#formular" }, say("Till formuläret", "To the form")),
    element("a", { class: "skip", href: "#resultat" }, say("Till resultatet", "To the result")),
    renderHeader(),
    element("div", { id: "besked", role: "alert", hidden: true }),
    element("div", { class: "columns" },
      element("nav", { "aria-labelledby": "delar-rubrik" },
        element("h2", { id: "delar-rubrik" }, say("Delar", "Sections")), element("ul", { id: "delar" }), renderShowAll()),
      element("main", { id: "innehall" },
        element("section", { id: "anmarkningar", "aria-labelledby": "anmarkningar-rubrik", hidden: true }),
        element("div", { id: "formular", tabindex: "-1" })),
      renderResultColumn()),
    element("a", { id: "kortrad-lank", href: "#resultat" },
      element("span", { id: "kortrad" }), " ", element("span", { class: "to-result" }, say("Visa resultatet", "Show the result"))),
    renderFooter());
  renderForm();
  showKeeping();
  showEngine();
  showResult();
  showSaving();
}

function renderHeader() {
  return element("header", {},
    element("div", { class: "top" },
      element("p", { class: "family" }, say("Självtest", "Self-check"), rules.status === "adopted" ? null : [" · ",
        element("strong", { class: "stamp" }, rules.status === "example"
          ? say("EXEMPEL, reglerna är inte beslutade", "EXAMPLE, the rules are not adopted")
          : say("UTKAST, reglerna är inte beslutade", "DRAFT, the rules are not adopted"))]),
      element("div", { class: "languages", role: "group", "aria-label": "Språk / Language" },
        [["sv", "Svenska"], ["en", "English"]].map(([language, words]) => button(words, () => changeLanguage(language),
          { lang: language, "aria-pressed": String(state.language === language), class: "quiet", id: `sprak-${language}` })))),
    textElement("h1", form.title),
    element("p", { class: "lead" }, say(
      "Fyll i det du vet. Bredvid ser du genast vad som saknas, hur utkastet står sig mot kriterierna och vad som kan stärka det. Inget skickas: allt stannar i din webbläsare.",
      "Fill in what you know. Beside it you see at once what is missing, how the draft stands by the criteria and what may make it stronger. Nothing is sent: everything stays in your browser.")),
    renderTools());
}

function renderTools() {
  const input = element("input", { type: "file", id: "fil", accept: ".yaml,.yml", class: "hidden", tabindex: "-1", "aria-label": say("Fil med ett utkast", "File with a draft") });
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (file) openFile(file).finally(() => { input.value = ""; });
  });
  return element("section", { class: "tools", "aria-label": say("Utkastet", "The draft") },
    element("div", {}, element("div", { class: "buttons" },
      button(say("Spara utkast", "Save draft"), saveDraft, { class: "main", id: "spara" }),
      button(say("Öppna utkast", "Open draft"), () => input.click(), { id: "oppna" }), input,
      button(say("Skriv ut", "Print"), () => window.print(), { id: "skriv-ut" }),
      button(say("Word-fil för underskrift", "Word file for signature"), saveDocument, { id: "docx", hidden: offersDocument !== true }),
      button(say("Töm formuläret", "Clear the form"), clearForm, { id: "tom" })),
    element("p", { id: "sparas", class: "help" }),
    element("label", { class: "tick" }, element("input", { type: "checkbox", id: "med-resultat" }), " ",
      say("Ta med självtestets resultat i utskriften", "Print the result of the self-check as well"))),
    renderKeeping());
}

function renderShowAll() {
  const tick = element("input", { type: "checkbox", id: "alla", "aria-describedby": "alla-vad" });
  tick.checked = state.showsAll;
  tick.addEventListener("change", () => showEveryQuestion(tick.checked));
  return element("div", { class: "show-all" }, element("label", { class: "tick" }, tick, " ", say("Visa alla frågor", "Show all questions")),
    element("p", { class: "help", id: "alla-vad" }, say("Annars visas det som en idé behöver.", "Else what an idea needs is shown.")));
}

function renderResultColumn() {
  return element("aside", { id: "resultat", "aria-labelledby": "resultat-rubrik", tabindex: "-1" },
    element("h2", { id: "resultat-rubrik" }, say("Resultat", "Result")),
    element("p", { class: "notice" }, element("strong", {}, say("Inte ett förhandsbesked.", "Not an advance decision.")), " ",
      say("Förbundet bedömer och styrelsen beslutar.", "The association assesses and the board decides.")),
    element("p", { id: "resultat-tomt" }),
    element("p", { id: "resultat-inaktuellt", class: "stale", hidden: true },
      say("Det finns fel att rätta. Resultatet är från svaren innan.", "There are errors to correct. The result is of the answers before.")),
    element("div", { id: "resultat-innehall", hidden: true },
      ["stoppar", "lage-i-ord", "saknas", "starkas", "forklaring"].map((id) => element("section", { id }))));
}

const rulesetWords = () => {
  const stamp = rules.status === "example" ? say("EXEMPEL", "EXAMPLE") : rules.status === "draft" ? say("UTKAST", "DRAFT") : null;
  return [`${inLanguage(rules.title)} · ${rules.id} ${rules.version}`, stamp].filter(Boolean).join(" · ");
};

const checkedBy = () =>
  say(`Formulär ${form.id}, version ${form.version}. Datum jämförs med ${rules.date}. Reglernas kontrollsumma (SHA-256) börjar med ${rules.hash}.`,
    `Form ${form.id}, version ${form.version}. Dates are compared with ${rules.date}. The rules' checksum (SHA-256) begins with ${rules.hash}.`);

function renderFooter() {
  return element("footer", {},
    element("p", {}, rulesetWords()),
    element("p", {}, checkedBy()),
    element("p", {}, say("Inget skickas: sidan har ingen förbindelse ut.", "Nothing is sent: the page has no connection out.")),
    element("p", { id: "motorlage" }),
    renderLicences());
}

// The engine

function startEngine() {
  const lack = Engine.lacks;
  if (lack) {
    engineState = "lacking";
    return;
  }
  engine = new Engine((what) => {
    engineState = what;
    if (find("motorlage")) showEngine();
    if (what === "restarting") {
      notice(say("Motorn som räknar stannade och startas om. Utkastet är kvar.",
        "The engine that computes stopped and is being restarted. The draft is still here."));
    }
  });
  engine.start();
}

function showEngine() {
  const words = {
    starting: say("Motorn startar …", "The engine is starting …"),
    restarting: say("Motorn startas om …", "The engine is being restarted …"),
    ready: say("Motorn är igång.", "The engine is running."),
    gone: say("Motorn har stannat och kunde inte startas om. Svaren är kvar.", "The engine stopped and could not be restarted. The answers are still here."),
    lacking: say("Den här webbläsaren saknar något som motorn behöver (WebAssembly och Worker). Öppna sidan i en ny version av Edge, Chrome, Firefox eller Safari.",
      "This browser lacks something that the engine needs (WebAssembly and Worker). Open the page in a new version of Edge, Chrome, Firefox or Safari."),
  }[engineState];
  find("motorlage").textContent = words;
  const isBroken = engineState === "gone" || engineState === "lacking";
  find("resultat-tomt").replaceChildren(isBroken ? `${words} ${withoutEngine()} ` : say("Räknar …", "Computing …"));
  if (isBroken) find("resultat-tomt").hidden = false;
  if (engineState === "gone") {
    find("resultat-tomt").append(button(say("Starta motorn igen", "Start the engine again"), () => {
      lastTrap = null;
      engine.restart();
      answersChanged();
    }));
  }
}

/** The answers, what stands in the file and what is said of them. */
async function askDraft(part, by = engine) {
  const files = [["values.json", answersForEngine()]];
  if (state.base) files.push(["base.yaml", state.base]);
  const answer = await ask("draft", [["lang", state.language], ["date", rules.date], ["part", part], ["id", draftID()]], files, by);
  return parsed(answer.text);
}

/** Something was answered: the quick part at once, the rest when it has been quiet for a while. */
function answersChanged() {
  answeredAt = performance.now();
  clearTimeout(wholeTimer);
  clearTimeout(keepTimer);
  keepTimer = setTimeout(keepDraft, keepAfter);
  showSaving();
  refreshResult();
}

async function refreshResult() {
  if (engineIsGone()) return;
  if (isAsking) {
    mustAsk = true;
    return;
  }
  isAsking = true;
  mustAsk = false;
  const asked = answersText();
  try {
    take(await askDraft("quick"), "quick", asked);
    lastTrap = null;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    afterTrap(asked);
  } finally {
    isAsking = false;
  }
  if (mustAsk) return refreshResult();
  if (!engineIsGone() && lastTrap !== asked) wholeTimer = setTimeout(refreshGains, wholeAfter);
}

async function refreshGains() {
  if (engineIsGone()) return;
  if (isAskingGains) {
    mustAskGains = true;
    return;
  }
  isAskingGains = true;
  mustAskGains = false;
  const asked = answersText();
  const askedAt = answeredAt;
  try {
    if (gainsEngine === null) {
      gainsEngine = new Engine(() => {});
      gainsEngine.start();
    } else if (gainsEngine.isGone) {
      gainsEngine.restart();
    }
    const draft = await askDraft("whole", gainsEngine);
    // Of other answers than those of now they are not shown.
    if (askedAt === answeredAt) take(draft, "whole", asked);
    lastGainsTrap = null;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    if (askedAt === answeredAt) afterGainsTrap(asked);
  } finally {
    isAskingGains = false;
  }
  if (mustAskGains) return refreshGains();
}

function afterGainsTrap(asked) {
  if (lastGainsTrap === asked) {
    notice(say("Motorn hann inte räkna ut vad som skulle stärka utkastet. Resultatet i övrigt gäller.",
      "The engine did not manage to work out what would strengthen the draft. The rest of the result holds."));
    return;
  }
  lastGainsTrap = asked;
  mustAskGains = true;
}

/** The same answers are tried once more in the new engine; then the engine waits for other answers. */
function afterTrap(asked) {
  if (engineIsGone()) return closeNotice();
  if (lastTrap === asked) {
    notice(say("Motorn klarar inte att räkna på utkastet som det är nu. Svaren är kvar: ändra något, eller spara utkastet.",
      "The engine cannot compute the draft as it is now. The answers are still here: change something, or save the draft."));
    return;
  }
  lastTrap = asked;
  setTimeout(refreshResult, 0);
}

function take(draft, part, answers) {
  // The engine could not even read the answers: too much of something.
  if (!draft) {
    state.isStale = true;
    return showResult();
  }
  state.draft = draft;
  state.isStale = !draft.view;
  // Gains of the answers before stay until those of now are known: nothing jumps while somebody types.
  if (draft.view) {
    const before = state.view?.lang === draft.view.lang ? state.view.improvements : null;
    state.view = part === "quick" && !draft.view.improvements ? { ...draft.view, improvements: before } : draft.view;
  }
  if (part === "whole") lastWhole = { view: draft.view, answers };
  state.findings = draft.findings ?? [];
  state.notApplying = new Set(draft.not_applying ?? []);
  showWhatApplies();
  showProgress();
  clearTimeout(findingsTimer);
  findingsTimer = setTimeout(showFindings, Math.max(0, answeredAt + remarkAfter - performance.now()));
  showResult();
  clearTimeout(speakTimer);
  speakTimer = setTimeout(() => announce(shortLine()), speakAfter);
  if (part === "whole") offerDocument();
}

/** The engine's status for a command that it does not know. */
const wrongUse = 2;

/** The document for signature is offered where the engine can write one. */
async function offerDocument() {
  if (offersDocument !== null) return;
  offersDocument = false;
  try {
    const answer = await askDocument();
    offersDocument = answer.status !== wrongUse;
  } catch {
    offersDocument = false;
  }
  if (find("docx")) find("docx").hidden = !offersDocument;
}

function askDocument() {
  const files = [["values.json", answersForEngine()]];
  if (state.base) files.push(["base.yaml", state.base]);
  return engine.ask("document", [["lang", state.language], ["date", rules.date], ["id", draftID()]], files, "bytes");
}

async function saveDocument() {
  closeNotice();
  try {
    const answer = await askDocument();
    if (answer.status !== 0) {
      return notice(say("Rätta felen först, så kan dokumentet skrivas.", "Correct the errors first, and the document can be written."));
    }
    download(new Blob([answer.output], { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" }), `${draftID()}.docx`);
  } catch {
    notice(say("Dokumentet kunde inte skrivas. Utkastet är kvar.", "The document could not be written. The draft is still here."));
  }
}

// What the applicant does

function changeLanguage(language) {
  state.language = language;
  renderPage();
  find(`sprak-${language}`).focus();
  answersChanged();
}

function clearForm() {
  const before = { values: state.values, id: state.id, base: state.base, savedAnswers: state.savedAnswers };
  Object.assign(state, { values: {}, id: null, base: null, savedAnswers: "{}", notApplying: null, findings: [] });
  renderForm();
  answersChanged();
  notice(say("Formuläret är tömt.", "The form is cleared."),
    button(say("Ångra", "Undo"), () => {
      Object.assign(state, before);
      renderForm();
      answersChanged();
      closeNotice();
      find("tom").focus();
    }));
  find("besked").querySelector("button").focus();
}

function showSaving() {
  const words = say(`Sparas som ${draftID()}.yaml.`, `Saved as ${draftID()}.yaml.`)
    + (hasUnsavedWork() ? say(" Det finns ändringar som inte är sparade.", " There are changes that are not saved.") : "");
  if (find("sparas").textContent !== words) find("sparas").textContent = words;
}

addEventListener("answered", () => {
  refreshAll();
  showProgress();
  answersChanged();
});
addEventListener("beforeprint", renderPrint);
addEventListener("beforeunload", (event) => {
  keepDraft();
  const isKept = keeping.isOn && keeping.at !== null && keeping.problem === null;
  if (hasUnsavedWork() && !isKept) event.preventDefault();
});

// The start

const wasKept = restoreKept();
startEngine();
renderPage();
acceptDrops();
answersChanged();
if (wasKept) {
  notice(say(`Utkastet som sparades i den här webbläsaren ${momentWords(keeping.at)} är tillbaka.`,
    `The draft that was kept in this browser ${momentWords(keeping.at)} is back.`)
    + (keeping.isOfAnotherForm ? say(" Formuläret har ändrats sedan dess: gå igenom svaren.", " The form has changed since then: go through the answers.") : ""));
}

/** For tests: what was shown last, and a way to put answers in. */
globalThis.selfCheck = Object.freeze({
  view: () => lastWhole.view,
  isWhole: () => lastWhole.answers === answersText(),
  draft: () => state.draft,
  values: () => structuredClone(state.values),
  isQuiet: () => !isAsking && !mustAsk,
  askDraft,
  replace: (values) => {
    state.values = structuredClone(values);
    state.base = null;
    state.id = null;
    state.showsAll = true;
    renderForm();
    answersChanged();
  },
});
