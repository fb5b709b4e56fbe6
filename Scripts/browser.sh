# For the checks that use what readers use: a Python of their own, so that the system's stays as it is, and Chromium.
# Sourced, from the package's folder.
environment=.build/paper-check
python=$environment/bin/python

skipped() { echo "SKIPPED: $*"; }

# Whether $python has the modules IMPORTS; installs PACKAGE… from PyPI, and axe, where it has not.
#   python_has IMPORTS PACKAGE…
python_has() {
  local imports=$1
  shift
  if ! "$python" -c "import $imports" >/dev/null 2>&1; then
    Scripts/install-packages.sh python3-venv >/dev/null 2>&1 || true
    python3 -m venv "$environment" >/dev/null 2>&1 &&
      "$environment/bin/pip" install --quiet "$@" >/dev/null 2>&1 &&
      "$environment/bin/pip" install --quiet --no-deps axe-playwright-python >/dev/null 2>&1 || true
  fi
  "$python" -c "import $imports" >/dev/null 2>&1
}

# Whether there is a browser to use with $python.
has_browser() {
  python_has 'selenium, axe_playwright_python' selenium &&
    Scripts/install-packages.sh chromium chromium-driver >/dev/null 2>&1
}
