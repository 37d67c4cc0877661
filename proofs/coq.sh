#!/bin/sh
# coq.sh LIBRARY FILE.v [PROOF]: lets Coq judge one goal. LIBRARY is the folder into which
# provers.sh compiled what the proofs share. Frama-C WP writes the goal as a Coq file that ends in an
# empty proof; this puts the project's own proof in its place and runs coqc. Exit status 0: proved.
#
# The proof is the file of proofs/coq/ whose first line, (* goal: REGEX *), matches the goal's
# statement. What WP's text takes as an axiom is proved or defined on the spot: definitions by cases
# (cases.awk), lemmas (reach.awk), doubles and memory (ieee.awk); the rest is thrown away. A proof may hold
# tactics and no command of Coq (script.awk), and may lean on Coq's axioms of the reals and on nothing else.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
library=$(cd "$1" && pwd) goal=$2
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

statement=$(sed -n '/^Theorem wp_goal/,/^Proof\./p' "$goal" | tr -s ' \n' ' ')
proof=${3:-$(STATEMENT=$statement awk '
    FNR == 1 && /^\(\* goal: .* \*\)$/ && ENVIRON["STATEMENT"] ~ substr($0, 10, length($0) - 12) { proof = FILENAME }
    FNR == 1 { nextfile }
    END { print proof }' "$here"/coq/*.v)}
# In the IEEE reading, what is about operations on doubles has one proof for all that have none of their own.
ieee=no
! grep -q '^Axiom t1 : Type\.$' "$goal" || ieee=yes
if [ -z "$proof" ] && [ $ieee = yes ] &&
    printf '%s' "$statement" | grep -Eq "(-> |forall )[^>]*(t'isFinite1|t'real1|P_Within|P_InUnit)[^>]*\. Proof" &&
    ! printf '%s' "$statement" | grep -q 'havoc\|Map\.set'; then
    proof=$here/coq/default_ieee.v
fi
if [ -z "$proof" ]; then
    echo "Error: no proof in proofs/coq/ is for this goal"
    exit 1
fi
# ieee.awk takes t1 for the type of doubles.
if [ $ieee = yes ] && ! grep -q '^Definition f64 := t1\.$' "$goal"; then
    echo "Error: t1 is not the type double in this goal"
    exit 1
fi

sed -e '/^Require Import BuiltIn\.$/d' -e '/^Require \(BuiltIn\|HighOrd\|bool\|int\|real\|map\|bv\)\b/d' \
    -e '/^Proof\.$/,$d' "$goal" >"$dir/whole.v"
{
    cat "$here/coq/prelude.v"
    [ $ieee = yes ] || echo 'Notation value x := x (only parsing).'
    PROOFS=$here/coq awk -v goal="$dir/whole.v" -f "$here/reach.awk" "$proof" "$dir/whole.v" |
        awk -f "$here/cases.awk" | awk -f "$here/ieee.awk"
    sed 1d "$proof"
    echo 'Print Assumptions wp_goal.'
} >"$dir/goal.v"
if ! (cd "$dir" && sed 1d "$proof" | awk -f "$here/script.awk" &&
    TMPDIR=$dir coqc -q -w -all -R "$library" Backproof goal.v) >"$dir/log" 2>&1; then
    cat "$dir/log"
    exit 1
fi

# What the goal itself leaves open (a Parameter: a function of which nothing is said) is no assumption.
open=$(sed -n "s/^Parameter \([A-Za-z0-9_']*\):.*/\1/p" "$dir/whole.v" | paste -sd '|' -)
allowed="ClassicalDedekindReals\.sig_forall_dec|ClassicalDedekindReals\.sig_not_dec|FunctionalExtensionality\.functional_extensionality_dep|Classical_Prop\.classic"
extra=$(grep '^[^ ]' "$dir/log" | grep -vxE 'Axioms:|Closed under the global context' |
    grep -vE "^($allowed${open:+|$open})( :.*)?\$" || true)
if [ -n "$extra" ]; then
    echo "Error: $(basename "$proof") leans on" $extra
    exit 1
fi
grep -qxE 'Axioms:|Closed under the global context' "$dir/log" || { echo "Error: Coq did not say what $(basename "$proof") leans on"; exit 1; }
