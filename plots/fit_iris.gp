# fit_iris.gp: the petal plane, each point shaded by the species the network predicts, and the 150 flowers.
# Variables: grid and flowers (both from backproof predict), out, format.
load 'plots/style.gp'
eval(format eq 'svg' ? svg(700, 460) : png(700, 460))
set output out
species = 'setosa versicolor virginica'
index_of(s) = s eq 'setosa' ? 0 : s eq 'versicolor' ? 1 : 2
set palette defined (0 '#b5d2ea', 1 '#fdf0e4', 2 '#c3e6d8') maxcolors 3
set cbrange [-0.5:2.5]
unset colorbox
unset grid
set xrange [0.5:7.5]
set yrange [0:2.7]
set xlabel 'petal length (cm)'
set ylabel 'petal width (cm)'
set key outside top center horizontal width -1
set label 'setosa predicted' at 0.62,0.82 textcolor rgb '#004c78' front
set label 'versicolor predicted' at 1.2,1.62 textcolor rgb '#8a3d00' front
set label 'virginica predicted' at 3.0,2.6 textcolor rgb '#00614a' front
plot grid using 'Petal.Length':'Petal.Width':(index_of(strcol('predicted'))) with image notitle, \
    for [n = 1:3] flowers using 'Petal.Length':(strcol('measured') eq word(species, n) ? column('Petal.Width') : NaN) \
    with points linetype n linewidth 1 pointsize 0.9 title word(species, n)
