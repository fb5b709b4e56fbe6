// The texts of the round that people write: what the director proposes, and the sections of the board paper. The engine
// puts them into round.yaml; texts that were not changed stay there byte for byte.

/** The texts being written, with the way back. */
class Texts {
  #undo = new Undo();
  #saved;

  constructor(model) {
    this.model = model;
    this.values = Object.fromEntries(model.parts.map((part) => [part.key, Texts.valueOf(part)]));
    this.#saved = this.text;
  }

  /** Wordings are always { sv, en }, empty where nothing is written. */
  static valueOf({ kind, value }) {
    const wording = (text) => ({ sv: text?.sv ?? "", en: text?.en ?? "" });
    if (kind === "text") return wording(value);
    if (kind === "list") return value.map(wording);
    return value.map((section) => ({ title: wording(section.title), text: wording(section.text), prompt: wording(section.prompt) }));
  }

  get text() {
    return JSON.stringify(this.values);
  }

  get isChanged() {
    return this.text !== this.#saved;
  }

  get canUndo() {
    return !this.#undo.isEmpty;
  }

  get undoStack() {
    return this.#undo;
  }

  change(act) {
    this.#undo.push(this.text);
    act(this.values);
  }

  undo() {
    const before = this.#undo.pop();
    if (before !== undefined) this.values = JSON.parse(before);
  }

  /** - Parameter text: what was saved; somebody may have written on since. */
  wasSaved(text) {
    this.#saved = text;
  }

  isPartChanged(key) {
    return JSON.stringify(this.values[key]) !== JSON.stringify(JSON.parse(this.#saved)[key]);
  }

  /** The changed texts alone, for the engine. Empty items of a list are left out. */
  get given() {
    const given = {};
    const isEmpty = (wording) => wording.sv.trim() === "" && wording.en.trim() === "";
    const wording = (text) => (isEmpty(text) ? null : { sv: text.sv, ...(text.en.trim() === "" ? {} : { en: text.en }) });
    for (const { in: place, key, kind } of this.model.parts) {
      if (!this.isPartChanged(key)) continue;
      const value = this.values[key];
      given[place] ??= {};
      if (kind === "text") given[place][key] = wording(value);
      else if (kind === "list") given[place][key] = value.filter((one) => !isEmpty(one)).map(wording);
      else given[place][key] = value.map((section) => ({ title: wording(section.title), text: wording(section.text), prompt: wording(section.prompt) }));
    }
    return asJSON(given);
  }

  /** Wordings that lack what they need, as [words, id of the control]. */
  get lacking() {
    const lacks = [];
    const check = (text, id, title) => {
      if (text.sv.trim() === "" && text.en.trim() !== "") lacks.push([say(`${title}: skriv texten på svenska också`, `${title}: write the text in Swedish too`), `${id}-sv`]);
    };
    for (const { key, kind, title } of this.model.parts) {
      const value = this.values[key];
      if (kind === "text") check(value, `text-${key}`, title);
      else if (kind === "list") value.forEach((one, index) => check(one, `text-${key}-${index}`, title));
      else {
        value.forEach((section, index) => {
          if (section.title.sv.trim() === "") lacks.push([say(`${title}: skriv en rubrik`, `${title}: write a heading`), `text-${key}-${index}-title-sv`]);
          else if (section.text.sv.trim() === "" && section.prompt.sv.trim() === "") lacks.push([say(`${section.title.sv}: skriv texten`, `${section.title.sv}: write the text`), `text-${key}-${index}-text-sv`]);
          check(section.text, `text-${key}-${index}-text`, section.title.sv);
        });
      }
    }
    return lacks;
  }
}

async function askTexts() {
  const answer = await ask("texts", [], [], "text");
  if (!answer) return null;
  if (answer.status !== 0) {
    notice(say("Texterna kunde inte läsas.", "The texts could not be read."), engineWords(answer));
    return null;
  }
  return parsed(answer.text);
}

async function openTexts() {
  const place = find("texter");
  if (!state.texts?.isChanged) {
    const model = await askTexts();
    if (find("texter") !== place || state.texts?.isChanged) return;
    if (!model) return place.replaceChildren(button(say("Försök igen", "Try again"), openTexts));
    state.texts = new Texts(model);
  }
  renderTexts();
}

/** - Parameter back: the control that gets the focus. */
function renderTexts(back = null) {
  const place = find("texter");
  const { texts } = state;
  if (!place || !texts) return;
  place.replaceChildren(
    element("p", {}, say("Inget av det här kommer från poängen. En tom rad börjar ett nytt stycke. Engelskan behövs bara om underlaget ska finnas på engelska.",
      "Nothing of this comes from the points. An empty line begins a new paragraph. English is needed only if there is to be a paper in English.")),
    element("p", { id: "texter-lage", class: "help", role: "status" }),
    element("div", { id: "texter-fel", role: "alert", hidden: true }),
    ...texts.model.parts.map((part) => renderPart(texts, part)),
    element("div", { class: "saving" },
      button(say("Spara texterna", "Save the texts"), saveTexts, { class: "main", id: "spara-texter" }),
      button(say("Ångra", "Undo"), () => {
        texts.undo();
        renderTexts("angra");
        announce(say("Ångrat.", "Undone."));
      }, { id: "angra" }),
      button(say("Visa sida 1", "Show page 1"), () => previewPaper(true), { id: "granska-sida-1" })),
    element("p", { id: "underlag-lage", role: "status" }),
    element("div", { id: "forhandsvisning" }));
  showTextsState();
  if (back) find(back)?.focus();
}

function showTextsState() {
  const { texts } = state;
  if (find("texter-lage")) find("texter-lage").textContent = texts.isChanged ? say("Inte sparat.", "Not saved.") : say("Inget är ändrat sedan det sparades.", "Nothing has changed since it was saved.");
  if (find("angra")) find("angra").disabled = !texts.canUndo;
}

function renderPart(texts, part) {
  const { key, kind, title } = part;
  const value = texts.values[key];
  const id = `text-${key}`;
  const body = {
    text: () => wordingFields(texts, id, title, value, { limit: part.limit }),
    list: () => [
      value.map((one, index) => element("div", { class: "item" },
        wordingFields(texts, `${id}-${index}`, say(`${title}, ${index + 1}`, `${title}, ${index + 1}`), one, { rows: 2, limit: part.limit }),
        itemButtons(texts, key, index))),
      button(say("Lägg till", "Add"), () => addItem(texts, key, { sv: "", en: "" }, `${id}-${value.length}-sv`), { class: "quiet", id: `${id}-ny` })],
    sections: () => [
      value.map((section, index) => renderOwnSection(texts, part, section, index)),
      button(say("Lägg till ett avsnitt", "Add a section"), () => addItem(texts, key, { title: { sv: "", en: "" }, text: { sv: "", en: "" }, prompt: { sv: "", en: "" } }, `${id}-${value.length}-title-sv`),
        { class: "quiet", id: `${id}-ny` })],
  }[kind]();
  return element("fieldset", { class: "part", "data-part": key }, element("legend", {}, element("h3", {}, title)),
    element("p", { class: "help" }, part.prompt),
    part.left_out ? element("p", { class: "stale" }, say("Omgången utelämnar den här delen: den kommer inte med i underlaget.", "The round leaves this part out: it does not come into the paper.")) : null,
    body);
}

function renderOwnSection(texts, part, section, index) {
  const id = `text-${part.key}-${index}`;
  const asks = section.prompt.sv === "" ? null : inLanguage(section.prompt.en === "" ? section.prompt.sv : section.prompt);
  return element("div", { class: "item" },
    wordingFields(texts, `${id}-title`, say(`Rubrik ${index + 1}`, `Heading ${index + 1}`), section.title, { rows: 1 }),
    wordingFields(texts, `${id}-text`, say(`Text under rubrik ${index + 1}`, `Text below heading ${index + 1}`), section.text, { help: asks }),
    itemButtons(texts, part.key, index));
}

function itemButtons(texts, key, index) {
  const list = texts.values[key];
  const move = (to) => {
    texts.change((values) => {
      const [moved] = values[key].splice(index, 1);
      values[key].splice(to, 0, moved);
    });
    renderTexts(`${to < index ? "upp" : "ned"}-${key}-${to}`);
    announce(say(`Nu nummer ${to + 1}.`, `Now number ${to + 1}.`));
  };
  return element("p", { class: "buttons" },
    index === 0 ? null : button(say("Flytta upp", "Move up"), () => move(index - 1), { class: "quiet", id: `upp-${key}-${index}`, "aria-label": say(`Flytta upp nummer ${index + 1}`, `Move up number ${index + 1}`) }),
    index === list.length - 1 ? null : button(say("Flytta ned", "Move down"), () => move(index + 1), { class: "quiet", id: `ned-${key}-${index}`, "aria-label": say(`Flytta ned nummer ${index + 1}`, `Move down number ${index + 1}`) }),
    button(say("Ta bort", "Remove"), () => {
      texts.change((values) => values[key].splice(index, 1));
      renderTexts(`text-${key}-ny`);
      announce(say("Borttaget. Ångra tar tillbaka det.", "Removed. Undo brings it back."));
    }, { class: "quiet", id: `bort-${key}-${index}`, "aria-label": say(`Ta bort nummer ${index + 1}`, `Remove number ${index + 1}`) }));
}

function addItem(texts, key, item, focus) {
  texts.change((values) => values[key].push(item));
  renderTexts(focus);
}

/** The Swedish text, and the English one behind a fold. */
function wordingFields(texts, id, title, wording, { rows = 4, limit = null, help = null } = {}) {
  const field = (language, words) => {
    const count = element("span", { class: "help", "aria-live": "polite" });
    const helpID = help && language === "sv" ? `${id}-hjalp` : null;
    const showCount = (text) => { count.textContent = limit !== null && text.length > limit ? say(`${text.length} tecken, högst ${limit} kommer med`, `${text.length} characters, at most ${limit} are shown`) : ""; };
    const area = element("textarea", { id: `${id}-${language}`, rows, lang: language, value: wording[language], "aria-describedby": helpID,
      on: typing(texts.undoStack, () => texts.text, (text) => {
        wording[language] = text;
        showCount(text);
        showTextsState();
      }) });
    showCount(wording[language]);
    return [labelled(words, area), helpID ? element("p", { class: "help", id: helpID }, help) : null, count];
  };
  return element("div", {}, field("sv", title),
    element("details", { open: wording.en !== "" && state.language === "en" }, element("summary", {}, say("På engelska", "In English"), hiddenWords(`: ${title}`)), field("en", say(`${title}, på engelska`, `${title}, in English`))));
}

async function saveTexts() {
  closeNotice();
  const { texts } = state;
  const tell = telling(find("texter-fel"));
  const { lacking } = texts;
  if (lacking.length > 0) return tell.lacking(lacking);
  const sent = texts.text;
  const { folder } = state;
  if (!(await isStillBased(texts))) return;
  const answer = await ask("texts", [], [["texts.json", texts.given]], "text");
  if (!answer) return;
  const written = parsed(answer.text);
  const wrong = (written?.findings ?? []).filter((finding) => finding.severity === "error");
  if (typeof written?.yaml !== "string" || wrong.length > 0) {
    return tell.show(element("p", {}, say("Texterna sparades inte. Det du har skrivit är kvar.", "The texts were not saved. What you have written is still here.")),
      wrong.length > 0 ? findingList(wrong) : "", engineWords(answer) ?? "");
  }
  const lost = (written.rewritten ?? []).filter(({ comments, unknown: keys }) => comments?.length > 0 || keys?.length > 0);
  if (lost.length > 0 && !(await mayRewrite(lost))) return;
  // The folder was read again on the way: what was written is of the file as it was before.
  if (state.folder !== folder) return saveTexts();
  const path = ownPath(written.path);
  const how = await saveFiles([[path, new TextEncoder().encode(written.yaml)]]);
  if (how === null) return;
  texts.wasSaved(sent);
  if (how !== "elsewhere") {
    await refreshDesk();
    const model = await askTexts();
    if (model) texts.model = model;
    if (model && !texts.isChanged && state.texts === texts) {
      state.texts = new Texts(model);
      renderTexts();
    }
  }
  showTextsState();
  notice(savedWords(how, path.slice(state.base.length)));
  find("spara-texter")?.focus();
}

/** Whether the texts that were changed here are still those of the file; where somebody else has changed one of them too,
 * the reader decides. */
async function isStillBased(texts) {
  const now = await askTexts();
  if (!now) return false;
  const both = texts.model.parts.filter((part) => texts.isPartChanged(part.key)
    && JSON.stringify(part.value) !== JSON.stringify(now.parts.find((other) => other.key === part.key)?.value));
  if (both.length === 0) return true;
  return await askInWindow(say("Någon annan har ändrat samma text", "Somebody else has changed the same text"),
    [element("p", {}, say("I mappen står nu:", "The folder now says:")),
      element("dl", {}, both.map((part) => element("div", {}, element("dt", {}, part.title), element("dd", {}, shownValue(now.parts.find((other) => other.key === part.key).value)))))],
    [[say("Spara min text", "Save my text"), "mine"], [say("Avbryt", "Cancel"), "", "main"]]) === "mine";
}

const shownValue = (value) => (value === null || value.length === 0 ? say("inget", "nothing")
  : Array.isArray(value) ? value.map((one) => shownValue(one.title ? one.text ?? one.title : one)).join(" · ") : inLanguage(value));
