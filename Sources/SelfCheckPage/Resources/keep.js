// Keeping the draft in this browser: only by choice, and with a way to erase it.

const keepName = `beredning/sjalvtest/${form.id}/${rules.id}`;

const keeping = {
  isOn: false,
  /** When it was last kept, as words. */
  at: null,
  /** What came back was written for another version of the form. */
  isOfAnotherForm: false,
  /** What the browser said when it could not. */
  problem: null,
};

/** The browser's storage; null where it is forbidden. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** What is kept, if anything that can be read. */
function keptDraft() {
  try {
    const kept = JSON.parse(storage()?.getItem(keepName) ?? "null");
    return isObject(kept) && isObject(kept.values) ? kept : null;
  } catch {
    return null;
  }
}

function keepDraft() {
  if (!keeping.isOn) return;
  try {
    const base = state.base ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(state.base) : null;
    const at = new Date().toISOString();
    storage().setItem(keepName, JSON.stringify({
      at, id: state.id, base, values: state.values, showsAll: state.showsAll, form: form.version,
    }));
    keeping.at = at;
    keeping.problem = null;
  } catch (error) {
    keeping.problem = error?.name === "QuotaExceededError"
      ? say("Webbläsarens utrymme är fullt. Utkastet sparas inte här. Spara det som fil.",
        "The browser's storage is full. The draft is not kept here. Save it as a file.")
      : say("Webbläsaren tillåter inte att något sparas här. Spara utkastet som fil.",
        "The browser does not allow anything to be kept here. Save the draft as a file.");
  }
  showKeeping();
}

function stopKeeping() {
  keeping.isOn = false;
  keeping.at = null;
  keeping.problem = null;
  try {
    storage()?.removeItem(keepName);
  } catch {
    keeping.problem = say("Det gick inte att radera. Radera webbplatsdata i webbläsarens inställningar.",
      "It could not be erased. Erase site data in the browser's settings.");
  }
  showKeeping();
}

/** What was kept comes back when the page opens. */
function restoreKept() {
  const kept = keptDraft();
  if (!kept) return false;
  keeping.isOn = true;
  keeping.at = kept.at;
  state.values = kept.values;
  state.id = kept.id ?? null;
  state.base = typeof kept.base === "string" ? new TextEncoder().encode(kept.base) : null;
  state.showsAll = kept.showsAll === true;
  keeping.isOfAnotherForm = kept.form !== form.version;
  // It lies in the browser only: as a file it is not saved.
  state.savedAnswers = "";
  return true;
}

const momentWords = (at) => {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return "";
  const two = (number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
};

function renderKeeping() {
  const tick = element("input", { type: "checkbox", id: "behall", "aria-describedby": "behall-vad" });
  tick.addEventListener("change", () => {
    keeping.isOn = tick.checked;
    if (tick.checked) keepDraft();
    else stopKeeping();
  });
  return element("div", { class: "keeping" },
    element("label", { class: "tick" }, tick, " ", say("Behåll i den här webbläsaren", "Keep in this browser")),
    element("p", { class: "help", id: "behall-vad" },
      say("Svaren läggs i webbläsaren på den här datorn, och ingen annanstans. Den som använder samma dator och inloggning kan läsa dem.",
        "The answers are put in the browser on this computer, and nowhere else. Whoever uses the same computer and account can read them.")),
    element("p", { id: "behall-lage", class: "help" }),
    button(say("Radera det som sparats", "Erase what is kept"), () => {
      stopKeeping();
      find("behall").focus();
      announce(say("Det som sparats i webbläsaren är raderat.", "What was kept in the browser is erased."));
    }, { id: "radera", class: "quiet" }));
}

function showKeeping() {
  find("behall").checked = keeping.isOn;
  find("radera").hidden = !keeping.isOn || keeping.at === null;
  const words = keeping.problem
    ?? (keeping.isOn && keeping.at ? say(`Sparat här ${momentWords(keeping.at)}.`, `Kept here ${momentWords(keeping.at)}.`) : "");
  if (find("behall-lage").textContent !== words) find("behall-lage").textContent = words;
  find("behall-lage").hidden = words === "";
}
