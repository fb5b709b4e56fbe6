"""Opens the officials' page in Chromium, without a network, and does a meeting's work in it.

    python3 Tests/Browser/workspace.py PAGE ROUND COMMAND [PICTURES]

PAGE is the beredning.html that `beredning workspace RULES --out …` wrote, ROUND a folder with a round for those rules,
COMMAND the program; PICTURES a folder for pictures of the page. Fails at the first thing that is wrong. Needs chromium
and chromedriver, and from PyPI selenium and axe-playwright-python (for its axe.min.js).
"""

import base64
import io
import json
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import workspace_people
import workspace_round
from self_check_browser import axe, browser, check, checks, fits, silent, wait
from workspace_page import (arrived, asked, assessing, choose, click, command, desk, disk_files, disk_script, files_of, on_disk, opened,
                            others_ready, pressed, radio, sheet_ready, started, text, unfold, work_as, write, written)


def inbox(page, files, round_folder, program, folder):
    """Every proposal, its list and what it lacks; broken files are told and the rest goes on."""
    broken = dict(files)
    victim = next(path for path in files if "/" not in path and path not in ("round.yaml", "declarations.yaml"))
    broken[victim] = b"schema: beredning/proposal/1\nproposal: [<b>hostile</b>\n"
    broken["assessments/okand.ingen.yaml"] = "<img src=x onerror=alert(1)>: å\n".encode()
    driver = opened(page, broken, downloads=folder)
    count = len(desk(driver)["proposals"])
    check(count == len([path for path in files if "/" not in path and path not in ("round.yaml", "declarations.yaml")]) - 1,
          f"{count} proposals beside a broken one")
    check(victim in text(driver, "trasiga-rubrik") or victim in text(driver, "vy"), "the broken file is not told")
    check(not driver.execute_script("return document.querySelector('#vy b, #vy img') !== null"), "a file's markup became markup")
    axe(driver, "inbox with a broken file")
    click(driver, "vy-files")
    check("null" not in text(driver, "vy"), "the list of files says null")
    check("Används inte" in text(driver, "vy"), "the list of files does not tell the broken one")
    axe(driver, "files")
    silent(driver, "broken", page)
    driver.quit()

    sheet = next(path for path in files if path.startswith("assessments/"))
    driver = started(page, files, downloads=folder)
    driver.execute_script("disk.unreadable = arguments[0]; window.told = []; new MutationObserver(() => {"
                          "  const words = document.getElementById('laser')?.innerText.trim();"
                          "  if (words && words !== told.at(-1)) told.push(words); }).observe(document.body, {subtree: true, childList: true})", sheet)
    click(driver, "oppna-mapp")
    wait(driver, lambda: desk(driver) is not None and driver.find_elements(By.ID, "vy-inbox"), "the round with a locked file")
    told = driver.execute_script("return told")
    check(len(told) == 2 and told[0] == "Läser filerna …" and told[1] == f"{len(files) - 1} filer är lästa. Räknar …", f"told while reading: {told}")
    check(not driver.find_elements(By.ID, "laser"), "reading is told when it is over")
    work_as(driver, None)
    check(sheet in text(driver, "vy") and "1 fil lästes inte" in text(driver, "vy"), "the inbox does not tell the locked file")
    axe(driver, "inbox with a locked file")
    for view in ["vy-ranking", "vy-paper"]:
        click(driver, view)
        check("1 fil lästes inte" in text(driver, "vy") and not driver.find_elements(By.CSS_SELECTOR, "#svar table, #spara-underlag"),
              f"{view} goes on without a file of the round")
    click(driver, "vy-files")
    check("filen kunde inte läsas" in text(driver, "vy") and sheet in text(driver, "vy"), "the locked file is not told")
    axe(driver, "a locked file")
    # Read again, now without a proposal that others name.
    driver.execute_script("disk.unreadable = arguments[0]", victim)
    click(driver, "las-igen")
    wait(driver, lambda: "läst igen" in text(driver, "besked"), "the folder, read again")
    click(driver, "vy-inbox")
    check(victim in text(driver, "vy") and "1 fil lästes inte" in text(driver, "vy"), "a locked proposal is not told")
    silent(driver, "locked", page)
    driver.quit()

    driver = opened(page, files, downloads=folder)
    said = text(driver, "oversikt")
    for proposal in desk(driver)["proposals"]:
        check(proposal["name"] in said, f"{proposal['name']} is not in the overview")
    driver.execute_script("for (const fold of document.querySelectorAll('#vy details')) fold.open = true")
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "[data-do=assess]"), "the unfolded proposals")
    for proposal in desk(driver)["proposals"]:
        entry = text(driver, f"in-{proposal['id']}")
        for one in proposal["missing"]:
            check(one["text"] in entry, f"{proposal['id']}: {one['text']} is not told")
    axe(driver, "inbox, unfolded")
    fits(driver, "inbox, unfolded")
    wanted = next(p["id"] for p in desk(driver)["proposals"] if any(m["resolved_by"] == "applicant" for m in p["missing"]))
    fetched = arrived(driver, folder, lambda: driver.find_element(By.CSS_SELECTOR, f"#in-{wanted} [data-do=text]").click())
    check(fetched.read_bytes() == command(program, "missing", round_folder, "--for", wanted, "--quiet"), "the supplement list differs from the command's")
    fetched = arrived(driver, folder, lambda: driver.find_element(By.CSS_SELECTOR, f"#in-{wanted} [data-do=docx]").click())
    check(zipfile.ZipFile(fetched).testzip() is None, "the supplement document is broken")
    silent(driver, "inbox", page)
    driver.quit()


def ranking(page, files):
    """Every part of the ranking, in every width, by the engine's own words."""
    for width, dark in [(1280, False), (768, True), (320, False)]:
        driver = opened(page, files, width=width, dark=dark)
        name = f"{width} px"
        click(driver, "vy-ranking")
        for part in ["ranking", "comparison", "explanation", "robustness", "frame", "own"]:
            click(driver, f"del-{part}")
            wait(driver, lambda: driver.execute_script(
                "const a = document.getElementById('svar'); return a && !a.hasAttribute('aria-busy') && a.firstElementChild?.hasAttribute('data-summary')"),
                f"{part}, {name}")
            axe(driver, f"{part}, {name}")
            fits(driver, f"{part}, {name}")
        check("inte styrelsens" in text(driver, "svar"), "own weights are not marked")
        driver.execute_script("document.getElementById(arguments[0]).value = '0'; document.getElementById(arguments[0]).dispatchEvent(new Event('input'))",
                              driver.find_element(By.CSS_SELECTOR, ".own input").get_attribute("id"))
        click(driver, "rakna")
        check("större än 0" in text(driver, "svar"), "a weight of 0 is not told")
        silent(driver, name, page)
        driver.quit()


def paper(page, files, round_folder, program, folder):
    """The paper seen, and saved as the command writes it."""
    driver = opened(page, files, downloads=folder)
    click(driver, "vy-paper")
    axe(driver, "paper")
    click(driver, "granska")
    wait(driver, lambda: driver.execute_script("return document.querySelector('.paper')?.shadowRoot !== undefined"), "the preview", 120)
    check(len(driver.execute_script("return document.querySelector('.paper').shadowRoot.textContent")) > 2000, "the preview is empty")
    axe(driver, "preview")
    engine = Path(tempfile.mkdtemp()) / "beredning.wasm"
    engine.write_bytes(base64.b64decode(driver.execute_async_script(
        "const done = arguments[0]; const r = new FileReader(); r.onload = () => done(r.result.split(',')[1]);"
        "r.readAsDataURL(new Blob([wholeModule(unpackedParts(document.getElementById('motor').textContent))]))")))
    (engine.parent / "THIRD-PARTY.txt").write_text(driver.execute_script(
        "return new TextDecoder().decode(unpackedParts(document.getElementById('licenser').textContent).get('licenser'))"),
        encoding="utf-8")
    own = Path(tempfile.mkdtemp()) / "underlag"
    command(program, "paper", round_folder, "--no-pdf", "--engine", str(engine), "--out", str(own), "--quiet")
    click(driver, "spara-underlag")
    wait(driver, lambda: "Sparat i mappen" in text(driver, "underlag-lage"), "the saved paper", 180)
    for path in sorted(own.iterdir()):
        check(on_disk(driver, f"underlag/{path.name}") == path.read_bytes(), f"{path.name} differs from the command's")
    saved = [p for p in driver.execute_script("return [...disk.files.keys()]") if p.startswith("underlag/")]
    check(len(saved) == len(list(own.iterdir())), f"other files than the command's: {saved}")
    fetched = arrived(driver, folder, lambda: click(driver, "zip-underlag"))
    with zipfile.ZipFile(io.BytesIO(fetched.read_bytes())) as archive:
        check(sorted(archive.namelist()) == sorted(p.name for p in own.iterdir()), f"the ZIP holds {archive.namelist()}")
        for path in own.iterdir():
            check(archive.read(path.name) == path.read_bytes(), f"{path.name} in the ZIP differs from the command's")
    silent(driver, "paper", page)
    driver.quit()


def ways_in(page, files, folder):
    """A dropped ZIP, files without a round, a broken ZIP; a trap."""
    driver = started(page, {}, downloads=folder)
    axe(driver, "start")
    fits(driver, "start")

    def drop(name, content):
        driver.execute_script(
            "const data = new DataTransfer(); data.items.add(new File([Uint8Array.from(atob(arguments[1]), l => l.charCodeAt(0))], arguments[0]));"
            "for (const kind of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));",
            name, base64.b64encode(content).decode())

    drop("trasig.zip", b"PK\x03\x04 nothing")
    wait(driver, lambda: "ZIP-filen kunde inte läsas" in text(driver, "besked"), "the refusal of a broken ZIP")
    drop("annat.yaml", b"a: 1\n")
    wait(driver, lambda: "round.yaml saknas" in text(driver, "besked"), "the refusal of what is no round")
    axe(driver, "refusal")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(f"exempel/{path}", data)
    drop("exempel.zip", packed.getvalue())
    wait(driver, lambda: driver.execute_script("return workspace.desk() !== null && document.getElementById('vy-files') !== null"), "the ZIP's round")
    check(len(desk(driver)["proposals"]) > 1, "the ZIP's proposals")
    click(driver, "vy-files")
    fetched = arrived(driver, folder, lambda: click(driver, "hamta-zip"))
    with zipfile.ZipFile(fetched) as archive:
        check({name: archive.read(name) for name in archive.namelist()} == files, "the round came back changed")
    click(driver, "sprak-en")
    wait(driver, lambda: "Read from" in text(driver, "vy"), "English")
    axe(driver, "English")
    silent(driver, "ways in", page)
    driver.quit()


def assessment(page, files, round_folder, program, folder):
    """Two roles assess; a file that somebody else changed, a full disk and a trap lose nothing."""
    repository = Path(round_folder).resolve().parent.parent
    path = "assessments/en-dorr-in.medbedomare.yaml"
    driver = opened(page, files, role="medbedomare", downloads=folder)
    click(driver, "vy-assessment")
    driver.find_element(By.CSS_SELECTOR, "#bedoms [data-proposal=en-dorr-in]").click()
    sheet_ready(driver)
    axe(driver, "sheet")
    fits(driver, "sheet")
    check("när du har sparat" in text(driver, "andra"), "others' sheets are shown before one's own")

    unfold(driver)
    areas = driver.execute_script("return [...document.querySelectorAll('.claim')].map((one, index) => [index, one.dataset.field])")
    check(len(areas) > 3, f"{len(areas)} claims")
    radio(driver, f".claim[data-field='{areas[0][1]}']", "confirmed")
    radio(driver, f".claim[data-field='{areas[1][1]}']", "rejected")
    click(driver, "spara-blad")
    check("skriv skälet" in text(driver, "blad-fel"), "a rejection without a reason is not stopped")
    reason = driver.find_element(By.CSS_SELECTOR, f".claim[data-field='{areas[1][1]}'] input[id^=skal]").get_attribute("id")
    check(driver.switch_to.active_element.get_attribute("id") == reason, "the focus is not at what is missing")
    axe(driver, "sheet with something missing")
    write(driver, reason, "Står inte i avtalet: <b>å</b> # nej")
    choose(driver, ".document input[data-value=true]")
    choose(driver, ".judgement input[type=radio]")
    before = driver.execute_script("return document.querySelectorAll('#blad input:checked:not([data-value=null])').length")
    click(driver, "angra")
    after = driver.execute_script("return document.querySelectorAll('#blad input:checked:not([data-value=null])').length")
    check(after == before - 1, f"undo: {before} answers became {after}")
    choose(driver, ".judgement input[type=radio]")
    write(driver, "blad-datum", "2026-09-12")
    click(driver, "spara-blad")
    wait(driver, lambda: "Sparat i mappen" in text(driver, "besked"), f"the saved sheet: {text(driver, 'besked')} {text(driver, 'blad-fel')}")
    sheet_ready(driver)
    saved = on_disk(driver, path)
    check(saved is not None and b"2026-09-12" in saved and "Står inte i avtalet: <b>å</b> # nej".encode() in saved, "the saved sheet")
    wait(driver, lambda: "Blad finns av" in text(driver, "andra"), "others' sheets after one's own")
    axe(driver, "saved sheet")
    own = written(disk_files(driver), folder, repository)
    command(program, "rank", str(own), "--quiet")
    ranked = json.loads(command(program, "rank", str(own), "--format", "json", "--quiet"))
    check(asked(driver, "rank", format="json") == ranked, "the page and the command rank differently after the sheet")

    # Saved again as it is: the same bytes.
    click(driver, "spara-blad")
    wait(driver, lambda: "Sparat i mappen" in text(driver, "besked"), "the sheet saved again")
    sheet_ready(driver)
    check(on_disk(driver, path) == saved, "a sheet saved again has changed")

    # Somebody else has changed the file.
    other = saved.replace(b"2026-09-12", b"2026-09-13")
    driver.execute_script("disk.put(arguments[0], arguments[1])", path, base64.b64encode(other).decode())
    write(driver, "blad-datum", "2026-09-14")
    click(driver, "spara-blad")
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "the window")
    check("har ändrats i mappen" in driver.find_element(By.CSS_SELECTOR, "dialog[open]").text, "what has happened is not told")
    axe(driver, "changed meanwhile")
    fetched = arrived(driver, folder, lambda: pressed(driver, "Spara på annat ställe"))
    check(b"2026-09-14" in fetched.read_bytes(), "the sheet saved elsewhere")
    check(on_disk(driver, path) == other, "the other's file was written over")
    write(driver, "blad-datum", "2026-09-15")
    click(driver, "spara-blad")
    pressed(driver, "Läs in mappen igen")
    wait(driver, lambda: "Mappen är läst igen" in text(driver, "besked"), "the folder read again")
    sheet_ready(driver)
    check(driver.find_element(By.ID, "blad-datum").get_attribute("value") == "2026-09-15", "what was filled in is lost")

    # No leave, a full disk.
    driver.execute_script("disk.leave = 'denied'")
    click(driver, "spara-blad")
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "the window")
    check("inte lov" in driver.find_element(By.CSS_SELECTOR, "dialog[open]").text, "the refusal is not told")
    pressed(driver, "Avbryt")
    driver.execute_script("disk.leave = 'granted'; disk.refuse = 'QuotaExceededError'")
    click(driver, "spara-blad")
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "the window")
    check("Disken är full" in driver.find_element(By.CSS_SELECTOR, "dialog[open]").text, "a full disk is not told")
    pressed(driver, "Avbryt")
    check(on_disk(driver, path) == other, "a refused save changed the file")
    driver.execute_script("disk.refuse = null")
    click(driver, "spara-blad")
    wait(driver, lambda: "Sparat i mappen" in text(driver, "besked"), "the sheet saved at last")
    check(b"2026-09-15" in on_disk(driver, path), "the last sheet")
    silent(driver, "assessment", page)
    driver.quit()

    # Recused: closed for that role.
    driver = assessing(page, files, "beredningsgrupp", "byvagen", downloads=folder)
    check("jäv" in text(driver, "jav") and not driver.find_elements(By.ID, "spara-blad"), "a recused role can assess")
    axe(driver, "recused")

    # A sheet that is opened and saved as it was keeps its bytes, comments and all.
    driver.find_element(By.CSS_SELECTOR, "#bedoms [data-proposal=stegen]").click()
    sheet_ready(driver)
    click(driver, "spara-blad")
    wait(driver, lambda: "Sparat i mappen" in text(driver, "besked"), f"the sheet as it was: {text(driver, 'blad-fel')}")
    own = "assessments/stegen.beredningsgrupp.yaml"
    check(on_disk(driver, own) == files[own], "a sheet saved as it was has changed")
    silent(driver, "recused", page)
    driver.quit()


def trap(page, files):
    """The engine dies while a sheet is being filled in: what was entered is there, and the next question is answered."""
    hook = """
      window.workers = [];
      window.Worker = class extends Worker {
        constructor(...rest) { super(...rest); workers.push(this); }
        postMessage(message, ...rest) {
          if (window.trapping && message.request?.command === "update") {
            setTimeout(() => this.onerror({ preventDefault() {}, message: "unreachable" }));
          } else super.postMessage(message, ...rest);
        }
      };
      """
    driver = browser(first=hook + disk_script(files))
    driver.get(page)
    wait(driver, lambda: driver.execute_script("return typeof workspace === 'object' && workspace.isReady()"), "the engine")
    click(driver, "oppna-mapp")
    wait(driver, lambda: driver.execute_script("return document.getElementById('vy-ranking') !== null"), "the round")
    work_as(driver, None)
    driver.execute_script("workers.at(-1).onerror({preventDefault() {}, message: 'unreachable'})")
    check("startas om" in text(driver, "besked"), "the trap is not told")
    axe(driver, "after a trap")
    wait(driver, lambda: driver.execute_script("return workspace.isReady()"), "the new engine")
    click(driver, "vy-ranking")
    wait(driver, lambda: driver.execute_script("return document.querySelector('#svar [data-summary]') !== null"), "the ranking by the new engine")
    # Files that the engine stops at are not sent again by everybody who waited: it would give up.
    answers, engines = driver.execute_async_script("""
      const done = arguments[0];
      workers.at(-1).onerror({ preventDefault() {}, message: "unreachable" });
      window.trapping = true;
      const before = workers.length;
      Promise.all([1, 2, 3].map(() => workspace.ask("desk"))).then((answers) => {
        window.trapping = false;
        done([answers, workers.length - before]);
      });""")
    check(answers == [None] * 3 and engines == 1, f"three who asked at once had {answers} of {engines} engines")
    wait(driver, lambda: driver.execute_script("return workspace.isReady()"), "the engine after a file that stopped it")
    check(driver.execute_async_script("workspace.ask('desk').then((answer) => arguments[0](answer?.status))") == 0, "the next question is not answered")
    driver.quit()


def keyboard(page, files):
    """From the first press to the ranking without a mouse."""
    driver = started(page, files)

    def press(*keys):
        ActionChains(driver).send_keys(*keys).perform()

    def tab_to(part, most=80):
        for _ in range(most):
            press(Keys.TAB)
            focused = driver.switch_to.active_element
            if focused.get_attribute("id") == part:
                check(focused.value_of_css_property("outline-style") != "none", f"the focus cannot be seen on {part}")
                return
        check(False, f"{part} cannot be reached by the keyboard")

    tab_to("oppna-mapp")
    press(Keys.ENTER)
    wait(driver, lambda: driver.execute_script("return document.getElementById('vy-ranking') !== null"), "the round")
    check(driver.switch_to.active_element.get_attribute("id") == "vy-rubrik", "the focus is not at the new part")
    tab_to("bedomer-inte")
    press(Keys.ENTER)
    driver.execute_script("document.body.focus(); document.activeElement.blur(); getSelection().removeAllRanges()")
    tab_to("vy-ranking")
    press(Keys.ENTER)
    wait(driver, lambda: driver.execute_script("return document.querySelector('#svar [data-summary]') !== null"), "the ranking")
    check(driver.execute_script("return document.getElementById('lage').textContent.length") > 10, "the ranking is not announced")
    tab_to("del-robustness")
    press(Keys.SPACE)
    wait(driver, lambda: driver.find_element(By.ID, "del-robustness").get_attribute("aria-pressed") == "true", "the other part")
    driver.quit()


def read_only(page, files):
    """A round frozen with other rules is shown, with the reason, and nothing of it is saved."""
    before = files["round.yaml"]
    hash_of = before.split(b"rules_sha256: ")[1][:64]
    other = {**files, "round.yaml": before.replace(hash_of, b"0" * 64)}
    driver = opened(page, other)
    check("inte de som omgången är fryst med" in text(driver, "skrivskyddad"), "why nothing is saved is not told")
    check(len(desk(driver)["proposals"]) > 1, "the proposals are not shown")
    axe(driver, "read only")
    click(driver, "vy-paper")
    check(not driver.find_elements(By.ID, "spara-underlag"), "a paper by other rules can be saved")
    work_as(driver, "beredningsgrupp")
    click(driver, "vy-assessment")
    driver.find_element(By.CSS_SELECTOR, "#bedoms [data-proposal=stegen]").click()
    sheet_ready(driver)
    click(driver, "spara-blad")
    wait(driver, lambda: "Inget sparas" in text(driver, "besked"), "the refusal to save")
    check(disk_files(driver) == other, "something was saved")
    silent(driver, "read only", page)
    driver.quit()


def pictures(page, files, folder):
    """What the guide shows: from the first file to the paper."""
    folder.mkdir(parents=True, exist_ok=True)
    driver = opened(page, files, role="beredningsgrupp", width=1280)

    def picture(name):
        time.sleep(0.5)
        driver.save_screenshot(str(folder / f"{name}.png"))

    click(driver, "vy-assessment")
    driver.find_element(By.CSS_SELECTOR, "#bedoms [data-proposal=stegen]").click()
    sheet_ready(driver)
    others_ready(driver)
    picture("workspace-assessment")
    driver.execute_script("document.getElementById('andra').scrollIntoView()")
    picture("workspace-others")
    work_as(driver, None)
    click(driver, "vy-inbox")
    driver.execute_script("scrollTo(0, 0)")
    picture("workspace-inbox")
    click(driver, "vy-ranking")
    wait(driver, lambda: driver.execute_script("return document.querySelector('#svar [data-summary]') !== null"), "the ranking")
    picture("workspace-ranking")
    click(driver, "del-explanation")
    wait(driver, lambda: driver.execute_script("return document.querySelector('#svar h4') !== null"), "the explanation")
    picture("workspace-why")
    click(driver, "vy-paper")
    click(driver, "underlag-texts")
    wait(driver, lambda: driver.find_elements(By.ID, "spara-texter"), "the texts")
    picture("workspace-texts")
    click(driver, "underlag-files")
    click(driver, "granska")
    wait(driver, lambda: driver.execute_script("return document.querySelector('.paper') !== null"), "the preview", 120)
    picture("workspace-paper")
    driver.quit()


def main():
    page = Path(sys.argv[1]).resolve().as_uri()
    round_folder, program = sys.argv[2], sys.argv[3]
    files = files_of(round_folder)
    folder = Path(tempfile.mkdtemp())
    if len(sys.argv) > 4:
        pictures(page, files, Path(sys.argv[4]))
        return
    ways_in(page, files, folder)
    inbox(page, files, round_folder, program, folder)
    workspace_people.independence(page, files)
    workspace_people.side_by_side(page, files, round_folder, program, folder)
    workspace_people.widths(page, files)
    workspace_people.keyboard_alone(page, files)
    workspace_round.texts(page, files, round_folder, program, folder)
    workspace_round.came_in(page, files, folder)
    workspace_round.since_last(page, files, round_folder, program, folder)
    workspace_round.exceptions(page, files, round_folder, program, folder)
    workspace_round.claims_by_use(page, files)
    workspace_round.half_filled(page, files)
    ranking(page, files)
    read_only(page, files)
    keyboard(page, files)
    trap(page, files)
    assessment(page, files, round_folder, program, folder)
    paper(page, files, round_folder, program, folder)
    print(f"workspace: {checks()} checks of {Path(sys.argv[1]).name}")


if __name__ == "__main__":
    main()
