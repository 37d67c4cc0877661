#!/bin/sh
# run.sh [TABLE.tsv]: the rounding of the code, measured: bits.sh, fma.sh, libm.c and measure.c, a line each.
# FULL=yes takes ten times as many points and writes the table of the largest errors to TABLE.tsv.
# B is the build folder with the two programs. Exit status 0: all of it is as it should be.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
B=${B:-build/default}/tests/rounding
table=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "run.sh: $*" >&2
    exit 2
}

case ${FULL:-no} in
    yes) times=10 ;;
    no) times=1; [ -z "$table" ] || fail "the table is that of the full measurement: set FULL=yes" ;;
    *) fail "FULL is yes or no" ;;
esac
for program in measure libm; do
    [ -x "$B/$program" ] || fail "$B/$program is not built"
done

faults=0
"$here/fma.sh" || faults=1
"$here/bits.sh" $((times * 100000)) || faults=1

"$B/libm" $((times * 1000000)) >"$work/libm" || faults=1
awk -F '\t' 'NR > 1 { printf "libm: %s: at most %.4f ulps off, relative error %s (limit %s), at %d points\n",
                                   $1, $4, $6, $8, $2 + $3 }' "$work/libm"

"$B/measure" $((times * 100000)) >"$work/table" || faults=1
awk -F '\t' 'NR > 1 { printf "measure: %-3s %-22s %s, bound %s, %s times\n", $1, $2, $3, $4, $5 }' \
    "$work/table"
# The table that is kept goes into the proofs' README: its bounds must be those of the code.
kept=$here/../../proofs/rounding.tsv
[ -n "$table" ] || [ "$(cut -f1,2,4 "$work/table")" = "$(cut -f1,2,4 "$kept")" ] || {
    echo "proofs/rounding.tsv has other bounds; run: make rounding FULL=yes TABLE=proofs/rounding.tsv" >&2
    faults=1
}
[ -z "$table" ] || cp "$work/table" "$table" || fail "cannot write $table"
exit $faults
