#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Matchbook as continuous integration does, runs every test, and repeats the tests that touch
# memory and sockets under AddressSanitizer and UndefinedBehaviorSanitizer. The last line is `N passed, N failed`.
#
#   packaging/test.sh           everything
#   packaging/test.sh --quick   without the sanitizers

set -uo pipefail
top=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P) || exit 1
. "$top/packaging/preparation.sh"

quick=
case ${1-} in
    '') ;;
    --quick) quick=yes ;;
    *) fail "Usage: packaging/test.sh [--quick]" ;;
esac
[ $# -le 1 ] || fail "Usage: packaging/test.sh [--quick]"

passed=0
failed=0
skipped=0

# The tests run with comma decimals. Qt takes the locale from its name, so a machine without it is good enough.
generate_locale() {
    grep -qiE '^de_DE\.utf-?8$' <<<"$(locale -a 2>/dev/null)" && return 0
    if command -v localedef >/dev/null && [ -e /usr/share/i18n/locales/de_DE ] && can_be_root &&
        logged locale as_root localedef -i de_DE -f UTF-8 de_DE.UTF-8; then
        return 0
    fi
    say "The locale de_DE.UTF-8 is missing here and could not be made; the C library's own texts stay English."
}

# run_tests PRESET [CTEST OPTION...]: runs the preset's tests and adds them up.
run_tests() {
    local preset=$1 log="$log_folder/$1-tests.log" junit="$top/build/$1/tests.xml" all bad left
    shift
    say "Running the tests ($preset) …"
    rm -f "$junit"
    mkdir -p "$log_folder" || exit 1
    ctest --preset "$preset" --parallel "$(nproc)" --label-exclude '^(bench|screenshots)$' \
        --output-junit "$junit" "$@" >"$log" 2>&1 </dev/null
    all=$(sed -nE 's/^.*tests passed, [0-9]+ tests? failed out of ([0-9]+).*$/\1/p' "$log")
    bad=$(sed -nE 's/^.*tests passed, ([0-9]+) tests? failed out of .*$/\1/p' "$log")
    left=$(sed -nE 's/^.*<testsuite .*skipped="([0-9]+)".*$/\1/p; s/^[[:space:]]*skipped="([0-9]+)".*$/\1/p' "$junit" 2>/dev/null | head -n 1)
    if [ -z "$all" ]; then
        tail -n 15 "$log" >&2
        say "The tests of $preset did not run."
        failed=$((failed + 1))
        return
    fi
    [ "$bad" -eq 0 ] || { sed -n '/^The following tests FAILED/,$p' "$log" >&2; say "(everything they said: ${log#"$top"/})"; }
    [ "${left:-0}" -eq 0 ] || sed -n '/^The following tests did not run/,/^$/p' "$log" >&2
    passed=$((passed + all - bad - ${left:-0}))
    failed=$((failed + bad))
    skipped=$((skipped + ${left:-0}))
}

# check NAME COMMAND...: one more test, counted like the others.
check() {
    local name=$1
    shift
    if logged "$name" "$@"; then
        passed=$((passed + 1))
    else
        say "The check ‘$name’ failed."
        failed=$((failed + 1))
    fi
}

# The layout is that of clang-format 14; other versions see some lines otherwise, so they are not asked.
check_format() {
    local tool
    for tool in clang-format-14 clang-format; do
        grep -q 'version 14\.' <<<"$("$tool" --version 2>/dev/null)" || continue
        check format bash -c "find app core ui tests -name '*.h' -o -name '*.cpp' | sort | xargs $tool --dry-run -Werror"
        return
    done
    say "clang-format 14 is not to be had here; the layout of the code is not checked."
    skipped=$((skipped + 1))
}

install_missing run test
generate_locale

# Whatever the tests would put into a person's folders goes here and is gone afterwards. The path is short because it holds
# local sockets, and theirs is limited to 107 bytes.
private=$(mktemp -d "${TMPDIR:-/tmp}/matchbook-test.XXXXXX") || fail "No temporary folder could be made."
trap 'rm -rf "$private"' EXIT
trap 'exit 130' INT TERM
mkdir -m 700 "$private"/{runtime,data,config,state}
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

cd "$top" || exit 1
build_preset ci
[ -n "$quick" ] || build_preset asan

export XDG_RUNTIME_DIR="$private/runtime" XDG_DATA_HOME="$private/data" XDG_CONFIG_HOME="$private/config" \
    XDG_STATE_HOME="$private/state" QT_QPA_PLATFORM=offscreen
run_tests ci
[ -n "$quick" ] || run_tests asan --label-regex '^(unit|integration|ui|scenario)$'
check_format

[ "$skipped" -eq 0 ] || say "$skipped skipped"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
