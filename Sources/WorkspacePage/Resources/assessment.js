// Assessment: one proposal at a time, in one's own role. What others think comes after one's own sheet.

function showAssessment(id) {
  state.proposal = id;
  showView("assessment");
}

function renderAssessment(section) {
  if (state.role === null) return section.append(renderRoleChoice());
  const proposal = proposalOf(state.proposal);
  section.append(
    element("p", {}, say("Du bedömer som ", "You assess as "), element("strong", { id: "min-roll" }, roleLabel(state.role)), ". ",
      button(say("Byt roll", "Change role"), changeRole, { class: "quiet", id: "byt-roll" })),
    element("div", { class: "assessing" },
      element("nav", { "aria-label": say("Förslag att bedöma", "Proposals to assess") }, element("ul", { class: "plain", id: "bedoms" }, proposals().map(assessmentLink))),
      element("div", { id: "blad" }, proposal ? null : element("p", {}, say("Välj ett förslag.", "Choose a proposal.")))));
  if (proposal) openSheet(proposal);
}

function renderRoleChoice() {
  return element("fieldset", { id: "rollval" }, element("legend", {}, element("h3", {}, say("Vem bedömer?", "Who assesses?"))),
    element("p", { class: "help" }, say("Rollen gäller tills du stänger sidan. Varje roll har sitt eget blad för varje förslag.",
      "The role stands until you close the page. Every role has its own sheet for each proposal.")),
    element("p", { class: "buttons" }, state.desk.roles.map((role) => button(role.label, () => {
      state.role = role.id;
      renderView();
      find("vy-rubrik").focus();
    }, { "data-role": role.id }))));
}

function changeRole() {
  state.role = null;
  renderView();
  find("rollval").querySelector("button")?.focus();
}

function stateOfSheet(proposal) {
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
  place.replaceChildren(
    element("h3", { id: "blad-rubrik", tabindex: "-1" }, proposal.name),
    element("p", { id: "blad-lage", class: "help" }),
    element("div", { id: "blad-fel", role: "alert", hidden: true }),
    element("section", { "aria-labelledby": "uppgifter-rubrik" }, element("h4", { id: "uppgifter-rubrik" }, say("Uppgifter och handlingar", "Claims and documents")),
      element("div", { class: "beside" },
        element("div", {}, model.claims.length === 0 ? element("p", {}, say("Inga uppgifter att granska.", "No claims to examine."))
          : claimSections(model).map(([title, claims]) => element("details", { class: "section", open: claims.length <= 12 || model.claims.length <= 30 },
            element("summary", {}, element("h5", {}, title), ` (${claims.length})`), claims.map(([claim, index]) => renderClaim(sheet, claim, index, changed))))),
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
        on: { change: (event) => {
          sheet.change("date", 0, event.target.value.trim());
          changed();
        } } })),
      button(say("Spara bladet", "Save the sheet"), () => saveSheet(sheet, proposal), { class: "main", id: "spara-blad" }),
      button(say("Ångra", "Undo"), () => {
        sheet.undo();
        renderSheet(place, sheet, proposal, "angra");
        announce(say("Ångrat.", "Undone."));
      }, { id: "angra" })),
    renderOthers(proposal));
  showSheetState(sheet);
  if (back) find(back)?.focus();
}

/** Claims by the form's sections, in the form's order. */
function claimSections(model) {
  const sections = new Map();
  model.claims.forEach((claim, index) => {
    const title = claim.section ?? say("Övrigt", "Other");
    if (!sections.has(title)) sections.set(title, []);
    sections.get(title).push([claim, index]);
  });
  return [...sections];
}

function showSheetState(sheet) {
  const [given, all] = sheet.count;
  const words = say(`${given} av ${all} besvarade. `, `${given} of ${all} answered. `)
    + (sheet.isChanged ? say("Inte sparat.", "Not saved.") : sheet.isNew ? say("Inget blad ännu.", "No sheet yet.") : say("Sparat.", "Saved."));
  if (find("blad-lage")) find("blad-lage").textContent = words;
  if (find("angra")) find("angra").disabled = !sheet.canUndo;
  refreshLinks();
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
  return labelled(words, element("input", { type: "text", id: `skal-${kind}-${index}`, value: sheet.answers[kind][index].reason ?? "",
    on: { change: (event) => {
      sheet.change(kind, index, { reason: event.target.value.trim() || null });
      changed();
    } } }));
}

function renderClaim(sheet, claim, index, changed) {
  const answer = () => sheet.answers.claims[index];
  const right = labelled(say("Rätt uppgift", "The right value"), correctedControl(claim, index, answer().corrected, (corrected) => {
    sheet.change("claims", index, { corrected });
    changed();
  }));
  const reason = element("div", {}, reasonField(sheet, "claims", index, changed));
  const show = () => {
    right.hidden = answer().verdict !== "corrected";
    reason.hidden = !["corrected", "rejected"].includes(answer().verdict);
  };
  const documents = (claim.documents ?? []).map((id) => documentWords(sheet.model, id));
  const made = element("fieldset", { class: "claim", "data-field": claim.field },
    element("legend", {}, claim.label),
    element("p", { class: "value" }, claim.value === null || claim.value === "" ? element("em", {}, say("inte uppgivet", "not given")) : claim.value),
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
function correctedControl(claim, index, value, choose) {
  const id = `rattat-${index}`;
  const choices = claim.type === "boolean" ? [{ id: "ja", label: say("Ja", "Yes") }, { id: "nej", label: say("Nej", "No") }] : claim.choices ?? [];
  if (choices.length > 0) {
    return select(id, [["", say("Välj", "Choose")], ...choices.map((choice) => [choice.id, choice.label])], value ?? "", (chosen) => choose(chosen || null));
  }
  return element("input", { type: "text", id, value: value ?? "", inputmode: claim.type === "number" ? "decimal" : null,
    on: { change: (event) => choose(asWritten(claim, event.target.value.trim()) || null) } });
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
  return element("fieldset", { class: "judgement", "data-judgement": judgement.judgement },
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
    reasonField(sheet, "exclusions", index, changed));
}

/** What others have written, and where they differ, once one's own sheet is saved. */
function renderOthers(proposal) {
  const others = proposal.sheets.filter((sheet) => sheet.role !== state.role);
  const heading = element("h4", { id: "andra-rubrik" }, say("De andra bedömarna", "The other assessors"));
  const section = (...content) => element("section", { "aria-labelledby": "andra-rubrik", id: "andra" }, heading, content);
  if (!maySeeOthers(proposal)) {
    return section(element("p", {}, say("Visas när du har sparat ditt eget blad.", "Shown when you have saved your own sheet.")));
  }
  const differences = proposal.disagreements.map((one) => one.text ?? one);
  return section(
    others.length === 0 ? element("p", {}, say("Ingen annan har sparat något blad.", "Nobody else has saved a sheet."))
      : element("p", {}, say("Blad finns av ", "There are sheets by "), others.map((sheet) => `${roleLabel(sheet.role)} (${sheet.date})`).join(", "), "."),
    others.length === 0 ? null : differences.length === 0 ? element("p", { class: "fine" }, say("Ni är ense.", "You agree."))
      : [element("p", {}, say("Här är ni inte ense. Tala igenom det, och skriv den gemensamma bedömningen med skäl här ovan.",
        "Here you do not agree. Talk it through, and write the joint judgement with its reason above.")),
      element("ul", { id: "oenigheter" }, differences.map((text) => element("li", {}, text)))]);
}

/** The sheet as the engine writes it, in its place. */
async function saveSheet(sheet, proposal) {
  closeNotice();
  const box = find("blad-fel");
  const tell = (...content) => {
    box.hidden = false;
    box.replaceChildren(...content);
  };
  box.hidden = true;
  const { lacking } = sheet;
  if (lacking.length > 0) {
    tell(element("p", {}, say("Det saknas något:", "Something is missing:")), element("ul", {}, lacking.map(([words, id]) =>
      element("li", {}, element("a", { href: `#${id}`, on: { click: (event) => {
        event.preventDefault();
        find(id)?.focus();
      } } }, words)))));
    return find(lacking[0][1])?.focus();
  }
  const answer = await ask("sheet", [["proposal", proposal.id], ["role", sheet.role]], [["sheet.json", sheet.given]], "text");
  if (!answer) return;
  const written = parsed(answer.text);
  const wrong = (written?.findings ?? []).filter((finding) => finding.severity === "error");
  if (typeof written?.yaml !== "string" || wrong.length > 0) {
    tell(element("p", {}, say("Bladet sparades inte. Det du har fyllt i är kvar.", "The sheet was not saved. What you have filled in is still here.")),
      wrong.length > 0 ? findingList(wrong) : "", engineWords(answer) ?? "");
    return;
  }
  const lost = (written.rewritten ?? []).filter(({ comments, unknown: keys }) => comments?.length > 0 || keys?.length > 0);
  if (lost.length > 0 && !(await mayRewrite(lost))) return;
  const path = ownPath(written.path);
  const how = await saveFiles([[path, new TextEncoder().encode(written.yaml)]]);
  if (how === null) return;
  sheet.wasSaved();
  if (how !== "elsewhere") {
    state.sheets.delete(sheetKey(sheet.role, proposal.id));
    await refreshDesk();
    refreshLinks();
    await openSheet(proposalOf(proposal.id) ?? proposal);
  } else {
    showSheetState(sheet);
  }
  notice(savedWords(how, path.slice(state.base.length)));
  find("spara-blad")?.focus();
}

async function mayRewrite(lost) {
  const comments = lost.flatMap((one) => one.comments ?? []);
  const keys = lost.flatMap((one) => one.unknown ?? []);
  return await askInWindow(say("Något i filen försvinner", "Something in the file is lost"),
    [element("p", {}, say("Filen skrivs om där du har ändrat. Det här följer inte med:", "The file is written anew where you have changed it. This is not kept:")),
      element("ul", {}, [...comments, ...keys].map((text) => element("li", {}, element("code", {}, text))))],
    [[say("Spara ändå", "Save anyway"), "save", "main"], [say("Avbryt", "Cancel"), ""]]) === "save";
}
