# fit_iris.gp: the petal plane at three epochs of the training, shaded by the species the network predicts,
# and the 150 flowers, with a ring around those it takes for another species.
# Variables: regions, flowers (tables), out, format.
load 'plots/style.gp'
eval(canvas(720, 340))
set output out
species = 'setosa versicolor virginica'
shade = '#a9cbe8 #fff3e6 #bfe0cf'
stats flowers using 'epoch' name 'epoch' nooutput
first_epoch = epoch_min
last_epoch = epoch_max
within(low, x, high) = only(low < x && x < high, x)
stats flowers using (within(first_epoch, column('epoch'), last_epoch)) name 'epoch' nooutput
epoch(p) = p == 1 ? first_epoch : p == 2 ? epoch_min : last_epoch
here(p) = column('epoch') == epoch(p)
of(n, p) = here(p) && strcol('species') eq word(species, n)
unset grid
set xrange [0.5:7.5]
set yrange [0:2.7]
set xtics 1, 2
set xlabel 'petal length (cm)'
unset key
do for [n = 1:3] {
    set label n word(species, n) at screen 0.02 + n * 0.17, screen 0.95 left offset 1,0 \
        point linetype n pointsize 0.5 linewidth 1
}
set label 4 'taken for another' at screen 0.7, screen 0.95 left offset 1,0 \
    point pointtype 6 pointsize 0.7 linewidth 1
set multiplot
set tmargin at screen 0.82
set bmargin at screen 0.19
do for [p = 1:3] {
    stats flowers using (only(here(p), column('wrong'))) name 'wrong' nooutput
    set lmargin at screen 0.1 + (p - 1) * 0.303
    set rmargin at screen 0.1 + (p - 1) * 0.303 + 0.28
    set title sprintf('epoch %d: %d wrong', epoch(p), wrong_sum) offset 0,-0.6
    if (p == 1) { set ylabel 'petal width (cm)'; set format y '%g' } else { unset ylabel; set format y '' }
    plot for [n = 1:3] regions using 'length':(only(of(n, p), column('low'))):'high' \
            with filledcurves fillstyle solid 1 noborder fillcolor rgb word(shade, n), \
        for [n = 1:3] flowers using 'length':(only(of(n, p), column('width'))) \
            with points linetype n linewidth 1 pointsize 0.35, \
        flowers using 'length':(only(here(p) && column('wrong') == 1, column('width'))) \
            with points pointtype 6 pointsize 0.7 linewidth 1 linecolor rgb '#000000'
    unset label
}
unset multiplot
