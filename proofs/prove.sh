#!/bin/sh
# prove.sh OUT SRC [WP-OPTION...]: runs Frama-C WP on the core in SRC, from scratch, and leaves logs in
# OUT (one a unit) and the table OUT/goals.tsv. It judges nothing: gate.sh does.
#
# -wp-model Typed+real reads every double as a real number: what is proved is a statement about the
# formulas, not about rounding. -warn-special-float non-finite (the default) is kept; the goals it adds
# are void in this reading and are listed as such, kind "finite".
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1 src=$2
shift 2
units=${UNITS:-sigma regression classification regression_derivatives classification_derivatives}
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
    prover=$1 log=$2
    shift 2
    WHY3CONFIG="$out/why3.conf" frama-c -wp -wp-rte -wp-model Typed+real -wp-prover "$prover" \
        -wp-cache none -wp-par "${PAR:-2}" "$@" 2>&1 | progress "$(basename "$log" .log)" >"$log"
}

# The names of the lemmas of a unit NETWORK_derivatives; clauses of contracts bear some of them too.
derivatives() {
    sed -n 's/^ *\(check \)\{0,1\}lemma \([A-Za-z0-9_]*\).*/\2/p' "$src/$1.acsl" | paste -sd , -
}

# Smoke tests ask whether a contract or a loop contradicts itself: the prover tries to prove falsity.
# WP runs them alone when every kind of goal is taken out.
no_goals="-@ensures,-@assigns,-@assert,-@invariant,-@requires,-@variant,-@lemma,-@check,-@terminates,-@exits"

# Provers take turns on a goal: a short round for all comes first, then a patient one for what is left
# (LONG=0: none).
provers=${PROVERS:-$(cat "$out/provers")}
short=${SHORT:-4} long=${LONG:-40}
logs=
for unit in $units; do
    # The unit NETWORK_derivatives is NETWORK.c again, with the lemmas about derivatives, for what they claim.
    source=$src/${unit%_derivatives}.c read= only= patience=$short
    if [ "$unit" != "${unit%_derivatives}" ]; then
        # Nearly all of it is Coq's, which needs its time and never more.
        read=-cpp-extra-args=-DDERIVATIVES only=-wp-prop=$(derivatives "$unit") patience=$long
    fi
    wp "$provers" "$out/$unit.log" -wp-timeout "$patience" $read $only "$@" "$source" -then -report
    logs="$logs $out/$unit.log"
    awk -f "$here/gate.awk" "$out/$unit.log" >"$out/$unit.tsv"
    if [ "$long" != 0 ]; then
        left=$(awk -F '\t' '$7 == "unproved" && $2 != "-" { print $2 }' "$out/$unit.tsv" | sort -u | paste -sd , -)
        if [ -n "$left" ]; then
            wp "$provers" "$out/$unit.again.log" -wp-timeout "$long" $read $only "$@" -wp-fct "$left" "$source"
            logs="$logs $out/$unit.again.log"
        fi
        left=$(awk -F '\t' '$7 == "unproved" && $2 == "-" { sub(/^(check_)?lemma_/, "", $5); print $5 }' \
            "$out/$unit.tsv" | sort -u | paste -sd , -)
        if [ -n "$left" ]; then
            wp "$provers" "$out/$unit.lemmas.log" -wp-timeout "$long" $read "$@" -wp-prop "$left" "$source"
            logs="$logs $out/$unit.lemmas.log"
        fi
    fi
    if [ "${SMOKE:-yes}" = yes ] && [ "$source" = "$src/$unit.c" ]; then
        # sigma's few goals run along: WP makes no smoke test for a function that has nothing else to do.
        [ "$unit" = sigma ] && only= || only=-wp-prop=$no_goals
        wp "$(cat "$out/smoke-prover")" "$out/$unit.smoke.log" -wp-smoke-tests -wp-smoke-timeout 1 \
            $only "$@" "$src/$unit.c"
        logs="$logs $out/$unit.smoke.log"
    fi
done
awk -f "$here/gate.awk" $logs >"$out/goals.tsv"
