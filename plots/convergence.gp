# convergence.gp: loss and quality of fit against the epoch, for several learning rates.
# Variables (gnuplot -e): network, alphas, dir (the curves), out, format, loss_name, quality, quality_name,
# quality_low, loss_range.
load 'plots/style.gp'
eval(format eq 'svg' ? svg(900, 380) : png(900, 380))
set output out
curve(a) = dir . '/' . network . '-' . a . '.tsv'
set multiplot layout 1,2
set logscale x
set xlabel 'epoch'
set yrange [real(word(loss_range, 1)):real(word(loss_range, 2))]
set format x '10^{%T}'
set xrange [1:*]
set logscale y
set format y '%.3g'
set ylabel loss_name
set key top right
plot for [n = 1:words(alphas)] curve(word(alphas, n)) using 'epoch':'loss' with lines linetype n \
    title '{/:Italic α} = ' . word(alphas, n)
unset logscale y
set ylabel quality_name
set yrange [quality_low:1]
set key bottom right
plot for [n = 1:words(alphas)] curve(word(alphas, n)) using 'epoch':quality with lines linetype n \
    title '{/:Italic α} = ' . word(alphas, n)
unset multiplot
