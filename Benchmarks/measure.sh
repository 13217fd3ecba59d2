#!/bin/bash
# Times `storecast run` at three sizes of store; see README.md beside this file.
#
#   measure.sh [program]     default: .build/release/storecast
#   INSTRUCTIONS=1 measure.sh   counts instructions with callgrind as well
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=${1:-$here/../.build/release/storecast}
few=${FEW:-200}
many=${MANY:-1200}
horizon=90
[ -x "$program" ] || { echo "No program at $program: run 'swift build -c release' first." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Runs the program: run <scenario> <replications> [wrapper…]
run() {
  local scenario=$1 replications=$2
  shift 2
  "$@" "$binary" run "$scenario" --replications "$replications" --threads 1 --quiet \
    --rules-dir "$here/../rules" --out "$work/out" >/dev/null
}

# Prints the processor seconds of a run; the fastest of three, since other work can only slow it down.
seconds() {
  local best=""
  for _ in 1 2 3; do
    local spent
    spent=$( { TIMEFORMAT='%U %S'; time run "$1" "$2" 2>"$work/messages"; } 2>&1 | awk '{print $1 + $2}')
    if [ -z "$best" ] || awk "BEGIN {exit !($spent < $best)}"; then best=$spent; fi
  done
  echo "$best"
}

# Prints the instructions of a run. valgrind cannot read the debug symbols of every Swift compiler, hence
# the stripped copy; and 3.19 dies where the first thread of a Swift program is parked in sigsuspend with a mask
# that nobody may write to, hence another way to park it.
instructions() {
  if [ ! -e "$work/parked.so" ]; then
    echo '#include <unistd.h>
      int sigsuspend(const void *mask) { (void)mask; for (;;) pause(); }' |
      cc -shared -fPIC -x c - -o "$work/parked.so"
  fi
  run "$1" "$2" env LD_PRELOAD="$work/parked.so" \
    valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" 2>"$work/messages"
  awk '/^(summary|totals):/ {print $2; exit}' "$work/callgrind"
}

binary=$work/storecast
strip -o "$binary" "$program"
printf '%-12s %14s %18s' 'orders a day' 'us a store-day' 'replications a s'
[ -n "${INSTRUCTIONS:-}" ] && printf ' %26s' 'instructions a store-day'
printf '\n'
for orders in 200 2000 20000; do
  if [ "$orders" = 20000 ]; then few=$((few / 10)) many=$((many / 10)); fi
  scenario=$work/store-$orders.yaml
  agents=$(((orders + 349) / 350))
  sed "s/ORDERS/$orders/; s/AGENTS/$agents/" "$here/store.yaml" >"$scenario"
  run "$scenario" 50 2>"$work/messages" || { cat "$work/messages" >&2; exit 1; }
  short=$(seconds "$scenario" "$few")
  long=$(seconds "$scenario" "$many")
  awk -v o="$orders" -v s="$short" -v l="$long" -v n=$((many - few)) -v h=$horizon \
    'BEGIN {t = l - s; if (t <= 0) t = 1e-9; printf "%-12d %14.2f %18.0f", o, t / n / h * 1e6, n / t}'
  if [ -n "${INSTRUCTIONS:-}" ]; then
    if command -v valgrind >/dev/null; then
      a=$(instructions "$scenario" 10)
      b=$(instructions "$scenario" 60)
      awk -v a="$a" -v b="$b" -v h=$horizon 'BEGIN {printf " %26.0f", (b - a) / 50 / h}'
    else
      printf ' %26s' 'needs valgrind'
    fi
  fi
  printf '\n'
done
