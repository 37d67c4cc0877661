#!/bin/sh
# prove.sh OUT SRC [WP-OPTION...]: (of the equation EQ, of the FUNCTIONS F,G alone if that is set) runs Frama-C WP on the core in SRC, from scratch, and leaves logs in
# OUT (one a unit) and the table OUT/goals.tsv. It judges nothing: gate.sh does.
#
# There are two readings, and each unit has one. Typed+real reads every double as a real number: what is
# proved is a statement about the formulas, not about rounding. -warn-special-float non-finite (the
# default) is kept; the goals it adds are void in this reading and are listed as such, kind "finite".
# Typed+float reads every double as an IEEE 754 number, and there these goals say that nothing overflows.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1 src=$2
shift 2
units=${UNITS:-sigma regression classification regression_derivatives classification_derivatives sigma_ieee \
    regression_ieee classification_ieee}
"$here/provers.sh" "$out"

progress() {
    if [ -t 2 ]; then
        awk -v unit="$1" '/goals? scheduled/ { all = $2 }
            / (Goal|Smoke-test) typed_/ { printf "\r  %-14s %d of %d goals ", unit, ++n, all > "/dev/stderr" }
            END { printf "\r%50s\r", "" > "/dev/stderr" } { print }'
    else
        cat
    fi
}

wp() {
    prover=$1 log=$2 model=$3
    shift 3
    WHY3CONFIG="$out/why3.conf" frama-c -wp -wp-rte -wp-model "$model" -wp-prover "$prover" \
        -wp-cache none -wp-par "${PAR:-2}" "$@" 2>&1 | progress "$(basename "$log" .log)" >"$log"
}

# lemmas NAME: the lemmas of NAME.acsl, of the equation EQ if it is set. Clauses of contracts bear some of
# these names too.
lemmas() {
    [ ! -f "$src/$1.acsl" ] || sed -n 's/^\(\/\*@\)\{0,1\} *\(check \)\{0,1\}lemma \([A-Za-z0-9_]*\).*/\3/p' "$src/$1.acsl" |
        awk -v equation="${EQ:-}" 'equation == "" || index($0, equation "_") == 1' | paste -sd , -
}

# The functions of a header whose contracts say something about rounding, which all end in a range.
rounded() {
    awk '/^\/\*@/ { speaks = 0 } /ROUNDED/ { speaks = 1 }
        speaks && /^[a-z].*\(/ { name = $0; sub(/\(.*/, "", name); sub(/.* /, "", name); print name; speaks = 0 }' "$1" | paste -sd , -
}

# Smoke tests ask whether a contract or a loop contradicts itself: the prover tries to prove falsity.
# WP runs them alone when every kind of goal is taken out.
no_goals="-@ensures,-@assigns,-@assert,-@invariant,-@requires,-@variant,-@lemma,-@check,-@terminates,-@exits"

# Provers take turns on a goal: a short round for all comes first, then a patient one for what is left
# (LONG=0: none).
provers=${PROVERS:-$(cat "$out/provers")}
short=${SHORT:-4} long=${LONG:-60}
logs=
for unit in $units; do
    # NETWORK_derivatives is NETWORK.c again, with the lemmas about derivatives, for what they claim;
    # NETWORK_ieee is NETWORK.c in the IEEE reading, for the functions whose contracts speak of rounding.
    # Nearly all of both is Coq's, which needs its time and never more: they get the patient round at once.
    source=$src/${unit%_*}.c model=Typed+real with=$provers read= only= patience=$long
    case $unit in
        *_derivatives) read=-cpp-extra-args=-DDERIVATIVES only=-wp-prop=$(lemmas "$unit")
                       with=$(cat "$out/provers-derivatives")
                       [ "$only" != -wp-prop= ] || continue ;;
        *_ieee) model=Typed+float with=$(cat "$out/provers-ieee") read=-cpp-extra-args=-DIEEE_READING
                only=-wp-fct=${FUNCTIONS:-$(rounded "${source%.c}.h")} ;;
        *) patience=$short only=${FUNCTIONS:+-wp-fct=$FUNCTIONS} ;;
    esac
    case $unit in
        *_ieee) [ -z "${EQ:-}" ] || only="$only -wp-prop=$EQ,$(lemmas "${unit%_ieee}_rounding")" ;;
        *_derivatives) ;;
        *) [ -z "${EQ:-}" ] || only="$only -wp-prop=$EQ,$(lemmas "$unit")" ;;
    esac
    wp "$with" "$out/$unit.log" $model -wp-timeout "$patience" $read $only "$@" "$source" -then -report
    logs="$logs $out/$unit.log"
    awk -f "$here/gate.awk" "$out/$unit.log" >"$out/$unit.tsv"
    if [ "$patience" != "$long" ] && [ "$long" != 0 ]; then
        left=$(awk -F '\t' '$7 == "unproved" && $2 != "-" { print $2 }' "$out/$unit.tsv" | sort -u | paste -sd , -)
        if [ -n "$left" ]; then
            wp "$with" "$out/$unit.again.log" $model -wp-timeout "$long" $only "$@" -wp-fct "$left" "$source"
            logs="$logs $out/$unit.again.log"
        fi
        left=$(awk -F '\t' '$7 == "unproved" && $2 == "-" { sub(/^(check_)?lemma_/, "", $5); print $5 }' \
            "$out/$unit.tsv" | sort -u | paste -sd , -)
        if [ -n "$left" ]; then
            wp "$with" "$out/$unit.lemmas.log" $model -wp-timeout "$long" "$@" -wp-prop "$left" "$source"
            logs="$logs $out/$unit.lemmas.log"
        fi
    fi
    if [ "${SMOKE:-yes}" = yes ] && [ "${unit%_derivatives}" = "$unit" ]; then
        # sigma's few goals run along: WP makes no smoke test for a function that has nothing else to do.
        [ "${unit%_ieee}" = sigma ] && none= || none=-wp-prop=$no_goals
        wp "$(cat "$out/smoke-prover")" "$out/$unit.smoke.log" $model -wp-smoke-tests -wp-smoke-timeout 1 \
            $read $only $none "$@" "$source"
        logs="$logs $out/$unit.smoke.log"
    fi
done
awk -f "$here/gate.awk" $logs >"$out/all.tsv"
awk -F '\t' '$1 !~ /_ieee$/' "$out/all.tsv" >"$out/goals.tsv"
awk -F '\t' '$1 ~ /_ieee$/' "$out/all.tsv" >"$out/goals-ieee.tsv"
