// Ranking and why. The engine writes every word of it as a part of a page, with everything from files already
// escaped; the policy lets no script in it run.

const rankingParts = () => [["ranking", say("Ordningen", "The order")], ["comparison", say("Jämför två", "Compare two")],
  ["explanation", say("Varför", "Why")], ["robustness", say("Håller ordningen?", "Does the order hold?")],
  ["frame", say("Ramen", "The frame")], ["own", say("Pröva själv", "Try for yourself")]];

let rankingTurn = 0;

function renderRanking(section) {
  const { ranking } = state;
  const hidden = unreadFiles() ?? hiddenPart();
  section.append(
    element("div", { class: "tabs", role: "group", "aria-label": say("Vad som visas", "What is shown") },
      rankingParts().map(([part, words]) => button(words, () => showRankingPart({ part }), { "aria-pressed": String(ranking.part === part), id: `del-${part}` }))),
    hidden ?? element("div", { class: "choices" }, rankingChoices()),
    element("div", { id: "svar", class: "fragment", "aria-live": "off" }));
  if (!hidden) refreshRanking();
}

/** The order tells of every proposal; the explanation and the comparison of those that are chosen. */
const seenProposals = () => proposals().filter(maySee);

function hiddenPart() {
  const { part } = state.ranking;
  const needed = { explanation: 1, comparison: 2 }[part];
  if (needed !== undefined && seenProposals().length >= needed) return null;
  return notYet(needed === undefined ? say("Ordningen visas när du har bedömt alla förslag.", "The order is shown when you have assessed all proposals.")
    : say("Det här visas för förslag som du har bedömt.", "This is shown for proposals that you have assessed."));
}

function showRankingPart(change) {
  Object.assign(state.ranking, change);
  if (state.view !== "ranking") showView("ranking");
  else renderView();
  find(`del-${state.ranking.part}`)?.focus();
}

const proposalSelect = (id, label, key) => labelled(label, select(id, seenProposals().map((proposal) => [proposal.id, proposal.name]),
  state.ranking[key], (value) => {
    state.ranking[key] = value;
    refreshRanking();
  }));

function select(id, choices, value, changed) {
  const made = element("select", { id, on: { change: () => changed(made.value) } }, choices.map(([key, words]) => element("option", { value: key }, words)));
  made.value = value;
  return made;
}

const labelled = (words, control) => element("div", { class: "labelled" }, element("label", { for: control.id }, words), control);

function rankingChoices() {
  const { ranking } = state;
  const all = seenProposals();
  const known = (id, number) => (all.some((proposal) => proposal.id === id) ? id : all[number]?.id ?? "");
  ranking.first = known(ranking.first, 0);
  ranking.second = known(ranking.second, 1);
  ranking.proposal = known(ranking.proposal, 0);
  switch (ranking.part) {
    case "ranking": return scenarios().length === 0 ? [] : [labelled(say("Vikter", "Weights"), select("scenario",
      [["", say("Reglernas vikter", "The rules' weights")], ...scenarios().map((scenario, index) => [String(index), scenario.title])],
      ranking.scenario, (value) => {
        ranking.scenario = value;
        refreshRanking();
      }))];
    case "comparison": return [proposalSelect("forst", say("Det ena", "The one"), "first"), proposalSelect("sedan", say("Det andra", "The other"), "second")];
    case "explanation": return [proposalSelect("vilket", say("Förslag", "Proposal"), "proposal")];
    case "own": return [ownWeights()];
    default: return [];
  }
}

const scenarios = () => state.desk.rules?.scenarios ?? [];
const criteria = () => state.desk.rules?.criteria ?? [];
const weightText = (weight) => String(weight?.shown ?? weight).replace(",", ".").replace(/\s/g, "");

function ownWeights() {
  state.ranking.weights ??= Object.fromEntries(criteria().map((criterion) => [criterion.id, weightText(criterion.weight)]));
  const inputs = criteria().map((criterion) => {
    const id = `vikt-${criterion.id}`;
    const input = element("input", { type: "number", id, min: "0.1", step: "any", value: state.ranking.weights[criterion.id],
      on: { input: () => { state.ranking.weights[criterion.id] = input.value; } } });
    return labelled(criterion.title, input);
  });
  return element("fieldset", { class: "own" }, element("legend", {}, say("Egna vikter – inte styrelsens viktning", "Own weights – not the board's weighting")),
    inputs, element("p", { class: "buttons" }, button(say("Räkna", "Compute"), refreshRanking, { id: "rakna" }),
      button(say("Återställ", "Reset"), () => {
        state.ranking.weights = null;
        renderView();
        find("rakna").focus();
      })));
}

/** The request that shows what is chosen; words where it cannot be made. */
function rankingRequest() {
  const { ranking } = state;
  switch (ranking.part) {
    case "comparison": return ranking.first === ranking.second
      ? say("Välj två olika förslag.", "Choose two different proposals.")
      : [["part", "comparison"], ["first", ranking.first], ["second", ranking.second]];
    case "explanation": return [["part", "explanation"], ["proposal", ranking.proposal]];
    case "own": {
      const entries = Object.entries(ranking.weights);
      if (entries.some(([, value]) => !(Number(value) > 0))) return say("Varje vikt är ett tal större än 0.", "Every weight is a number greater than 0.");
      return [["part", "ranking"], ["weights", entries.map(([id, value]) => `${id}=${value}`).join(",")]];
    }
    case "ranking": {
      const scenario = ranking.scenario === "" ? null : scenarios()[Number(ranking.scenario)];
      return [["part", "ranking"], ...(scenario ? [["weights", scenario.weights], ["title", scenario.title]] : [])];
    }
    default: return [["part", ranking.part]];
  }
}

async function refreshRanking() {
  const turn = ++rankingTurn;
  const place = find("svar");
  if (!place) return;
  if (proposals().length === 0) return place.replaceChildren(element("p", {}, say("Det finns inget förslag att visa.", "There is no proposal to show.")));
  const request = rankingRequest();
  if (typeof request === "string") return place.replaceChildren(element("p", { class: "stale" }, request));
  place.setAttribute("aria-busy", "true");
  const answer = await ask("page", request, [], "text");
  if (turn !== rankingTurn || !find("svar")) return;
  place.removeAttribute("aria-busy");
  if (!answer) return place.replaceChildren(element("p", {}, say("Motorn kunde inte räkna det här.", "The engine could not compute this.")),
    button(say("Försök igen", "Try again"), refreshRanking));
  if (answer.status !== 0) return place.replaceChildren(...present(element("p", {}, say("Det här kan inte visas.", "This cannot be shown.")), engineWords(answer)));
  showFragment(place, answer.text);
  announce(place.firstElementChild?.dataset.summary ?? "");
}

function showFragment(place, html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  place.replaceChildren(...[...parsed.body.childNodes].map((node) => document.adoptNode(node)));
  for (const table of place.querySelectorAll(".table")) {
    table.tabIndex = 0;
    table.setAttribute("role", "region");
    table.setAttribute("aria-label", table.querySelector("caption")?.textContent || say("Tabell", "Table"));
  }
}

/** What the engine said about its input. */
const engineWords = (answer) => (answer.messages.trim() === "" ? null
  : element("details", {}, element("summary", {}, say("Vad motorn säger", "What the engine says")), element("pre", { tabindex: "0" }, answer.messages.trim())));
