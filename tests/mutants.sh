#!/bin/sh
# mutants.sh [NAME...]: plants each fault of tests/mutants (or a patch file that is named) in a copy of
# src and runs the tests there. Each must be killed; one that is not has SURVIVED: the tests see too
# little. One that does not apply or compile, or is not in src/*.c, is an error. Exit status 0: all were
# killed. The tests that start the program are left out of the link: what they do to files is not to be
# tried with spoilt code. B is the build folder that already has the tests' objects, CC the compiler.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
seconds=60

# build DIR TARGET...: in a copy of the project, with the objects that are up to date.
build() {
    dir=$1
    shift
    make -s -C "$dir" B=build/mutant "$@" >"$dir/build.log" 2>&1
}

# verdict DIR: the test that failed first, "none", or nothing if the tests gave no result.
# A test that crashes fails; tests that never end, or take their runner down, have noticed as well.
verdict() {
    status=0
    (cd "$1" && exec timeout -k 5 $seconds build/mutant/tests/run -j1 --ascii --color=never \
        --fail-fast >tests.log 2>&1) || status=$?
    crashed=$(sed -n 's/.*[] ]\([^ ]*::[^ ]*\): CRASH!.*/\1/p' "$1/tests.log" | head -n 1)
    failed=$(sed -n 's/^\[FAIL\] \([^ ]*::[^ ]*\):.*/\1/p' "$1/tests.log" | head -n 1)
    if [ -n "$crashed" ]; then
        echo "$crashed (crash)"
    elif [ -n "$failed" ]; then
        echo "$failed"
    elif [ $status = 124 ] || [ $status = 137 ]; then
        echo "the time limit of $seconds s"
    elif [ $status -gt 128 ]; then
        echo "a crash of the whole run"
    elif [ $status = 0 ] && grep -q 'Tested: [1-9].*Failing: 0 | Crashing: 0' "$1/tests.log"; then
        echo none
    fi
}

# judge PATCH: one line, name and what became of it.
judge() {
    name=$(basename "$1" .patch)
    dir=$work/$name
    cp -a "$work/base" "$dir"
    if grep '^+++ ' "$1" | grep -qv '^+++ b/src/[a-z]*\.c\($\|[[:space:]]\)'; then
        what='ERROR: not in src/*.c'
    elif ! patch -s -p1 -d "$dir" <"$1" >"$dir/patch.log" 2>&1; then
        what='ERROR: does not apply'
    elif ! build "$dir" build/mutant/tests/run; then
        what='ERROR: does not compile'
    else
        by=$(verdict "$dir")
        case $by in
            '') what='ERROR: the tests gave no result' ;;
            none) what=SURVIVED ;;
            *) what="killed by $by" ;;
        esac
    fi
    printf '%s\t%s\n' "$name" "$what" >"$work/$name.verdict"
    rm -rf "$dir"
    printf '%s\n' "$name"
}

if [ "${1:-}" = --judge ]; then
    judge "$2"
    exit
fi

B=${B:-build/default}
case $B in /*) built=$B ;; *) built=$top/$B ;; esac
[ -x "$built/tests/run" ] || { echo "mutants.sh: build $B/tests/run first" >&2; exit 2; }
work=$(mktemp -d "$built/mutants.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
export work CC="${CC:-cc}"

whole=no
[ $# -gt 0 ] || { whole=yes; set -- "$top"/tests/mutants/*.patch; }
for name in "$@"; do
    patch=$name
    [ -f "$patch" ] || patch=$top/tests/mutants/$name.patch
    [ -f "$patch" ] || { echo "mutants.sh: no mutant $name" >&2; exit 2; }
    case $patch in /*) ;; *) patch=$PWD/$patch ;; esac
    printf '%s\n' "$patch" >>"$work/list"
done

# The copy that every mutant starts from; times are kept, so that only the spoilt file is compiled.
mkdir -p "$work/base/build/mutant"
cp -a "$top/Makefile" "$top/src" "$work/base/"
mkdir "$work/base/tests"
(cd "$top/tests" && cp -a *.h oracle $(grep -L '"runner.h"' *.c) "$work/base/tests/")
(cd "$built" && tar cf - builtin_data.h $(find src tests -name '*.o')) |
    tar xf - -C "$work/base/build/mutant"
if ! build "$work/base" build/mutant/tests/run; then
    cat "$work/base/build.log" >&2
    exit 2
fi
if [ "$(verdict "$work/base")" != none ]; then
    cat "$work/base/tests.log" >&2
    echo "mutants.sh: the tests fail without any mutant" >&2
    exit 2
fi

total=$(wc -l <"$work/list")
xargs -n 1 -P 2 "$0" --judge <"$work/list" | while read -r name; do
    n=$((${n:-0} + 1))
    [ ! -t 2 ] || printf '\r  %d of %d' "$n" "$total" >&2
done
[ ! -t 2 ] || printf '\r%20s\r' '' >&2

cat "$work"/*.verdict | awk -F '\t' '{ printf "%-32s %s\n", $1, $2 }'
killed=$(cat "$work"/*.verdict | grep -c '	killed by ' || true)
survived=$(cat "$work"/*.verdict | grep -c '	SURVIVED' || true)
errors=$((total - killed - survived))
missing=
if [ $whole = yes ]; then
    for n in 01 02 03 04 05 06 07 08 09 10 11 12 13 14; do
        for network in R C; do
            case $network$n in R12 | R13 | R14) continue ;; esac
            ls "$top/tests/mutants/$network$n"-*.patch >/dev/null 2>&1 || missing="$missing $network$n"
        done
    done
    [ -z "$missing" ] || echo "no mutant for$missing"
fi
[ "$errors" = 0 ] || echo "$errors errors"
echo "$total mutants, $killed killed, $survived survived"
[ "$killed" = "$total" ] && [ -z "$missing" ]
