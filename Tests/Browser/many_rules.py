"""Writes a ruleset with many rules on the same form, to measure the self-check page with.

    python3 Tests/Browser/many_rules.py RULES NUMBER FOLDER

The criteria of RULES come back, with ids and titles of their own, until NUMBER rules – rungs, points of checklists, measures,
conditions and exclusions – or more are there. FOLDER gets the ruleset, as `many.rules.yaml`, and the forms beside RULES.
"""

import re
import shutil
import sys
from pathlib import Path

# A rung or a checklist's point gives points for a condition; a measure is one; so is each condition of the whole.
RULE = re.compile(r"^ +(points: [0-9]+|measure:)$", re.MULTILINE)


def section(text, name):
    """The lines of a top-level section, without its key."""
    return re.search(rf"^{name}:\n((?:[ #].*\n|\n)*)", text, re.MULTILINE).group(1)


def copied(criteria, number):
    """The criteria once more: every id of a criterion, and every title, with the copy's number."""
    names = re.findall(r"^  - id: (\S+)$", criteria, re.MULTILINE)
    text = re.sub(r"^((?:  |      )- id: \S+)$", rf"\1-{number}", criteria, flags=re.MULTILINE)
    # Only a criterion's own title stands right below its id.
    text = re.sub(
        r"^((?:  |      )- id: .*\n +(?:title|short): \{sv: )(\"?)(.*?)\2(, en: )(.*?)\}$",
        lambda m: f"{m[1]}{m[2]}{m[3]} {number}{m[2]}{m[4]}{m[5]} {number}}}", text, flags=re.MULTILINE)
    for name in names:
        text = re.sub(rf"(weight_to: \[.*?\b){re.escape(name)}(?=[,\]])", rf"\1{name}-{number}", text)
    return text


def main():
    source, number, folder = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    text = source.read_text(encoding="utf-8")
    criteria = section(text, "criteria")
    apart = sum(len(re.findall(r"^  - id:", section(text, name), re.MULTILINE)) for name in ("eligibility", "exclusions"))
    whole = criteria
    copies = 1
    while apart + len(RULE.findall(whole)) < number:
        copies += 1
        whole += copied(criteria, copies)
    folder.mkdir(parents=True, exist_ok=True)
    for form in source.parent.glob("*.form.yaml"):
        shutil.copy(form, folder)
    text = re.sub(r"^ruleset: .*$", "ruleset: many", text.replace(criteria, whole), flags=re.MULTILINE)
    # A scenario gives every criterion a weight.
    text = text.replace("scenarios:\n" + section(text, "scenarios"), "")
    (folder / "many.rules.yaml").write_text(text, encoding="utf-8")
    print(f"{apart + len(RULE.findall(whole))} rules, {copies} times the criteria of {source.name}")


main()
