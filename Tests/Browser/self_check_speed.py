"""Measures the self-check page in Chromium: from opening it to its form and its first result, and from a key to the result.

    python3 Tests/Browser/self_check_speed.py PAGE ROUND [NAME]

ROUND is a folder with `vagen-vidare.yaml`, a filled draft for the page's form; NAME says what is measured. Prints figures and
fails only where there are none.
"""

import sys
from pathlib import Path
from statistics import median

from self_check_browser import browser, check, drop_file, opened, quiet, wait

HERE = Path(__file__).parent
STARTS = """
globalThis.starts = {};
new MutationObserver(() => {
  if (!starts.form && document.querySelector("#formular .field")) starts.form = performance.now();
  const result = document.getElementById("resultat-innehall");
  if (!starts.result && result && !result.hidden) starts.result = performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ["hidden"]});
"""


def starts(page):
    """Milliseconds from opening the page to its form, and to its first result."""
    driver = browser(first=STARTS)
    driver.get(page)
    wait(driver, lambda: driver.execute_script("return starts.result > 0"), "the first result")
    times = driver.execute_script("return [starts.form, starts.result]")
    driver.quit()
    return times


def keys(page, round_folder):
    """From thirty keys to the result that each changed, in a filled draft."""
    driver = opened(page)
    drop_file(driver, "vagen-vidare.yaml", (Path(round_folder) / "vagen-vidare.yaml").read_bytes())
    wait(driver, lambda: "öppnad" in driver.execute_script("return document.getElementById('besked').innerText"), "the draft")
    # What would strengthen the draft comes after the result, and takes long with many rules.
    quiet(driver, whole=False)
    times = driver.execute_async_script((HERE / "self_check_speed.js").read_text(encoding="utf-8"))
    driver.quit()
    check(len(times["shown"]) >= 20, f"only {len(times['shown'])} keys changed the result")
    return times


def speed(page, round_folder, name):
    form, result = (median(times) for times in zip(*(starts(page) for _ in range(5))))
    print(f"{name}: from opening to the form {form:.0f} ms, to the first result {result:.0f} ms, medians of 5")
    times = keys(page, round_folder)
    shown, asked = times["shown"], times["asked"]
    print(f"{name}: from key to shown result: median {median(shown):.0f} ms, most {max(shown):.0f} ms, of {len(shown)} keys; "
          f"of it the engine {median(asked):.0f} ms")


if __name__ == "__main__":
    speed(Path(sys.argv[1]).resolve().as_uri(), sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "the page")
