#!/bin/sh
# numbers.sh DIRECTORY: writes DIRECTORY/numbers.tex, every number and text that the report does not type
# by hand, and the rows of its tables. DIRECTORY holds what build.sh let the programs print.
# The tables of others: $OBLIGATIONS, $IEEE, $ROUNDING, $MISTAKES.
set -eu
cd "$(dirname "$0")/.."
out=$1
obligations=${OBLIGATIONS:-proofs/obligations.tsv}
ieee=${IEEE:-proofs/obligations-ieee.tsv}
rounding=${ROUNDING:-proofs/rounding.tsv}
mistakes=${MISTAKES:-plots/data/mistakes.tsv}
# join.sh has seen to it that it is there unless this is a draft.
[ -s "$ieee" ] || ieee=/dev/null
effort=proofs/effort.tsv
[ -s "$effort" ] || effort=/dev/null

# version NAME COMMAND ...: the first line that the command prints.
version() {
    name=$1
    shift
    printf '%s\t%s\n' "$name" "$("$@" 2>&1 | head -n 1)"
}

{
    version backproof "${PROGRAM:-./backproof}" --version
    version "C compiler" "${CC:-cc}" --version
    version "C library" getconf GNU_LIBC_VERSION
    printf 'Arb\t%s\n' "$(printf '#include <arb.h>\nARB_VERSION\n' | ${CC:-cc} -E - | tail -n 1 | tr -d '"')"
    version gnuplot gnuplot --version
    version pdfTeX pdftex --version
    # The provers of the recorded proofs, as make proofs wrote them down.
    printf 'proofs\t%s\n' "$(sed -n '/^Tools: /,$ { s/^Tools: //; s/^ *//; p; }' proofs/trusted.txt | tr '\n' ' ' |
        sed 's/; the C compiler//; s/[ .]*$//')"
    # What was beside it when speed was recorded.
    awk -F '\t' 'NR > 1 && $3 != "-" && !seen[$2]++ { text = text (text == "" ? "" : "; ") $2 " " $3 }
        END { print "speed\t" text }' plots/data/speed.tsv
} >"$out/versions.tsv"

{
    echo '% Made by report/numbers.sh.'
    awk -f report/tex.awk -f report/slips.awk \
        doc=homework answer=0 tests/derivations/homework.md answer=1 "$out/homework.txt" \
        doc=labels answer=0 report/labels.md answer=1 "$out/labels.txt"
    awk -v out="$out" -f report/tex.awk -f report/numbers.awk \
        kind=builtin-regression "$out/builtin-regression.txt" \
        kind=builtin-classification "$out/builtin-classification.txt" \
        kind=regression "$out/regression.txt" kind=classification "$out/classification.txt" \
        kind=gradcheck "$out/gradcheck.txt" kind=selftest "$out/selftest.txt" kind=box src/rounding.h \
        kind=iris plots/data_iris.c \
        FS='\t' kind=goals "$obligations" kind=goals-ieee "$ieee" kind=effort "$effort" kind=rounding "$rounding" \
        kind=mistakes "$mistakes" kind=flowers plots/data/iris_flowers.tsv \
        kind=versions "$out/versions.tsv"
} >"$out/numbers.part"
mv "$out/numbers.part" "$out/numbers.tex"
