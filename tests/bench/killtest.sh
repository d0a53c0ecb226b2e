#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Kills `matchbook serve` with SIGKILL under load, again and again, and looks whether everything answered is in the store.
# Needs wrk and sqlite3; talks to 127.0.0.1 only.
#   tests/bench/killtest.sh [TIMES]
set -euo pipefail
times=${1:-10}
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${MATCHBOOK_BUILD:-$root/build/release}
matchbook=$build/app/matchbook
work=$(mktemp -d)
server=
cleanup() { [ -z "$server" ] || kill -9 "$server" 2>/dev/null || true; rm -rf "$work"; }
trap cleanup EXIT
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

"$matchbook" network add generic --data-dir "$work" --json >/dev/null
key=$("$matchbook" campaign add --name k --network 1 --offer-url 'https://offer.example/?s2={clickid}' --data-dir "$work" \
    --json | field key)
answered=0
for round in $(seq "$times"); do
    "$matchbook" serve --data-dir "$work" --port 18010 >"$work/out" &
    server=$!
    for _ in $(seq 100); do grep -q listening "$work/out" && break; sleep 0.05; done
    wrk -t1 -c32 -d2s "http://127.0.0.1:18010/c/$key?sub1=$round" >"$work/wrk" 2>&1 &
    load=$!
    sleep 1
    kill -9 "$server"
    wait "$server" 2>/dev/null || true
    wait "$load" || true
    # wrk counts an answer when it has arrived whole.
    got=$(awk '/requests in/ {print $1}' "$work/wrk")
    answered=$((answered + got))
    stored=$(sqlite3 "$work/matchbook.sqlite" 'SELECT count(*) FROM click')
    verdict=ok
    [ "$stored" -ge "$answered" ] || verdict="LOST $((answered - stored))"
    "$matchbook" check --data-dir "$work" >"$work/check" || verdict="$verdict, check: $(cat "$work/check")"
    echo "round $round: $got answered, $answered in all, $stored stored: $verdict"
    : >"$work/out"
    [ "$verdict" = ok ] || exit 1
done
echo "every answered click is stored, $times times"
