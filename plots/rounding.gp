# rounding.gp: for each quantity the largest rounding error measured, and the proved bound.
# Variables: data, out, format.
load 'plots/style.gp'
eval(canvas(720, 430))
set output out
stats data using 'measured' name 'measured' nooutput
stats data using 'bound' name 'bound' nooutput
if (measured_min <= 0) { print 'an error of 0 has no place on a logarithmic axis'; exit status 1 }
set logscale x
set format x '10^{%T}'
set xlabel 'absolute rounding error'
set xrange [10 ** floor(log10(measured_min)):10 ** (ceil(log10(bound_max * 20)))]
set yrange [measured_records - 0.4:-0.6]
set lmargin at screen 0.28
set rmargin at screen 0.97
set tmargin at screen 0.89
set key at screen 0.62, screen 0.995 center top samplen 1
name_of(n) = strcol('label') . '   ' . strcol('quantity')
factor(x) = x < 9.95 ? sprintf('%.1f times', x) : sprintf('%.0f times', x)
plot data using 'measured':0:(column('bound') - column('measured')):(0):ytic(name_of(0)) \
        with vectors nohead linewidth 1 dashtype solid linecolor rgb '#999999' notitle, \
    data using 'bound':($0 - 0.34):(0):(0.68) with vectors nohead linewidth 2.5 dashtype solid \
        linecolor rgb '#d55e00' notitle, \
    data using 'bound':0:(factor(column('bound') / column('measured'))) with labels left \
        offset 0.8,0 notitle, \
    data using 'measured':0 with points linetype 1 pointsize 0.6 title 'largest error measured', \
    keyentry with points pointtype '|' linecolor rgb '#d55e00' title 'proved bound'
