#!/bin/sh
# build.sh: builds report/report.pdf. Lets the programs run, joins what the project holds under each label,
# makes the numbers and tables, and typesets. Everything on the way goes to build/report.
#   DATA=my.csv [NETWORK=regression|classification] [OPTIONS="--alpha 0.05 --epochs 2000"]
#       the convergence on the reader's data, with these options of `backproof train`; without NETWORK, the
#       target in the first row tells it: a number means regression. NETWORK and OPTIONS do without DATA.
#   DRAFT=yes                                       lets lemmas, rounding goals and figures be missing
#   PROGRAM, OBLIGATIONS, IEEE, ROUNDING, MISTAKES, FIGURES   other files than those of the project
set -eu
export LC_ALL=C
cd "$(dirname "$0")/.."
program=${PROGRAM:-./backproof}
figures=${FIGURES:-build/plots}
draft=${DRAFT:-no}
data=${DATA:-}
network=${NETWORK:-}
options=${OPTIONS:-}
out=build/report
export PROGRAM="$program" DRAFT="$draft"

fail() {
    printf 'report: %s\n' "$*" >&2
    exit 1
}

[ -x "$program" ] || fail "$program is missing: make build"
[ -s proofs/trusted.txt ] || fail "proofs/trusted.txt is missing: make proofs ACCEPT=yes"
mkdir -p "$out/figures"
rm -f "$out"/figures/*.pdf "$out"/*.rows.tex "$out/numbers.tex" "$out/settings.tex" "$out"/own.*

# The reader's run comes first, so that what is wrong with it is said before the long work.
own=none
if [ -n "$data$network$options" ]; then
    if [ -n "$data" ]; then
        [ -f "$data" ] && [ -r "$data" ] || fail "DATA: cannot read '$data'"
        if [ -z "$network" ]; then
            target=$(sed -n '2 { s/\r$//; s/.*,//; s/^"\(.*\)"$/\1/; p; q; }' "$data")
            network=classification
            printf '%s\n' "$target" | grep -qixE '|[-+]?([0-9]+\.?[0-9]*|\.[0-9]+|nan|inf)(e[-+]?[0-9]+)?' &&
                network=regression
            guessed=" (the first target is $target; if that is wrong, say NETWORK)"
        fi
    fi
    case $network in
        regression | classification) own=$network ;;
        '') fail "OPTIONS needs NETWORK=regression or NETWORK=classification, or DATA" ;;
        *) fail "NETWORK is regression or classification, not '$network'" ;;
    esac
    # shellcheck disable=SC2086 # OPTIONS are words
    "$program" train "$network" ${data:+--data "$data"} $options --output "$out/own.tsv" >"$out/own.txt" 2>"$out/own.log" ||
        fail "$(head -n 1 "$out/own.log")"
    echo "report: $network on ${data:-the built-in data}${guessed:-}"
fi

# Each label has its equation and its evidence in the text, once.
for label in R1 R2 R3 R4 R5 R6 R7 R8 R9 R10 R11 C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 C13 C14; do
    case $label in R*) text=report/regression.tex ;; *) text=report/classification.tex ;; esac
    for mark in lab ev; do
        found=$(grep -o "\\\\$mark{$label}" "$text" | wc -l)
        [ "$found" -eq 1 ] || fail "$label: \\$mark{$label} stands $found times in $text"
    done
done

# What the programs say. check ends with 1 if a line is wrong, which is expected here.
for document in tests/derivations/homework.md report/labels.md; do
    status=0
    "$program" check "$document" >"$out/$(basename "$document" .md).txt" || status=$?
    [ $status -le 1 ] || fail "backproof check $document ended with status $status"
done
for n in regression classification; do
    "$program" gradcheck "$n"
    "$program" train "$n" >"$out/builtin-$n.txt"
    cp "$out/builtin-$n.txt" "$out/$n.txt"
done >"$out/gradcheck.txt"
make --no-print-directory selftest >"$out/selftest.txt" 2>"$out/selftest.log" ||
    fail "make selftest failed: $(grep -m 1 -w error "$out/selftest.log" || tail -n 1 "$out/selftest.log")"

# Figures.
for name in convergence_regression convergence_classification fit_trees fit_iris v_curve rounding descent mistakes speed; do
    if [ -s "$figures/$name.pdf" ]; then
        cp "$figures/$name.pdf" "$out/figures/"
    else
        [ "$draft" = yes ] || fail "the figure $figures/$name.pdf is missing: make plots"
    fi
done
if [ "$own" != none ]; then
    cp "$out/own.txt" "$out/$network.txt"
    case $network in
        regression) names="quality = 'r_squared'; quality_name = '{/:Italic R}^2'; loss_name = 'mean squared error'" ;;
        *) names="quality = 'accuracy'; quality_name = 'accuracy'; loss_name = 'mean cross-entropy'" ;;
    esac
    LC_ALL=C.UTF-8 gnuplot -d -e "format = 'pdf'; data = '$out/own.tsv'; out = '$out/figures/own_curve.pdf'; $names" \
        report/curve.gp
fi

# Evidence, tables, numbers.
report/join.sh "$out"
report/numbers.sh "$out"
version=$("$program" --version | awk '{ print $2 }')
[ "$draft" = yes ] || grep -qx "version: $version" CITATION.cff ||
    fail "CITATION.cff does not name the version of the program, $version"
date=$(date -u ${SOURCE_DATE_EPOCH:+-d "@$SOURCE_DATE_EPOCH"} +%Y-%m-%d)
{
    cat "$out/join.tex"
    printf '\\setnumber{version}{%s}\n\\setnumber{date}{%s}\n' "$version" "$date"
    [ "$draft" != yes ] || echo '\setnumber{draft}{Draft: it may have gaps}'
    printf '\\def\\own{%s}\n' "$own"
} >"$out/settings.tex"
# The statement that proofs.tex shows, as it stands in the source.
source=src/regression_derivatives.acsl
awk '/^ *predicate IsSEByW\{/ || /lemma R10_derivative\{/ { copy = 1 }
     copy && /^ *$/ { copy = 0; if (!blank++) print "" }
     copy && /^\*\// { copy = 0 }
     copy { sub(/^  /, ""); print; lines++ }
     END { exit lines >= 6 ? 0 : 1 }' "$source" >"$out/statement.txt" ||
    fail "R10: predicate IsSEByW or lemma R10_derivative is not in $source"

# The text.
latexmk -pdf -quiet -interaction=nonstopmode -halt-on-error -outdir="$out" report/report.tex >"$out/latexmk.txt" 2>&1 || {
    grep -A 3 '^!' "$out/report.log" >&2 || tail -n 20 "$out/latexmk.txt" >&2
    fail "LaTeX failed; see $out/report.log"
}
if grep -E 'LaTeX Warning: .*(undefined|multiply defined)' "$out/report.log" >&2; then
    fail "undefined or doubled references"
fi
awk '/^Overfull/ { for (n = 2; n <= NF; n++) if ($n ~ /^\([0-9.]+pt$/ && substr($n, 2) + 0 > 2) { print; bad = 1 } }
     END { exit bad }' "$out/report.log" >&2 || fail "lines or pages are overfull by more than 2pt"
cp "$out/report.pdf" report/report.pdf
[ "$draft" = yes ] || cp "$out/traceability.tsv" report/traceability.tsv
pages=$(sed -n 's/^Output written on .*(\([0-9]*\) pages.*/\1/p' "$out/report.log")
echo "report/report.pdf: $pages pages"
