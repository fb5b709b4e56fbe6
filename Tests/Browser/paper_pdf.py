"""Checks the structure of the board paper's PDF.

    python3 Tests/Browser/paper_pdf.py FOLDER

FOLDER is what `beredning paper` wrote. Needs pikepdf from PyPI.
"""

import re
import sys
from pathlib import Path

import pikepdf


def check(condition, message):
    if not condition:
        sys.exit(f"error: {message}")


def elements(node):
    """Every structure element below a node."""
    kids = node.get("/K")
    if kids is None:
        return
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def headers(cell):
    """The heads that a cell names. WeasyPrint ties cells to heads by id, which is finer than a scope."""
    attributes = cell.get("/A")
    return [str(one) for one in attributes.get("/Headers", [])] if attributes is not None else []


folder = Path(sys.argv[1])
html = (folder / "underlag.html").read_text(encoding="utf-8")
# What can be tried on the page is not on paper.
html = re.sub(r'<section class="try".*?</section>', "", html, flags=re.S)
with pikepdf.open(folder / "underlag.pdf") as pdf:
    root = pdf.Root
    check(str(root.get("/Lang")).startswith("sv"), f"the language is {root.get('/Lang')}")
    check(root.get("/MarkInfo", {}).get("/Marked") is not None and bool(root.MarkInfo.Marked), "not marked")
    check(b"pdfuaid" in pdf.Root.Metadata.read_bytes(), "does not call itself PDF/UA")
    found = list(elements(root.StructTreeRoot))
    kinds = [str(element["/S"]) for element in found]
    check(kinds.count("/H1") == 1, f"{kinds.count('/H1')} headings of level 1")
    for level in (2, 3):
        written = len(re.findall(f"<h{level}[ >]", html))
        check(kinds.count(f"/H{level}") == written, f"/H{level}: {kinds.count(f'/H{level}')}, written {written}")
    heads = [element for element in found if str(element["/S"]) == "/TH"]
    ids = {str(head.get("/ID")) for head in heads}
    check(heads and None not in ids and len(ids) == len(heads), "a table head has no id of its own")
    cells = [element for element in found if str(element["/S"]) == "/TD"]
    check(all(len(headers(cell)) >= 2 and ids.issuperset(headers(cell)) for cell in cells),
          "a cell does not name its row's and its column's head")
    figures = [element for element in found if str(element["/S"]) == "/Figure"]
    charts = html.count("<svg ")
    check(len(figures) == charts, f"{len(figures)} figures, {charts} charts")
    check(all(len(str(figure.get("/Alt", ""))) > 40 for figure in figures), "a figure has no words")
    pages = len(pdf.pages)
print(f"{folder}: {pages} pages, {len(figures)} figures, {len(heads)} table heads")
