#!/bin/sh
# speed.sh [OUTPUT]: records how fast other software is beside this: runs `make bench`, or reads what it
# printed from the file OUTPUT, and writes plots/data/speed.tsv. Times differ from machine to machine, the
# ratios less so: the table is a record, with the versions, and `make plots` does not make it anew.
set -eu
export LC_ALL=C # numbers with a point
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ $# -gt 0 ]; then
    cp "$1" "$work/printed"
else
    make --no-print-directory bench >"$work/printed"
fi

sympy=$(python3 -c 'import sympy; print(sympy.__version__)')
maxima=$(maxima --version | awk '{ print $NF }')
fann=$(pkg-config --modversion fann)

# A step: "WHAT, one step  T ns  R times the loop version  (T ns)" and "FANN, NETWORK step  T ns ...".
# A check: "SOFTWARE ... N times check", of the claims that each can judge.
awk -v OFS='\t' -v sympy="$sympy" -v maxima="$maxima" -v fann="$fann" '
    BEGIN {
        print "task", "software", "version", "times_ours", "note"
        version["SymPy"] = sympy
        version["Maxima"] = maxima
        version["FANN"] = fann
        version["plain loops"] = "-"
    }
    function short(x) { return sprintf(x < 1000 ? "%.3g" : "%.0f", x) }
    function step(network, software, times, ns) {
        print "a " network " step", software, version[software], short(times),
            sprintf("%.0f ns beside %.0f ns", ns, ours[network])
        lines++
    }
    function ns_before(word,   n) { for (n = 2; n <= NF; n++) if ($n == word) return $(n - 1); exit 1 }
    /^ *[a-z]+, one step / {
        network = $1; sub(/,$/, "", network)
        ours[network] = ns_before("ns")
        loops = $NF; for (n = 1; n <= NF; n++) if ($n ~ /^\(/) loops = substr($n, 2)
        step(network, "plain loops", loops / ours[network], loops)
    }
    /^ *FANN, [a-z]+ step / { step($2, "FANN", ns_before("ns") / ours[$2], ns_before("ns")) }
    /^ *the homework, 43 equations/ { claim = ns_before("ms") / 43 }
    /^ *(SymPy|Maxima) .* times check$/ {
        print "checking a line", $1, version[$1], short($(NF - 2)),
            sprintf("%.0f ms beside %.2f ms", $(NF - 2) * claim, claim)
        lines++
    }
    END { if (lines != 6) { print "plots/speed.sh: " lines + 0 " of 6 lines found" >"/dev/stderr"; exit 1 } }
    ' "$work/printed" >"$work/speed.tsv"
mkdir -p plots/data
mv "$work/speed.tsv" plots/data/speed.tsv
cat plots/data/speed.tsv
