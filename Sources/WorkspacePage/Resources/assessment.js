// Assessment: one proposal at a time, in one's own role.

function showAssessment(id) {
  state.proposal = id;
  showView("assessment");
}

function renderAssessment(section) {
  const proposal = proposalOf(state.proposal);
  section.append(
    isAssessor() ? "" : element("p", {}, say("Du bedömer inte. Här läser du bladen som är sparade.", "You do not assess. Here you read the sheets that are saved.")),
    element("div", { class: "assessing" },
      element("nav", { "aria-label": say("Förslag att bedöma", "Proposals to assess") }, element("ul", { class: "plain", id: "bedoms" }, proposals().map(assessmentLink))),
      element("div", { id: "blad" }, proposal ? null : element("p", {}, say("Välj ett förslag.", "Choose a proposal.")))));
  if (proposal) openSheet(proposal);
}

function stateOfSheet(proposal) {
  if (!isAssessor()) return say(plural(proposal.sheets.length, "blad", "blad"), plural(proposal.sheets.length, "sheet", "sheets"));
  if (isRecused(proposal)) return say("jäv", "recused");
  const draft = state.sheets.get(sheetKey(state.role, proposal.id));
  if (draft?.isChanged) return say("ej sparat", "not saved");
  const sheet = ownSheet(proposal);
  return sheet ? say(`sparat ${sheet.date}`, `saved ${sheet.date}`) : say("inget blad", "no sheet");
}

const assessmentLink = (proposal) => element("li", {}, element("button", { type: "button", class: "link", "data-proposal": proposal.id,
  "aria-current": proposal.id === state.proposal ? "true" : null, on: { click: () => {
    state.proposal = proposal.id;
    renderView();
    find("blad-rubrik")?.focus();
  } } }, element("span", {}, proposal.name), " ", element("span", { class: "help" }, stateOfSheet(proposal))));

function refreshLinks() {
  const list = find("bedoms");
  if (list) list.replaceChildren(...proposals().map(assessmentLink));
}

async function openSheet(proposal) {
  const place = find("blad");
  const heading = element("h3", { id: "blad-rubrik", tabindex: "-1" }, proposal.name);
  if (isRecused(proposal)) {
    return place.replaceChildren(heading, element("p", { class: "stale", id: "jav" },
      say(`Stängt: ${roleLabel(state.role)} har anmält jäv för det här förslaget. Ett blad av den rollen räknas inte.`,
        `Closed: ${roleLabel(state.role)} has declared a conflict of interest in this proposal. A sheet of that role does not count.`)));
  }
  if (!isAssessor()) return place.replaceChildren(heading, renderOthers(proposal));
  if (isClosed(proposal)) {
    return place.replaceChildren(heading, element("p", { class: "stale", id: "stangt" },
      say(`Stängt: ${roleLabel(state.role)} har sagt sig inte bedöma det här förslaget, och har sett vad andra tycker.`,
        `Closed: ${roleLabel(state.role)} has said that it does not assess this proposal, and has seen what others think.`)), renderOthers(proposal));
  }
  const key = sheetKey(state.role, proposal.id);
  let sheet = state.sheets.get(key);
  if (!sheet?.isChanged) {
    place.replaceChildren(heading, element("p", {}, say("Läser …", "Reading …")));
    const model = await askSheet(proposal.id, state.role);
    if (state.proposal !== proposal.id || find("blad") !== place) return;
    if (!model) {
      return place.replaceChildren(heading, element("p", {}, say("Bladet kunde inte läsas.", "The sheet could not be read.")),
        button(say("Försök igen", "Try again"), () => openSheet(proposal)));
    }
    sheet = new Sheet(state.role, model);
    state.sheets.set(key, sheet);
  }
  renderSheet(place, sheet, proposal);
}

async function askSheet(proposal, role) {
  const answer = await ask("sheet", [["proposal", proposal], ["role", role]], [], "text");
  if (!answer) return null;
  if (answer.status !== 0) {
    notice(say("Bladet kunde inte läsas.", "The sheet could not be read."), engineWords(answer));
    return null;
  }
  return parsed(answer.text);
}

function renderSheet(place, sheet, proposal, back = null) {
  const { model } = sheet;
  const changed = () => showSheetState(sheet);
  const wasRead = document.activeElement === find("blad-rubrik");
  place.replaceChildren(
    element("h3", { id: "blad-rubrik", tabindex: "-1" }, proposal.name),
    element("p", { id: "blad-lage", class: "help" }),
    element("div", { id: "blad-fel", role: "alert", hidden: true }),
    element("section", { "aria-labelledby": "uppgifter-rubrik" }, element("h4", { id: "uppgifter-rubrik" }, say("Uppgifter och handlingar", "Claims and documents")),
      element("div", { class: "beside" },
        element("div", {}, model.claims.length === 0 ? element("p", {}, say("Inga uppgifter att granska.", "No claims to examine."))
          : claimGroups(model).map(([title, claims], number) => element("details", { class: "section", open: number === 0 || model.claims.length <= 30 },
            element("summary", {}, element("h5", {}, title), " (", element("span", { class: "given" }), ")"), claims.map(([claim, index]) => renderClaim(sheet, claim, index, changed))))),
        element("div", { class: "documents" }, element("h5", {}, say("Handlingar", "Documents")),
          model.documents.length === 0 ? element("p", {}, say("Inga handlingar anges.", "No documents are named."))
            : model.documents.map((document, index) => renderDocument(sheet, document, index, changed))))),
    model.judgements.length === 0 ? "" : element("section", { "aria-labelledby": "bedomningar-rubrik" },
      element("h4", { id: "bedomningar-rubrik" }, say("Bedömningar", "Judgements")),
      model.judgements.map((judgement, index) => renderJudgement(sheet, judgement, index, changed, proposal))),
    model.exclusions.length === 0 ? "" : element("section", { "aria-labelledby": "uteslut-rubrik" },
      element("h4", { id: "uteslut-rubrik" }, say("Beslut om uteslutning", "Decisions to exclude")),
      model.exclusions.map((exclusion, index) => renderExclusion(sheet, exclusion, index, changed))),
    element("div", { class: "saving" },
      labelled(say("Datum", "Date"), element("input", { type: "text", id: "blad-datum", class: "date", value: sheet.date, inputmode: "numeric",
        on: typing(sheet.undoStack, () => sheet.text, (text) => {
          sheet.date = text.trim();
          changed();
        }) })),
      button(say("Spara bladet", "Save the sheet"), () => saveSheet(sheet, proposal), { class: "main", id: "spara-blad" }),
      button(say("Ångra", "Undo"), () => {
        sheet.undo();
        renderSheet(place, sheet, proposal, "angra");
        announce(say("Ångrat.", "Undone."));
      }, { id: "angra" })),
    renderOthers(proposal));
  showSheetState(sheet);
  if (back ?? (wasRead ? "blad-rubrik" : null)) find(back ?? "blad-rubrik")?.focus();
}

/** Claims by what they decide first; those that no rule reads come last. A claim that decides more stands once. */
function claimGroups(model) {
  const places = new Map();
  for (const { decides } of model.claims) decides.forEach((title, place) => places.set(title, Math.max(places.get(title) ?? 0, place)));
  const groups = new Map([...places].sort(([, one], [, other]) => one - other).map(([title]) => [title, []]));
  const rest = [];
  model.claims.forEach((claim, index) => (claim.decides.length > 0 ? groups.get(claim.decides[0]) : rest).push([claim, index]));
  return [...[...groups].map(([title, claims]) => [say(`Avgör: ${title}`, `Decides: ${title}`), claims]), [say("Övriga uppgifter", "Other claims"), rest]]
    .filter(([, claims]) => claims.length > 0);
}

/** How many of each group's claims have been examined. */
function showGiven() {
  for (const group of document.querySelectorAll("#blad details.section")) {
    const claims = [...group.querySelectorAll(".claim")];
    const given = claims.filter((claim) => !claim.querySelector("input[data-value=null]").checked).length;
    group.querySelector(".given").textContent = say(`${given} av ${claims.length}`, `${given} of ${claims.length}`);
  }
}

function showSheetState(sheet) {
  const [given, all] = sheet.count;
  const words = say(`${given} av ${all} besvarade. `, `${given} of ${all} answered. `)
    + (sheet.isChanged ? say("Inte sparat.", "Not saved.") : sheet.isNew ? say("Inget blad ännu.", "No sheet yet.") : say("Sparat.", "Saved."));
  if (find("blad-lage")) find("blad-lage").textContent = words;
  if (find("angra")) find("angra").disabled = !sheet.canUndo;
  showGiven();
  const link = document.querySelector(`#bedoms [data-proposal="${CSS.escape(sheet.model.proposal)}"] .help`);
  if (link) link.textContent = stateOfSheet(proposalOf(sheet.model.proposal));
}

/** Radio buttons; the value null is "not answered". */
function radios(choices, value, choose) {
  const name = nextID("val");
  return element("div", { class: "choices" }, choices.map(([key, words]) => {
    const input = element("input", { type: "radio", name, "data-value": String(key), on: { change: () => choose(key) } });
    input.checked = value === key;
    return element("label", { class: "tick" }, input, " ", words);
  }));
}

function reasonField(sheet, kind, index, changed, words = say("Skäl", "Reason")) {
  return answerField(sheet, kind, index, "reason", `skal-${kind}-${index}`, words, changed);
}

/** A line of text that is part of an answer. */
const answerField = (sheet, kind, index, key, id, words, changed, attributes = {}) =>
  labelled(words, element("input", { type: "text", id, value: sheet.answers[kind][index][key] ?? "", ...attributes,
    on: typing(sheet.undoStack, () => sheet.text, (text) => {
      sheet.answers[kind][index][key] = text.trim() || null;
      changed();
    }) }));

function renderClaim(sheet, claim, index, changed) {
  const answer = () => sheet.answers.claims[index];
  const right = labelled(say("Rätt uppgift", "The right value"), correctedControl(sheet, claim, index, changed));
  const reason = element("div", {}, reasonField(sheet, "claims", index, changed));
  const show = () => {
    right.hidden = answer().verdict !== "corrected";
    reason.hidden = !["corrected", "rejected"].includes(answer().verdict);
  };
  const documents = (claim.documents ?? []).map((id) => documentWords(sheet.model, id));
  const made = element("fieldset", { class: "claim", "data-field": claim.field },
    element("legend", {}, claim.label),
    element("p", { class: "value" }, claim.value === null || claim.value === "" ? element("em", {}, say("inte uppgivet", "not given")) : claim.value),
    claim.decides.length < 2 ? null : element("p", { class: "help" }, say("Avgör också: ", "Also decides: "), claim.decides.slice(1).join(", ")),
    element("p", { class: "help" }, documents.length > 0 ? `${say("Enligt", "According to")} ${documents.join(", ")}` : say("Ingen handling anges.", "No document is named.")),
    radios([[null, say("Inte granskad", "Not examined")], ["confirmed", say("Stämmer", "Right")], ["corrected", say("Rättas", "To be corrected")],
      ["rejected", say("Stämmer inte", "Not right")]], answer().verdict, (verdict) => {
      sheet.change("claims", index, { verdict });
      show();
      changed();
    }), right, reason);
  show();
  return made;
}

/** What is right is chosen where the form has choices, else written as in the file. */
function correctedControl(sheet, claim, index, changed) {
  const value = sheet.answers.claims[index].corrected;
  const id = `rattat-${index}`;
  const choices = claim.type === "boolean" ? [{ id: "ja", label: say("Ja", "Yes") }, { id: "nej", label: say("Nej", "No") }] : claim.choices ?? [];
  if (choices.length > 0) {
    return select(id, [["", say("Välj", "Choose")], ...choices.map((choice) => [choice.id, choice.label])], value ?? "", (chosen) => {
      sheet.change("claims", index, { corrected: chosen || null });
      changed();
    });
  }
  return element("input", { type: "text", id, value: value ?? "", inputmode: claim.type === "number" ? "decimal" : null,
    on: typing(sheet.undoStack, () => sheet.text, (text) => {
      sheet.answers.claims[index].corrected = asWritten(claim, text.trim()) || null;
      changed();
    }) });
}

/** A number as files have it: without spaces and with a decimal point. */
const asWritten = (claim, text) => (claim.type === "number" ? text.replace(/\s/g, "").replace(",", ".") : text);

function documentWords(model, id) {
  const found = model.documents.find((document) => document.document === id);
  return found?.title ?? id;
}

function renderDocument(sheet, document, index, changed) {
  const answer = () => sheet.answers.documents[index];
  const reason = element("div", {}, reasonField(sheet, "documents", index, changed, say("Anmärkning", "Remark")));
  const show = () => { reason.hidden = answer().seen !== false; };
  const made = element("fieldset", { class: "document", "data-document": document.document },
    element("legend", {}, documentWords(sheet.model, document.document)),
    (document.details ?? []).length === 0 ? null : element("dl", { class: "help" }, document.details.map(({ label, value }) =>
      element("div", {}, element("dt", {}, label), element("dd", {}, value)))),
    radios([[null, say("Inte granskad", "Not examined")], [true, say("Sett", "Seen")], [false, say("Inte sett", "Not seen")]], answer().seen, (seen) => {
      sheet.change("documents", index, { seen });
      show();
      changed();
    }), reason);
  show();
  return made;
}

function renderJudgement(sheet, judgement, index, changed, proposal) {
  const mayJoin = ownSheet(proposal) !== undefined && proposal.sheets.length > 1;
  const joint = element("input", { type: "checkbox", id: `gemensam-${index}`, on: { change: () => {
    sheet.change("judgements", index, { joint: joint.checked });
    changed();
  } } });
  joint.checked = sheet.answers.judgements[index].joint;
  return element("fieldset", { class: "judgement", "data-judgement": judgement.judgement, "data-key": judgement.key },
    element("legend", {}, judgementTitle(judgement)),
    radios([...judgement.scale.map((step) => [step.id, step.label]), [null, say("Inte bedömt", "Not judged")]],
      sheet.answers.judgements[index].value, (value) => {
        sheet.change("judgements", index, { value });
        changed();
      }),
    reasonField(sheet, "judgements", index, changed),
    mayJoin || joint.checked ? element("label", { class: "tick" }, joint, " ",
      say("Gemensam bedömning, efter samtal mellan bedömarna", "Joint judgement, after the assessors have talked")) : null);
}

function renderExclusion(sheet, exclusion, index, changed) {
  return element("fieldset", { class: "exclusion", "data-exclusion": exclusion.exclusion },
    element("legend", {}, exclusion.title),
    radios([[null, say("Inte avgjort", "Not decided")], [true, say("Utesluts", "Excluded")], [false, say("Utesluts inte", "Not excluded")]],
      sheet.answers.exclusions[index].decided, (decided) => {
        sheet.change("exclusions", index, { decided });
        changed();
      }),
    reasonField(sheet, "exclusions", index, changed),
    sheet.answers.exceptions.map((one, number) => (one.exclusion === exclusion.exclusion
      ? renderException(sheet, exclusion.exceptions.find((other) => other.exception === one.exception), number, changed) : null)));
}

/** An exception from an exclusion is decided by somebody, for a time, with a reason. */
function renderException(sheet, exception, index, changed) {
  const answer = () => sheet.answers.exceptions[index];
  const details = element("div", { class: "exception" },
    reasonField(sheet, "exceptions", index, changed),
    answerField(sheet, "exceptions", index, "decided_by", `beslutat-${index}`, say("Beslutat av", "Decided by"), changed),
    answerField(sheet, "exceptions", index, "valid_to", `galler-till-${index}`, say("Gäller till (2027-12-31)", "Valid until (2027-12-31)"), changed, { class: "date", inputmode: "numeric" }));
  const box = element("input", { type: "checkbox", id: `undantag-${index}`, on: { change: () => {
    sheet.change("exceptions", index, { given: box.checked });
    details.hidden = !box.checked;
    changed();
  } } });
  box.checked = answer().given;
  details.hidden = !answer().given;
  return element("div", { "data-exception": exception.exception }, element("label", { class: "tick" }, box, " ", say(`Undantag: ${exception.title}`, `Exception: ${exception.title}`)), details);
}

/** The sheet as the engine writes it, in its place. */
async function saveSheet(sheet, proposal) {
  closeNotice();
  const tell = telling(find("blad-fel"));
  const { lacking } = sheet;
  if (lacking.length > 0) return tell.lacking(lacking);
  const sent = sheet.text;
  const { folder } = state;
  const answer = await ask("sheet", [["proposal", proposal.id], ["role", sheet.role]], [["sheet.json", sheet.given]], "text");
  if (!answer) return;
  const written = parsed(answer.text);
  const wrong = (written?.findings ?? []).filter((finding) => finding.severity === "error");
  if (typeof written?.yaml !== "string" || wrong.length > 0) {
    tell.show(element("p", {}, say("Bladet sparades inte. Det du har fyllt i är kvar.", "The sheet was not saved. What you have filled in is still here.")),
      wrong.length > 0 ? findingList(wrong) : "", engineWords(answer) ?? "");
    return;
  }
  const lost = (written.rewritten ?? []).filter(({ comments, unknown: keys }) => comments?.length > 0 || keys?.length > 0);
  if (lost.length > 0 && !(await mayRewrite(lost))) return;
  // The folder was read again on the way: what was written is of the file as it was before.
  if (state.folder !== folder) return saveSheet(sheet, proposal);
  const path = ownPath(written.path);
  const how = await saveFiles([[path, new TextEncoder().encode(written.yaml)]]);
  if (how === null) return;
  sheet.wasSaved(sent);
  if (how === "elsewhere") {
    showSheetState(sheet);
  } else {
    const [, model] = await Promise.all([refreshDesk(), askSheet(proposal.id, sheet.role)]);
    // What was filled in while it was being saved goes on from the saved sheet.
    sheet.model = model ?? sheet.model;
    showSaved(sheet, proposal);
  }
  notice(savedWords(how, path.slice(state.base.length)));
  find("spara-blad")?.focus();
}

/** The sheet stands as it was filled in: only what hangs on its being saved is shown anew. */
function showSaved(sheet, before) {
  const proposal = proposalOf(before.id) ?? before;
  const place = find("blad");
  if (!place || state.proposal !== proposal.id || state.role !== sheet.role) return refreshLinks();
  // A first sheet lets its role judge jointly.
  if (ownSheet(before) === undefined) return renderSheet(place, sheet, proposal);
  find("andra")?.replaceWith(renderOthers(proposal));
  showSheetState(sheet);
}

async function mayRewrite(lost) {
  const comments = lost.flatMap((one) => one.comments ?? []);
  const keys = lost.flatMap((one) => one.unknown ?? []);
  return await askInWindow(say("Något i filen försvinner", "Something in the file is lost"),
    [element("p", {}, say("Filen skrivs om där du har ändrat. Det här följer inte med:", "The file is written anew where you have changed it. This is not kept:")),
      element("ul", {}, [...comments, ...keys].map((text) => element("li", {}, element("code", {}, text))))],
    [[say("Spara ändå", "Save anyway"), "save", "main"], [say("Avbryt", "Cancel"), ""]]) === "save";
}
