#!/usr/bin/env bash
# Writes the officials' page of RULES and does a meeting's work in it with ROUND, in Chromium without a network: axe in
# every state, keyboard alone, broken files, a file changed meanwhile, a full disk, a trap, and files that are the
# command's byte for byte. What cannot be installed is skipped, in a line that says so.
#   Scripts/workspace-check.sh RULES ROUND
# BEREDNING names another build of the command than the release one; PICTURES a folder to put pictures of the page in,
# instead of the checks.
set -euo pipefail
cd "$(dirname "$0")/.."

rules=$1
round=$2
beredning=${BEREDNING:-.build/release/beredning}
engine=${ENGINE:-.build-wasm/engine/beredning.wasm}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

skipped() { echo "SKIPPED: $*"; }

if [[ ! -f $engine ]]; then
  skipped "the officials' page of $rules: there is no engine; make engine builds it"
  exit 0
fi
"$beredning" workspace "$rules" --out "$scratch/page" --engine "$engine" --quiet
"$beredning" workspace "$rules" --out "$scratch/again" --engine "$engine" --quiet
diff -r "$scratch/page" "$scratch/again"
echo "$rules: two runs give the same bytes"

# The Python of the board paper's checks.
Scripts/install-packages.sh python3-venv >/dev/null 2>&1 || true
environment=.build/paper-check
if ! "$environment/bin/python" -c 'import selenium, axe_playwright_python' >/dev/null 2>&1; then
  python3 -m venv "$environment" >/dev/null 2>&1 &&
    "$environment/bin/pip" install --quiet selenium >/dev/null 2>&1 &&
    "$environment/bin/pip" install --quiet --no-deps axe-playwright-python >/dev/null 2>&1 || true
fi
if "$environment/bin/python" -c 'import selenium, axe_playwright_python' >/dev/null 2>&1 &&
  Scripts/install-packages.sh chromium chromium-driver >/dev/null 2>&1; then
  PYTHONDONTWRITEBYTECODE=1 "$environment/bin/python" Tests/Browser/workspace.py "$scratch/page/beredning.html" \
    "$round" "$beredning" ${PICTURES:+"$PICTURES"}
else
  skipped "the officials' page of $rules: chromium, chromedriver or selenium cannot be installed"
fi
