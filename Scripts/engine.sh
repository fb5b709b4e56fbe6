#!/usr/bin/env bash
# Builds the core as Embedded Swift for WebAssembly, in .build-wasm/engine: beredning.wasm, which does everything, and
# self-check.wasm, linked of the same objects, which answers what an applicant's page asks and no more.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=.build-wasm
triple=wasm32-unknown-none-wasm
engine=$scratch/engine
# What the engine may ask of its host: nothing. Anything at all would be a part of the system that the core does not
# get: a file, a clock, an environment.
allowed_imports=""
# Of the small engine, in bytes after gzip: an applicant's page carries it. Lower it when less is reached.
self_check_limit=830000

Scripts/install-packages.sh wasi-libc libclang-rt-14-dev-wasm32 dpkg-dev binaryen
command -v node >/dev/null || Scripts/install-packages.sh nodejs

bin=$(dirname "$(readlink -f "$(command -v swiftc)")")
linker=$bin/wasm-ld
if [[ ! -x $linker ]]; then
  Scripts/install-packages.sh lld
  linker=$(command -v wasm-ld)
fi
unicode=$bin/../lib/swift/embedded/$triple/libswiftUnicodeDataTables.a
if [[ ! -f $unicode ]]; then
  echo "error: the Swift toolchain has no Embedded Swift for $triple" >&2
  exit 1
fi
file_of() { dpkg --listfiles "$1" | grep "$2"; }
libc=$(file_of wasi-libc '/libc\.a$')
start=$(file_of wasi-libc '/crt1-reactor\.o$')
wasi_include=$(dirname "$(file_of wasi-libc '/wasi/api\.h$')")
wasi_include=${wasi_include%/wasi}
builtins=$(file_of libclang-rt-14-dev-wasm32 'builtins-wasm32\.a$')

Scripts/libyaml-wasm.sh $scratch/libyaml "$wasi_include"

swift build --target Engine --triple $triple --scratch-path $scratch -c release \
  -Xswiftc -enable-experimental-feature -Xswiftc Embedded -Xswiftc -wmo -Xswiftc -Osize \
  -Xswiftc -Xfrontend -Xswiftc -disable-stack-protector -Xswiftc -Xfrontend -Xswiftc -mergeable-traps \
  -Xcc -D__wasi__ -Xcc -DYAML_DECLARE_STATIC -Xcc -isystem -Xcc "$wasi_include" \
  -Xcc -I -Xcc "$PWD/$scratch/libyaml/include"

# Only the objects of sources that still exist: the build folder also keeps those of removed files.
objects=()
while read -r module; do
  while read -r source; do
    source=$(basename "$source")
    objects+=("$scratch/$triple/release/$module.build/${source%\'}.o")
  done <"$scratch/$triple/release/$module.build/sources"
done <Scripts/core-modules.txt

mkdir -p $engine
for part in libc malloc; do
  "$bin/clang" --target=wasm32-unknown-wasi -Os -isystem "$wasi_include" \
    -c Scripts/engine-$part.c -o $engine/engine-$part.o
done

# Links what the named functions need, and makes it smaller. Only what every browser of the last years has: the
# linker and the compiler use no other feature either.
link() {
  local name=$1
  shift
  local exports=() function
  for function in beredning_{alloc,free} "$@"; do exports+=("--export=$function"); done
  # Nothing stands for the last: whoever came to ask the library how large a block is would not be linked.
  local replaced=()
  for function in sbrk malloc calloc realloc free posix_memalign malloc_usable_size; do replaced+=("--wrap=$function"); done
  # The stack lies first in memory, so that overflowing it traps instead of writing over data.
  "$linker" --no-entry --gc-sections --strip-all --stack-first -z stack-size=4194304 "${replaced[@]}" "${exports[@]}" \
    "$start" "${objects[@]}" $engine/engine-{libc,malloc}.o $scratch/libyaml/libyaml.a "$unicode" "$libc" "$builtins" \
    -o $engine/$name.linked
  # What an applicant's page carries is made smaller as long as that helps; officials wait for large rounds, and theirs
  # is made faster.
  local passes=(-O3)
  if [[ $name == self-check.wasm ]]; then passes=(-Oz --converge); fi
  # Nothing but the stack's last kilobyte lies below address 1024, so that offsets fold into loads: a pointer that
  # they would have carried over the end of memory traps now, as overflowing the stack does.
  wasm-opt "${passes[@]}" --low-memory-unused --strip-debug --strip-producers --enable-bulk-memory --enable-sign-ext \
    --enable-mutable-globals --enable-nontrapping-float-to-int $engine/$name.linked -o $engine/$name.new
  rm $engine/$name.linked
  mv $engine/$name.new $engine/$name
}
whole=$(echo beredning_{run,prepare,prepare_compiled,ask,release,round_open,round_ask,round_close})
small=$(echo beredning_{prepare_compiled,ask,release})
# shellcheck disable=SC2086
link beredning.wasm $whole
# shellcheck disable=SC2086
link self-check.wasm $small

# Whoever passes the engine on owes its parts these texts.
for notice in $scratch/libyaml/License /usr/share/doc/{wasi-libc,libclang-rt-14-dev-wasm32}/copyright \
  "$bin/../share/swift/LICENSE.txt"; do
  printf '%s\n\n' "== ${notice##*/share/}"
  cat "$notice"
  printf '\n'
done >$engine/THIRD-PARTY.txt

node Scripts/engine-check.mjs $engine/beredning.wasm "$allowed_imports" "$whole"
node Scripts/engine-check.mjs $engine/self-check.wasm "$allowed_imports" "$small" $self_check_limit
