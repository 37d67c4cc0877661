#!/bin/sh
# mutants.sh [NAME...]: plants each fault of tests/mutants (or a patch file that is named) in a copy of
# src and runs the tests there, all but the slow ones: for a fault in src/check those of the checker, for
# others the rest. Each must be killed; one that is not has SURVIVED: the tests see too little. One that does
# not apply any more or compile is an error. A NAME may be a folder of tests/mutants.
# Exit status 0: all were killed. Spoilt programs may do anything to files, so root runs them as nobody. B is
# the build folder that already has the program and the tests' objects, CC the compiler, JOBS how many
# mutants are tried at once.
set -eu
export LC_ALL=C # numbers with a point
top=$(cd "$(dirname "$0")/.." && pwd)
seconds=60  # of CPU, for a test that never ends: how busy the machine is must not matter
patience=900 # by the clock, for tests that wait for ever
export LC_ALL=C # the verdicts are read from Criterion's lines
# Tests within one process come first, then those that start the program, but for the slowest.
inside='!(check|data|environment|json|program|training)/*'
outside='@(check|data|environment|json|program|training)/!(*reaches*|progress|*schemas)'
# Which tests are the checker's: they include its headers, or are named so.
of_checker='"check/\|"evaluated\.h\|"printed\.h\|"documents\.h\|^ *Test(\(check\|readings\|report\),'

# build DIR TARGET...: in a copy of the project, with the objects that are up to date.
build() {
    dir=$1
    shift
    make -s -C "$dir" B=build/mutant "$@" >"$dir/build.log" 2>&1
}

# run DIR TESTS: sets status and leaves tests.log.
run() {
    status=0
    mkdir -p "$1/tmp"
    [ -z "$as_nobody" ] || chown 65534:65534 "$1/tmp"
    # shellcheck disable=SC2086 # a command of several words
    (
        cd "$1" && ulimit -t $seconds
        export TMPDIR="$1/tmp" BACKPROOF=build/mutant/backproof
        exec $as_nobody timeout -k 5 $patience build/mutant/tests/run -j1 --ascii --color=never \
            --fail-fast --filter "$2"
    ) >"$1/tests.log" 2>&1 || status=$?
}

# verdict DIR: the test that failed first, "none", or nothing if the tests gave no result.
# A test that crashes fails; tests that never end, or take their runner down, have noticed as well.
verdict() {
    run "$1" "$inside"
    if [ $status = 0 ]; then
        build "$1" build/mutant/backproof && run "$1" "$outside"
    fi
    crashed=$(sed -n 's/.*[] ]\([^ ]*::[^ ]*\): CRASH!.*/\1/p' "$1/tests.log" | head -n 1)
    failed=$(sed -n 's/^\[FAIL\] \([^ ]*::[^ ]*\):.*/\1/p' "$1/tests.log" | head -n 1)
    if [ -n "$crashed" ]; then
        echo "$crashed (crash)"
    elif [ -n "$failed" ]; then
        echo "$failed"
    elif [ $status = 124 ] || [ $status = 137 ]; then
        : # patience is at an end: no result
    elif [ $status -gt 128 ]; then
        echo "a crash of the whole run"
    elif [ $status = 0 ] && grep -q 'Tested: [1-9].*Failing: 0 | Crashing: 0' "$1/tests.log"; then
        echo none
    fi
}

# judge PATCH: one line, name and what became of it.
judge() {
    name=${1#"$top/tests/mutants/"}
    name=${name%.patch}
    dir=$work/$(printf '%s' "$name" | tr / :)
    base=$work/core
    case $name in check/*) base=$work/checker ;; *) ! grep -q '^+++ b/src/check/' "$1" || base=$work/checker ;; esac
    cp -a "$base" "$dir"
    if ! patch -s -p1 -d "$dir" <"$1" >"$dir/patch.log" 2>&1; then
        what="ERROR: does not apply any more: $(sed -n 's/^[+]\{3\} b.\([^[:space:]]*\).*/\1/p' "$1") has changed"
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
    printf '%s\t%s\n' "$name" "$what" >"$dir.verdict"
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
work=$(mktemp -d)
chmod 755 "$work"
as_nobody=
[ "$(id -u)" != 0 ] || as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
export work as_nobody CC="${CC:-cc}"

whole=no
if [ $# = 0 ]; then
    whole=yes
    find "$top/tests/mutants" -name '*.patch' | sort >"$work/list"
fi
for name in "$@"; do
    case $name in
        *.patch) realpath "$name" ;;
        *) find "$top/tests/mutants/$name" "$top/tests/mutants/$name.patch" -name '*.patch' 2>/dev/null | sort | grep . ;;
    esac >>"$work/list" || { echo "mutants.sh: no mutant $name" >&2; exit 2; }
done

# base NAME FILE...: the copy that mutants start from, with these files of tests and what they read; times are
# kept, so that only the spoilt file is compiled. The tests must pass there.
base() {
    dir=$work/$1
    shift
    mkdir -p "$dir/build/mutant" "$dir/tests"
    cp -a "$top/Makefile" "$top/README.md" "$top/src" "$dir/"
    (cd "$top/tests" && cp -a *.h oracle derivations golden fuzz schemas "$@" "$dir/tests/")
    (cd "$built" && tar cf - builtin_data.h grammar.tab.* lexer.yy.* $(find src tests -name '*.[od]')) |
        tar xf - -C "$dir/build/mutant"
    find "$dir/build/mutant" -name '*.d' -exec sed -i "s|\(^\| \)$B/|\1build/mutant/|g" {} +
    if ! build "$dir" build/mutant/backproof build/mutant/tests/run; then
        cat "$dir/build.log" >&2
        exit 2
    fi
    if [ "$(verdict "$dir")" != none ]; then
        cat "$dir/tests.log" >&2
        echo "mutants.sh: the tests fail without any mutant" >&2
        exit 2
    fi
}

of_core=$(cd "$top/tests" && grep -L "$of_checker" *.c)
of_check=$(cd "$top/tests" && { grep -l "$of_checker" *.c; ls *.c | grep -v '^test_'; } | sort -u)
checker=$({ xargs grep -l '^+++ b/src/check/' <"$work/list" || true
    grep '/tests/mutants/check/' "$work/list" || true; } | sort -u | wc -l)
[ "$checker" = 0 ] || base checker $of_check
[ "$checker" = "$(wc -l <"$work/list")" ] || base core $of_core

total=$(wc -l <"$work/list")
xargs -n 1 -P "${JOBS:-2}" "$0" --judge <"$work/list" | while read -r name; do
    n=$((${n:-0} + 1))
    [ ! -t 2 ] || printf '\r  %d of %d' "$n" "$total" >&2
done
[ ! -t 2 ] || printf '\r%20s\r' '' >&2

cat "$work"/*.verdict | awk -F '\t' '{ printf "%-42s %s\n", $1, $2 }'
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
