# curve.gp: loss and quality against the epoch, for data that the reader brought.
# Variables: data, out, quality (a column), quality_name, loss_name; format is pdf.
load 'plots/style.gp'
eval(canvas(720, 400))
set output out
set multiplot layout 2,1
set logscale x
set xrange [1:*]
set format x '10^{%T}'
unset key
set lmargin 11
set ylabel loss_name
plot data using 'epoch':'loss' with lines linetype 1
set ylabel quality_name
set xlabel 'epoch'
plot data using 'epoch':quality with lines linetype 2 dashtype solid
unset multiplot
