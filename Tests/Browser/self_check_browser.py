"""What the self-check page's tests share: a browser without a network, axe, and waiting for the page to be quiet."""

import json
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

# WCAG 2.1 as for the board paper, and what axe knows of 2.2 AA: the size of targets, 24 × 24 px.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
# A line that stays at the bottom of the window lies over whatever is scrolled to there, which axe takes for small
# targets: sizes are measured with such lines in their place in the flow.
TARGETS = """
const [done] = arguments;
const staying = [...document.querySelectorAll("body *")]
  .filter((one) => ["fixed", "sticky"].includes(getComputedStyle(one).position) && !one.closest("dialog"))
  .map((one) => [one, one.style.position]);
for (const [one] of staying) one.style.position = "static";
axe.run(document, {runOnly: {type: "tag", values: ["wcag22aa"]}})
  .catch((error) => ({error: String(error)}))
  .then((result) => {
    for (const [one, position] of staying) one.style.position = position;
    done(result);
  });
"""
count = 0


def check(condition, message):
    global count
    count += 1
    if not condition:
        sys.exit(f"error: {message}")


def checks():
    return count


def browser(width=1280, height=900, dark=False, scripts=True, downloads=None, first=None):
    """A browser that has no network; `first` is a script that runs before the page's own."""
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--force-device-scale-factor=1"]:
        options.add_argument(argument)
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.binary_location = "/usr/bin/chromium"
    driver = webdriver.Chrome(service=webdriver.ChromeService("/usr/bin/chromedriver"), options=options)
    # The window's own edges take room: the page's width is set, not the window's.
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
    features = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    if dark:
        features.append({"name": "prefers-color-scheme", "value": "dark"})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0})
    if downloads:
        driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    if first:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": first})
    driver.set_script_timeout(120)
    return driver


AXE = Path(str(files("axe_playwright_python"))).joinpath("axe.min.js").read_text(encoding="utf-8")


# What a value that should have been left out becomes where it is shown all the same.
STRAYS = """
const found = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const { data, parentElement } = texts.currentNode;
  if (!/^(SCRIPT|STYLE)$/.test(parentElement.tagName) && /^\\s*(null|undefined|NaN|true|false)\\s*$|\\[object /.test(data)) found.push(data);
}
return found;
"""


def axe(driver, state):
    driver.execute_script(AXE)
    result = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {runOnly: {type: 'tag', values: %s}}).then(done, e => done({error: String(e)}));"
        % json.dumps(TAGS))
    targets = driver.execute_async_script(TARGETS)
    for one in result, targets:
        check("error" not in one, f"axe in {state}: {one.get('error')}")
        told = [(v["id"], v["help"], [n["html"][:200] for n in v["nodes"][:3]]) for v in one["violations"]]
        check(not told, f"axe in {state}: {told}")
    check(result["passes"], f"axe tested nothing in {state}")
    strays = driver.execute_script(STRAYS)
    check(not strays, f"{state}: words of the program's own insides are shown: {strays}")


def fits(driver, state):
    width, inner = driver.execute_script(
        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    check(width <= inner, f"{state}: {width} px wide in a window of {inner}")


def silent(driver, state, page):
    """Nothing was asked of any network, and the console has nothing to complain of."""
    entries = driver.get_log("browser")
    check(not entries, f"{state}: the console says {entries[:3]}")
    requests = 0
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            requests += 1
            url = message["params"]["request"]["url"]
            check(url.startswith((page, "data:", "blob:", "chrome", "about:")), f"{state}: a request for {url}")
    check(requests > 0, f"{state}: no request was seen, not even the page's own")


def wait(driver, condition, what, seconds=60):
    end = time.time() + seconds
    while time.time() < end:
        if condition():
            return
        time.sleep(0.02)
    check(False, f"waited {seconds} s for {what}")


def quiet(driver, whole=True):
    """Waits until the engine has answered the last that was typed; `whole`: with what may strengthen the draft."""
    driver.execute_async_script(
        "const done = arguments[1]; const tick = () =>"
        " selfCheck.isQuiet() && (!arguments[0] || selfCheck.isWhole()) ? done() : setTimeout(tick, 10); tick();",
        whole)


def opened(page, **options):
    driver = browser(**options)
    driver.get(page)
    wait(driver, lambda: driver.execute_script("return typeof selfCheck === 'object'"), "the page's script")
    quiet(driver)
    return driver


def saved(driver, folder, name=None):
    """Presses "Spara utkast" and gives the file that came."""
    before = set(folder.iterdir())
    driver.execute_script("document.getElementById('spara').click()")
    found = []

    def arrived():
        found[:] = [f for f in set(folder.iterdir()) - before if f.suffix == ".yaml"]
        return bool(found)

    wait(driver, arrived, "the saved file", 20)
    return found[0]


def drop_file(driver, name, content):
    """Drops a file on the page, as a reader's hand would."""
    driver.execute_script(
        "const data = new DataTransfer();"
        "data.items.add(new File([Uint8Array.from(atob(arguments[1]), l => l.charCodeAt(0))], arguments[0]));"
        "for (const kind of ['dragover', 'drop'])"
        "  document.body.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));",
        name, __import__("base64").b64encode(content).decode())


def command_view(command, rules, path, language="sv"):
    """The view that the command writes of a file; None where it cannot be read."""
    run = subprocess.run(
        [command, "check", str(path), "--rules", rules, "--format", "view", "--lang", language, "--quiet"],
        capture_output=True)
    if run.returncode == 3:
        return None
    if run.returncode not in (0, 1):
        sys.exit(f"error: the command ended with {run.returncode}: {run.stderr.decode()[:400]}")
    return json.loads(run.stdout)


def same(value):
    return json.dumps(value, ensure_ascii=False)
