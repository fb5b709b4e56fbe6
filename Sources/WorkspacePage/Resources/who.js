// Who works with the round. An assessor sees what others found of a proposal, and what it comes to, when the own sheet
// on it is saved: judgements are to be independent. Somebody who prepares without judging sees everything.

const isAssessor = () => state.role !== null;
const ownSheet = (proposal) => proposal.sheets.find((sheet) => sheet.role === state.role);
const isRecused = (proposal) => isAssessor() && proposal.recused.includes(state.role);

/** The role has said that it judges no more proposals than those that it has saved sheets on. */
const isFinished = () => state.finished.has(state.role);

/** Whether what others think of a proposal, its points and its place may be shown. */
const maySee = (proposal) => !isAssessor() || ownSheet(proposal) !== undefined || isRecused(proposal) || isFinished();

/** Proposals that the role is still to judge before it sees more of them. */
const unjudged = () => proposals().filter((proposal) => !maySee(proposal));

function renderWho() {
  const choose = (role) => {
    Object.assign(state, { role, isAsked: true });
    renderPage();
    find("vy-rubrik")?.focus();
  };
  return element("fieldset", { id: "rollval" }, element("legend", {}, element("h3", {}, say("Vem är du?", "Who are you?"))),
    element("p", {}, say("Den som bedömer ser andras bedömningar, poäng och platser för ett förslag först när det egna bladet är sparat. Då blir bedömningarna oberoende av varandra.",
      "Whoever assesses sees the assessments of others, points and places of a proposal when the own sheet is saved. That keeps the assessments independent of each other.")),
    element("p", { class: "buttons" }, state.desk.roles.map((role) => button(role.label, () => choose(role.id), { "data-role": role.id }))),
    element("p", { class: "buttons" }, button(say("Jag bedömer inte, jag bereder eller leder arbetet", "I do not assess, I prepare or lead the work"),
      () => choose(null), { id: "bedomer-inte" })),
    element("p", { class: "help" }, say("Den som inte bedömer ser allt. Valet gäller tills du stänger sidan. Det är en hjälp att hålla isär, inte ett lås: filerna ligger i mappen.",
      "Whoever does not assess sees everything. The choice stands until you close the page. It helps to keep things apart and is no lock: the files lie in the folder.")));
}

/** Says who works, in the page's head. */
function whoLine() {
  if (!state.desk?.round || !state.isAsked) return null;
  return element("p", { class: "help", id: "vem" },
    isAssessor() ? [say("Du bedömer som ", "You assess as "), element("strong", { id: "min-roll" }, roleLabel(state.role))]
      : element("strong", {}, say("Du bedömer inte och ser allt", "You do not assess and see everything")), ". ",
    state.desk.roles.length === 0 ? null : button(say("Byt", "Change"), changeRole, { class: "quiet", id: "byt-roll" }));
}

function changeRole() {
  state.isAsked = false;
  renderPage();
  find("rollval")?.querySelector("button")?.focus();
}

/** Why something is not shown yet, and what is left to do; null where it may be shown. */
function notYet(what) {
  const left = unjudged();
  if (left.length === 0) return null;
  return element("div", { id: "inte-an", class: "stale" },
    element("p", {}, what, " ", say("De här förslagen är kvar att bedöma:", "These proposals are left to assess:")),
    element("ul", {}, left.map((proposal) => element("li", {}, button(proposal.name, () => showAssessment(proposal.id), { class: "quiet", "data-left": proposal.id })))),
    element("p", { class: "buttons" }, button(say("Jag bedömer inte fler förslag", "I assess no more proposals"), finish, { id: "inte-fler" })));
}

async function finish() {
  const left = unjudged();
  const pressed = await askInWindow(say("Bedömer du inte fler förslag?", "Do you assess no more proposals?"),
    element("p", {}, say(`${roleLabel(state.role)} har inget blad för ${plural(left.length, "förslag", "förslag")}. Du får se allt, men kan inte bedöma de förslagen innan du öppnar omgången på nytt.`,
      `${roleLabel(state.role)} has no sheet for ${plural(left.length, "proposal", "proposals")}. You will see everything, but cannot assess those proposals before you open the round again.`)),
    [[say("Visa allt", "Show everything"), "show"], [say("Avbryt", "Cancel"), "", "main"]]);
  if (pressed !== "show") return;
  for (const proposal of left) state.sheets.delete(sheetKey(state.role, proposal.id));
  state.finished.add(state.role);
  state.closed.set(state.role, new Set(left.map((proposal) => proposal.id)));
  renderView();
  find("vy-rubrik").focus();
}

/** The role has said that it does not judge it, and has seen what others think. */
const isClosed = (proposal) => isAssessor() && (state.closed.get(state.role)?.has(proposal.id) ?? false);
