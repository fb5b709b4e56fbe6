#!/usr/bin/env bash
# Writes the self-check page of RULES and uses it as applicants do, in Chromium without a network: axe in every state,
# keyboard alone, 320 px, dark mode, refused files, traps, and the same result as the command for the proposals of
# ROUND and for generated drafts; and measures the page of a ruleset with 200 rules. What cannot be installed is skipped,
# in a line that says so.
#   Scripts/self-check-check.sh RULES ROUND
# BEREDNING names another build of the command than the release one; DRAFTS how many drafts to generate; PICTURES a
# folder to put pictures of the page in, instead of the checks.
set -euo pipefail
cd "$(dirname "$0")/.."
. Scripts/browser.sh

rules=$1
round=$2
beredning=${BEREDNING:-.build/release/beredning}
engine=${ENGINE:-.build-wasm/engine/self-check.wasm}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

if [[ ! -f $engine ]]; then
  skipped "the self-check page of $rules: there is no engine; make engine builds it"
  exit 0
fi
"$beredning" self-check "$rules" --out "$scratch/page" --engine "$engine" --quiet
"$beredning" self-check "$rules" --out "$scratch/again" --engine "$engine" --quiet
diff -r "$scratch/page" "$scratch/again"
echo "$rules: two runs give the same bytes"

if has_browser; then
  PYTHONDONTWRITEBYTECODE=1 "$python" Tests/Browser/self_check.py "$scratch/page/sjalvtest.html" \
    "$rules" "$round" "$beredning" "${DRAFTS:-300}" ${PICTURES:+"$PICTURES"}
  if [[ -z ${PICTURES:-} ]]; then
    "$python" Tests/Browser/many_rules.py "$rules" 200 "$scratch/many"
    "$beredning" self-check "$scratch/many/many.rules.yaml" --out "$scratch/many/page" --engine "$engine" --quiet
    PYTHONDONTWRITEBYTECODE=1 "$python" Tests/Browser/self_check_speed.py "$scratch/many/page/sjalvtest.html" \
      "$round" "200 rules"
  fi
else
  skipped "the self-check page of $rules: chromium, chromedriver or selenium cannot be installed"
fi
