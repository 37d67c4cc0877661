#!/bin/sh
# sums.sh SRC: a sum over what each file of SRC states, without comments and blanks. gate.sh compares them with
# proofs/statements.tsv, so that no statement changes unnoticed, not even one that nothing else leans on.
set -eu
printf 'file\tsum\n'
for file in "$1"/*.acsl "$1/rounding.h" "$1/libm.h" "$1/sigma.h" "$1/regression.h" "$1/classification.h"; do
    awk '/^ *\/\*[^@]/ || /^ *\/\*$/ { comment = 1 } !comment { sub(/\/\/ .*/, ""); sub(/\/\*[^@].*\*\//, ""); print } /\*\// { comment = 0 }' "$file" |
        tr -d ' \n' | cksum | awk -v file="src/${file##*/}" '{ print file "\t" $1 }'
done
