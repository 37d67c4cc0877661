# descent.gp: the loss after one step along the negative gradient against the learning rate.
# Variables: data, marks, out, format.
load 'plots/style.gp'
eval(canvas(720, 370))
set output out
is(network) = strcol('network') eq network
array names[2] = ['regression', 'classification']
array loss_name[2] = ['{/:Italic SE}', 'mean {/:Italic CE}']
array what[2] = ['regression, one sample', 'classification, 150 flowers']
do for [name in 'quarter minimum return'] {
    stats marks using (only(strcol('mark') eq name, column('alpha'))) name name nooutput
}
set xlabel 'learning rate {/:Italic α}'
set multiplot
set tmargin at screen 0.91
set bmargin at screen 0.18
do for [p = 1:2] {
    network = names[p]
    stats data using (only(is(network), column('loss'))) name 'losses' nooutput
    stats data using (only(is(network), column('alpha'))) name 'alpha' nooutput
    set lmargin at screen 0.105 + (p - 1) * 0.5
    set rmargin at screen 0.105 + (p - 1) * 0.5 + 0.38
    set title what[p] offset 0,-0.4
    set ylabel 'loss after the step, ' . loss_name[p]
    set xrange [0:alpha_max]
    set yrange [0:1.3 * losses_max]
    set key top center
    unset label
    unset arrow
    if (p == 1) {
        set arrow 1 from quarter_min, first 0 to quarter_min, graph 0.76 @mark
        set arrow 2 from return_min, first 0 to return_min, graph 0.76 @mark
        set label 1 "no rise up to\n{/:Italic α} = 1/4, ever" at quarter_min, graph 0.74 left offset 0.6,0
        set label 2 "here no rise\nup to 1/{/:Italic S}" at return_min, graph 0.58 right offset -1,0
        set label 3 '1/(2{/:Italic S})' at minimum_min, 0 center offset 0,1.2 point pointtype 7 pointsize 0.6
    }
    plot data using 'alpha':(only(is(network), column('loss'))) with lines linetype 1 title 'loss', \
        data using 'alpha':(only(is(network), column('tangent'))) with lines linetype 2 linewidth 1.5 \
            title 'tangent at 0'
}
unset multiplot
