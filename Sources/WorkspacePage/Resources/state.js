// What the page knows. The rules and the engine come with the page; the round comes from the reader's folder.

const built = JSON.parse(document.getElementById("regler-data").textContent);

const state = {
  language: "sv",
  /** "inbox", "assessment", "ranking", "paper" or "files". */
  view: "inbox",
  /** The opened files; null before something is opened. */
  folder: null,
  /** Where the round is among them. */
  base: "",
  /** The engine's account of the round. */
  desk: null,
  /** Why nothing may be saved: the round is frozen with other rules than those that are found. */
  readOnly: null,
  /** Whether the reader has said who it is, and the role then; null: does not assess. */
  isAsked: false,
  role: null,
  /** Roles that have said that they judge no more proposals, and those that they then left. */
  finished: new Set(),
  closed: new Map(),
  proposal: null,
  /** Sheets that are being filled in, by role and proposal. */
  sheets: new Map(),
  /** The round's texts that are being written. */
  texts: null,
  /** "texts" or "files". */
  paperPart: "files",
  ranking: { part: "ranking", scenario: "", first: "", second: "", proposal: "", weights: null },
};

const say = (sv, en) => (state.language === "sv" ? sv : en);

/** The text in the reader's language; Swedish where there is no English. */
const inLanguage = (text) => (typeof text === "string" ? text : state.language === "en" && text.en ? text.en : text.sv);

const languageOf = (text) => (state.language === "en" && typeof text !== "string" && !text.en ? { lang: "sv" } : {});

const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;
const proposals = () => state.desk?.proposals ?? [];
const proposalOf = (id) => proposals().find((proposal) => proposal.id === id);
const roleLabel = (id) => state.desk?.roles.find((role) => role.id === id)?.label ?? id;
const readOnlyReason = () => state.readOnly;

/** Values as the engine reads them: JSON whose strange characters are escaped, and half characters replaced. */
const asJSON = (values) => JSON.stringify(values)
  .replace(/\\(?:\\|ud[89a-f][0-9a-f]{2})/g, (escape) => (escape === "\\\\" ? escape : "\\ufffd"))
  .replace(/[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
