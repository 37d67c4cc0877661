#!/bin/sh
# mutants.sh [NAME...]: plants each fault of tests/mutants (in the code) and of proofs/mutants (in contracts
# and mathematics) in a copy of src and runs the proofs of the function it is in. A fault in the code must
# leave a goal unproved that is proved under the same limits of time without it; one that does not has
# SURVIVED: the contracts say too little. A fault in a statement may also be caught by the gate, which knows
# how many goals a function has and what was stated. Exit status 0: none survived.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
top=$here/..
work=$top/build/proof-mutants
seconds=6 # for a goal that is not proved at once

# judge PATCH: one line on what became of it.
judge() {
    patch=$1
    name=$(basename "$patch" .patch)
    dir=$work/$name
    mkdir -p "$dir/out"
    cp -r "$top/src" "$dir/src"
    cp -r "$work/tools/coq" "$dir/out"
    file=$(sed -n 's|^+++ b/||p' "$patch" | head -n 1)
    unit=$(basename "$file" .c)
    if ! patch -s -f -p1 -d "$dir" <"$patch" >"$dir/patch.log" 2>&1; then
        echo "$name	does not apply"
        return
    fi
    line=$(diff "$top/$file" "$dir/$file" | sed -n '1s/^[0-9,]*[acd]\([0-9]*\).*/\1/p')
    function=$(sed -n "1,${line}p" "$dir/$file" |
        sed -n 's/^[a-z].*[ *]\([A-Za-z0-9_]*\)(.*/\1/p' | tail -n 1)
    if ! UNITS=$unit SMOKE=no LONG=$seconds "$here/prove.sh" "$dir/out" "$dir/src" -wp-fct "$function" \
        >"$dir/prove.log" 2>&1; then
        echo "$name	no verdict, see $dir/prove.log"
        return
    fi
    goal=$(awk -F '\t' 'NR == FNR { if ($7 == "proved") sound[$5]; next }
        $7 == "unproved" && $5 in sound { print $5; exit }' "$work/tools/all.tsv" "$dir/out/goals.tsv")
    if [ -n "$goal" ]; then
        echo "$name	unproved: $goal"
    else
        echo "$name	SURVIVED in $function"
    fi
    rm -rf "$dir/src"
}

# judge_contract PATCH: the same of a fault in a contract or in the mathematics (proofs/mutants). The gate
# must notice: a goal unproved, a contradiction, or another number of goals than expected.
judge_contract() {
    name=$(basename "$1" .patch)
    dir=$work/$name
    mkdir -p "$dir/out"
    cp -r "$top/src" "$dir/src"
    cp -r "$work/tools/coq" "$dir/out"
    units=$(sed -n 's/^units: //p' "$1") functions=$(sed -n 's/^functions: //p' "$1")
    equation=$(sed -n 's/^equation: //p' "$1")
    if ! patch -s -f -p1 -d "$dir" <"$1" >"$dir/patch.log" 2>&1; then
        echo "$name	does not apply"
        return
    fi
    if ! UNITS=$units FUNCTIONS=$(echo "$functions" | tr ' ' ,) EQ=$equation LONG=10 "$here/prove.sh" "$dir/out" "$dir/src" \
        >"$dir/prove.log" 2>&1; then
        echo "$name	no verdict, see $dir/prove.log"
        return
    fi
    suffix=
    case $units in *_ieee | *_rounding) suffix=-ieee ;; esac
    seen=$(awk -F '\t' '$7 == "unproved" { print "unproved: " $5; exit } $7 == "CONTRADICTION" { print "unproved: contradiction in " $2; exit }' \
        "$dir/out/all.tsv")
    [ -n "$seen$equation" ] || seen=$(awk -F '\t' 'NR == FNR { if ($4 != "smoke") count[$2]++; next }
        ($1 in count) && count[$1] != $2 { print "unproved: " $1 " has " count[$1] " goals, expected " $2; exit }' \
        "$dir/out/all.tsv" "$here/expected$suffix.tsv")
    # make proofs stops at this: the sum of the file's statements is another.
    [ -n "$seen" ] || [ "$("$here/sums.sh" "$dir/src")" = "$("$here/sums.sh" "$top/src")" ] ||
        seen="unproved: nothing, but the statements are not those of proofs/statements.tsv"
    echo "$name	${seen:-SURVIVED in $functions}"
    rm -rf "$dir/src"
}

if [ "${1:-}" = --judge ]; then
    judge=judge
    ! grep -q '^units: ' "$2" || judge=judge_contract
    $judge "$2" >"$work/$(basename "$2" .patch).verdict"
    [ ! -t 2 ] || printf '\r  %d judged ' "$(ls "$work" | grep -c '\.verdict$')" >&2
    exit 0
fi

rm -rf "$work"
mkdir -p "$work"
# What is proved without a fault.
[ ! -t 2 ] || echo '  first without a fault' >&2
UNITS='sigma regression classification' SMOKE=no LONG=$seconds "$here/prove.sh" "$work/tools" "$top/src"
list=$work/list
for name in "$@"; do
    ls "$top/tests/mutants/$(basename "$name" .patch).patch" "$here/mutants/$(basename "$name" .patch).patch" 2>/dev/null || true
done >"$list"
[ $# -gt 0 ] || ls "$top"/tests/mutants/*.patch "$here"/mutants/*.patch >"$list"

PAR=1 xargs -P 2 -n 1 "$here/mutants.sh" --judge <"$list"
[ ! -t 2 ] || printf '\r%20s\r' '' >&2
cat "$work"/*.verdict | awk -F '\t' '{ printf "%-28s %s\n", $1, $2 }'
all=$(grep -c . "$list")
caught=$(cat "$work"/*.verdict | grep -c '	unproved: ' || true)
echo "$all mutants: the proofs fail on $caught, $((all - caught)) survived"
[ "$caught" = "$all" ]
