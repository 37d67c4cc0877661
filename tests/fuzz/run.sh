#!/bin/sh
# run.sh FUZZER SECONDS: the cases that once went wrong, then random documents for so long, from the
# kept corpus on. What goes wrong is left in build/fuzz. Exit status 0: nothing did.
set -eu
fuzzer=$1
seconds=$2
here=$(cd "$(dirname "$0")" && pwd)
out=build/fuzz
"$fuzzer" -timeout=20 "$here"/regressions/* >"$out/regressions.log" 2>&1 ||
    { tail -n 30 "$out/regressions.log"; echo "fuzz: an old case is wrong again"; exit 1; }
mkdir -p "$out/corpus"
[ ! -e "$here/corpus.tar.gz" ] || tar -xzf "$here/corpus.tar.gz" -C "$out/corpus"
if ! "$fuzzer" -dict="$here/dictionary.txt" -artifact_prefix="$out/" -timeout=20 -rss_limit_mb=600 \
    -max_len=4000 -max_total_time="$seconds" -print_final_stats=1 "$out/corpus" \
    "$here/../derivations" >"$out/fuzz.log" 2>&1; then
    tail -n 40 "$out/fuzz.log"
    echo "fuzz: FAILED; the document is the newest crash-, timeout- or oom- file in $out"
    exit 1
fi
echo "fuzz: $(sed -n 's/^stat::number_of_executed_units: *//p' "$out/fuzz.log") documents in $seconds s, none went wrong"
