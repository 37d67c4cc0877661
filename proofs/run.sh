#!/bin/sh
# run.sh [EQUATION]: proves the core from scratch and lets the gate judge it; with an equation's label,
# for instance R10, proves what bears that label and prints it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=build/proofs
mkdir -p "$out"
if [ $# -eq 0 ] || [ -z "$1" ]; then
    "$here/prove.sh" "$out" src
    exec "$here/gate.sh" "$out"
fi

equation=$1
case $equation in
    R*) unit=regression ;;
    C*) unit=classification ;;
    *) echo "proofs: EQ wants a label such as R10 or C7, not '$equation'" >&2; exit 2 ;;
esac
out=$out/$equation
UNITS=$unit SMOKE=no "$here/prove.sh" "$out" src \
    -wp-prop "$equation,${equation}_result,${equation}_chain,${equation}_shift"
awk -F '\t' -v equation="$equation" '
    $4 != "smoke" { printf "%-9s %-9s %-28s %s\n", $7, $4, $2, $5; n++; bad += $7 != "proved" }
    END { if (!n) { print "proofs: nothing bears the label " equation; exit 2 }
          printf "%s: %d goals, %d unproved\n", equation, n, bad; exit bad > 0 }' "$out/goals.tsv"
