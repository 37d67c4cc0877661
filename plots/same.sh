#!/bin/sh
# same.sh PROGRAM DATA [DIRECTORY]: makes the tables and the SVG figures once more, into a directory aside,
# and fails unless they are byte for byte those of DIRECTORY (plots if it is not given). The arguments are
# those of draw.sh.
set -eu
export LC_ALL=C # numbers with a point
cd "$(dirname "$0")/.."
first=${3:-plots}
second=$(mktemp -d)
trap 'rm -rf "$second"' EXIT
plots/draw.sh "$1" "$2" "$second" svg >/dev/null
count=0
for file in "$second"/data/*.tsv "$second"/figures/*.svg; do
    name=${file#"$second"/}
    cmp "$file" "$first/$name" >&2 || {
        echo "plots/same.sh: $name: run make plots and look at git diff" >&2
        exit 1
    }
    count=$((count + 1))
done
# A table or a figure that is no longer made is left over.
for file in "$first"/data/*.tsv "$first"/figures/*.svg; do
    name=${file#"$first"/}
    [ -e "$second/$name" ] || {
        echo "plots/same.sh: $name is no longer made" >&2
        exit 1
    }
done
echo "  $count tables and figures are the same, byte for byte"
