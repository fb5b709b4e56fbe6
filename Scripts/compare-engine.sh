#!/usr/bin/env bash
# Ranks each ROUND with the native command and with the engine, and fails at the first byte that differs.
#   Scripts/compare-engine.sh ROUND…
set -euo pipefail
cd "$(dirname "$0")/.."

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
for round in "$@"; do
  .build/release/beredning rank "$round" --format json >"$results/native.json"
  node Scripts/engine-rank.mjs "$round" >"$results/engine.json"
  [[ -s $results/native.json ]] || { echo "error: no result for $round" >&2; exit 1; }
  cmp "$results/native.json" "$results/engine.json"
  echo "$round: native and engine give the same $(wc -c <"$results/native.json") bytes"
done
