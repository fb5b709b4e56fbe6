#!/usr/bin/env bash
# Runs commands on each ROUND with the native command and with the engine, and fails at the first byte that differs.
#   Scripts/compare-engine.sh ROUND…
# BEREDNING names another build of the command than the release one.
set -euo pipefail
cd "$(dirname "$0")/.."

beredning=${BEREDNING:-.build/release/beredning}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# compare ROUND COMMAND [OPTION=VALUE…]
compare() {
  local round=$1 command=$2 options=()
  shift 2
  for option in "$@"; do options+=("--${option%%=*}" "${option#*=}"); done
  "$beredning" "$command" "$round" "${options[@]}" >"$results/native"
  node Scripts/engine-round.mjs "$command" "$round" "$@" >"$results/engine"
  [[ -s $results/native ]] || { echo "error: no result of $command for $round" >&2; exit 1; }
  cmp "$results/native" "$results/engine"
  echo "$round, $command $*: native and engine give the same $(wc -c <"$results/native") bytes"
}

for round in "$@"; do
  compare "$round" rank format=json
  for format in json text markdown; do
    compare "$round" robustness format=$format samples=2000 seed=7 within=12.5
    compare "$round" frame format=$format
    compare "$round" missing format=$format
    compare "$round" assessors format=$format
    compare "$round" economy format=$format
  done
  "$beredning" paper "$round" --out "$results/paper" --no-engine --no-pdf --quiet
  for format in docx xlsx html; do
    native=$(echo "$results"/paper/*.$format)
    node Scripts/engine-round.mjs paper "$round" format=$format >"$results/engine"
    cmp "$native" "$results/engine"
    echo "$round, ${native##*/}: native and engine give the same $(wc -c <"$native") bytes"
  done
  node Scripts/engine-round.mjs paper "$round" format=zip >"$results/engine.zip"
  python3 - "$results" <<'CHECK'
import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1] + "/engine.zip")
import os
names = sorted(os.listdir(sys.argv[1] + "/paper"))
assert sorted(archive.namelist()) == names, (archive.namelist(), names)
for name in names:
    assert archive.read(name) == open(f"{sys.argv[1]}/paper/{name}", "rb").read(), name
CHECK
  echo "$round, the whole paper in one archive: every file is the same"
  rm -r "$results/paper"
done
