#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds Matchbook and starts it:
#
#   packaging/run.sh            the window; without a display, `matchbook serve`
#   packaging/run.sh --demo     the same on a demo data folder
#   packaging/run.sh ARGS...    whatever else the program understands, e.g. `campaign list --json`

set -uo pipefail
top=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P) || exit 1
. "$top/packaging/preparation.sh"

here=$PWD
install_missing run
build_preset release
cd "$here" || exit 1

program="$top/build/release/app/matchbook"
[ -x "$program" ] || fail "The build did not produce ${program#"$top"/}."

# A command, or a question such as --version, goes to the program as it is. Everything else starts the window, or the
# listener where no window can be shown.
takes_value=
for argument in "$@"; do
    case $argument in
        --demo | --json | --*=*) ;;
        --help | -h | --version) exec "$program" "$@" ;;
        --*) [ -n "$takes_value" ] || { takes_value=yes; continue; } ;;
        *) [ -n "$takes_value" ] || exec "$program" "$@" ;;
    esac
    takes_value=
done
if [ -n "${DISPLAY-}" ] || [ -n "${WAYLAND_DISPLAY-}" ]; then
    exec "$program" "$@"
fi
say "There is no display, so Matchbook runs without its window (Ctrl+C ends it)."
exec "$program" serve "$@"
