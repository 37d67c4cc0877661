# v_curve.gp: the error of the central difference, and of the complex step, against the step h.
# Variables: data, out, format.
load 'plots/style.gp'
eval(canvas(720, 380))
set output out
is(network) = strcol('network') eq network
stats data using 'check_h' name 'h' nooutput
stats data using 'check_tolerance' name 'tolerance' nooutput
array names[2] = ['regression', 'classification']
array derivative[2] = ['{/:Italic ∂SE}/{/:Italic ∂W_{ij}}', '{/:Italic ∂CE}/{/:Italic ∂W_{ij}}']
# To the right of the V both errors are nearly the same: the complex step is a broad line under the other one.
below = "linewidth 7 dashtype solid linecolor rgb '#f6c8a6'"
set logscale xy
set xrange [1e-12:0.1]
set yrange [1e-17:1]
set format x '10^{%T}'
set format y '10^{%T}'
set xtics 1e-12, 100
set ytics 1e-16, 100
set xlabel 'step {/:Italic h}'
set multiplot
unset key
set tmargin at screen 0.93
set bmargin at screen 0.25
do for [p = 1:2] {
    network = names[p]
    set lmargin at screen 0.125 + (p - 1) * 0.45
    set rmargin at screen 0.125 + (p - 1) * 0.45 + 0.41
    set title network . ', ' . derivative[p] offset 0,-0.6
    if (p == 1) { set ylabel 'largest relative error' } else { unset ylabel; set format y '' }
    set arrow 1 from h_max, graph 0 to h_max, graph 1 @mark
    set arrow 2 from graph 0, first tolerance_max to graph 1, first tolerance_max @mark
    if (p == 1) {
        set label 1 'rounding ∼ 1/{/:Italic h}' at 1e-10, 3e-3 left
        set label 2 "truncation\n∼ {/:Italic h}^2" at 1.6e-5, 3e-13 left
        set label 3 'tolerance' at 1.3e-12, tolerance_max left offset 0,-0.6
        set label 4 '{/:Italic h} of the check' at h_max, 1e-1 left offset 0.5,0
    }
    plot data using 'h':(only(is(network), column('rounding'))) with lines linetype 4 linewidth 1, \
        data using 'h':(only(is(network), column('truncation'))) with lines linetype 4 linewidth 1, \
        data using 'h':(only(is(network), column('complex_step'))) with lines @below, \
        data using 'h':(only(is(network), column('central'))) with linespoints linetype 1 \
            linewidth 1.3 pointsize 0.3
}
eval(key_only)
set key at screen 0.53, screen 0.05 center horizontal
plot 2 notitle, keyentry with linespoints linetype 1 linewidth 1.3 pointsize 0.3 title 'central difference', \
    keyentry with lines @below title 'complex step'
unset multiplot
unset key
