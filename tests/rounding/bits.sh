#!/bin/sh
# bits.sh STEPS: sees that gcc and clang, with and without optimisation, compute the same doubles to the
# last bit: a hash of all weights after each of STEPS random training steps must agree.
# A build in which one bit of one weight is turned over must not agree. FLAGS are the compiler's flags.
# The hash belongs to this machine and its libm, whose exp may round otherwise on another processor.
set -eu
steps=$1
flags=${FLAGS:--std=c11 -O2 -ffp-contract=off}
here=$(cd "$(dirname "$0")" && pwd)
top=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "bits.sh: $*" >&2
    exit 1
}

# hash NAME COMPILER FLAG...: what this build prints, in $work/NAME.
hash() {
    name=$1 compiler=$2
    shift 2
    command -v "$compiler" >/dev/null || fail "$compiler is not installed"
    # shellcheck disable=SC2086
    "$compiler" $flags "$@" -I"$top/src" "$top"/src/*.c "$top/src/base/random.c" \
        "$here/steps.c" -lm -o "$work/steps" || fail "$compiler $* does not compile the core"
    "$work/steps" "$steps" >"$work/$name" || fail "the build with $compiler $* does not run"
}

for compiler in gcc clang; do
    for level in -O0 -O2; do
        hash "$compiler$level" "$compiler" "$level"
        cmp -s "$work/gcc-O0" "$work/$compiler$level" ||
            fail "$compiler $level computes other bits than gcc -O0"
    done
done
hash planted gcc -O2 -DPLANTED
! cmp -s "$work/gcc-O0" "$work/planted" || fail "one bit turned over went unnoticed"
echo "bits: gcc and clang, -O0 and -O2, agree in every bit of $steps steps: $(cut -d ' ' -f 1 "$work/gcc-O0")"
