# speed.gp: how many times the time of backproof other software takes for the same.
# Variables: data (recorded by plots/speed.sh), out, format.
load 'plots/style.gp'
eval(canvas(720, 250))
set output out
stats data using 'times_ours' name 'times' nooutput
if (times_min <= 0) { print 'a time of 0 has no place on a logarithmic axis'; exit status 1 }
set logscale x
set format x '10^{%T}'
set xlabel 'time of the other software / time of backproof'
set xtics 1, 100
widest = times_max * 1.5
set xrange [0.7:widest]
set yrange [times_records - 0.4:-0.6]
set lmargin at screen 0.355
set rmargin at screen 0.545
set bmargin at screen 0.25
set grid noytics
unset key
set style fill solid 1 noborder
set arrow 1 from 1, graph 0 to 1, graph 1 nohead linewidth 1 linecolor rgb '#000000' front
name(n) = strcol('task') . ': ' . strcol('software')
text(n) = sprintf('%g times (%s)', column('times_ours'), strcol('note'))
plot data using (column('times_ours')):0:(1):(column('times_ours')):($0 - 0.32):($0 + 0.32):ytic(name(0)) \
        with boxxyerror fillcolor rgb '#0072b2', \
    data using (widest):0:(text(0)) with labels left offset 1,0
