#!/bin/bash
# Times a portfolio of many stores, three files of which are broken; kills it twice with SIGKILL, resumes it, and
# compares every CSV with those of a run that nobody disturbed; see README.md beside this file.
#
#   portfolio.sh [program]     default: .build/release/storecast
#   STORES=300 REPLICATIONS=1000 DAYS=60 portfolio.sh       the portfolio that is timed
#   RESUMED=20 portfolio.sh    replications of the stores that are killed and resumed (0: leave it out)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
program=$(realpath "${1:-$here/../.build/release/storecast}")
name=$(basename "$program" | cut -c1-15) # as the kernel keeps it
stores=${STORES:-300}
replications=${REPLICATIONS:-1000}
days=${DAYS:-60}
resumed=${RESUMED:-20}
[ -x "$program" ] || { echo "No program at $program: run 'swift build -c release' first." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"$here/stores.sh" stores "$stores" "$replications" "$days"

# Runs the portfolio into a folder; 65, since three files are broken.
run() {
  local out=$1 status=0
  shift
  "$program" run stores/*.yaml --lang en --quiet --rules-dir "$here/../rules" --out "$out" "$@" \
    >"$out.answer" 2>"$out.findings" || status=$?
  [ "$status" = 65 ] || { cat "$out.findings" >&2; echo "exit code $status, not 65" >&2; exit 1; }
}

# Puts the processor seconds of this shell's finished children into `spent`; a subshell would tell its own.
take_spent() {
  times >clock
  spent=$(awk 'NR == 2 {split($1 "m" $2, t, "[ms]+"); print (t[1] + t[3]) * 60 + t[2] + t[4]}' clock)
}

take_spent
before=$spent
SECONDS=0
run timed &
wait_for=$!
peak=0
while kill -0 "$wait_for" 2>/dev/null; do
  child=$(pgrep -P "$wait_for" -x "$name" || true)
  [ -n "$child" ] && now=$(awk '/VmHWM/ {print $2}' "/proc/$child/status" 2>/dev/null || true)
  [ "${now:-0}" -gt "$peak" ] && peak=$now
  sleep 0.2
done
wait "$wait_for"
take_spent
awk -v n="$stores" -v r="$replications" -v d="$days" -v w="$SECONDS" -v b="$before" -v a="$spent" -v p="$peak" \
  'BEGIN {printf "%d stores x %d replications x %d days: %d s, %.0f s of processor time, %.0f MB at most\n", \
    n, r, d, w, a - b, p / 1024}'
grep -c 'error SC' timed.findings | sed 's/$/ errors in three broken files/'
echo "$(($(wc -l <timed/portfolio.csv) - 1)) stores ranked"
SECONDS=0
run timed
echo "again, with nothing to run: $SECONDS s"
[ "$resumed" = 0 ] && exit 0

run whole --replications "$resumed"
for share in 3 2; do
  "$program" run stores/*.yaml --lang en --quiet --rules-dir "$here/../rules" --out killed \
    --replications "$resumed" >/dev/null 2>&1 &
  victim=$!
  while [ "$(ls killed 2>/dev/null | wc -l)" -lt $((stores / share)) ] && kill -0 "$victim" 2>/dev/null; do
    sleep 0.1
  done
  kill -9 "$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  echo "killed with $(ls killed | wc -l) of $stores stores done"
done
run killed --replications "$resumed"
grep 'not run again' killed.answer
(cd whole && find . -name '*.csv' -exec sha256sum {} + | sort -k2) >whole.digests
(cd killed && find . -name '*.csv' -exec sha256sum {} + | sort -k2) >killed.digests
cmp whole.digests killed.digests && echo "$(wc -l <whole.digests) CSV files are the same to the byte"
