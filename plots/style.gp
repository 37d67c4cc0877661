# style.gp: one look for all figures. Colours of Okabe and Ito, told apart by colour-blind readers; dashes
# and point shapes tell the same apart in black and white.
set encoding utf8
set border 3 linewidth 0.8 linecolor rgb '#404040'
set tics nomirror out scale 0.6 textcolor rgb '#202020'
set grid linewidth 0.5 linecolor rgb '#dddddd'
set linetype 1 linecolor rgb '#0072b2' linewidth 2 dashtype solid pointtype 7
set linetype 2 linecolor rgb '#d55e00' linewidth 2 dashtype (10,4) pointtype 9
set linetype 3 linecolor rgb '#009e73' linewidth 2 dashtype (3,3) pointtype 5
set linetype 4 linecolor rgb '#000000' linewidth 1 dashtype (12,4,2,4) pointtype 1
set key Left reverse samplen 3.2 spacing 1.15 textcolor rgb '#202020'
# A thin line that marks a value: set arrow ... @mark.
mark = "nohead linewidth 1 dashtype (3,3) linecolor rgb '#000000'"
set datafile separator tab
set datafile columnheaders

# The same drawing in each format: eval(canvas(WIDTH, HEIGHT)), sizes in pixels of the SVG; the PDF has a
# hundred of them to the inch. Letters take the same room in each.
font(size) = sprintf("font 'DejaVu Sans,%g'", size)
canvas(w, h) = format eq 'svg' ? \
    sprintf("set terminal svg size %d,%d %s background '#ffffff'", w, h, font(13)) : format eq 'png' ? \
    sprintf("set terminal pngcairo size %d,%d %s linewidth 1.6 pointscale 1.6", 1.6 * w, 1.6 * h, \
            font(15.6)) : \
    sprintf("set terminal pdfcairo size %.2fin,%.2fin %s linewidth 1.5", 0.01 * w, 0.01 * h, font(16.4))

# The value in a row that is wanted; the other rows are left out.
only(wanted, x) = wanted ? x : NaN
set datafile missing NaN

# For a plot of nothing (2 is outside), over the whole canvas, that carries the key of the others in a
# multiplot.
key_only = "unset logscale; set xrange [0:1]; set yrange [0:1]; unset border; unset tics; unset grid; " \
    . "unset title; unset xlabel; unset ylabel; unset arrow; unset label; " \
    . "set margins screen 0, screen 1, screen 0, screen 1"
