#!/bin/sh
# floor.sh N: passes Criterion's output from standard input on, and fails unless its last line of
# account is there, with at least N tests, none failing and none crashing.
# Criterion's exit status alone proves nothing: a filter that matches no test gives 0.
set -eu
export LC_ALL=C # numbers with a point
case ${1:-} in
    '' | *[!0-9]*) echo "floor.sh: expected the least number of tests" >&2; exit 2 ;;
esac
awk -v least="$1" '
    { print; fflush() }
    /Synthesis: Tested:/ {
        there = 1
        line = $0
        gsub(/\033\[[0-9;]*m/, "", line)
        split(line, part, "|")
        for (p in part)
            if (match(part[p], /(Tested|Passing|Failing|Crashing): *[0-9]+/)) {
                split(substr(part[p], RSTART, RLENGTH), pair, /: */)
                count[pair[1]] = pair[2] + 0
            }
        complete = ("Tested" in count) && ("Passing" in count) && ("Failing" in count) &&
            ("Crashing" in count)
    }
    function fail(why) {
        print "floor.sh: " why > "/dev/stderr"
        exit 1
    }
    END {
        if (!there || !complete) fail("the tests did not come to their end")
        if (count["Tested"] < least) fail("only " count["Tested"] " tests ran, expected " least)
        if (count["Failing"] || count["Crashing"])
            fail(count["Failing"] " failing, " count["Crashing"] " crashing")
        if (count["Passing"] != count["Tested"]) fail("not all passed")
    }'
