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
set datafile separator tab
set datafile columnheaders

# The same drawing as SVG and as PNG: eval() one of these.
svg(w, h) = sprintf("set terminal svg size %d,%d font 'DejaVu Sans,13' background '#ffffff'", w, h)
png(w, h) = sprintf("set terminal pngcairo size %d,%d font 'DejaVu Sans,21' fontscale 1 linewidth 1.6", 1.6 * w, 1.6 * h)
