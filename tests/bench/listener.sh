#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Matchbook authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Durable clicks and postbacks a second beside nginx (`return 302` with an access log, two workers), in one run on one
# machine; prints rates and their ratios. Needs wrk and nginx; talks to 127.0.0.1 only.
#   tests/bench/listener.sh [SECONDS FOR EACH RUN] [ROUNDS]
set -euo pipefail
seconds=${1:-4}
rounds=${2:-3}
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${MATCHBOOK_BUILD:-$root/build/release} # built with -DBUILD_TESTING=ON, targets matchbook and seedstore
matchbook=$build/app/matchbook
seed=$build/tests/bench/seedstore
work=$(mktemp -d)
pids=()
cleanup() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

cat >"$work/nginx.conf" <<CONF
worker_processes 2;
pid $work/nginx.pid;
error_log $work/error.log;
daemon off;
events { worker_connections 4096; }
http {
    access_log $work/access.log;
    keepalive_requests 100000000;
    server { listen 127.0.0.1:18999 backlog=4096; location / { return 302 https://offer.example/?s2=1; } }
}
CONF
nginx -c "$work/nginx.conf" -p "$work" 2>"$work/nginx.err" &
pids+=($!)

serve() { # folder, port
    "$matchbook" serve --data-dir "$1" --port "$2" >"$1/out" 2>"$1/err" &
    pids+=($!)
    for _ in $(seq 100); do grep -q listening "$1/out" && return; sleep 0.05; done
    cat "$1/err"; exit 1
}
rate() { awk '/Requests\/sec/ {print $2}' "$1"; }
p99() { awk '/99%/ {print $2}' "$1"; }
bad() { awk '/Non-2xx/ {print $NF}' "$1"; }
run() { # file, connections, url, wrk's other arguments
    local file=$1 connections=$2 url=$3; shift 3
    wrk -t1 -c"$connections" -d"${seconds}s" --latency "$@" "$url" >"$file"
    local refused; refused=$(bad "$file")
    [ -z "$refused" ] || echo "  $refused answers were neither 2xx nor 3xx in $url" >&2
}
median() { sort -g | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'; }
field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

mkdir -p "$work/clicks" "$work/small" "$work/large"
"$matchbook" network add generic --data-dir "$work/clicks" --json >/dev/null
key=$("$matchbook" campaign add --name bench --network 1 --offer-url 'https://offer.example/?s2={clickid}' \
    --data-dir "$work/clicks" --json | field key)
"$seed" "$work/small" 10000 1000 30 "$work/small.ids"
"$seed" "$work/large" 1000000 10000 30 "$work/large.ids"
# A table of a million IDs would cost the load generator, on the same cores, more than the shorter one does.
for store in small large; do
    shuf -n 100000 --random-source="$work/$store.ids" -o "$work/$store.some" "$work/$store.ids"
done
networkkey() { "$matchbook" network list --data-dir "$1" --json | field key; }
small=$(networkkey "$work/small"); large=$(networkkey "$work/large")
serve "$work/clicks" 18001; serve "$work/small" 18002; serve "$work/large" 18003
clickurl="http://127.0.0.1:18001/c/$key?sub1=ad7&externalid=x91kd82"

for round in $(seq "$rounds"); do
    for c in 1 16 64; do
        run "$work/nginx.$c.$round" "$c" http://127.0.0.1:18999/c/abc?sub1=ad7
        run "$work/click.$c.$round" "$c" "$clickurl" -H 'User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0'
    done
    # nginx gets the same requests, because making them costs the load generator time of the same cores.
    for store in small large; do
        port=18002; [ $store = large ] && port=18003
        for server in nginx:18999 post:$port; do
            CLICK_IDS=$work/$store.some POSTBACK_PATH=/postback/${!store} RUN="$store$round-" \
                run "$work/${server%:*}.$store.$round" 64 "http://127.0.0.1:${server#*:}/" -s "$root/tests/bench/postback.lua"
        done
    done
done

value() { for r in $(seq "$rounds"); do "$2" "$work/$1.$r"; done | median; }
for c in 1 16 64; do
    n=$(value "nginx.$c" rate); m=$(value "click.$c" rate)
    echo "clicks, $c connections: nginx $n/s, matchbook $m/s, ratio $(echo "scale=3; $m / $n" | bc), p99 $(value "click.$c" p99)"
done
for store in small large; do
    n=$(value "nginx.$store" rate); m=$(value "post.$store" rate)
    echo "postbacks, 64 connections, $store store: nginx $n/s, matchbook $m/s, ratio $(echo "scale=3; $m / $n" | bc), p99 $(value "post.$store" p99)"
done
echo "postbacks at 1,000,000 clicks / at 10,000: $(echo "scale=3; $(value post.large rate) / $(value post.small rate)" | bc)"
for store in clicks small large; do "$matchbook" check --data-dir "$work/$store" | tail -1; done
