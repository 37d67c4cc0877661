#!/bin/sh
# explain.sh BAD.tsv: for each goal that is not proved: its equation, function and source line, and what to
# try next. BAD.tsv has rows of goals.tsv: unit, function, label, kind, goal, prover, status, seconds.
set -eu
src=$(cd "$(dirname "$0")/../src" && pwd)

# clause FUNCTION GOAL: where the clause stands that the goal is named after, if one is: FILE:LINE:. WP names
# the second clause of a name NAME_2.
clause() {
    rest=${2#"$1"_}
    case $rest in
        assert_rte*) return ;;
        ensures_*) kind=ensures name=${rest#ensures_} files=$src/*.h ;;
        assert_*) kind=assert name=${rest#assert_} files=$src/*.c ;;
        loop_invariant_*) kind='loop invariant' name=${rest#loop_invariant_} name=${name%_*} files=$src/*.c ;;
        *) return ;;
    esac
    number=$(printf '%s' "$name" | sed -n 's/.*_\([0-9][0-9]*\)$/\1/p')
    [ -z "$number" ] || name=${name%_*}
    # shellcheck disable=SC2086
    awk -v function_="$1" -v pattern="$kind +$name:" -v number="${number:-1}" '
        FNR == 1 || (/^\/\*@/ && FILENAME ~ /h$/) { count = 0; at = "" }
        $0 ~ pattern && ++count == number { at = FILENAME ":" FNR ":" }
        index($0, function_ "(") && /^[a-z]/ { inside = 1; if (FILENAME ~ /c$/) { count = 0; at = "" } }
        inside && at != "" && (FILENAME ~ /h$/ || /^}/) { print at; exit }
        /^}/ || FILENAME ~ /h$/ { inside = 0 }' $files
}

# place FUNCTION GOAL: where it stands.
place() {
    if [ "$1" != - ]; then
        { clause "$1" "$2"; grep -n "^[a-z].*[ *]$1(" "$src"/*.c; } | head -n 1
    else
        name=$(printf '%s' "$2" | sed 's/^check_//; s/^lemma_//')
        grep -nw "lemma $name" "$src"/*.acsl | head -n 1
    fi | sed 's/^.*\/src\//src\//; s/^\([^:]*:[0-9]*\):.*/\1/'
}

advice() {
    case $1 in
        lemma) echo "A lemma of its own. If it is proved in Coq, the proof is in proofs/coq/ and its first line is a
     pattern that must match the goal: after an edit of the lemma it may match no more." ;;
        memory) echo "The prover cannot see that this access is in bounds. Look at the requires clauses and the loop's
     range invariant." ;;
        call) echo "The caller must make sure of what the called function requires. Look at what is known there: an
     assert before the call shows which part is missing." ;;
        finite) echo "In the IEEE reading: this operation might overflow or give NaN. Look at the box in src/rounding.h
     and at the range clauses of the functions called before." ;;
        invariant) echo "The loop's body does not keep the invariant. Compare the line of C with the equation; then see
     whether the invariant also says what the body leaves alone." ;;
        variant|terminates) echo "The loop is not seen to end. Look at its variant." ;;
        assigns) echo "Something is written that the assigns clause does not name." ;;
        smoke) echo "What is assumed here contradicts itself, so that anything follows from it. Look at the newest requires
     or invariant." ;;
        *) echo "Compare the line of C with the equation, then the clause with the equation. If both are right the prover
     wants a step in between: an assert, or more time (LONG=120 make proofs)." ;;
    esac
}

tab=$(printf '\t')
while IFS="$tab" read -r unit function label kind goal prover status seconds; do
    reading='real reading'
    case $unit in *_ieee | *_rounding) reading='IEEE reading' ;; esac
    at=$(place "$function" "$goal")
    [ "$function" != - ] || function=lemma
    echo "$status: $label: $function, ${at:-src}: $goal ($reading)"
    [ "$label" = - ] || echo "     To see it alone: make proofs EQ=$label"
    echo "     $(advice "$kind")"
done <"$1"
