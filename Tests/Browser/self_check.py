"""Opens the self-check page in Chromium, without a network, and uses it as an applicant does.

    python3 Tests/Browser/self_check.py PAGE RULES ROUND COMMAND [DRAFTS [PICTURES]]

PAGE is the sjalvtest.html that `beredning self-check RULES --out …` wrote, ROUND a folder with proposals for those
rules, COMMAND the program; DRAFTS says how many generated drafts to compare with the command, PICTURES a folder for
pictures of the page. Fails at the first thing that is wrong. Needs chromium and chromedriver, and from PyPI selenium
and axe-playwright-python (for its axe.min.js).
"""

import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from zipfile import ZipFile

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from packing import unpacking
from self_check_browser import (
    axe, browser, check, checks, command_view, drop_file, fits, opened, quiet, same, saved, silent, wait)
from self_check_speed import speed
from self_check_values import HOSTILE, Values

HERE = Path(__file__).parent
LARGEST = 900_000


def text(driver, part):
    return driver.execute_script("return document.getElementById(arguments[0]).innerText", part)


def click(driver, part):
    driver.execute_script("document.getElementById(arguments[0]).click()", part)


def values(driver):
    return driver.execute_script("return selfCheck.values()")


def compare(page, command, what):
    """The page's view and the command's, byte for byte; where they differ it says where."""
    for key in (page or {}).keys() | (command or {}).keys():
        here, there = (page or {}).get(key), (command or {}).get(key)
        if same(here) != same(there):
            at = next(i for i, (a, b) in enumerate(zip(same(here) + "\0", same(there) + "\1")) if a != b)
            check(False, f"{what}: `{key}` in the page …{same(here)[max(0, at - 80):at + 120]}… "
                  f"and by the command …{same(there)[max(0, at - 80):at + 120]}…")
    check(same(page) == same(command), f"{what}: the page and the command differ")


def view_of(driver):
    """As text: the driver would put the members in another order."""
    return json.loads(driver.execute_script("return JSON.stringify(selfCheck.view())"))


def form_of(driver):
    return json.loads(driver.execute_script("return new TextDecoder().decode(unpackedParts(document.getElementById('form').textContent).get('form'))"))


def replace(driver, answers):
    driver.execute_script("selfCheck.replace(arguments[0])", answers)
    quiet(driver)


def states(page, round_folder, folder):
    """axe, overflow and the console in every state that an applicant meets."""
    draft = (Path(round_folder) / "nystart-norr.yaml").read_bytes()
    for width, dark in [(1280, False), (1280, True), (768, False), (320, False), (320, True)]:
        driver = opened(page, width=width, dark=dark, downloads=folder)
        name = f"{width} px{', dark' if dark else ''}"

        def state(what):
            axe(driver, f"{what}, {name}")
            fits(driver, f"{what}, {name}")

        state("empty")
        check("Inte ett förhandsbesked" in text(driver, "resultat"), f"{name}: no notice")
        drop_file(driver, "nystart-norr.yaml", draft)
        wait(driver, lambda: "öppnad" in text(driver, "besked"), "the opened file")
        quiet(driver)
        state("opened")
        driver.execute_script("for (const fold of document.querySelectorAll('details')) fold.open = true")
        state("unfolded")
        field = driver.execute_script(
            "const field = [...document.querySelectorAll('[data-field=antal_per_år] input')][0];"
            "field.value = 'många'; field.dispatchEvent(new Event('input', {bubbles: true})); return field")
        quiet(driver)
        wait(driver, lambda: field.get_attribute("aria-invalid") == "true", "the error at the field")
        described = field.get_attribute("aria-describedby").split()
        said = driver.execute_script("return arguments[0].map(id => document.getElementById(id).innerText).join(' ')", described)
        check("Fel: " in said and "många" in said, f"{name}: the error is not said at the field: {said}")
        check("många" in text(driver, "anmarkningar"), f"{name}: the error is not in the summary")
        state("with an error")
        driver.execute_script("document.querySelector('#anmarkningar a').click()")
        check(driver.execute_script("return document.activeElement.closest('#formular') !== null"),
              f"{name}: the summary's link does not lead to the form")
        driver.execute_script("document.querySelector('.documents .add').click()")
        wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "the window")
        state("window")
        driver.find_element(By.CSS_SELECTOR, "dialog[open]").send_keys(Keys.ESCAPE)
        wait(driver, lambda: not driver.find_elements(By.CSS_SELECTOR, "dialog"), "the window to close")
        click(driver, "sprak-en")
        quiet(driver)
        wait(driver, lambda: "Not an advance decision" in text(driver, "resultat"), "English")
        state("English")
        check(driver.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en", "the page's language")
        driver.execute_script("window.print = () => dispatchEvent(new Event('beforeprint')); print()")
        check("Signatures" in driver.execute_script("return document.getElementById('utskrift').textContent"),
              f"{name}: nothing to sign")
        silent(driver, name, page)
        driver.quit()

    driver = browser(scripts=False)
    driver.get(page)
    check("JavaScript" in driver.find_element(By.TAG_NAME, "body").text, "nothing is said without scripts")
    driver.quit()


def keyboard(page, rules, command, folder):
    """A small draft by the keyboard alone: Tab, arrows, space, Enter and letters."""
    driver = opened(page, downloads=folder)

    def press(*keys):
        ActionChains(driver).send_keys(*keys).perform()

    def focused():
        return driver.switch_to.active_element

    def tab_to(condition, what, most=400):
        for _ in range(most):
            press(Keys.TAB)
            if condition(focused()):
                outline = focused().value_of_css_property("outline-style")
                check(outline != "none", f"focus cannot be seen on {what}")
                return
        check(False, f"{what} is not reached with Tab")

    def field(name, item=""):
        return lambda e: driver.execute_script(
            "const f = arguments[0].closest('.field'); return !!f && f.dataset.field === arguments[1]"
            " && (arguments[0].type !== 'checkbox')", e, name)

    tab_to(field("titel"), "the title")
    press("Vägen vidare på prov")
    tab_to(field("sammanfattning"), "the summary")
    press("En kort sammanfattning.")
    tab_to(field("inriktning"), "the kind")
    press(Keys.SPACE)
    tab_to(field("start"), "the start")
    press("2027-01-01")
    tab_to(field("slut"), "the end")
    press("2027-12-31")
    tab_to(lambda e: e.tag_name == "button" and e.text.lower() == "lägg till i organisationer", "the button that adds")
    press(Keys.ENTER)
    check(field("namn")(focused()), "a new item does not get the focus")
    press("Åkerby kommun")
    press(Keys.TAB)
    quiet(driver)
    answers = values(driver)
    check(answers["titel"] == "Vägen vidare på prov", f"the title: {answers}")
    check(answers["inriktning"] == "individ", "the kind")
    check(answers["period"] == {"start": "2027-01-01", "slut": "2027-12-31"}, "the period")
    check(answers["organisationer"] == [{"id": "akerby-kommun", "namn": "Åkerby kommun"}], "the organisation and its id")
    check(driver.find_element(By.CSS_SELECTOR, ".card-title").text == "1. Åkerby kommun", "the item's title")
    # A second one, moved up, removed, and taken back.
    tab_to(lambda e: e.tag_name == "button" and e.text.lower() == "lägg till i organisationer", "the button that adds")
    press(Keys.ENTER)
    press("Region Skog")
    tab_to(lambda e: e.get_attribute("aria-label") == "Flytta upp Region Skog", "the button that moves")
    press(Keys.ENTER)
    check([o["namn"] for o in values(driver)["organisationer"]] == ["Region Skog", "Åkerby kommun"], "the move")
    tab_to(lambda e: e.get_attribute("aria-label") == "Ta bort Region Skog", "the button that removes")
    press(Keys.ENTER)
    check(len(values(driver)["organisationer"]) == 1, "the removal")
    check(focused().text == "Ångra", "the way back does not get the focus")
    press(Keys.ENTER)
    check([o["namn"] for o in values(driver)["organisationer"]] == ["Region Skog", "Åkerby kommun"], "taking it back")
    quiet(driver)
    wait(driver, lambda: "grundvillkor" in driver.execute_script("return document.getElementById('lage').textContent"), "what is said to a screen reader")
    path = saved(driver, folder)
    check(path.name == "vagen-vidare-pa-prov.yaml", f"the file's name: {path.name}")
    compare(view_of(driver), command_view(command, rules, path), "what was typed")
    silent(driver, "keyboard", page)
    driver.quit()


def whole_form(page, rules, command, folder):
    """Every question of the form answered through its control, and the saved file checked by the command."""
    driver = opened(page, downloads=folder)
    click(driver, "alla")
    driver.execute_script((HERE / "self_check_fill.js").read_text(encoding="utf-8"))
    for _ in range(6):
        driver.execute_script("fillForm()")
        quiet(driver)
    left = driver.execute_script("return unanswered()")
    check(not left, f"not answered: {left[:5]}")
    check(driver.execute_script("return [...document.querySelectorAll('.field')].length") > 150, "few questions")
    progress = driver.execute_script(
        "return [...document.querySelectorAll('.section-head .progress')].map(e => e.innerText)")
    check(all(p.split()[0] == p.split()[2] for p in progress), f"the progress: {progress}")
    axe(driver, "the whole form")
    fits(driver, "the whole form")
    path = saved(driver, folder)
    view = view_of(driver)
    check(view is not None, f"the filled form has errors: {driver.execute_script('return selfCheck.draft().findings')}")
    compare(view, command_view(command, rules, path), "the whole form")
    # The answers as a Word document: a ZIP archive with a document in it.
    click(driver, "docx")
    wait(driver, lambda: list(folder.glob("*.docx")), "the document for signature", 30)
    with ZipFile(next(folder.glob("*.docx"))) as archive:
        check("word/document.xml" in archive.namelist(), "the document for signature is none")
    # Opened again it is the same, and saved unchanged the same bytes.
    before = path.read_bytes()
    answers = values(driver)
    driver.execute_script("document.getElementById('tom').click()")
    drop_file(driver, path.name, before)
    wait(driver, lambda: f"{path.name} är öppnad" in text(driver, "besked"), "the saved file")
    quiet(driver)
    check(same(values(driver)) == same(answers), "the saved file holds other answers")
    path.unlink()
    check(saved(driver, folder).read_bytes() == before, "saved unchanged it is another file")
    silent(driver, "the whole form", page)
    driver.quit()


def round_trip(page, rules, round_folder, command, folder):
    """The round's proposals: opened and saved they are the same bytes; the same result as the command."""
    driver = opened(page, downloads=folder)
    for proposal in sorted(Path(round_folder).glob("*.yaml")):
        if proposal.stem in ("round", "declarations"):
            continue
        content = proposal.read_bytes()
        drop_file(driver, proposal.name, content)
        wait(driver, lambda: f"{proposal.name} är öppnad" in text(driver, "besked"), proposal.name)
        quiet(driver)
        view = view_of(driver)
        file = saved(driver, folder)
        check(file.name == proposal.name, f"{proposal.name} is saved as {file.name}")
        check(file.read_bytes() == content, f"{proposal.name} is another file when saved unchanged")
        compare(view, command_view(command, rules, file), proposal.name)
    silent(driver, "the round's proposals", page)
    driver.quit()


def rewriting(page, round_folder, folder):
    """A changed section whose comments disappear: they are listed, and nothing is saved without leave."""
    driver = opened(page, downloads=folder)
    source = (Path(round_folder) / "nystart-norr.yaml").read_text(encoding="utf-8")
    source = source.replace("organisationer:\n", "organisationer:\n  # en <b>anmärkning</b> i filen\n")
    drop_file(driver, "nystart-norr.yaml", source.encode())
    wait(driver, lambda: "öppnad" in text(driver, "besked"), "the file")
    quiet(driver)
    driver.execute_script(
        "const name = document.querySelector('[data-field=organisationer] [data-field=namn] input'); name.value = 'Annat namn';"
        "name.dispatchEvent(new Event('input', {bubbles: true}))")
    quiet(driver)
    for choice in ["Avbryt", "Spara ändå"]:
        before = set(folder.iterdir())
        click(driver, "spara")
        wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "the window")
        window = driver.find_element(By.CSS_SELECTOR, "dialog[open]")
        check("# en <b>anmärkning</b> i filen" in window.text, f"the comment is not listed: {window.text}")
        check("Organisationer" in window.text, "the section is not named")
        axe(driver, "the window about comments")
        [b for b in window.find_elements(By.TAG_NAME, "button") if b.text == choice][0].click()
        if choice == "Avbryt":
            quiet(driver)
            check(set(folder.iterdir()) == before, "it was saved all the same")
    wait(driver, lambda: "Sparat som" in text(driver, "besked"), "the saved file")
    driver.quit()


def refused(page, folder):
    """Files that cannot be used leave the form as it was."""
    driver = opened(page, downloads=folder)
    replace(driver, {"titel": "Det som fanns"})
    form = form_of(driver)
    head = "schema: beredning/proposal/1\nid: a\n"
    for name, content, said in [
        ("bild.yaml", bytes([0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 255]), "öppnades inte"),
        ("trasig.yaml", b"schema: [", "öppnades inte"),
        ("annan.yaml", (head + "form: annat\ntitel: x\n").encode(), "öppnades inte"),
        ("regler.yaml", b"schema: beredning/ruleset/1\nruleset: x\n", "öppnades inte"),
        ("ny.yaml", b"schema: beredning/proposal/2\nid: a\nform: ansokan\n", "öppnades inte"),
        ("stor.yaml", b"#" * (3 << 20), "2 MB"),
        ("tom.yaml", b"", "öppnades inte"),
        ("hemsk.yaml", "schema: <img src=x onerror=alert(1)>\n".encode(), "öppnades inte"),
    ]:
        drop_file(driver, name, content)
        wait(driver, lambda: said in text(driver, "besked"), f"what is said of {name}")
        check(values(driver) == {"titel": "Det som fanns"}, f"{name} changed the form")
        axe(driver, f"refused {name}")
        check(len(text(driver, "besked")) > 40, f"{name}: no reason is given: {text(driver, 'besked')}")
    # 100 MB is refused before it is read.
    driver.execute_script(
        "const data = new DataTransfer(); data.items.add(new File([new Uint8Array(100 << 20)], 'jatte.yaml'));"
        "document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}))")
    wait(driver, lambda: "100,0 MB" in text(driver, "besked"), "what is said of 100 MB", 5)
    # Unsaved work is asked about before it is replaced.
    whole = f"{head}form: {form['id']}\ntitel: Från filen\n".encode()
    for choice, title in [("Avbryt", "Det som fanns"), ("Ersätt", "Från filen")]:
        drop_file(driver, "a.yaml", whole)
        wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "the question")
        axe(driver, "the question about unsaved work")
        window = driver.find_element(By.CSS_SELECTOR, "dialog[open]")
        [b for b in window.find_elements(By.TAG_NAME, "button") if b.text == choice][0].click()
        wait(driver, lambda: not driver.find_elements(By.CSS_SELECTOR, "dialog"), "the question to close")
        wait(driver, lambda: values(driver).get("titel") == title, f"the title after {choice}")
    quiet(driver)
    check(driver.title.startswith("Självtest"), "hostile text ran")
    silent(driver, "refused files", page)
    driver.quit()


def keeping(page):
    """In the browser only by choice, and gone when it is erased."""
    driver = opened(page)
    stored = lambda: driver.execute_script("return Object.keys(localStorage)")
    replace(driver, {"titel": "Behållen"})
    driver.execute_script("window.dispatchEvent(new Event('beforeunload', {cancelable: true}))")
    check(stored() == [], f"kept without being asked: {stored()}")
    warns = driver.execute_script(
        "const e = new Event('beforeunload', {cancelable: true}); dispatchEvent(e); return e.defaultPrevented")
    check(warns, "nothing warns before unsaved work is closed")
    click(driver, "behall")
    check(len(stored()) == 1, "not kept when asked")
    check("Sparat här" in text(driver, "behall-lage"), "when it was kept is not said")
    axe(driver, "kept")
    warns = driver.execute_script(
        "const e = new Event('beforeunload', {cancelable: true}); dispatchEvent(e); return e.defaultPrevented")
    check(not warns, "what is kept needs no warning")
    driver.get(page)
    wait(driver, lambda: driver.execute_script("return typeof selfCheck === 'object'"), "the page")
    check(values(driver) == {"titel": "Behållen"}, "what was kept is not back")
    check("tillbaka" in text(driver, "besked"), "that it is back is not said")
    click(driver, "radera")
    check(stored() == [], "erased, it is still there")
    # A browser that has no room.
    driver.execute_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    click(driver, "behall")
    check("fullt" in text(driver, "behall-lage"), "a full browser is not told")
    driver.quit()


TRAP = """
const Plain = Worker;
globalThis.traps = 0;
globalThis.Worker = class extends Plain {
  postMessage(message) {
    // What the engine cannot survive: the worker fails as it does after a trap.
    if (message.kind === "ask" && globalThis.traps > 0) {
      globalThis.traps -= 1;
      message = { ...message, request: null };
    }
    super.postMessage(message);
  }
};
"""


def traps(page):
    """The engine stops: a new one takes over, and the draft is still there."""
    driver = opened(page, first=TRAP)
    replace(driver, {"titel": "Kvar"})
    driver.execute_script(
        "globalThis.traps = 1; const title = document.querySelector('[data-field=titel] input');"
        "title.value = 'Kvar efter'; title.dispatchEvent(new Event('input', {bubbles: true}))")
    wait(driver, lambda: "startas om" in text(driver, "besked"), "the notice of the trap")
    axe(driver, "after a trap")
    quiet(driver)
    check(values(driver) == {"titel": "Kvar efter"}, "the draft did not survive")
    check(driver.execute_script("return selfCheck.view().name") == "Kvar efter", "the new engine does not answer")
    check("igång" in text(driver, "motorlage"), "the engine's state")
    # It stops again and again: the page says so, and the answers are still there.
    driver.execute_script(
        "globalThis.traps = 100; const title = document.querySelector('[data-field=titel] input');"
        "title.value = 'Kvar ändå'; title.dispatchEvent(new Event('input', {bubbles: true}))")
    wait(driver, lambda: "klarar inte" in text(driver, "besked") or "stannat" in text(driver, "motorlage"), "giving up")
    check(values(driver) == {"titel": "Kvar ändå"}, "the draft did not survive the second time")
    axe(driver, "given up")
    driver.quit()
    # A browser without what the engine needs.
    driver = browser(first="delete globalThis.WebAssembly")
    driver.get(page)
    wait(driver, lambda: "saknar" in text(driver, "motorlage"), "what is said of an old browser")
    check("Utan motorn" in text(driver, "resultat"), "what works is not said")
    click(driver, "spara")
    check("Utan motorn" in text(driver, "besked"), "saving does not say why not")
    axe(driver, "an old browser")
    driver.quit()


SLOW_GAINS = """
const Plain = Worker;
globalThis.held = [];
globalThis.holds = false;
globalThis.Worker = class extends Plain {
  postMessage(message) {
    const isWhole = message.kind === "ask" && message.request.options.some(([name, value]) => name === "part" && value === "whole");
    if (isWhole && globalThis.holds) {
      const ask = () => super.postMessage(message);
      ask.worker = this;
      globalThis.held.push(ask);
    }
    else super.postMessage(message);
  }
};
"""


def meanwhile(page):
    """While what would strengthen the draft is worked out, what is typed has its result; then it is of those answers."""
    driver = opened(page, first=SLOW_GAINS)
    type_title = ("const title = document.querySelector('[data-field=titel] input'); title.value = '%s';"
                  "title.dispatchEvent(new Event('input', {bubbles: true}))")
    driver.execute_script("globalThis.holds = true;" + type_title % "Den första")
    wait(driver, lambda: driver.execute_script("return held.length") == 1, "the question about gains")
    driver.execute_script(type_title % "Den andra")
    wait(driver, lambda: driver.execute_script("return selfCheck.draft().view.name") == "Den andra", "the result meanwhile")
    check(driver.execute_script("return held.length") == 1, "the gains were asked for twice at a time")
    driver.execute_script("globalThis.holds = false; held[0]()")
    quiet(driver)
    view = view_of(driver)
    check(view["name"] == "Den andra" and view["improvements"] is not None, "the gains are of other answers")
    # The engine of the gains stops: the rest of the result stays, and that is said.
    driver.execute_script("globalThis.holds = true;" + type_title % "Den tredje")
    for _ in range(2):
        wait(driver, lambda: driver.execute_script("return held.length") >= 2, "the question about gains, again")
        driver.execute_script("const [, ask] = held.splice(0, 2, () => {}); ask.worker.onerror(new ErrorEvent('error'))")
    wait(driver, lambda: "hann inte" in text(driver, "besked"), "what is said of the gains")
    check(driver.execute_script("return selfCheck.draft().view.name") == "Den tredje", "the result is not that of the answers")
    check("igång" in text(driver, "motorlage"), "the other engine's state")
    driver.quit()


def personal_numbers(page):
    """Shaped like a personnummer: pointed out at the field."""
    driver = opened(page)
    replace(driver, {"titel": "Prov", "sammanfattning": "Anna 19811228-9874 deltar"})
    place = "document.querySelector('[data-field=sammanfattning] .remarks').innerText"
    wait(driver, lambda: "personnummer" in driver.execute_script(f"return {place}"), "the warning about a personnummer")
    driver.quit()


def generated(page, rules, command, folder, number):
    """Drafts made up by seed: the page and the command say the same."""
    driver = opened(page)
    form = form_of(driver)
    drafts = folder / "generated"
    drafts.mkdir()
    title = driver.title

    def both(seed, view, path):
        return seed, view, command_view(command, rules, path)

    read = 0
    with ThreadPoolExecutor(2) as pool:
        results = []
        for seed in range(number):
            answers = Values(form, seed).draft()
            driver.execute_script("selfCheck.replace(arguments[0])", answers)
            draft = json.loads(driver.execute_async_script(
                "const [done] = arguments; selfCheck.askDraft('whole')"
                ".then((draft) => done(JSON.stringify(draft)), () => done('null'))"))
            check(draft is not None, f"seed {seed}: the engine had no answer in time")
            path = drafts / str(seed) / f"{draft_id(draft)}.yaml"
            path.parent.mkdir()
            path.write_bytes(draft["yaml"].encode())
            read += draft["view"] is not None
            results.append(pool.submit(both, seed, draft["view"], path))
        for result in results:
            seed, view, there = result.result()
            compare(view, there, f"seed {seed}")
    check(read >= number / 3, f"only {read} of {number} drafts could be read")
    check(driver.title == title, "hostile text ran")
    quiet(driver)
    silent(driver, "generated drafts", page)
    driver.quit()
    return read


def draft_id(draft):
    line = [one for one in draft["yaml"].splitlines() if one.startswith("id:")][0]
    return line.removeprefix("id:").strip().strip('"')


def hostile(page):
    """Hostile answers are shown as text, in the form, in the result and on paper."""
    driver = opened(page)
    for word in HOSTILE:
        replace(driver, {"titel": word, "organisationer": [{"id": "a", "namn": word}], "målgrupp": {"område": [word]}})
    driver.execute_script("dispatchEvent(new Event('beforeprint'))")
    check(not driver.find_elements(By.CSS_SELECTOR, "#sida img, #utskrift img, #sida script, #utskrift script"),
          "an applicant's text became an element")
    check(driver.title.startswith("Självtest"), "hostile text ran")
    silent(driver, "hostile text", page)
    driver.quit()


def pictures(page, round_folder, folder):
    """What an applicant sees, for docs/pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    for width, height in [(1280, 900), (320, 640)]:
        driver = opened(page, width=width, height=height)

        def picture(name, top):
            driver.execute_script(
                "document.querySelector('#besked button')?.click(); document.activeElement.blur();"
                "document.querySelector(arguments[0]).scrollIntoView()", top)
            driver.save_screenshot(str(folder / f"self-check-{name}-{width}.png"))

        picture("start", "body")
        drop_file(driver, "nystart-norr.yaml", (Path(round_folder) / "nystart-norr.yaml").read_bytes())
        wait(driver, lambda: "öppnad" in text(driver, "besked"), "the draft")
        quiet(driver)
        picture("opened", "#del-2")
        picture("result", "#resultat" if width == 320 else "#del-3")
        driver.execute_script("document.getElementById('resultat').scrollTop = 720")
        picture("stronger", "#starkas" if width == 320 else "#del-4")
        driver.quit()


def main():
    page_path, rules, round_folder, command = sys.argv[1:5]
    number = int(sys.argv[5]) if len(sys.argv) > 5 else 300
    path = Path(page_path).resolve()
    # A missing file would have axe test the browser's own page.
    check(path.is_file(), f"{path} does not exist")
    check(path.stat().st_size <= LARGEST, f"the page is {path.stat().st_size} bytes, more than {LARGEST}")
    page = path.as_uri()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)

        def apart(name):
            (folder / name).mkdir()
            return folder / name

        if len(sys.argv) > 6:
            return pictures(page, round_folder, Path(sys.argv[6]))
        driver = opened(page)
        unpacking(driver)
        driver.quit()
        states(page, round_folder, apart("states"))
        keyboard(page, rules, command, apart("keyboard"))
        whole_form(page, rules, command, apart("whole"))
        round_trip(page, rules, round_folder, command, apart("round"))
        rewriting(page, round_folder, apart("rewriting"))
        refused(page, apart("refused"))
        keeping(page)
        traps(page)
        meanwhile(page)
        personal_numbers(page)
        hostile(page)
        read = generated(page, rules, command, apart("drafts"), number)
        speed(page, round_folder, Path(rules).name)
    print(f"the self-check page, {path.stat().st_size} bytes: {checks()} checks hold; {number} generated drafts, "
          f"{read} of them read, give the command's result")


main()
