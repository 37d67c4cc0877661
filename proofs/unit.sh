#!/bin/sh
# unit.sh OUT SRC UNIT [WP-OPTION...]: runs Frama-C WP on one unit of the core in SRC and leaves its logs in
# OUT, with the list of them in OUT/UNIT.logs. EQ=R10 keeps to what bears that label, FUNCTIONS=F,G to those
# functions. It judges nothing: gate.sh does.
#
# There are two readings, and each unit has one. Typed+real reads every double as a real number: what is
# proved is a statement about the formulas, not about rounding. -warn-special-float non-finite (the
# default) is kept; the goals it adds are void in this reading and are listed as such, kind "finite".
# Typed+float reads every double as an IEEE 754 number, and there these goals say that nothing overflows.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1 src=$2 unit=$3
shift 3

progress() {
    if [ -t 2 ]; then
        awk -v unit="$1" '/goals? scheduled/ { all = $2 }
            / (Goal|Smoke-test) typed_/ { printf "\r  %-28s %4d of %d goals ", unit, ++n, all > "/dev/stderr" }
            END { printf "\r%60s\r", "" > "/dev/stderr" } { print }'
    else
        cat
    fi
}

: >"$out/$unit.logs"
# One goal at a time, so that the provers take turns on it instead of racing; other units run beside this one.
wp() {
    prover=$1 log=$out/$2.log
    shift 2
    echo "$log" >>"$out/$unit.logs"
    WHY3CONFIG="$out/why3.conf" frama-c -wp -wp-rte -wp-model "$model" -wp-prover "$prover" \
        -wp-cache none -wp-par 1 "$@" 2>&1 | progress "$unit" >"$log"
}

# lemmas KIND NAME...: the lemmas of NAME.acsl, of the equation EQ if it is set: all of them (KIND is all) or
# those that other proofs may use (used: no check lemma). Clauses of contracts bear some of these names too.
lemmas() {
    kind=$1
    shift
    for name in "$@"; do
        [ ! -f "$src/$name.acsl" ] || "$here/lemmas.sh" "$src/$name.acsl"
    done |
        awk -v equation="${EQ:-}" -v kind="$kind" '
            (kind == "all" || $1 != "check") && (equation == "" || index($NF, equation "_") == 1) { print $NF }' |
        paste -sd , -
}

# rounded HEADER PATTERN: the functions of a header whose contracts say something about rounding and whose names
# match.
rounded() {
    awk -v names="$2" '/^\/\*@/ { speaks = 0 } /ROUNDED|NEAR/ { speaks = 1 } !/^[a-z].*\(/ { next }
        { name = $0; sub(/\(.*/, "", name); sub(/.* /, "", name) }
        speaks && name ~ names { print name } { speaks = 0 }' "$1" | paste -sd , -
}

# The units of a NETWORK. Real reading: NETWORK is all of NETWORK.c; NETWORK_derivatives is that file again,
# with the lemmas about derivatives, for what they claim. IEEE reading: NETWORK_ieee has the functions named
# after an equation, NETWORK_network_ieee those named after the network, NETWORK_derivatives_ieee what is said
# of derivatives, NETWORK_rounding the lemmas.
network=${unit%%_*} source=$src/${unit%%_*}.c model=Typed+real provers=provers defines= only=
case $unit in
    *_derivatives) provers=provers-derivatives defines=-DDERIVATIVES only=-wp-prop=$(lemmas all "$unit") ;;
    *_derivatives_ieee) defines="-DDERIVATIVES -DIEEE_READING" only=-wp-prop=$(lemmas used "${unit%_ieee}") ;;
    *_rounding) defines=-DIEEE_READING only=-wp-prop=$(lemmas used "$unit" "$network") ;;
    refuter) source=$here/refuter.c defines="-DDERIVATIVES -I$src" only=-wp-fct=refuter ;;
    *_network_ieee | *_ieee)
        defines=-DIEEE_READING names='^[CR][0-9]'
        case $unit in *_network_ieee) names=^$network ;; sigma_ieee) names=. ;; esac
        only=-wp-fct=${FUNCTIONS:-$(rounded "$src/$network.h" "$names")}
        [ -z "${EQ:-}" ] || only="$only -wp-prop=$EQ" ;;
    *) only=${FUNCTIONS:+-wp-fct=$FUNCTIONS}
       [ -z "${EQ:-}" ] || only="$only -wp-prop=$EQ,$(lemmas all "$unit")" ;;
esac
case $unit in *_ieee | *_rounding) provers=provers-ieee model=Typed+float ;; esac
[ "$only" != -wp-prop= ] || exit 0
provers=$(cat "$out/$provers")
wp "$provers" "$unit" -wp-timeout "${LONG:-60}" "-cpp-extra-args=$defines" $only "$@" "$source" -then -report

# Smoke tests ask whether a contract or a loop contradicts itself: the prover tries to prove falsity. WP runs
# them alone when every kind of goal is taken out; but it makes none for a function with nothing else to do,
# so sigma's few goals run along.
case $unit in *_derivatives | *_derivatives_ieee | *_rounding) exit 0 ;; esac
[ "${SMOKE:-yes}" = yes ] || exit 0
none=-wp-prop=-@ensures,-@assigns,-@assert,-@invariant,-@requires,-@variant,-@lemma,-@check,-@terminates,-@exits
[ "${unit%_ieee}" != sigma ] || none=
wp "$(cat "$out/smoke-prover")" "$unit.smoke" -wp-smoke-tests -wp-smoke-timeout 1 -wp-timeout 1 \
    "-cpp-extra-args=$defines" $only $none "$@" "$source"
