#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Leadline authors
# SPDX-License-Identifier: MIT
#
# test.sh [--quick] [CTEST-ARGUMENT...]: from a fresh Debian 12 or Ubuntu 24.04, or newer, to the end of every test,
# once as released and once under AddressSanitizer and UndefinedBehaviorSanitizer (not with --quick). Arguments such
# as "-R keychain" go to ctest. Ends with ctest's closing lines; fails when any test failed.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR
. "$(dirname "$0")/setup.sh"

quick=false
if [ "${1-}" = --quick ]; then
    quick=true
    shift
fi

export ASAN_OPTIONS=detect_stack_use_after_return=1:check_initialization_order=1
export LSAN_OPTIONS=suppressions=$root/tests/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1

# run_tests FOLDER PERCENT CTEST-ARGUMENT...: keeps ctest's words for the end. So many tests at a time in percent of the
# processors: most of a test's time goes into waiting, for a delay of the program's own or for the demo server.
run_tests() {
    local folder=$1 percent=$2
    shift 2
    "$root/packaging/session.sh" \
        ctest --test-dir "$root/$folder" --output-on-failure --no-tests=error \
        -j "$((($(nproc) * percent + 99) / 100))" "$@" 2>&1 |
        tee "$root/$folder/tests.log"
}

closing_lines() {
    sed -n '/tests passed/,$p' "$root/$1/tests.log"
}

check_system
install_packages "${build_packages[@]}" "${test_packages[@]}"

status=0
build release all leadline_headers
run_tests build 300 "$@" || status=1
if ! $quick; then
    build sanitize all
    run_tests build-sanitize 300 "$@" || status=1
fi

echo
echo "Release:"
closing_lines build
if ! $quick; then
    echo
    echo "AddressSanitizer and UndefinedBehaviorSanitizer:"
    closing_lines build-sanitize
fi
exit "$status"
