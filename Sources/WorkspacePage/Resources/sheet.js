// A sheet that is being filled in: what the engine says can be judged, the answers given, and the way back.

class Sheet {
  #undo = new Undo();
  #saved;

  constructor(role, model) {
    this.role = role;
    this.model = model;
    this.answers = Sheet.answersOf(model);
    this.date = model.date ?? today();
    this.isNew = model.date === null;
    this.#saved = this.text;
  }

  static answersOf(model) {
    const pick = (one, keys) => Object.fromEntries(keys.map((key) => [key, one[key] ?? null]));
    return {
      claims: model.claims.map((one) => pick(one, ["field", "verdict", "corrected", "reason"])),
      documents: model.documents.map((one) => pick(one, ["document", "seen", "reason"])),
      judgements: model.judgements.map((one) => ({ ...pick(one, ["judgement", "key", "value", "reason"]), joint: one.joint === true })),
      exclusions: model.exclusions.map((one) => pick(one, ["exclusion", "decided", "reason"])),
      exceptions: model.exclusions.flatMap(({ exclusion, exceptions }) => exceptions.map((one) => (
        { exclusion, ...pick(one, ["exception", "given", "reason", "decided_by", "valid_to"]) }))),
    };
  }

  get text() {
    return JSON.stringify([this.date, this.answers]);
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

  change(kind, index, changes) {
    this.#undo.push(this.text);
    Object.assign(this.answers[kind][index], changes);
  }

  undo() {
    const before = this.#undo.pop();
    if (before !== undefined) [this.date, this.answers] = JSON.parse(before);
  }

  /** - Parameter text: what was saved; somebody may have filled in more since. */
  wasSaved(text) {
    this.#saved = text;
    this.isNew = false;
  }

  /** The sheet's file as values: what it says now, with the answers put in where they were changed. */
  get given() {
    const { model, answers } = this;
    const written = model.written ?? {};
    const untouched = Sheet.answersOf(model);
    const merged = (kind, isSame, entry) => {
      const list = structuredClone(written[kind] ?? []);
      answers[kind].forEach((answer, index) => {
        if (JSON.stringify(answer) === JSON.stringify(untouched[kind][index])) return;
        const at = list.findIndex((one) => isSame(one, answer));
        const next = entry(answer);
        if (at >= 0 && next) list[at] = next;
        else if (at >= 0) list.splice(at, 1);
        else if (next) list.push(next);
      });
      return list;
    };
    const withReason = (one, reason) => (reason ? { ...one, reason } : one);
    return asJSON({
      date: this.date,
      claims: merged("claims", (one, answer) => one.field === answer.field, ({ field, verdict, corrected, reason }) => verdict
        && withReason({ field, verdict, ...(verdict === "corrected" ? { value: corrected } : {}) }, reason)),
      documents: merged("documents", (one, answer) => one.document === answer.document,
        ({ document, seen, reason }) => seen !== null && withReason({ document, seen }, reason)),
      judgements: merged("judgements", (one, answer) => one.judgement === answer.judgement && (one.key ?? null) === answer.key,
        ({ judgement, key, value, reason, joint }) => value
          && withReason({ judgement, value, ...(key ? { key } : {}), ...(joint ? { joint: true } : {}) }, reason)),
      exclusions: merged("exclusions", (one, answer) => one.exclusion === answer.exclusion,
        ({ exclusion, decided, reason }) => decided !== null && withReason({ exclusion, decided }, reason)),
      exceptions: merged("exceptions", (one, answer) => one.exclusion === answer.exclusion && one.exception === answer.exception,
        ({ given, ...exception }) => given && exception),
    });
  }

  /** Answers without what they need, as [words, id of the control]. */
  get lacking() {
    const lacks = [];
    const without = (text) => text === null || text.trim() === "";
    this.answers.claims.forEach((one, index) => {
      const { label } = this.model.claims[index];
      if (one.verdict === "corrected" && without(one.corrected)) lacks.push([say(`${label}: skriv vad som är rätt`, `${label}: write what is right`), `rattat-${index}`]);
      if ((one.verdict === "corrected" || one.verdict === "rejected") && without(one.reason)) lacks.push([say(`${label}: skriv skälet`, `${label}: write the reason`), `skal-claims-${index}`]);
    });
    this.answers.judgements.forEach((one, index) => {
      if (one.value !== null && one.joint && without(one.reason)) lacks.push([say(`${judgementTitle(this.model.judgements[index])}: skriv skälet till den gemensamma bedömningen`,
        `${judgementTitle(this.model.judgements[index])}: write the reason of the joint judgement`), `skal-judgements-${index}`]);
    });
    this.answers.exclusions.forEach((one, index) => {
      if (one.decided !== null && without(one.reason)) lacks.push([say(`${this.model.exclusions[index].title}: skriv skälet`, `${this.model.exclusions[index].title}: write the reason`), `skal-exclusions-${index}`]);
    });
    this.answers.exceptions.forEach((one, index) => {
      if (!one.given) return;
      const { title } = this.model.exclusions.flatMap((exclusion) => exclusion.exceptions.map((other) => ({ ...other, exclusion: exclusion.exclusion })))
        .find((other) => other.exclusion === one.exclusion && other.exception === one.exception);
      if (without(one.reason)) lacks.push([say(`${title}: skriv skälet`, `${title}: write the reason`), `skal-exceptions-${index}`]);
      if (without(one.decided_by)) lacks.push([say(`${title}: skriv vem som har beslutat`, `${title}: write who decided`), `beslutat-${index}`]);
      if (!isDate(one.valid_to ?? "")) lacks.push([say(`${title}: skriv hur länge det gäller, 2027-12-31`, `${title}: write how long it is valid, 2027-12-31`), `galler-till-${index}`]);
    });
    if (!isDate(this.date)) lacks.push([say("Datum: skriv 2026-09-10", "Date: write 2026-09-10"), "blad-datum"]);
    return lacks;
  }

  get count() {
    const given = (list, key) => list.filter((one) => one[key] !== null).length;
    return [given(this.answers.claims, "verdict") + given(this.answers.documents, "seen") + given(this.answers.judgements, "value")
      + given(this.answers.exclusions, "decided"),
    ["claims", "documents", "judgements", "exclusions"].reduce((sum, key) => sum + this.answers[key].length, 0)];
  }
}

const isDate = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);

const judgementTitle = (judgement) => [judgement.question, judgement.per].filter(Boolean).join(" – ");

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const sheetKey = (role, proposal) => `${role}/${proposal}`;
