# fit_trees.gp: each of the 31 trees, its measured volume against the one that the network predicts.
# Variables: data (from backproof predict), out, format.
load 'plots/style.gp'
eval(canvas(400, 370))
set output out
set size ratio 1
set xrange [0:85]
set yrange [0:85]
set xlabel 'measured volume (cubic feet)'
set ylabel 'predicted volume (cubic feet)'
set key top left
plot x with lines linetype 4 title 'predicted = measured', \
    data using 'measured':'predicted' with points pointtype 7 pointsize 0.6 linecolor rgb '#0072b2' \
    title 'one tree'
