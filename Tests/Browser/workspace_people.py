"""The officials' page and who works in it: judgements that are independent of each other, the others' sheets beside one's
own, a disagreement that is settled jointly, and a meeting's work by the keyboard alone."""

import json
from pathlib import Path

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from self_check_browser import axe, check, fits, silent, wait
from workspace_page import (asked, assessing, choose, click, command, desk, disk_files, on_disk, opened, others_ready, pressed,
                            saved_sheet, sheet_ready, started, text, unfold, work_as, write, written)


def shown(driver):
    return driver.execute_script("return document.getElementById('sida').innerText")


def independence(page, files):
    """Nothing of what others think, and no points, before the own sheet; everything after."""
    driver = started(page, files)
    click(driver, "oppna-mapp")
    wait(driver, lambda: driver.find_elements(By.ID, "rollval"), "the question who one is")
    axe(driver, "who are you")
    for view in ["inbox", "assessment", "ranking", "paper"]:
        click(driver, f"vy-{view}")
        check(driver.find_elements(By.ID, "rollval") and not driver.find_elements(By.CSS_SELECTOR, "#oversikt, #bedoms, #svar, #granska"),
              f"{view} is shown before anybody has said who it is")
    work_as(driver, "medbedomare")
    all_of = desk(driver)["proposals"]
    own = [p["id"] for p in all_of if any(s["role"] == "medbedomare" for s in p["sheets"])]
    hidden = [p for p in all_of if p["id"] not in own and "medbedomare" not in p["recused"]]
    check(own and hidden, f"the round has nothing to try this on: {own}")
    click(driver, "vy-inbox")
    driver.execute_script("for (const fold of document.querySelectorAll('#inkorg-lista details')) fold.open = true")
    wait(driver, lambda: len(driver.find_elements(By.CSS_SELECTOR, "#inkorg-lista [data-do=assess]")) == len(all_of), "the unfolded proposals")
    for proposal in hidden:
        entry = text(driver, f"in-{proposal['id']}")
        told = [proposal["reason"], *proposal["disagreements"], *[m["text"] for m in proposal["missing"] if m["resolved_by"] == "association"],
                *[s["text"] for s in proposal["stops"] if s["resolved_by"] == "association"]]
        check(not [words for words in told if words and words in entry], f"{proposal['id']}: the inbox tells what rests on others' sheets")
        check(not driver.find_elements(By.CSS_SELECTOR, f"#in-{proposal['id']} [data-do=why]"), f"{proposal['id']} can be explained")
    axe(driver, "inbox of an assessor")
    for part in ["ranking", "robustness", "frame", "own"]:
        click(driver, "vy-ranking")
        click(driver, f"del-{part}")
        left = [one.get_attribute("data-left") for one in driver.find_elements(By.CSS_SELECTOR, "[data-left]")]
        check(left == [p["id"] for p in hidden], f"{part}: left to assess are {left}")
        check(text(driver, "svar") == "", f"{part} is shown to somebody who has not assessed")
    axe(driver, "not yet")
    fits(driver, "not yet")
    for part, choice in [("explanation", "vilket"), ("comparison", "forst")]:
        click(driver, f"del-{part}")
        offered = driver.execute_script("return [...document.querySelectorAll('#' + arguments[0] + ' option')].map(one => one.value)", choice)
        check(not set(offered) & {p["id"] for p in hidden} and set(own) <= set(offered), f"{part} offers {offered}")
    click(driver, "vy-paper")
    check(driver.find_elements(By.ID, "inte-an") and not driver.find_elements(By.ID, "granska"), "the paper is shown to somebody who has not assessed")
    # Whoever assesses no more sees it all, and has closed what was left.
    click(driver, "inte-fler")
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, "dialog[open]"), "the window")
    axe(driver, "no more proposals")
    pressed(driver, "Visa allt")
    check(driver.find_elements(By.ID, "granska"), "the paper is not shown to somebody who assesses no more")
    click(driver, "vy-assessment")
    driver.find_element(By.CSS_SELECTOR, f"#bedoms [data-proposal={hidden[0]['id']}]").click()
    wait(driver, lambda: driver.find_elements(By.ID, "stangt"), "the closed proposal")
    check(not driver.find_elements(By.ID, "spara-blad"), "somebody who has seen others' sheets can assess")
    others_ready(driver)
    axe(driver, "closed proposal")
    silent(driver, "independence", page)
    driver.quit()


def side_by_side(page, files, round_folder, program, folder):
    """The others' sheets in full beside one's own, and a disagreement that is settled by a joint judgement."""
    repository = Path(round_folder).resolve().parent.parent
    driver = opened(page, files)
    torn = next(p["id"] for p in desk(driver)["proposals"] if p["disagreements"] and any(s["role"] == "forbundschef" for s in p["sheets"])
                and any(j for j in torn_judgements(driver, p["id"])))
    work_as(driver, "forbundschef")
    click(driver, "vy-assessment")
    driver.find_element(By.CSS_SELECTOR, f"#bedoms [data-proposal={torn}]").click()
    sheet_ready(driver)
    others_ready(driver)
    said = text(driver, "andra")
    for sheet in next(p for p in desk(driver)["proposals"] if p["id"] == torn)["sheets"]:
        model = asked(driver, "sheet", proposal=torn, role=sheet["role"])
        for kind in ["claims", "documents", "judgements", "exclusions"]:
            for one in model[kind]:
                check(one["reason"] is None or one["reason"] in said, f"{torn}: {sheet['role']}'s reason is not told: {one['reason']}")
        check(sheet["date"] in said or sheet["role"] == "forbundschef", f"when {sheet['role']} wrote is not told")
    axe(driver, "others' sheets")
    for width in [1280, 1024, 768]:
        driver.set_window_size(width, 900)
        fits(driver, f"others' sheets, {width} px")
    before = text(driver, "oenigheter").split("\n")
    judgement, key, value = next(iter(torn_judgements(driver, torn)))
    index = driver.execute_script("return [...document.querySelectorAll('.judgement')].findIndex((one, index) => one.dataset.judgement === arguments[0] && (one.dataset.key ?? '') === arguments[1])",
                                  judgement, key or "")
    check(index >= 0, f"{judgement} [{key}] is not on the sheet of the director")
    area = f".judgement[data-judgement='{judgement}']" + (f"[data-key='{key}']" if key else "")
    choose(driver, f"{area} input[data-value='{value}']")
    choose(driver, f"#gemensam-{index}")
    write(driver, f"skal-judgements-{index}", "")
    click(driver, "spara-blad")
    check("gemensamma bedömningen" in text(driver, "blad-fel"), "a joint judgement without a reason is not stopped")
    axe(driver, "joint judgement without a reason")
    write(driver, f"skal-judgements-{index}", "Vi läste planen tillsammans")
    driver.execute_script("""
      globalThis.sent = [];
      const post = Worker.prototype.postMessage;
      Worker.prototype.postMessage = function (message, ...rest) {
        if (message.request?.command === "update") sent.push(...message.request.files.map(([path]) => path));
        return post.call(this, message, ...rest);
      };""")
    saved_sheet(driver)
    others_ready(driver)
    sent = driver.execute_script("return sent")
    check(sent == [f"round/assessments/{torn}.forbundschef.yaml"], f"for one saved sheet the engine was sent {sent}")
    check("gemensam" in text(driver, "andra") and "Vi läste planen tillsammans" in text(driver, "andra"), "the joint judgement is not told")
    after = text(driver, "oenigheter").split("\n") if driver.find_elements(By.ID, "oenigheter") else []
    check(len(after) == len(before) - 1, f"the disagreement is not settled: {before} became {after}")
    axe(driver, "joint judgement")
    own = written(disk_files(driver), folder, repository)
    ranked = json.loads(command(program, "rank", str(own), "--format", "json", "--quiet"))
    check(asked(driver, "rank", format="json") == ranked, "the page and the command rank differently after the joint judgement")
    silent(driver, "joint judgement", page)
    driver.quit()


def torn_judgements(driver, proposal):
    """(judgement, key, a step) of those that the director may answer and the sheets differ on."""
    found = asked(driver, "assessors", proposal=proposal, format="json")["proposals"][0]["judgements"]
    model = asked(driver, "sheet", proposal=proposal, role="forbundschef")
    mine = {(one["judgement"], one["key"]) for one in model["judgements"]}
    return [(one["judgement"], one["key"], one["high"]) for one in found if one["state"] == "disagreement" and (one["judgement"], one["key"]) in mine]


def widths(page, files):
    """Sheet, texts and paper on a tablet, upright and lying."""
    for width in [768, 1024]:
        driver = assessing(page, files, "beredningsgrupp", "stegen", width=width)
        sheet_ready(driver)
        unfold(driver)
        others_ready(driver)
        axe(driver, f"sheet, {width} px")
        fits(driver, f"sheet, {width} px")
        small = driver.execute_script(
            "return [...document.querySelectorAll('button, input, select, textarea, summary')].filter(one => one.checkVisibility() && !one.matches('.hidden'))"
            ".filter(one => { const box = (one.closest('label') ?? one).getBoundingClientRect(); return box.width < 24 || box.height < 24; }).map(one => one.outerHTML.slice(0, 120))")
        check(not small, f"{width} px: too small to touch: {small[:3]}")
        work_as(driver, None)
        click(driver, "vy-paper")
        click(driver, "granska")
        wait(driver, lambda: driver.execute_script("return document.querySelector('.paper')?.shadowRoot !== undefined"), "the preview", 120)
        axe(driver, f"paper, {width} px")
        fits(driver, f"paper, {width} px")
        click(driver, "underlag-texts")
        wait(driver, lambda: driver.find_elements(By.ID, "spara-texter"), "the texts")
        unfold(driver, "#texter")
        axe(driver, f"texts, {width} px")
        fits(driver, f"texts, {width} px")
        driver.quit()


def keyboard_alone(page, files):
    """A sheet, a text of the round and the paper, without a mouse."""
    driver = started(page, files)

    def press(*keys):
        ActionChains(driver).send_keys(*keys).perform()

    def chord(key):
        ActionChains(driver).key_down(Keys.CONTROL).send_keys(key).key_up(Keys.CONTROL).perform()

    def tab_to(selector, most=400):
        for _ in range(most):
            press(Keys.TAB)
            if driver.execute_script("return document.activeElement.matches(arguments[0])", selector):
                style = driver.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
                check(style != "none", f"the focus cannot be seen on {selector}")
                return
        check(False, f"{selector} cannot be reached by the keyboard")

    def from_top():
        driver.execute_script("document.activeElement.blur(); getSelection().removeAllRanges()")

    tab_to("#oppna-mapp")
    press(Keys.ENTER)
    wait(driver, lambda: driver.find_elements(By.ID, "rollval"), "the question who one is")
    tab_to("[data-role=medbedomare]")
    press(Keys.ENTER)
    check(driver.switch_to.active_element.get_attribute("id") == "vy-rubrik", "the focus is not at the inbox")
    from_top()
    tab_to("#vy-assessment")
    press(Keys.ENTER)
    tab_to("#bedoms [data-proposal=en-dorr-in]")
    press(Keys.ENTER)
    sheet_ready(driver)
    check(driver.switch_to.active_element.get_attribute("id") in ("blad-rubrik", ""), "the focus is not at the sheet")
    tab_to(".claim input[type=radio]")
    press(Keys.ARROW_DOWN)
    check(driver.execute_script("return document.querySelector('.claim input[data-value=confirmed]').checked"), "an arrow does not choose")
    press(Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    tab_to(".claim input[type=text]")
    press("Finns inte i planen")
    tab_to(".judgement input[type=radio]")
    press(Keys.ARROW_DOWN)
    chosen = driver.execute_script("return document.querySelectorAll('.judgement input:checked:not([data-value=null])').length")
    check(chosen == 1, f"{chosen} judgements by the keyboard")
    tab_to("#blad-datum")
    press("2026-09-12")
    tab_to("#spara-blad")
    chord("z")
    chord("z")
    wait(driver, lambda: driver.execute_script("return document.querySelectorAll('.judgement input:checked:not([data-value=null])').length") == 0, "undo by the keyboard")
    from_top()
    tab_to(".judgement input[type=radio]")
    press(Keys.ARROW_DOWN)
    tab_to("#blad-datum")
    chord("a")
    press("2026-09-12")
    tab_to("#spara-blad")
    press(Keys.ENTER)
    wait(driver, lambda: on_disk(driver, "assessments/en-dorr-in.medbedomare.yaml") is not None, f"the sheet saved by the keyboard: {text(driver, 'blad-fel')}")
    saved = on_disk(driver, "assessments/en-dorr-in.medbedomare.yaml").decode()
    check("verdict: rejected" in saved and "Finns inte i planen" in saved and "2026-09-12" in saved and "judgements:" in saved, f"the sheet saved by the keyboard: {saved}")
    others_ready(driver)

    from_top()
    tab_to("#byt-roll")
    press(Keys.ENTER)
    tab_to("#bedomer-inte")
    press(Keys.ENTER)
    from_top()
    tab_to("#vy-paper")
    press(Keys.ENTER)
    tab_to("#underlag-texts")
    press(Keys.ENTER)
    wait(driver, lambda: driver.find_elements(By.ID, "spara-texter"), "the texts")
    tab_to("#text-summary-sv")
    chord(Keys.END)
    press(" Skrivet med tangenterna.")
    tab_to("#spara-texter")
    press(Keys.ENTER)
    wait(driver, lambda: b"Skrivet med tangenterna." in on_disk(driver, "round.yaml"), "the text saved by the keyboard")
    wait(driver, lambda: "Sparat i mappen" in text(driver, "besked"), "the word of it")
    from_top()
    tab_to("#underlag-files")
    press(Keys.ENTER)
    tab_to("#granska")
    press(Keys.ENTER)
    wait(driver, lambda: driver.find_elements(By.CSS_SELECTOR, ".paper"), "the preview", 120)
    check("Skrivet med tangenterna." in driver.execute_script("return document.querySelector('.paper').shadowRoot.textContent"), "the text is not in the paper")
    from_top()
    tab_to("#spara-underlag")
    press(Keys.ENTER)
    wait(driver, lambda: "Sparat i mappen" in text(driver, "underlag-lage"), "the paper saved by the keyboard", 180)
    check(on_disk(driver, "underlag/underlag.docx") is not None, "the paper saved by the keyboard")
    silent(driver, "keyboard alone", page)
    driver.quit()
