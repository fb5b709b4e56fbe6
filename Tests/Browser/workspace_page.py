"""What the checks of the officials' page share: a folder in memory, opening the page, pressing and reading."""

import base64
import json
import subprocess
import tempfile
import time
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from self_check_browser import browser, check, wait


HERE = Path(__file__).parent


def files_of(folder):
    """Path → content of a round's files."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("*.yaml"))}


def disk_script(files):
    puts = "".join(f"disk.put({json.dumps(path)}, {json.dumps(base64.b64encode(data).decode())});\n" for path, data in files.items())
    return (HERE / "workspace_disk.js").read_text(encoding="utf-8") + puts


def text(driver, part):
    return driver.execute_script("return document.getElementById(arguments[0])?.innerText ?? ''", part)


def click(driver, part):
    driver.execute_script("document.getElementById(arguments[0]).click()", part)


def on_disk(driver, path):
    content = driver.execute_script("return disk.get(arguments[0])", path)
    return None if content is None else base64.b64decode(content)


def started(page, files, **options):
    driver = browser(first=disk_script(files), **options)
    driver.get(page)
    wait(driver, lambda: driver.execute_script("return typeof workspace === 'object' && workspace.isReady()"), "the engine")
    return driver


def opened(page, files, role=None, **options):
    """Opens the round as a role, or as somebody who does not assess."""
    driver = started(page, files, **options)
    click(driver, "oppna-mapp")
    wait(driver, lambda: driver.execute_script("return workspace.desk() !== null && document.getElementById('vy-inbox') !== null"), "the round")
    work_as(driver, role)
    return driver


def work_as(driver, role):
    if driver.find_elements(By.ID, "byt-roll"):
        click(driver, "byt-roll")
    if role is None:
        click(driver, "bedomer-inte")
    else:
        driver.find_element(By.CSS_SELECTOR, f"[data-role={role}]").click()


def desk(driver):
    return driver.execute_script("return workspace.desk()")


def asked(driver, what, **options):
    """What the engine answers about the opened round, read as JSON."""
    answer = driver.execute_async_script(
        "const done = arguments[2]; workspace.ask(arguments[0], arguments[1], [], 'text').then(answer => done(answer?.text))",
        what, list(options.items()))
    return json.loads(answer)


def command(program, *arguments):
    run = subprocess.run([program, *arguments], capture_output=True)
    check(run.returncode in (0, 1), f"{arguments}: {run.stderr.decode()[:400]}")
    return run.stdout


def pressed(driver, words):
    """Presses the button in the open window that says `words`."""
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), f"the window with {words}")
    found = [one for one in driver.find_elements(By.CSS_SELECTOR, "dialog[open] button") if one.text == words]
    check(found, f"no button {words} in the window")
    found[0].click()
    wait(driver, lambda: not driver.find_elements(By.CSS_SELECTOR, "dialog"), "the window to close")


def arrived(driver, folder, act):
    """The file that `act` makes the browser fetch."""
    before = set(folder.iterdir())
    act()
    found = []

    def there():
        found[:] = [one for one in set(folder.iterdir()) - before if not one.name.endswith((".crdownload", ".tmp"))
                    and not one.name.startswith(".")]
        return bool(found)

    wait(driver, there, "the fetched file", 60)
    time.sleep(0.1)
    return found[0]


def radio(driver, area, value):
    """Chooses a radio button in a part of the sheet, as a press does."""
    choose(driver, f"{area} input[type=radio][data-value='{value}']")


def choose(driver, selector):
    found = driver.find_element(By.CSS_SELECTOR, selector)
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
    found.click()


def write(driver, part, words):
    field = driver.find_element(By.ID, part)
    field.clear()
    field.send_keys(words, Keys.TAB)


def assessing(page, files, role, proposal, **options):
    driver = opened(page, files, role=role, **options)
    click(driver, "vy-assessment")
    driver.find_element(By.CSS_SELECTOR, f"#bedoms [data-proposal={proposal}]").click()
    return driver


def sheet_ready(driver):
    wait(driver, lambda: driver.find_elements(By.ID, "spara-blad"), "the sheet")


def unfold(driver, area="#blad"):
    driver.execute_script("for (const fold of document.querySelectorAll(arguments[0] + ' details')) fold.open = true", area)


def saved_sheet(driver):
    """Saves the open sheet and waits until it is read again."""
    click(driver, "spara-blad")
    wait(driver, lambda: "Sparat i mappen" in text(driver, "besked"), f"the saved sheet: {text(driver, 'besked')} {text(driver, 'blad-fel')}")
    sheet_ready(driver)


def others_ready(driver):
    """Waits until the sheets of others are read."""
    wait(driver, lambda: driver.find_elements(By.ID, "andras-blad") and "Läser" not in text(driver, "andras-blad"), "the others' sheets")


def disk_files(driver):
    return {path: on_disk(driver, path) for path in driver.execute_script("return [...disk.files.keys()]")}


def written(files, folder, repository):
    """The files in a folder from which the rules are found."""
    own = Path(tempfile.mkdtemp(dir=folder)) / "Proposals" / "exempel"
    for path, data in files.items():
        (own / path).parent.mkdir(parents=True, exist_ok=True)
        (own / path).write_bytes(data)
    (own.parent.parent / "Rules").symlink_to(repository / "Rules")
    return own
