#!/bin/sh
# draw.sh PROGRAM: trains with several learning rates and draws the figures into plots/figures, each as
# SVG and PNG. Data of the figures: build/plots.
set -eu
cd "$(dirname "$0")/.."
program=$1
data=build/plots
figures=plots/figures
mkdir -p "$data" "$figures"

# curves NETWORK EPOCHS ALPHA...: one learning curve for each alpha, of which the figure shows about forty
# epochs a decade, evenly spread on its logarithmic axis: more would hide the lines behind their jitter.
curves() {
    network=$1 epochs=$2
    shift 2
    for alpha in "$@"; do
        "$program" train "$network" --alpha "$alpha" --epochs "$epochs" \
            --output "$data/$network-$alpha-all.tsv" >/dev/null
        awk 'NR == 1 || $1 >= next_epoch || $1 == last { print; next_epoch = $1 * 1.06 }' \
            last="$epochs" "$data/$network-$alpha-all.tsv" >"$data/$network-$alpha.tsv"
    done
}

# figure NAME SCRIPT SETTINGS: draws to a file aside first, so that a failure leaves no half figure.
figure() {
    for format in svg png; do
        out=$data/$1.$format
        gnuplot -e "$3; out = '$out'; format = '$format'" "plots/$2.gp"
        mv "$out" "$figures/$1.$format"
    done
    echo "  $figures/$1.svg and .png"
}

curves regression 1000 0.002 0.02 0.2
curves classification 5000 0.01 0.1 1
figure convergence_regression convergence "network = 'regression'; dir = '$data'; alphas = '0.002 0.02 0.2';
    loss_name = 'mean squared error (standardised)'; quality = 'r_squared'; quality_name = 'R^2'; quality_low = 0; loss_range = '0.01 1'"
figure convergence_classification convergence "network = 'classification'; dir = '$data'; alphas = '0.01 0.1 1';
    loss_name = 'mean cross-entropy (nats)'; quality = 'accuracy'; quality_name = 'accuracy'; quality_low = 0.3; loss_range = '0.03 2'"

for network in regression classification; do
    "$program" train "$network" --weights "$data/$network.weights" >/dev/null
    "$program" predict --weights "$data/$network.weights" --output "$data/$network-fit.tsv" >/dev/null 2>&1
done
awk 'BEGIN { print "Petal.Length,Petal.Width"
             for (a = 0; a <= 140; a++) for (b = 0; b <= 108; b++) print 0.5 + 0.05 * a "," 0.025 * b }' >"$data/grid.csv"
"$program" predict --weights "$data/classification.weights" --data "$data/grid.csv" --output "$data/grid.tsv" >/dev/null 2>&1
figure fit_trees fit_trees "data = '$data/regression-fit.tsv'"
figure fit_iris fit_iris "grid = '$data/grid.tsv'; flowers = '$data/classification-fit.tsv'"
