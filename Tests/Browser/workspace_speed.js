// Measures in the officials' page, from what somebody does to what it shows. Runs in the page.

const done = arguments[arguments.length - 1];
const [what, times] = arguments;
const part = (id) => document.getElementById(id);
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Waits until something is there and painted. */
const until = async (isThere) => {
  while (!isThere()) await pause(2);
  await new Promise((resolve) => requestAnimationFrame(resolve));
};

const opening = async () => {
  const start = performance.now();
  part("oppna-mapp").click();
  await until(() => part("bedomer-inte"));
  const inbox = performance.now() - start;
  part("bedomer-inte").click();
  part("vy-ranking").click();
  await until(() => document.querySelector("#svar table"));
  return [inbox, performance.now() - start];
};

const weights = async () => {
  part("del-own").click();
  await until(() => document.querySelector("#svar table"));
  const input = document.querySelector("fieldset.own input");
  const found = [];
  for (let number = 0; number < times; number++) {
    input.value = String(20 + number);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    const before = part("svar").firstElementChild;
    const start = performance.now();
    part("rakna").click();
    await until(() => part("svar").firstElementChild !== before && !part("svar").hasAttribute("aria-busy"));
    found.push(performance.now() - start);
    await pause(300);
  }
  return found;
};

const sheet = async () => {
  const found = [];
  for (let number = 0; number < times; number++) {
    const judgement = document.querySelector("#blad fieldset.judgement");
    [...judgement.querySelectorAll("input[type=radio]")].filter((one) => !one.checked && one.dataset.value !== "null")[0].click();
    for (const reason of judgement.querySelectorAll("textarea, input[type=text]")) {
      reason.value = `Prövat ${number}.`;
      reason.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const before = workspace.desk();
    const start = performance.now();
    part("spara-blad").click();
    await until(() => workspace.desk() !== before && /Sparat/.test(part("besked")?.innerText ?? ""));
    found.push(performance.now() - start);
    await pause(500);
  }
  return found;
};

({ opening, weights, sheet })[what]().then(done);
