# convergence.gp: loss and quality of fit against the epoch for several learning rates, and the loss for one
# that is too large, to its own scale.
# Variables (gnuplot -e): data, alphas, too_large, out, format, loss_name, quality (a column), quality_name,
# loss_low and loss_high, bad_low and bad_high (the axes).
load 'plots/style.gp'
eval(canvas(720, 370))
set output out
is(a) = strcol('alpha') eq a
label_of(a) = '{/:Italic α} = ' . a
stats data using (only(is(too_large), column('stopped'))) name 'stop' nooutput
set multiplot
set logscale x
set format x '10^{%T}'
set xlabel 'epoch'
set xrange [1:*]

set lmargin at screen 0.12
set rmargin at screen 0.5
set tmargin at screen 0.96
set bmargin at screen 0.15
set yrange [loss_low:loss_high]
set logscale y
set format y '%.3g'
set ylabel loss_name
set key top right
plot for [n = 1:words(alphas)] data using 'epoch':(only(is(word(alphas, n)), column('loss'))) \
    with lines linetype n title label_of(word(alphas, n))

set lmargin at screen 0.62
set rmargin at screen 0.97
set bmargin at screen 0.66
unset logscale y
set ylabel quality_name
set yrange [0:1]
set ytics 0.2
unset key
plot for [n = 1:words(alphas)] data using 'epoch':(only(is(word(alphas, n)), column(quality))) \
    with lines linetype n

set tmargin at screen 0.46
set bmargin at screen 0.15
set logscale y
set format y '10^{%T}'
set ytics auto
set ylabel 'loss'
set yrange [bad_low:bad_high]
if (stop_max > 0) {
    unset logscale x
    set format x '%g'
    set xrange [0:stop_max + 1.5]
    set arrow 1 from stop_max, graph 0 to stop_max, graph 1 @mark
    set label 1 sprintf('stopped in epoch %d:', stop_max) at stop_max, graph 0.32 right offset -0.7,0
    set label 2 'a weight ran away' at stop_max, graph 0.18 right offset -0.7,0
    set label 3 label_of(too_large) at graph 0.05, graph 0.9
} else {
    set label 1 label_of(too_large) . ': worse than guessing' at graph 0.05, graph 0.93
    set label 2 'guessing (ln 3)' at graph 0.97, first log(3) right offset 0,-0.7
    set arrow 1 from graph 0, first log(3) to graph 1, first log(3) @mark
}
plot data using 'epoch':(only(is(too_large), column('loss'))) with linespoints linetype 4 linewidth 1 \
    dashtype solid pointtype 7 pointsize 0.2
unset multiplot
