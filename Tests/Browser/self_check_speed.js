// Measures from a key to the result that it changed: how many of an age decides on points. Runs in the page. Gives the
// times from key to shown result, and what of them went to asking the engine.

const done = arguments[0];
const control = document.querySelector("[data-field=a30_54] input");
const result = document.getElementById("resultat");
const times = { shown: [], asked: [] };

// The first question after a key is the one that the shown result comes of.
let asked = null;
const postMessage = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  if (message.kind === "ask" && asked === null) {
    const start = performance.now();
    asked = 0;
    this.addEventListener("message", () => { asked = performance.now() - start; }, { once: true });
  }
  postMessage.call(this, message, ...rest);
};

const shown = () => new Promise((resolve) => {
  const watcher = new MutationObserver(() => {
    watcher.disconnect();
    requestAnimationFrame(() => resolve(true));
  });
  watcher.observe(result, { subtree: true, childList: true, characterData: true });
  setTimeout(() => {
    watcher.disconnect();
    resolve(false);
  }, 2_000);
});

(async () => {
  for (let key = 0; key < 30; key++) {
    const waiting = shown();
    const start = performance.now();
    asked = null;
    control.value = String(key % 2 === 0 ? 3 + key : 90 + 5 * key);
    control.dispatchEvent(new Event("input", { bubbles: true }));
    if (await waiting) {
      times.shown.push(performance.now() - start);
      times.asked.push(asked);
    }
    while (!selfCheck.isQuiet()) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  done(times);
})();
