#!/bin/sh
# run.sh: the rounding of the code, measured: bits.sh, fma.sh, libm.c and measure.c, a line each. The bounds
# must be those of the table that is kept, proofs/rounding.tsv; ACCEPT=yes keeps the new table.
# B is the build folder with the two programs. Exit status 0: all of it is as it should be.
set -eu
export LC_ALL=C # numbers with a point
here=$(cd "$(dirname "$0")" && pwd)
B=${B:-build/default}/tests/rounding
kept=$here/../../proofs/rounding.tsv
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for program in measure libm; do
    [ -x "$B/$program" ] || { echo "run.sh: $B/$program is not built" >&2; exit 2; }
done

faults=0
"$here/fma.sh" || faults=1
"$here/bits.sh" 1000000 || faults=1

"$B/libm" 10000000 >"$work/libm" || faults=1
awk -F '\t' 'NR > 1 { printf "libm: %s: at most %.4f ulps off, relative error %s (limit %s), at %d points\n",
                                   $1, $4, $6, $8, $2 + $3 }' "$work/libm"

"$B/measure" 1000000 >"$work/table" || faults=1
awk -F '\t' 'NR > 1 { printf "measure: %-3s %-22s %s, bound %s, %s times\n", $1, $2, $3, $4, $5 }
    NR > 1 && $5 > 100 { print "measure: " $1 ", " $2 ": the bound means little"; bad = 1 }
    END { exit bad }' "$work/table" || faults=1
if [ "${ACCEPT:-no}" = yes ] && [ $faults = 0 ]; then
    cp "$work/table" "$kept"
elif [ "$(cut -f1,2,4 "$work/table")" != "$(cut -f1,2,4 "$kept")" ]; then
    echo "proofs/rounding.tsv has other bounds; run: make rounding ACCEPT=yes" >&2
    faults=1
fi
exit $faults
