#!/bin/sh
# expected.sh PROGRAM NAME...: writes anew what the tests expect of documents of tests/derivations (their
# verdicts, FILE.expected) and tests/golden (each stage). Look at the difference before it is committed.
set -eu
cd "$(dirname "$0")"
case $1 in /*) program=$1 ;; *) program=../$1 ;; esac
shift

# write FILE STAGE EXTENSION: a document that holds errors gives a status of 2 and a table nevertheless.
write() {
    "$program" check --dump "$2" "$1" >"$1.$3.new" || [ $? = 2 ]
    mv "$1.$3.new" "$1.$3"
}

for name in "$@"; do
    found=no
    for file in derivations/"$name" golden/"$name"; do
        [ -f "$file" ] || continue
        found=yes
        case $file in
            derivations/*) write "$file" verdicts expected ;;
            *) for stage in tokens tree model verdicts; do write "$file" "$stage" "$stage"; done ;;
        esac
    done
    [ $found = yes ] || { echo "expected.sh: no document $name in tests/derivations or tests/golden" >&2; exit 2; }
done
