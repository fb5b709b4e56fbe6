#!/usr/bin/env bash
# What a native build needs besides the Swift toolchain: the headers of libyaml and liblzma, and pkg-config to
# find them.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v swift >/dev/null; then
  echo "error: no swift on PATH; install the Swift 6.3 toolchain from swift.org first" >&2
  exit 1
fi
if ! { command -v pkg-config >/dev/null && pkg-config --exists yaml-0.1 liblzma; }; then
  Scripts/install-packages.sh libyaml-dev liblzma-dev pkg-config
fi
