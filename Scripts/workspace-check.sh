#!/usr/bin/env bash
# Writes the officials' page of RULES and does a meeting's work in it with ROUND, in Chromium without a network: axe in
# every state, keyboard alone, broken files, a file changed meanwhile, a full disk, a trap, and files that are the
# command's byte for byte. What cannot be installed is skipped, in a line that says so.
#   Scripts/workspace-check.sh RULES ROUND
# BEREDNING names another build of the command than the release one; PICTURES a folder to put pictures of the page in,
# instead of the checks.
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/browser.sh

rules=$1
round=$2
beredning=${BEREDNING:-.build/release/beredning}
engine=${ENGINE:-.build-wasm/engine/beredning.wasm}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if [[ ! -f $engine ]]; then
  skipped "the officials' page of $rules: there is no engine; make engine builds it"
  exit 0
fi
"$beredning" workspace "$rules" --out "$scratch/page" --engine "$engine" --quiet
"$beredning" workspace "$rules" --out "$scratch/again" --engine "$engine" --quiet
diff -r "$scratch/page" "$scratch/again"
echo "$rules: two runs give the same bytes"

if has_browser; then
  PYTHONDONTWRITEBYTECODE=1 "$python" Tests/Browser/workspace.py "$scratch/page/beredning.html" \
    "$round" "$beredning" ${PICTURES:+"$PICTURES"}
else
  skipped "the officials' page of $rules: chromium, chromedriver or selenium cannot be installed"
fi
