#!/usr/bin/env bash
# Compiles the parsing half of libyaml for WebAssembly, from Debian's source package, into FOLDER:
# FOLDER/include/yaml.h and FOLDER/libyaml.a. apt checks the source's signature; it gets lists and a cache of
# its own, so that the system's apt configuration stays as it is. Does nothing when the archive is there.
#   Scripts/libyaml-wasm.sh FOLDER WASI_INCLUDE_FOLDER
set -euo pipefail

folder=$1
wasi_include=$2
[[ ! -f $folder/libyaml.a ]] || exit 0

bin=$(dirname "$(readlink -f "$(command -v swiftc)")")
work=$folder/work
rm -rf "$folder"
mkdir -p "$work"/apt/{sources,lists/partial,cache/archives/partial} "$work/source" "$work/objects" "$folder/include"
folder=$(cd "$folder" && pwd)
work=$folder/work

# The system's own Debian entries, asked for sources instead of binaries.
mapfile -t entries < <(
  apt-get indextargets --format '$(ORIGIN)|$(SOURCESENTRY)' 'Created-By: Packages' |
    sed -n 's/^Debian|\(.*\):[0-9]*$/\1/p' | sort -u)
if [[ ${#entries[@]} -eq 0 ]]; then
  echo "error: apt knows no Debian archive here; run apt-get update and try again" >&2
  exit 1
fi
for entry in "${entries[@]}"; do
  case $entry in
    *.sources) sed 's/^Types:.*/Types: deb-src/' "$entry" ;;
    *) sed -n 's/^deb[[:space:]]/deb-src /p' "$entry" ;;
  esac >"$work/apt/sources/$(basename "$entry")"
done
apt_options=(
  -o Dir::Etc::sourcelist=/dev/null
  -o "Dir::Etc::sourceparts=$work/apt/sources"
  -o "Dir::State::lists=$work/apt/lists"
  -o "Dir::Cache=$work/apt/cache"
  -o "APT::Sandbox::User=$(id -un)"
)
echo "Fetching the source of libyaml"
apt-get "${apt_options[@]}" update -qq
(cd "$work/source" && apt-get "${apt_options[@]}" source -qq --download-only libyaml)
# apt has checked the archive's signature and the sums; dpkg-source would ask for the uploader's key.
dpkg-source --no-check --extract "$work"/source/libyaml_*.dsc "$work/libyaml" >/dev/null

version=$(sed -n 's/^m4_define(\[YAML_\(MAJOR\|MINOR\|PATCH\)\], \([0-9]*\))$/\2/p' "$work/libyaml/configure.ac" |
  paste -sd.)
IFS=. read -r major minor patch <<<"$version"
echo "Compiling libyaml $version for WebAssembly"
for part in api reader scanner parser; do
  "$bin/clang" --target=wasm32-unknown-wasi -Os -DNDEBUG -ffunction-sections -fdata-sections \
    -isystem "$wasi_include" -I "$work/libyaml/include" -DYAML_DECLARE_STATIC \
    -DYAML_VERSION_MAJOR="$major" -DYAML_VERSION_MINOR="$minor" -DYAML_VERSION_PATCH="$patch" \
    -DYAML_VERSION_STRING="\"$version\"" \
    -c "$work/libyaml/src/$part.c" -o "$work/objects/$part.o"
done
cp "$work/libyaml/include/yaml.h" "$folder/include/"
cp "$work/libyaml/License" "$folder/"
"$bin/llvm-ar" rcs "$folder/libyaml.a" "$work"/objects/*.o
rm -rf "$work"
