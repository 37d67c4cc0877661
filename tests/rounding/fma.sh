#!/bin/sh
# fma.sh: sees that no multiplication and addition of the core are fused into one instruction, which would
# round once where the source rounds twice: in the object code of gcc and clang with the project's FLAGS,
# and with the processor's fused instructions allowed as well. If fusing is asked for it must be found.
set -eu
flags=${FLAGS:--std=c11 -O2 -ffp-contract=off}
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "fma.sh: $*" >&2
    exit 1
}

command -v objdump >/dev/null || fail "objdump (binutils) is not installed"
case $(uname -m) in
    x86_64 | i?86) fused='vf(n)?m(add|sub)[a-z0-9]*' allow=-mfma ;;
    aarch64) fused='f(n)?m(add|sub|la|ls)' allow= ;;
    *) echo "fma: not checked, the instructions of $(uname -m) are not known here"; exit 0 ;;
esac

# count COMPILER FLAG...: the fused instructions of the core, in $found.
count() {
    compiler=$1
    shift
    command -v "$compiler" >/dev/null || fail "$compiler is not installed"
    found=0
    for file in "$top"/src/*.c; do
        # shellcheck disable=SC2086
        "$compiler" $flags "$@" -I"$top/src" -c "$file" -o "$work/core.o" ||
            fail "$compiler $* does not compile src/${file##*/}"
        objdump -d --no-show-raw-insn "$work/core.o" >"$work/listing" || fail "objdump fails"
        found=$((found + $(grep -Ecw "$fused" "$work/listing" || true)))
    done
}

none() {
    count "$@"
    [ "$found" -eq 0 ] || fail "$found fused instructions in the core with $*"
}

shown=
for compiler in gcc clang; do
    none "$compiler"
    none "$compiler" -march=native
    [ -z "$allow" ] || none "$compiler" "$allow"
    count "$compiler" $allow -ffp-contract=fast
    [ "$found" -gt 0 ] || fail "$compiler was asked to fuse, and none of it is found"
    shown="$shown, $found by $compiler"
done
echo "fma: no fused instruction in the core; when asked for:${shown#,}"
