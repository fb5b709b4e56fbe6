#!/usr/bin/env bash
# Keeps the architecture's two rules on imports: a core module imports only core modules above it in
# Scripts/core-modules.txt (and YAMLSource also CLibYAML); each outside library has one importing module.
set -euo pipefail
cd "$(dirname "$0")/.."

# Parts of the Swift toolchain. Outside the core they may be used anywhere.
toolchain=" Swift Foundation FoundationEssentials Glibc Dispatch Synchronization Testing "
failures=0

fail() {
  echo "error: $*" >&2
  failures=$((failures + 1))
}

# Prints "file:line<tab>module" for every import under the folder given, whatever its access and attributes.
imports_under() {
  { grep -rnE --include='*.swift' '^[[:space:]]*([^/"]*[[:space:]])?import[[:space:]]+[A-Za-z_]' "$1" || true; } |
    sed -E 's/^([^:]*:[0-9]+):.*import[[:space:]]+((struct|class|enum|protocol|typealias|func|let|var)[[:space:]]+)?([A-Za-z_0-9]+).*/\1\t\4/'
}

allowed=" "
while read -r module; do
  [[ -d Sources/$module ]] || fail "core module $module has no folder in Sources"
  own=$allowed
  [[ $module != YAMLSource ]] || own+="CLibYAML "
  while IFS=$'\t' read -r place imported; do
    [[ $own == *" $imported "* ]] || fail "$place: $module may not import $imported"
  done < <(imports_under "Sources/$module")
  while IFS= read -r place; do
    fail "$place: a core module is the same source on every platform"
  done < <(grep -rnE --include='*.swift' '^[[:space:]]*#(if|elseif).*(canImport|os\(|arch\()' "Sources/$module")
  allowed+="$module "
done <Scripts/core-modules.txt

declare -A importer=()
for folder in Sources/* Tests/*; do
  module=$(basename "$folder")
  while IFS=$'\t' read -r place imported; do
    [[ ! -d Sources/$imported || $imported == CLibYAML || $imported == CLZMA ]] || continue
    [[ $toolchain != *" $imported "* ]] || continue
    [[ ${importer[$imported]:=$module} == "$module" ]] ||
      fail "$place: $imported already has an importer, ${importer[$imported]}"
  done < <(imports_under "$folder")
done

[[ $failures -eq 0 ]] || exit 1
echo "imports keep the order of the core; one importer each: ${!importer[*]}"
