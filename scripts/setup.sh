#!/usr/bin/env bash
# Installs the Debian packages that mingxi needs. Quiet, and without network, when all are there.
#   scripts/setup.sh             to build, test and run
#   scripts/setup.sh --browser   also Chromium, and with npm what the tests of the review page need
#   scripts/setup.sh --cluster   also Slurm, Dask and PostgreSQL, which the tests in tests/cluster start
#   scripts/setup.sh --lint      all that, and clang, clang-tidy and clang-format
set -euo pipefail

packages=(
  g++ cmake make pkg-config python3
  libpoppler-private-dev poppler-data poppler-utils
  libicu-dev libre2-dev nlohmann-json3-dev libcli11-dev libssl-dev libsqlite3-dev libxlsxwriter-dev libwebp-dev libseccomp-dev
  libxml2-dev libzip-dev
  zlib1g-dev libsimdjson-dev libcpp-httplib-dev libtesseract-dev libleptonica-dev tesseract-ocr-chi-sim tesseract-ocr-eng
  libgtest-dev libgmock-dev libbenchmark-dev libvalijson-dev python3-openpyxl
)
case "${1-}" in
  "") ;;
  --browser) packages+=(chromium) ;;
  --cluster) packages+=(slurmctld slurmd slurm-client munge python3-dask python3-distributed postgresql procps) ;;
  --lint) packages+=(chromium clang clang-tidy clang-format) ;;
  *) echo "usage: scripts/setup.sh [--browser | --cluster | --lint]" >&2; exit 2 ;;
esac
if [ "${1-}" = --cluster ]; then set --; fi  # the rest is for the review page
if [ -n "${1-}" ] && ! { command -v node && command -v npm; } > /dev/null; then
  packages+=(nodejs npm)
fi

# What the tests in tests/browser import, where it is missing.
install_browser_tests() {
  local tests
  tests="$(dirname "${BASH_SOURCE[0]}")/../tests/browser"
  [ -n "${1-}" ] || return 0
  [ ! -d "$tests/node_modules/playwright-core" ] || [ ! -d "$tests/node_modules/datapackage" ] || return 0
  echo "setup: npm ci in tests/browser"
  (cd "$tests" && npm ci --no-audit --no-fund --silent)
}

if ! command -v dpkg > /dev/null || ! command -v apt-get > /dev/null; then
  echo "setup: this needs Debian 12 or a system with its packages; install by hand: ${packages[*]}" >&2
  exit 1
fi

missing=()
for package in "${packages[@]}"; do
  dpkg -s "$package" 2> /dev/null | grep -q '^Status: install ok installed$' || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  install_browser_tests "${1-}"
  exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
  as_root=()
elif command -v sudo > /dev/null; then
  as_root=(sudo)
else
  echo "setup: missing packages: ${missing[*]}" >&2
  echo "setup: neither root nor sudo; as root run: apt-get install ${missing[*]}" >&2
  exit 1
fi

echo "setup: installing ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run() {
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive "$@" > "$log" 2>&1; then
    cat "$log" >&2
    echo "setup: failed: $*" >&2
    exit 1
  fi
}
run apt-get -q update
run apt-get -q -y --no-install-recommends install "${missing[@]}"
install_browser_tests "${1-}"
