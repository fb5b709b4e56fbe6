#!/usr/bin/env bash
# Writes the self-check page of RULES and uses it as applicants do, in Chromium without a network: axe in every state,
# keyboard alone, 320 px, dark mode, refused files, traps, and the same result as the command for the proposals of
# ROUND and for generated drafts. What cannot be installed is skipped, in a line that says so.
#   Scripts/self-check-check.sh RULES ROUND
# BEREDNING names another build of the command than the release one; DRAFTS how many drafts to generate; PICTURES a
# folder to put pictures of the page in, instead of the checks.
set -euo pipefail
cd "$(dirname "$0")/.."

rules=$1
round=$2
beredning=${BEREDNING:-.build/release/beredning}
engine=${ENGINE:-.build-wasm/engine/self-check.wasm}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

skipped() { echo "SKIPPED: $*"; }

if [[ ! -f $engine ]]; then
  skipped "the self-check page of $rules: there is no engine; make engine builds it"
  exit 0
fi
"$beredning" self-check "$rules" --out "$scratch/page" --engine "$engine" --quiet
"$beredning" self-check "$rules" --out "$scratch/again" --engine "$engine" --quiet
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
  PYTHONDONTWRITEBYTECODE=1 "$environment/bin/python" Tests/Browser/self_check.py "$scratch/page/sjalvtest.html" \
    "$rules" "$round" "$beredning" "${DRAFTS:-300}" ${PICTURES:+"$PICTURES"}
else
  skipped "the self-check page of $rules: chromium, chromedriver or selenium cannot be installed"
fi
