"""Opens the board paper's page in Chromium and tries it as its readers do.

    python3 Tests/Browser/paper_page.py FOLDER ROUND COMMAND

FOLDER is what `beredning paper ROUND --out FOLDER` wrote, with the engine in the page; COMMAND is the program.
Fails at the first thing that is wrong. Needs chromium and chromedriver, and from PyPI selenium and
axe-playwright-python (for its axe.min.js).
"""

import json
import random
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
checks = 0


def check(condition, message):
    global checks
    checks += 1
    if not condition:
        sys.exit(f"error: {message}")


def browser(width, dark=False, scripts=True):
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--force-device-scale-factor=1"]:
        options.add_argument(argument)
    if dark:
        options.add_argument("--force-dark-mode")
        options.add_argument("--blink-settings=preferredColorScheme=0")
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.binary_location = "/usr/bin/chromium"
    driver = webdriver.Chrome(service=webdriver.ChromeService("/usr/bin/chromedriver"), options=options)
    # The window's own edges take room: the page's width is set, not the window's.
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
    if dark:
        driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": "dark"}]})
    driver.set_script_timeout(120)
    return driver


def axe(driver, state, source):
    driver.execute_script(source)
    result = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {runOnly: {type: 'tag', values: %s}}).then(done, e => done({error: String(e)}));"
        % json.dumps(TAGS))
    check("error" not in result, f"axe in {state}: {result.get('error')}")
    check(result["passes"], f"axe tested nothing in {state}")
    told = [(v["id"], v["help"], [n["html"][:160] for n in v["nodes"][:3]]) for v in result["violations"]]
    check(not told, f"axe in {state}: {told}")


def overflow(driver, state):
    width, inner = driver.execute_script(
        "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    check(width <= inner, f"{state}: {width} px wide in a window of {inner}")


def quiet(driver, state, page):
    entries = [e for e in driver.get_log("browser")]
    check(not entries, f"{state}: the console says {entries[:3]}")
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            check(url.startswith((page, "data:", "blob:", "chrome", "about:")), f"{state}: a request for {url}")


def answered(driver, before):
    wait = WebDriverWait(driver, 120)
    wait.until(lambda d: d.find_element(By.ID, "svar").get_attribute("aria-busy") is None
               and d.find_element(By.ID, "svar").get_attribute("innerHTML") != before)
    return driver.find_element(By.ID, "svar")


def ranks(part):
    return [(row.get_attribute("data-id"), row.find_elements(By.TAG_NAME, "td")[0].text)
            for row in part.find_elements(By.CSS_SELECTOR, "tr[data-id]")]


def shown(entry):
    low, high = entry["best"], entry["worst"]
    return str(entry["rank"]) if low == high else f"{low}–{high}"


def command_ranks(command, round_folder, weights):
    output = subprocess.run(
        [command, "rank", round_folder, "--json", "--quiet", "--weights", weights], check=True, capture_output=True)
    result = json.loads(output.stdout)
    return [(e["proposal"], shown(e)) for group in result["groups"] for e in group["ranked"]]


def main():
    folder, round_folder, command = sys.argv[1:4]
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 200
    path = Path(folder).resolve() / "underlag.html"
    # A missing file would have axe test the browser's own page.
    check(path.is_file(), f"{path} does not exist")
    page = path.as_uri()
    source = Path(str(files("axe_playwright_python"))).joinpath("axe.min.js").read_text(encoding="utf-8")

    for width in [1280, 768, 320]:
        for dark in [False, True]:
            state = f"{width} px{', dark' if dark else ''}"
            driver = browser(width, dark)
            driver.get(page)
            check(driver.find_element(By.ID, "prova").is_displayed(), f"{state}: nothing to try")
            overflow(driver, state)
            axe(driver, state, source)
            quiet(driver, state, page)
            driver.quit()

    driver = browser(1280, scripts=False)
    driver.get(page)
    check(not driver.find_element(By.ID, "prova").is_displayed(), "without scripts there is something to try")
    check(len(driver.find_elements(By.CSS_SELECTOR, "table")) > 10, "without scripts there are no tables")
    overflow(driver, "without scripts")
    driver.quit()

    for width in [1280, 320]:
        driver = browser(width)
        driver.get(page)
        answer = driver.find_element(By.ID, "svar")
        # A scenario.
        scenarios = driver.find_elements(By.ID, "scenario")
        if scenarios:
            before = answer.get_attribute("innerHTML")
            Select(scenarios[0]).select_by_index(1)
            part = answered(driver, before)
            weights = Select(scenarios[0]).options[1].get_attribute("value")
            check(ranks(part) == command_ranks(command, round_folder, weights), "the scenario ranks otherwise")
            check("Scenario" in driver.find_element(By.ID, "lage").text, "the scenario is not announced")
            overflow(driver, f"scenario, {width} px")
            axe(driver, f"scenario, {width} px", source)
        # A pair, by keyboard alone.
        before = answer.get_attribute("innerHTML")
        button = driver.find_element(By.ID, "jamfor")
        button.send_keys(Keys.ENTER)
        part = answered(driver, before)
        check(part.find_elements(By.CSS_SELECTOR, "svg"), "no picture of the pair")
        overflow(driver, f"pair, {width} px")
        axe(driver, f"pair, {width} px", source)
        # Own weights, by keyboard alone.
        summary = driver.find_element(By.CSS_SELECTOR, "#prova summary")
        summary.send_keys(Keys.SPACE)
        inputs = driver.find_elements(By.CSS_SELECTOR, "input[data-criterion]")
        check(all(i.is_displayed() for i in inputs), "the weights did not open")
        before = answer.get_attribute("innerHTML")
        inputs[0].send_keys(Keys.CONTROL, "a")
        inputs[0].send_keys("45", Keys.TAB)
        driver.find_element(By.ID, "rakna").send_keys(Keys.ENTER)
        part = answered(driver, before)
        check("inte styrelsens viktning" in part.text, "own weights are not stamped")
        overflow(driver, f"own weights, {width} px")
        axe(driver, f"own weights, {width} px", source)
        # A weight that is none.
        inputs[0].send_keys(Keys.CONTROL, "a")
        inputs[0].send_keys("0")
        driver.find_element(By.ID, "rakna").send_keys(Keys.ENTER)
        check("över noll" in driver.find_element(By.ID, "lage").text, "a weight of nothing is not told")
        check(driver.switch_to.active_element.get_attribute("id") == "vikt-0", "the wrong weight has no focus")
        axe(driver, f"a wrong weight, {width} px", source)
        quiet(driver, f"tried, {width} px", page)
        driver.quit()

    # The page ranks as the command does.
    driver = browser(1280)
    driver.get(page)
    driver.find_element(By.CSS_SELECTOR, "#prova summary").click()
    inputs = driver.find_elements(By.CSS_SELECTOR, "input[data-criterion]")
    generator = random.Random(1)
    for number in range(count):
        values = [str(generator.randint(1, 100)) for _ in inputs]
        driver.execute_script(
            "const [inputs, values] = arguments; inputs.forEach((input, i) => { input.value = values[i]; });"
            "document.getElementById('svar').innerHTML = '';", inputs, values)
        driver.find_element(By.ID, "rakna").click()
        part = answered(driver, "")
        weights = ",".join(i.get_attribute("data-criterion") + "=" + v for i, v in zip(inputs, values))
        there, here = ranks(part), command_ranks(command, round_folder, weights)
        check(there == here, f"weights {weights}: the page says {there}, the command {here}")
    quiet(driver, "random weights", page)
    driver.quit()
    print(f"the page of {round_folder}: {checks} checks hold, {count} weightings rank as the command")


main()
