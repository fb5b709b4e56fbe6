// What the page knows. The form's description and the engine come with the page; the rest is the applicant's.

const form = JSON.parse(new TextDecoder().decode(unpackedParts(document.getElementById("form").textContent).get("form")));
const rules = form.rules;

const state = {
  language: "sv",
  /** The answers: an object by field name; a key that is not there is a question without an answer. */
  values: {},
  /** The draft's id and the name of its file; null as long as it follows the title. */
  id: null,
  /** The opened file, whose unchanged sections are kept byte for byte. */
  base: null,
  /** Answers as they were when they were last saved or opened. */
  savedAnswers: "{}",
  showsAll: false,
  /** Paths of fields that do not apply; null as long as nobody has told. */
  notApplying: null,
  findings: [],
  /** The last answer to `draft`. */
  draft: null,
  view: null,
  /** The last answers have errors: `view` is of those before. */
  isStale: false,
  /** Lists whose items were generated ids, which follow the item's name. */
  generatedIds: new WeakSet(),
};

const say = (sv, en) => (state.language === "sv" ? sv : en);

/** The text in the reader's language; Swedish where there is no English. */
const inLanguage = (text) => (state.language === "en" && text.en ? text.en : text.sv);

/** Attributes for an element that holds `text`: Swedish is marked where the page is in English. */
const languageOf = (text) => (state.language === "en" && !text.en ? { lang: "sv" } : {});

const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;
