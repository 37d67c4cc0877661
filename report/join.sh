#!/bin/sh
# join.sh DIRECTORY: joins code, contracts, proofs, tests and rounding by their labels (see join.awk) and
# writes the result to DIRECTORY, where the answer of gradcheck must be. Every gap is one line on standard
# error, with the label and the file.
# The tables of others: $OBLIGATIONS, $IEEE, $ROUNDING. DRAFT=yes lets lemmas and $IEEE be missing.
set -eu
cd "$(dirname "$0")/.."
out=$1
obligations=${OBLIGATIONS:-proofs/obligations.tsv}
ieee=${IEEE:-proofs/obligations-ieee.tsv}
rounding=${ROUNDING:-proofs/rounding.tsv}
draft=${DRAFT:-no}

for file in "$obligations" "$ieee" "$rounding"; do
    [ -s "$file" ] && continue
    [ "$file" = "$ieee" ] && [ "$draft" = yes ] && ieee=/dev/null && continue
    echo "report: $file is missing or empty" >&2
    exit 1
done

# In the tests of the checker and of the reports labels are text that is read, not code that is tested.
tests=$(find tests -name 'test_*.c' ! -name test_check.c ! -name test_report.c | sort)
mkdir -p "$out/evidence"
rm -f "$out"/evidence/*.tex
# shellcheck disable=SC2086
awk -F '\t' -v OFS='\t' -v out="$out" -v draft="$draft" \
    -v goals_file="$obligations" -v rounding="$rounding" -v ieee="$ieee" -f report/tex.awk -f report/join.awk \
    kind=code src/regression.c src/classification.c \
    kind=contract src/regression.h src/classification.h \
    FS=' ' kind=constants src/rounding.h kind=gradcheck "$out/gradcheck.txt" FS='\t' \
    kind=stated src/*.acsl \
    kind=goals "$obligations" kind=ieee "$ieee" kind=rounding "$rounding" kind=tests $tests
