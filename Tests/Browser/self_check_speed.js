// Measures from a key to the result that it changed: the title is part of the result. Runs in the page.

const done = arguments[0];
const control = document.querySelector("[data-field=antal_per_år] input");
const result = document.getElementById("resultat");
const times = [];

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
    control.value = String(20 + (key % 2) * 400 + key);
    control.dispatchEvent(new Event("input", { bubbles: true }));
    if (await waiting) times.push(performance.now() - start);
    while (!selfCheck.isQuiet()) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  done(times);
})();
