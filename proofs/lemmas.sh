#!/bin/sh
# lemmas.sh FILE.acsl...: their lemmas, one a line, "check NAME" for those that other proofs may not use.
set -eu
cat "$@" | sed -n 's/^\(\/\*@\)\{0,1\} *\(check \)\{0,1\}lemma \([A-Za-z0-9_]*\)[:{ ].*/\2\3/p'
