"""The officials' page and the round's own files: its texts, applications as they came in, what has changed since the last
time, exceptions, and saves that do not succeed."""

import base64
import json
from pathlib import Path

from selenium.webdriver.common.by import By

from self_check_browser import axe, browser, check, fits, silent, wait
from workspace_page import (asked, assessing, choose, click, command, desk, disk_files, disk_script, on_disk, opened, pressed,
                            radio, saved_sheet, sheet_ready, text, unfold, work_as, write, written)


def dialog(driver):
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "the window", 180)
    return driver.find_element(By.CSS_SELECTOR, "dialog[open]").text


def texts_ready(driver):
    click(driver, "vy-paper")
    click(driver, "underlag-texts")
    wait(driver, lambda: driver.find_elements(By.ID, "spara-texter"), "the texts")


def saved_texts(driver):
    click(driver, "spara-texter")
    wait(driver, lambda: "Sparat i mappen" in text(driver, "besked"), f"the saved texts: {text(driver, 'texter-fel')} {text(driver, 'besked')}")
    wait(driver, lambda: "Inget är ändrat" in text(driver, "texter-lage"), "the texts read again")


def texts(page, files, round_folder, program, folder):
    """Texts are written in the page; the rest of round.yaml stays byte for byte, and the command reads the same."""
    repository = Path(round_folder).resolve().parent.parent
    driver = opened(page, files, downloads=folder)
    texts_ready(driver)
    axe(driver, "texts")
    fits(driver, "texts")
    click(driver, "spara-texter")
    wait(driver, lambda: "Sparat i mappen" in text(driver, "besked"), "texts saved as they were")
    check(on_disk(driver, "round.yaml") == files["round.yaml"], "texts saved as they were have changed the file")
    before = files["round.yaml"].decode()
    write(driver, "text-director_proposal-sv", "Nytt: <b>å</b> # ett förslag")
    click(driver, "angra")
    check("Nytt" not in driver.find_element(By.ID, "text-director_proposal-sv").get_attribute("value"), "undo does not bring the text back")
    write(driver, "text-director_proposal-sv", "Nytt: <b>å</b> # ett förslag")
    axe(driver, "texts that are not saved")
    click(driver, "underlag-files")
    check("inte sparade" in text(driver, "vy"), "the paper does not tell of texts that are not saved")
    click(driver, "underlag-texts")
    wait(driver, lambda: driver.find_elements(By.ID, "spara-texter"), "the texts")
    check("Nytt" in driver.find_element(By.ID, "text-director_proposal-sv").get_attribute("value"), "what was written is lost in another part")
    saved_texts(driver)
    after = on_disk(driver, "round.yaml").decode()
    start, end = before.index("texts:"), before.index("paper:")
    check(after.startswith(before[:start]) and after.endswith(before[end:]), "another part of round.yaml has changed")
    check("# ett förslag" in after, "the new text is not in the file")
    click(driver, "granska-sida-1")
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".paper"), "page 1", 120)
    first = driver.execute_script("return document.querySelector('.paper').shadowRoot.textContent")
    check("Nytt: <b>å</b> # ett förslag" in first and "Bilaga" not in first, "page 1 is not page 1 with the new text")
    axe(driver, "page 1")
    # Lists and sections: added, moved, removed, and what is lacking told.
    click(driver, "text-decisions-ny")
    count = len(driver.find_elements(By.CSS_SELECTOR, "[data-part=decisions] .item"))
    write(driver, f"text-decisions-{count - 1}-sv", "Styrelsen lägger resten till handlingarna.")
    click(driver, f"upp-decisions-{count - 1}")
    check(driver.find_element(By.ID, f"text-decisions-{count - 2}-sv").get_attribute("value").startswith("Styrelsen lägger"), "the decision has not moved")
    click(driver, "bort-decisions-0")
    write(driver, "text-sections-0-text-sv", "Barn berörs inte.\n\nDet är prövat.")
    click(driver, "text-sections-ny")
    click(driver, "spara-texter")
    check("skriv en rubrik" in text(driver, "texter-fel"), "a section without a heading is not stopped")
    axe(driver, "texts with something missing")
    click(driver, "bort-sections-2")
    saved_texts(driver)
    own = written(disk_files(driver), folder, repository)
    command(program, "rank", str(own), "--quiet")
    values = {part["key"]: part["value"] for part in asked(driver, "texts")["parts"]}
    check([one["sv"][:16] for one in values["decisions"]][-2:] == ["Styrelsen lägger", "Styrelsen tar up"], f"the decisions: {values['decisions']}")
    check(values["sections"][0]["text"]["sv"].rstrip("\n") == "Barn berörs inte.\n\nDet är prövat." and len(values["sections"]) == 2, "the sections")
    # Others change the same text, and another.
    now = on_disk(driver, "round.yaml").decode()
    put = lambda words: driver.execute_script("disk.put(arguments[0], arguments[1])", "round.yaml", base64.b64encode(words.encode()).decode())
    put(now.replace("Nytt: <b>å</b>", "Nyare: å").replace("hösten 2026", "vintern 2026"))
    write(driver, "text-director_proposal-sv", "Mitt")
    click(driver, "spara-texter")
    check("har ändrats i mappen" in dialog(driver), "a round changed meanwhile is written over")
    pressed(driver, "Läs in mappen igen")
    wait(driver, lambda: "Mappen är läst igen" in text(driver, "besked"), "the folder read again")
    wait(driver, lambda: driver.find_elements(By.ID, "spara-texter"), "the texts after reading again")
    check(driver.find_element(By.ID, "text-director_proposal-sv").get_attribute("value") == "Mitt", "what was written is lost")
    click(driver, "spara-texter")
    check("Nyare: å" in dialog(driver), "the other's text is not shown")
    axe(driver, "the same text changed by two")
    pressed(driver, "Spara min text")
    wait(driver, lambda: b"Mitt" in on_disk(driver, "round.yaml"), "my text")
    wait(driver, lambda: "Inget är ändrat" in text(driver, "texter-lage"), "the texts read again")
    check("vintern 2026".encode() in on_disk(driver, "round.yaml"), "the other's other text is lost")
    # No leave, a full disk: told, and nothing is lost.
    write(driver, "text-summary-sv", "Kvar.")
    for change, words in [("disk.leave = 'denied'", "inte lov"), ("disk.leave = 'granted'; disk.refuse = 'QuotaExceededError'", "Disken är full")]:
        kept = on_disk(driver, "round.yaml")
        driver.execute_script(change)
        click(driver, "spara-texter")
        check(words in dialog(driver), f"{words} is not told")
        pressed(driver, "Avbryt")
        check(on_disk(driver, "round.yaml") == kept, "a refused save changed the file")
        check(driver.find_element(By.ID, "text-summary-sv").get_attribute("value") == "Kvar.", "a refused save lost the text")
    click(driver, "underlag-files")
    click(driver, "spara-underlag")
    check("Disken är full" in dialog(driver), "a full disk is not told of the paper")
    pressed(driver, "Avbryt")
    check(on_disk(driver, "underlag/underlag.docx") is None, "a refused paper is in the folder")
    click(driver, "underlag-texts")
    wait(driver, lambda: driver.find_elements(By.ID, "spara-texter"), "the texts")
    driver.execute_script("disk.refuse = null")
    saved_texts(driver)
    silent(driver, "texts", page)
    driver.quit()


def came_in(page, files, folder):
    """Applications are kept as they came in; a later file is told as changes, field by field."""
    driver = opened(page, files)
    click(driver, "spara-inkomna")
    wait(driver, lambda: "sparade i mappen inkommet" in text(driver, "besked"), "the kept applications")
    ids = [p["id"] for p in desk(driver)["proposals"]]
    for one in ids:
        check(on_disk(driver, f"inkommet/{one}.yaml") == files[f"{one}.yaml"], f"{one} is not kept as it came in")
    check(not driver.find_elements(By.ID, "spara-inkomna"), "applications that are kept are offered to be kept")
    kept = disk_files(driver)
    driver.quit()
    later = files["stegen.yaml"].decode()
    line = next(one for one in later.split("\n") if one.startswith("titel:"))
    changed = {**kept, "stegen.yaml": later.replace(line, "titel: Stegen vidare", 1).encode(),
               "byvagen.yaml": b"# samma\n" + files["byvagen.yaml"], "inkommet/verkstan.yaml": b"schema: beredning/proposal/1\nid: [\n"}
    driver = opened(page, changed)
    check("ändrat sedan det kom in" in text(driver, "oversikt"), "the overview does not tell what has changed")
    driver.execute_script("for (const fold of document.querySelectorAll('#inkorg-lista details')) fold.open = true")
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "[data-changes=stegen] table"), "the changes")
    rows = driver.execute_script("return [...document.querySelectorAll('[data-changes=stegen] tbody tr')].map(row => [...row.cells].map(cell => cell.innerText))")
    check(len(rows) == 1 and rows[0][2] == "Stegen vidare" and rows[0][1] == line.removeprefix("titel:").strip(), f"the changes: {rows}")
    wait(driver, lambda: "alla uppgifter är desamma" in text(driver, "in-byvagen"), "a file that says the same")
    wait(driver, lambda: "kan inte läsas" in text(driver, "in-verkstan"), "an earlier file that cannot be read")
    check("som det kom in" in text(driver, "in-kraftkallan"), "what is unchanged is not told")
    axe(driver, "changes since it came in")
    fits(driver, "changes since it came in")
    check(len(desk(driver)["proposals"]) == len(ids), "a kept application counts")
    silent(driver, "came in", page)
    driver.quit()


def since_last(page, files, round_folder, program, folder):
    """What has changed since the last time is told from a file that is saved by choice; nothing is kept in the browser."""
    repository = Path(round_folder).resolve().parent.parent
    driver = opened(page, files)
    check(not any(path.startswith("minne/") for path in disk_files(driver)), "something was saved without being asked for")
    click(driver, "spara-minne")
    wait(driver, lambda: on_disk(driver, "minne/bereder.json") is not None, "the saved state")
    wait(driver, lambda: "Inget har ändrats" in text(driver, "minne"), "nothing has changed")
    axe(driver, "nothing has changed")
    kept = disk_files(driver)
    stored = driver.execute_async_script("const done = arguments[0]; indexedDB.databases().then(all => done([localStorage.length, sessionStorage.length, all.length, document.cookie]))")
    check(stored == [0, 0, 0, ""], f"the browser keeps {stored}")
    driver.quit()
    sheet = next(path for path in sorted(files) if path.startswith("assessments/stegen."))
    after = {path: data for path, data in kept.items() if path != sheet}
    after["stegen.yaml"] = files["stegen.yaml"] + b"# senare\n"
    after["nytt-forslag.yaml"] = files["kraftkallan.yaml"].replace(b"id: kraftkallan", b"id: nytt-forslag", 1)
    driver = opened(page, after)
    said = text(driver, "andringar")
    for words in [f"Borta: {sheet}", "Ändrad fil: stegen.yaml", "Ny fil: nytt-forslag.yaml"]:
        check(words in said, f"{words} is not told: {said}")
    before = json.loads(kept["minne/bereder.json"])["proposals"]
    for proposal in desk(driver)["proposals"]:
        told = before.get(proposal["id"])
        if told and told["total"] != proposal["total"]:
            check(f"{proposal['name']}: " in said and f"poängen var {told['total']}, nu {proposal['total']}" in said, f"{proposal['id']}'s points: {said}")
    check("poängen var" in said or "platsen var" in said, f"no changed points in {said}")
    axe(driver, "changed since last")
    fits(driver, "changed since last")
    click(driver, "spara-minne")
    wait(driver, lambda: "Inget har ändrats" in text(driver, "minne"), "the new state")
    own = written({path: data for path, data in disk_files(driver).items()}, folder, repository)
    command(program, "rank", str(own), "--quiet")
    click(driver, "glom-minne")
    wait(driver, lambda: on_disk(driver, "minne/bereder.json") is None, "the forgotten state")
    # An assessor's file holds no points of what is not assessed yet.
    work_as(driver, "medbedomare")
    click(driver, "spara-minne")
    wait(driver, lambda: on_disk(driver, "minne/medbedomare.json") is not None, "the assessor's state")
    state = json.loads(on_disk(driver, "minne/medbedomare.json"))["proposals"]
    own = {p["id"] for p in desk(driver)["proposals"] if any(s["role"] == "medbedomare" for s in p["sheets"]) or "medbedomare" in p["recused"]}
    check({one for one, told in state.items() if "total" in told} == own, "the assessor's file tells points of what is not assessed")
    silent(driver, "since last", page)
    driver.quit()
    broken = {**files, "minne/bereder.json": b"{\"schema\": 3"}
    driver = opened(page, broken)
    check(driver.find_elements(By.ID, "spara-minne") and not driver.find_elements(By.ID, "andringar"), "a broken state is believed")
    silent(driver, "broken state", page)
    driver.quit()


def exceptions(page, files, round_folder, program, folder):
    """An exclusion with its exception is decided in the sheet."""
    repository = Path(round_folder).resolve().parent.parent
    driver = assessing(page, files, "forbundschef", "kraftkallan", downloads=folder)
    sheet_ready(driver)
    exclusion = driver.find_element(By.CSS_SELECTOR, ".exclusion").get_attribute("data-exclusion")
    radio(driver, f".exclusion[data-exclusion='{exclusion}']", "true")
    write(driver, "skal-exclusions-0", "Hör till kommunen")
    choose(driver, "#undantag-0")
    axe(driver, "exception")
    click(driver, "spara-blad")
    said = text(driver, "blad-fel")
    check("skriv skälet" in said and "vem som har beslutat" in said and "hur länge" in said, f"what an exception needs is not told: {said}")
    write(driver, "skal-exceptions-0", "Nytt arbetssätt")
    write(driver, "beslutat-0", "Styrelsen")
    write(driver, "galler-till-0", "2027-12-31")
    saved_sheet(driver)
    saved = on_disk(driver, "assessments/kraftkallan.forbundschef.yaml").decode()
    check("exceptions:" in saved and "decided_by: Styrelsen" in saved and "valid_to: 2027-12-31" in saved, f"the exception is not in the file: {saved}")
    own = written(disk_files(driver), folder, repository)
    ranked = json.loads(command(program, "rank", str(own), "--format", "json", "--quiet"))
    check(asked(driver, "rank", format="json") == ranked, "the page and the command rank differently with an exception")
    check(driver.find_element(By.ID, "beslutat-0").get_attribute("value") == "Styrelsen", "the exception is not read back")
    choose(driver, "#undantag-0")
    saved_sheet(driver)
    check(b"exceptions:" not in on_disk(driver, "assessments/kraftkallan.forbundschef.yaml"), "the exception is not taken away")
    silent(driver, "exceptions", page)
    driver.quit()


def claims_by_use(page, files):
    """The claims that the rules read come first, by what they decide; every claim once."""
    driver = assessing(page, files, "beredningsgrupp", "en-dorr-in")
    sheet_ready(driver)
    model = asked(driver, "sheet", proposal="en-dorr-in", role="beredningsgrupp")
    groups = driver.execute_script("return [...document.querySelectorAll('#blad details.section')].map(one => [one.querySelector('h5').innerText, [...one.querySelectorAll('.claim')].map(claim => claim.dataset.field)])")
    check(sorted(field for _, fields in groups for field in fields) == sorted(claim["field"] for claim in model["claims"]), "a claim is lost or stands twice")
    check(groups[-1][0] == "Övriga uppgifter" and len(groups) > 3, f"the groups: {[title for title, _ in groups]}")
    by_field = {claim["field"]: claim["decides"] for claim in model["claims"]}
    check(all(not by_field[field] for field in groups[-1][1]), "a claim that decides something is among the others")
    for title, fields in groups[:-1]:
        check(all(title == f"Avgör: {by_field[field][0]}" for field in fields), f"{title} holds other claims")
    driver.quit()


def half_filled(page, files):
    """The engine dies while a reason is being typed: the words are there, are saved, and leaving is asked about."""
    hook = "window.workers = []; window.Worker = class extends Worker { constructor(...a) { super(...a); workers.push(this); } };\n"
    driver = browser(first=hook + disk_script(files))
    driver.get(page)
    wait(driver, lambda: driver.execute_script("return typeof workspace === 'object' && workspace.isReady()"), "the engine")
    click(driver, "oppna-mapp")
    wait(driver, lambda: driver.find_elements(By.ID, "rollval"), "the question who one is")
    work_as(driver, "medbedomare")
    click(driver, "vy-assessment")
    driver.find_element(By.CSS_SELECTOR, "#bedoms [data-proposal=en-dorr-in]").click()
    sheet_ready(driver)
    unfold(driver)
    choose(driver, ".document input[data-value=true]")
    choose(driver, ".judgement input[type=radio]")
    choose(driver, ".claim input[data-value=rejected]")
    driver.find_element(By.CSS_SELECTOR, ".claim input[type=text][id^=skal]").send_keys("Halvt skriv")
    checked = "return [...document.querySelectorAll('#blad input:checked')].map(one => one.dataset.value).join()"
    before = driver.execute_script(checked)
    driver.execute_script("workers.at(-1).onerror({preventDefault() {}, message: 'unreachable'})")
    check("Det du har fyllt i är kvar" in text(driver, "besked"), "the trap is not told")
    axe(driver, "a trap in a half-filled sheet")
    wait(driver, lambda: driver.execute_script("return workspace.isReady()"), "the new engine")
    field = driver.find_element(By.CSS_SELECTOR, ".claim input[type=text][id^=skal]")
    check(driver.execute_script(checked) == before and field.get_attribute("value") == "Halvt skriv", "the trap lost what was filled in")
    check(driver.execute_script("const event = new Event('beforeunload', {cancelable: true}); dispatchEvent(event); return event.defaultPrevented"), "leaving with half a sheet is not asked about")
    # In another part and back it is still there.
    click(driver, "vy-inbox")
    click(driver, "vy-assessment")
    sheet_ready(driver)
    check(driver.find_element(By.CSS_SELECTOR, ".claim input[type=text][id^=skal]").get_attribute("value") == "Halvt skriv", "another part lost what was filled in")
    field = driver.find_element(By.CSS_SELECTOR, ".claim input[type=text][id^=skal]")
    driver.execute_script("arguments[0].closest('details').open = true", field)
    field.send_keys("et")
    write(driver, "blad-datum", "2026-09-12")
    click(driver, "spara-blad")
    wait(driver, lambda: on_disk(driver, "assessments/en-dorr-in.medbedomare.yaml") is not None, f"the sheet after the trap: {text(driver, 'blad-fel')}")
    check("Halvt skrivet".encode() in on_disk(driver, "assessments/en-dorr-in.medbedomare.yaml"), "the reason after the trap")
    driver.quit()
