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
  /** Who assesses in this session. */
  role: null,
  proposal: null,
  /** Sheets that are being filled in, by role and proposal. */
  sheets: new Map(),
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
