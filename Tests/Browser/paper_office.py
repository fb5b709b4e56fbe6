"""Opens the board paper's Word and Excel files in LibreOffice.

    python3 Tests/Browser/paper_office.py FOLDER

FOLDER is what `beredning paper` wrote. LibreOffice computes every formula anew; its totals must be ours. Needs soffice,
and openpyxl from PyPI.
"""

import json
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

import openpyxl


def check(condition, message):
    if not condition:
        sys.exit(f"error: {message}")


def convert(path, to, folder):
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", to,
         "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=300)
    made = folder / (path.stem + "." + to.split(":")[0])
    check(made.is_file(), f"LibreOffice made nothing of {path.name}")
    return made


folder = Path(sys.argv[1])
result = json.loads((folder / "resultat.json").read_text(encoding="utf-8"))
expected = {(p["name"] or p["id"]): p for p in result["proposals"]}
with tempfile.TemporaryDirectory() as scratch:
    scratch = Path(scratch)
    # From Excel to Excel: the cached values are LibreOffice's own, computed when it loaded the file.
    again = scratch / "igen"
    again.mkdir()
    book = openpyxl.load_workbook(convert(folder / "resultat.xlsx", "xlsx:Calc MS Excel 2007 XML", again), data_only=True)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    total = heads.index("Totalt")
    names = 0
    for row in sheet.iter_rows(min_row=2, values_only=True):
        proposal = expected[row[1]]
        exact = Fraction(proposal["total"]["low"]["exact"])
        check(abs(Fraction(row[total]) - exact) < Fraction(1, 10**9), f"{row[1]}: {row[total]} is not {exact}")
        names += 1
    check(names == len(expected), f"{names} rows for {len(expected)} proposals")
    weights = book.worksheets[1]
    check(abs(sum(row[3] for row in weights.iter_rows(min_row=2, values_only=True)) - 100) < 1e-9, "shares")
    made = convert(folder / "underlag.docx", "txt:Text", scratch)
    text = made.read_text(encoding="utf-8-sig", errors="replace")
    for name in expected:
        check(name in text, f"{name} is not in the Word file")
    check("Styrelsen beslutar." in text, "the Word file has no end")
print(f"{folder}: LibreOffice opens the Word file, and its totals of {names} proposals are ours")
