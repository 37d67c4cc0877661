#!/bin/sh
# draw.sh PROGRAM DATA [DIRECTORY [FORMAT ...]]: writes the tables DIRECTORY/data/*.tsv, with the program
# and with what plots/data*.c was compiled to, and draws each figure from them into DIRECTORY/figures as
# SVG, PNG and PDF. DIRECTORY: plots if it is not given; then the PDF, which is not the same on every run,
# goes into build/plots. Two tables are not made here: proofs/rounding.tsv (another one: $ROUNDING) and the
# recorded plots/data/speed.tsv.
set -eu
export LC_ALL=C.UTF-8 # for Greek letters, and else numbers may be written with a comma
cd "$(dirname "$0")/.."
program=$1
maker=$2
directory=${3:-plots}
[ $# -le 3 ] || { shift 3 && formats=$*; }
formats=${formats:-svg png pdf}
rounding=${ROUNDING:-proofs/rounding.tsv}
tables=$directory/data
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$tables" "$directory/figures" build/plots

fail() {
    echo "plots/draw.sh: $*" >&2
    exit 1
}

# curves NETWORK QUALITY EPOCHS ALPHA...: the learning curve for each alpha, of which the figure shows about
# forty epochs a decade, evenly spread on its logarithmic axis: more would hide the lines behind their
# jitter. stopped is the epoch in which a weight ran away (exit status 3), 0 if none did.
curves() {
    network=$1 quality=$2 epochs=$3
    shift 3
    printf 'alpha\tepoch\tloss\t%s\tstopped\n' "$quality" >"$work/table"
    for alpha in "$@"; do
        status=0
        "$program" train "$network" --alpha "$alpha" --epochs "$epochs" --output "$work/curve" \
            >/dev/null 2>"$work/messages" || status=$?
        stopped=0
        [ $status -ne 3 ] || stopped=$(tail -n 1 "$work/curve" | awk '{ print $1 + 1 }')
        [ $status -eq 0 ] || [ $status -eq 3 ] || fail "train: $(cat "$work/messages")"
        awk -v alpha="$alpha" -v stopped="$stopped" -v last="$epochs" -v OFS='\t' '
            NR > 1 && ($1 >= next_epoch || $1 == last || stopped) {
                print alpha, $1, $2, $3, stopped; next_epoch = $1 * 1.06 }' "$work/curve" >>"$work/table"
    done
    mv "$work/table" "$tables/convergence_$network.tsv"
}

# need FILE WORDS NUMBERS: gnuplot draws nothing, and says nothing, where a table, a column or a number is
# missing. WORDS and NUMBERS: names of columns, in one argument each.
need() {
    [ -s "$1" ] || fail "$1 is missing or empty"
    awk -F '\t' -v file="$1" -v words="$2" -v numbers="$3" '
        function bad(why) { print "plots/draw.sh: " file ": " why >"/dev/stderr"; failed = 1; exit 1 }
        NR == 1 { for (n = 1; n <= NF; n++) at[$n] = n
                  fields = NF
                  split(words " " numbers, column, " ")
                  for (n in column) if (!(column[n] in at)) bad("no column " column[n])
                  split(numbers, number, " ")
                  next }
        NF != fields { bad("line " NR " has " NF " fields, not " fields) }
        { for (n in number) if ($at[number[n]] !~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/)
              bad("line " NR ": " number[n] " is not a number: " $at[number[n]]) }
        END { if (!failed && NR < 2) bad("no rows") }' "$1"
}

# figure NAME SCRIPT SETTINGS: draws to a file aside first, so that a failure leaves no half figure.
# Whatever gnuplot has to say is a failure: it warns where it leaves something out.
figure() {
    for format in $formats; do
        into=$directory/figures
        [ "$format$directory" != pdfplots ] || into=build/plots
        out=$work/$1.$format
        gnuplot -d -e "$3; out = '$out'; format = '$format'" "plots/$2.gp" >"$work/messages" 2>&1 ||
            fail "$1.$format: $(cat "$work/messages")"
        [ ! -s "$work/messages" ] || fail "$1.$format: $(cat "$work/messages")"
        [ -s "$out" ] || fail "$1.$format: nothing was drawn"
        # Else viewers may drop the space after an index.
        [ "$format" != svg ] || sed -i 's/<text>/<text xml:space="preserve">/' "$out"
        mv "$out" "$into/$1.$format"
    done
    echo "  $1"
}

curves regression r_squared 1000 0.002 0.02 0.2 1.5
curves classification accuracy 5000 0.01 0.1 1 100
"$program" train regression --weights "$work/weights" >/dev/null
"$program" predict --weights "$work/weights" --output "$tables/trees.tsv" >/dev/null 2>&1
"$maker" "$tables"
[ "$directory" = plots ] || cp plots/data/speed.tsv "$tables"

curve=$tables/convergence_regression.tsv
need "$curve" "" "alpha epoch loss r_squared stopped"
figure convergence_regression convergence "data = '$curve'; alphas = '0.002 0.02 0.2'; too_large = '1.5';
    loss_name = 'mean squared error'; quality = 'r_squared'; quality_name = '{/:Italic R}^2';
    loss_low = 0.01; loss_high = 1; bad_low = 0.1; bad_high = 1e11"
curve=$tables/convergence_classification.tsv
need "$curve" "" "alpha epoch loss accuracy stopped"
figure convergence_classification convergence "data = '$curve'; alphas = '0.01 0.1 1'; too_large = '100';
    loss_name = 'mean cross-entropy'; quality = 'accuracy'; quality_name = 'accuracy';
    loss_low = 0.03; loss_high = 2; bad_low = 0.1; bad_high = 300"
need "$tables/trees.tsv" "" "measured predicted"
figure fit_trees fit_trees "data = '$tables/trees.tsv'"
need "$tables/iris_regions.tsv" species "epoch length low high"
need "$tables/iris_flowers.tsv" species "epoch alpha length width wrong"
figure fit_iris fit_iris "regions = '$tables/iris_regions.tsv'; flowers = '$tables/iris_flowers.tsv'"
need "$tables/v_curve.tsv" network "h central complex_step truncation rounding check_h check_tolerance"
figure v_curve v_curve "data = '$tables/v_curve.tsv'"
need "$tables/descent.tsv" network "alpha loss tangent"
need "$tables/descent_marks.tsv" mark alpha
figure descent descent "data = '$tables/descent.tsv'; marks = '$tables/descent_marks.tsv'"
need "$tables/mistakes.tsv" "network equation mistake point" "row column difference tolerance"
figure mistakes mistakes "data = '$tables/mistakes.tsv'"
need "$tables/speed.tsv" "task software note" times_ours
figure speed speed "data = '$tables/speed.tsv'"
need "$rounding" "label quantity" "measured bound ratio points"
# The names of the quantities in the markup of gnuplot.
sed 's/_\([a-z0-9]*\)/_{\1}/g; s/gamma/γ/g' "$rounding" >"$work/rounding"
figure rounding rounding "data = '$work/rounding'"
