# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash

# What run.sh and test.sh share; sourced by them. Expects $top, the source tree. All messages go to standard error, so that
# standard output belongs to the program that is started.

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

log_folder="${top:?}/build/log"
interactive=
[ -t 0 ] && interactive=yes

# as_root COMMAND...: runs it as root. Only a person at a terminal can be asked for a password.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -n "$interactive" ] && command -v sudo >/dev/null; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

can_be_root() {
    [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && { [ -n "$interactive" ] || sudo -n true 2>/dev/null; }; }
}

# logged NAME COMMAND...: runs it with its output in build/log/NAME.log; shows the end of that when it fails.
logged() {
    local log="$log_folder/$1.log"
    shift
    mkdir -p "$log_folder" 2>/dev/null || fail "Matchbook cannot write into $top/build; make that folder yours, or copy the sources elsewhere."
    "$@" >"$log" 2>&1 </dev/null && return 0
    grep -E -m 5 '(error|Error|E):' "$log" >&2 || tail -n 15 "$log" >&2
    say "(everything it said: ${log#"$top"/})"
    return 1
}

# package_lines SECTION: the lines of that section of packages.txt.
package_lines() {
    sed -n "/^\[$1\]/,/^\[/p" "$top/packaging/packages.txt" | grep -vE '^(\[|#|[[:space:]]*$)'
}

is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
is_known() { grep -qE '^  Candidate: [^(]' <<<"$(LC_ALL=C apt-cache policy "$1" 2>/dev/null)"; }

# lines_missing SECTION...: the lines of which the first alternative that the distribution has is not installed.
lines_missing() {
    local section line name found
    for section in "$@"; do
        package_lines "$section" | while read -r line; do
            found=
            for name in ${line//|/ }; do
                if [ "$name" = - ] || is_installed "$name"; then
                    found=yes
                    break
                fi
                is_known "$name" && break
            done
            [ -n "$found" ] || printf '%s\n' "$line"
        done
    done
}

# install_missing SECTION...: installs what is missing from these sections of packages.txt, and touches nothing else.
install_missing() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        say "This is not Debian or Ubuntu, so nothing is installed; what is needed is listed in packaging/packages.txt."
        return 0
    fi
    local missing wanted=() line name
    missing=$(lines_missing "$@")
    [ -n "$missing" ] || return 0
    can_be_root || fail "These packages are missing and only root can install them; install them or sudo, then call again:
$(cut -d ' ' -f 1 <<<"$missing" | paste -s -d ' ')"

    logged apt-update as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 update ||
        fail "The package lists could not be loaded. Is there a network, and are the sources of apt right?"
    missing=$(lines_missing "$@") # only now is it known what the distribution has
    while read -r line; do
        for name in ${line//|/ }; do
            [ "$name" = - ] && continue 2
            is_known "$name" && wanted+=("$name") && continue 2
        done
        fail "Your distribution has no package for: $line. Matchbook needs Debian 12 or newer, or Ubuntu 24.04 or newer (with universe)."
    done <<<"$missing"
    [ ${#wanted[@]} -gt 0 ] || return 0

    say "Installing ${#wanted[@]} packages: ${wanted[*]}"
    logged apt-install as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "${wanted[@]}" ||
        fail "The packages could not be installed."
}

# build_preset PRESET [CMAKE OPTION...]: configures and builds on all cores in build/PRESET.
build_preset() {
    local preset=$1 cache="$top/build/$1/CMakeCache.txt"
    shift
    cd "$top" || exit 1
    # A copied tree brings a build folder along that belongs to another place; CMake would refuse it.
    if [ -e "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "$cache"; then
        rm -rf "$top/build/$preset"
    fi
    logged "$preset-configure" cmake --preset "$preset" "$@" || fail "Matchbook could not be configured (preset $preset)."
    [ -e "build/$preset/app/matchbook" ] || say "Building Matchbook ($preset); the first time takes some minutes …"
    logged "$preset-build" cmake --build --preset "$preset" --parallel "$(nproc)" || fail "Matchbook could not be built (preset $preset)."
}
