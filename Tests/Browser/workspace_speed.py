"""Measures the officials' page in Chromium with a round: from opening it to its ranking, and from a change to its effect.

    python3 Tests/Browser/workspace_speed.py PAGE ROUND ROLE PROPOSAL

ROLE assesses PROPOSAL; the round may be large. Prints figures and fails only where there are none.
"""

import sys
import time
from pathlib import Path
from statistics import median

from self_check_browser import check, wait
from workspace_page import assessing, click, files_of, opened, sheet_ready, started, text

HERE = Path(__file__).parent
TIMES = 5
# Seconds from the page to a chosen folder: as soon as the engine is running, and what looking for a folder takes.
CHOOSING = [0, 2]


def measured(driver, what, *arguments):
    script = (HERE / "workspace_speed.js").read_text(encoding="utf-8")
    return driver.execute_async_script(script, what, *arguments)


def opening(page, files, choosing):
    """Milliseconds from the folder to the inbox, and to the ranking, which is asked for at once."""
    driver = started(page, files)
    time.sleep(choosing)
    times = measured(driver, "opening")
    driver.quit()
    return times


def weights(page, files):
    driver = opened(page, files)
    click(driver, "vy-ranking")
    wait(driver, lambda: text(driver, "del-own"), "the parts of the ranking")
    times = measured(driver, "weights", TIMES)
    driver.quit()
    return times


def sheets(page, files, role, proposal):
    driver = assessing(page, files, role, proposal)
    sheet_ready(driver)
    times = measured(driver, "sheet", TIMES)
    driver.quit()
    return times


def main():
    page, files = Path(sys.argv[1]).resolve().as_uri(), files_of(sys.argv[2])
    for choosing in CHOOSING:
        inbox, ranking = (median(times) for times in zip(*(opening(page, files, choosing) for _ in range(TIMES))))
        print(f"{len(files)} files, chosen after {choosing} s: from the folder to the inbox {inbox:.0f} ms, "
              f"to the ranking {ranking:.0f} ms, medians of {TIMES}")
    for name, times in [("own weights to their ranking", weights(page, files)),
                        ("a sheet that is saved to the round with it", sheets(page, files, sys.argv[3], sys.argv[4]))]:
        check(len(times) == TIMES, f"only {len(times)} times of {name}")
        print(f"{len(files)} files: from {name}: median {median(times):.0f} ms, most {max(times):.0f} ms")


main()
