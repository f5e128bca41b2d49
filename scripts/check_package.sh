#!/usr/bin/env bash
# Checks that other programs can use mingxi as it is installed: installs a build to a folder that goes away again, and builds and
# runs the program of tests/package against it, with CMake and with pkg-config. Its output must be that of `mingxi extract`.
#     scripts/check_package.sh BUILD [COMPILER [FLAGS]]
set -euo pipefail
cd "$(dirname "$0")/.."
source=$PWD
build=$1 compiler=${2:-c++} flags=${3:-}
sample=$source/samples/budget_text/budget.txt
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT

cmake --install "$build" --prefix "$prefix" > /dev/null
"$prefix/bin/mingxi" extract "$sample" > "$prefix/expected.json"

cmake -S tests/package -B "$prefix/build" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_CXX_FLAGS="$flags" > /dev/null
cmake --build "$prefix/build" > /dev/null
"$prefix/build/uses_mingxi" "$sample" | cmp - "$prefix/expected.json"
echo "package: find_package(mingxi) works"

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name mingxi.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046,SC2086
"$compiler" -std=c++20 $flags tests/package/main.cpp -o "$prefix/with_pkg_config" $(pkg-config --cflags --libs mingxi)
"$prefix/with_pkg_config" "$sample" | cmp - "$prefix/expected.json"
echo "package: pkg-config mingxi works"

cmake -S tests/package/subproject -B "$prefix/subproject" -DMINGXI_SOURCE_DIR="$source" -DCMAKE_CXX_COMPILER="$compiler" > /dev/null
cmake --build "$prefix/subproject" --target help | grep mingxi_library > /dev/null
echo "package: add_subdirectory takes the library alone"
