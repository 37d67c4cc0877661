# mistakes.gp: which mistake shows at which kind of test point: a row for each mistake, a dark cell where it
# shows, with its size, and a white one where it does not.
# Variables: data, out, format.
load 'plots/style.gp'
eval(canvas(720, 600))
set output out
stats data using 'row' name 'row' nooutput
stats data using (only(strcol('network') eq 'regression', column('row'))) name 'first' nooutput
is(network) = strcol('network') eq network
height = 0.4
# Classification stands below a gap, in which is its name.
y(row) = row + (row > first_max ? 1.6 : 0)
shows(x) = column('difference') > column('tolerance') ? x : NaN
hides(x) = column('difference') > column('tolerance') ? NaN : x
set xrange [-6.1:7.0]
set yrange [y(row_max) + 0.7:-4.5]
set lmargin 0
set rmargin 0
set tmargin 0
set bmargin 0
unset border
unset tics
unset grid
unset key
set style fill solid 1 border
set label 1 '{/:Bold Regression}' at -6.0, 0.1
set label 2 '{/:Bold Classification}' at -6.0, first_max + 1.7
dark = '#1f4e79'
plot data using (shows(column('column'))):(y(column('row'))):(0.46):(height) with boxxyerror \
        fillcolor rgb dark linecolor rgb dark, \
    data using (hides(column('column'))):(y(column('row'))):(0.46):(height) with boxxyerror \
        fillstyle solid 1 border linecolor rgb '#d55e00' fillcolor rgb '#ffffff' linewidth 1 dashtype solid, \
    data using (shows(column('column'))):(y(column('row'))):(sprintf('%.1g', column('difference'))) \
        with labels textcolor rgb '#ffffff', \
    data using (hides(column('column'))):(y(column('row'))):('0') with labels textcolor rgb '#404040', \
    data using (only(column('column') == 1, -6.0)):(y(column('row'))):(strcol('equation')) with labels left, \
    data using (only(column('column') == 1, -5.3)):(y(column('row'))):(strcol('mistake')) with labels left, \
    data using (only(column('row') == row_max, column('column') - 0.15)):(0.2):(strcol('point')) \
        with labels left rotate by 40
