#!/usr/bin/env bash
# Writes the board paper of each ROUND and looks at it as its readers' programs do: the page in Chromium (axe, keyboard,
# 320 px, dark mode, no scripts, own weights against the command), the PDF's structure, Word and Excel files in
# LibreOffice. What cannot be installed is skipped, in a line that says so.
#   Scripts/paper-check.sh ROUND…
# BEREDNING names another build of the command than the release one; WEIGHTINGS how many weightings to try.
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/browser.sh

beredning=${BEREDNING:-.build/release/beredning}
engine=.build-wasm/engine/beredning.wasm
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

Scripts/install-packages.sh libpango-1.0-0 libpangoft2-1.0-0 fonts-liberation >/dev/null 2>&1 || true
python_has 'weasyprint, pikepdf, selenium, openpyxl, axe_playwright_python' \
  'weasyprint>=70' pikepdf selenium openpyxl || python=

for round in "$@"; do
  paper=$scratch/$(basename "$round")
  options=(--no-pdf)
  [[ -z $python ]] || options=(--weasyprint "$environment/bin/weasyprint")
  if [[ -f $engine ]]; then options+=(--engine "$engine"); else options+=(--no-engine); fi
  "$beredning" paper "$round" --out "$paper" --quiet "${options[@]}"
  "$beredning" paper "$round" --out "$paper-again" --quiet "${options[@]}"
  diff -r "$paper" "$paper-again"
  echo "$round: two runs give the same bytes in every file"

  if [[ -n $python ]]; then
    "$python" Tests/Browser/paper_pdf.py "$paper"
  else
    skipped "the PDF of $round: WeasyPrint 70 and pikepdf cannot be installed from PyPI"
  fi

  if Scripts/install-packages.sh libreoffice-writer-nogui libreoffice-calc-nogui >/dev/null 2>&1 && [[ -n $python ]]; then
    "$python" Tests/Browser/paper_office.py "$paper"
  else
    skipped "Word and Excel files of $round: LibreOffice cannot be installed"
  fi

  if [[ ! -f $engine ]]; then
    skipped "the page of $round: there is no engine; make engine builds it"
  elif [[ -n $python ]] && has_browser; then
    "$python" Tests/Browser/paper_page.py "$paper" "$round" "$beredning" "${WEIGHTINGS:-200}"
  else
    skipped "the page of $round: chromium, chromedriver or selenium cannot be installed"
  fi
done
