#!/bin/sh
# check.sh PROGRAM: how fast `check` is, and beside it SymPy and Maxima on the same equations. Times are
# medians of whole processes, start included, except for the two systems: there it is each claim's own.
set -eu
program=$1
here=$(cd "$(dirname "$0")" && pwd)
documents=$here/../derivations
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# median TIMES COMMAND...: milliseconds, and the peak of memory in MB.
median() {
    python3 - "$@" <<'PYTHON'
import resource, statistics, subprocess, sys, time
times, command = int(sys.argv[1]), sys.argv[2:]
def once():
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - begin)
print('%.2f' % statistics.median(once() for _ in range(times)),
      '%.0f' % (resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))
PYTHON
}

# line NAME VALUE UNIT GOAL MET
line() {
    awk -v name="$1" -v value="$2" -v unit="$3" -v goal="$4" -v most="$5" -v least="${6:-0}" 'BEGIN {
        met = (most == "-" || value <= most) && value >= least
        printf "  %-44s %10.2f %-16s goal %s: %s\n", name, value, unit, goal, met ? "met" : "MISSED" }'
}

echo "check, medians of whole processes in this run."
set -- $(median 15 "$program" check "$documents/homework.md")
homework=$1
line "the homework, 43 equations" "$1" ms "under 50" 50
line "  its memory" "$2" MB "under 100" 100

n=0
while [ $n -lt 1000 ]; do
    for file in "$documents"/*.md "$documents"/*.tex "$documents"/*.txt; do
        [ $n -lt 1000 ] || break
        n=$((n + 1))
        cp "$file" "$work/$n.${file##*.}"
    done
done
set -- $(median 3 "$program" check "$work"/*)
line "1000 documents in a batch" "$(echo "$1" | awk '{ print 1000000 / $1 }')" "documents a second" "over 100" - 100
line "  its memory, the largest process" "$2" MB "under 100" 100
rm -f "$work"/*

# The homework 1, 2, 4 and 8 times over; process start is taken off by the empty document.
echo '$a = b$, $a = b$' >"$work/none.md"
set -- $(median 15 "$program" check "$work/none.md")
start=$1
for times in 1 8; do
    : >"$work/$times.md"
    for copy in $(seq $times); do
        sed "s/^#/# $copy/" "$documents/homework.md" >>"$work/$times.md"
        echo >>"$work/$times.md"
    done
    set -- $(median 15 "$program" check "$work/$times.md")
    eval "time_$times=$1"
done
line "8 homeworks in one, time a claim, beside one" \
    "$(awk -v a="$time_1" -v b="$time_8" -v s="$start" 'BEGIN { print (b - s) / 8 / (a - s) }')" "times" "at most 2" 2

sed 's/{3}/{99}/g' "$documents/homework.md" >"$work/wide.md"
set -- $(median 3 "$program" check "$work/wide.md")
line "the homework with 100 hidden units" "$(echo "$1" | awk '{ print $1 / 1000 }')" s "under 5" 5

# Work on what is wrong is bounded: 5000 lines that differ, each in its own way.
{
    printf 's = w_0 x_0 + w_1 x_1\nE = (t - s)^2\ndE/ds = -2 (t - s)\n'
    seq 5000 | sed 's/.*/dE\/ds = -2 (t - s) + &/'
} >"$work/wrong.txt"
set -- $(median 1 "$program" check --json "$work/wrong.txt")
line "5000 wrong lines" "$(echo "$1" | awk '{ print $1 / 1000 }')" s "under 10" 10
line "  its memory" "$2" MB "under 300" 300

# systems FILE: verdicts and times of one of the two systems.
systems() {
    awk -F '[;\t]' -v name="$1" -v own="$(awk -v t="$homework" 'BEGIN { print t / 43 / 1000 }')" '
        { seconds = $2 + 0; verdict = $3; sub(/^ */, "", verdict); sub(/ *$/, "", verdict)
          n++; all += seconds; slowest = seconds > slowest ? seconds : slowest
          slip = $1 ~ /S[12]/
          if (verdict == "right") right += !slip
          else if (slip) refused++
          else { open = open " " $1; sub(/claim: /, "", open) } }
        END { printf "  %-10s %d of 12 right lines shown right, 2 slips: %d not shown; %.3f s a claim, slowest %.2f s: %.0f times check\n",
              name, right, refused, all / n, slowest, all / n / own
              if (open != "") printf "  %-10s no answer or none found:%s\n", "", open }'
}
echo "The same lines by computer algebra (both sides written out for this network); times of the claims alone."
python3 "$here/sympy_claims.py" >"$work/sympy" && systems SymPy <"$work/sympy"
maxima --very-quiet -b "$here/maxima_claims.mac" | grep '^claim' >"$work/maxima" && systems Maxima <"$work/maxima"
