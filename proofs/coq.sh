#!/bin/sh
# coq.sh LIBRARY FILE.v [PROOF]: lets Coq judge one goal. LIBRARY is the folder into which
# provers.sh compiled what the proofs share. Frama-C WP writes the goal as a Coq file that ends in an
# empty proof; this puts the project's own proof in its place and runs coqc. Exit status 0: proved.
#
# The proof is the file of proofs/coq/ whose first line, (* goal: REGEX *), matches the goal's
# statement. A proof that leans on anything but Coq's axioms of the reals, WP's definitions (named
# ...'def) and lemmas that are goals of their own (named Q_...) is refused.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library=$1 goal=$2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

statement=$(sed -n '/^Theorem wp_goal/,/^Proof\./p' "$goal" | tr -s ' \n' ' ')
proof=
for candidate in "$here"/coq/*.v; do
    pattern=$(sed -n '1s/^(\* goal: \(.*\) \*)$/\1/p' "$candidate")
    if [ -n "$pattern" ] && printf '%s' "$statement" | grep -Eq -- "$pattern"; then
        proof=$candidate
    fi
done
proof=${3:-$proof}
if [ -z "$proof" ]; then
    echo "Error: no proof in proofs/coq/ is for this goal"
    exit 1
fi

# Nothing may be taken for granted: neither here nor in what Coq says that the theorem leans on, below.
if sed 's/(\*.*\*)//' "$proof" "$here"/coq/prelude.v "$here"/coq/calculus.v |
    grep -Ew 'Admitted|admit|Axioms?|Parameters?|Conjecture|Hypothes[ie]s|Variables?|give_up'; then
    echo "Error: $(basename "$proof") takes something for granted"
    exit 1
fi

{
    cat "$here/coq/prelude.v"
    sed -e '/^Require Import BuiltIn\.$/d' -e '/^Require \(BuiltIn\|HighOrd\|bool\|int\|real\|map\)\b/d' \
        -e '/^Proof\.$/,$d' "$goal"
    sed 1d "$proof"
    echo 'Print Assumptions wp_goal.'
} >"$dir/goal.v"
if ! coqc -q -R "$library" Backproof "$dir/goal.v" >"$dir/log" 2>&1; then
    cat "$dir/log"
    exit 1
fi

allowed="ClassicalDedekindReals\.sig_forall_dec|ClassicalDedekindReals\.sig_not_dec|FunctionalExtensionality\.functional_extensionality_dep|Classical_Prop\.classic"
extra=$(sed -n '/^Axioms:/,$p' "$dir/log" | grep -Eo '^[A-Za-z_][A-Za-z0-9_.'"'"']*' | grep -v '^Axioms$' |
    grep -vE "^($allowed|L_[A-Za-z0-9_]*'def|L_[A-Za-z0-9_]*|Q_[A-Za-z0-9_]*)\$" || true)
if [ -n "$extra" ]; then
    echo "Error: $(basename "$proof") leans on" $extra
    exit 1
fi
