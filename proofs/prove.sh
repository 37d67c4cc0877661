#!/bin/sh
# prove.sh OUT SRC [WP-OPTION...]: runs Frama-C WP on the core in SRC, from scratch, and leaves logs in OUT
# (one a unit) and the table OUT/all.tsv, with the real reading's share of it in OUT/goals.tsv and the IEEE
# reading's in OUT/goals-ieee.tsv. UNITS="..." keeps to those units; EQ and FUNCTIONS are for unit.sh.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1 src=$2
shift 2
# The longest first. Three at a time keep two cores busy: a unit waits now and then, for Frama-C or for a prover.
units=${UNITS:-classification_network_ieee classification_ieee regression_network_ieee classification regression \
    regression_ieee classification_derivatives classification_derivatives_ieee regression_derivatives \
    regression_derivatives_ieee classification_rounding regression_rounding refuter sigma sigma_ieee}
"$here/provers.sh" "$out"
printf '%s\n' $units | xargs -P "${PAR:-3}" -I {} "$here/unit.sh" "$out" "$src" {} "$@"
awk -f "$here/gate.awk" $(for unit in $units; do cat "$out/$unit.logs"; done) >"$out/all.tsv"
awk -F '\t' '$1 !~ /_(ieee|rounding)$/' "$out/all.tsv" >"$out/goals.tsv"
awk -F '\t' '$1 ~ /_(ieee|rounding)$/' "$out/all.tsv" >"$out/goals-ieee.tsv"
