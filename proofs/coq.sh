#!/bin/sh
# coq.sh LIBRARY FILE.v [PROOF]: lets Coq judge one goal. LIBRARY is the folder into which
# provers.sh compiled what the proofs share. Frama-C WP writes the goal as a Coq file that ends in an
# empty proof; this puts the project's own proof in its place and runs coqc. Exit status 0: proved.
#
# The proof is the file of proofs/coq/ whose first line, (* goal: REGEX *), matches the goal's
# statement. A proof that leans on anything but Coq's axioms of the reals, WP's definitions (named
# ...'def) and lemmas that are goals of their own (named Q_...) is refused. In goals of the IEEE reading
# doubles and memory have definitions instead of axioms (ieee.awk); what no proof reaches is left out (reach.awk).
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
if [ -z "$proof" ] && grep -q '^Axiom t1 : Type\.$' "$goal" &&
    printf '%s' "$statement" | grep -Eq "(-> |forall )[^>]*(t'isFinite1|t'real1|P_Within|P_InUnit)[^>]*\. Proof" &&
    ! printf '%s' "$statement" | grep -q 'havoc\|Map\.set'; then
    proof=$here/coq/default_ieee.v
fi
if [ -z "$proof" ]; then
    echo "Error: no proof in proofs/coq/ is for this goal"
    exit 1
fi

# Nothing may be taken for granted: neither here nor in what Coq says that the theorem leans on, below.
if sed 's/(\*.*\*)//' "$proof" "$here"/coq/prelude.v "$here"/coq/calculus.v "$here"/coq/ieee.v "$here"/coq/softmax.v "$here"/coq/spread.v |
    grep -Ew 'Admitted|admit|Axioms?|Parameters?|Conjecture|Hypothes[ie]s|Variables?|give_up'; then
    echo "Error: $(basename "$proof") takes something for granted"
    exit 1
fi

sed -e '/^Require Import BuiltIn\.$/d' -e '/^Require \(BuiltIn\|HighOrd\|bool\|int\|real\|map\|bv\)\b/d' \
    -e '/^Proof\.$/,$d' "$goal" >"$dir/whole.v"
{
    cat "$here/coq/prelude.v"
    awk -v goal="$dir/whole.v" -f "$here/reach.awk" "$proof" "$dir/whole.v" | awk -f "$here/ieee.awk"
    sed 1d "$proof"
    echo 'Print Assumptions wp_goal.'
} >"$dir/goal.v"
if ! (cd "$dir" && coqc -q -w -all -R "$library" Backproof goal.v) >"$dir/log" 2>&1; then
    cat "$dir/log"
    exit 1
fi

# What the goal itself leaves open (a Parameter: a function of which nothing is said) is no assumption.
open=$(sed -n "s/^Parameter \([A-Za-z0-9_']*\):.*/\1/p" "$dir/goal.v" | paste -sd '|' -)
allowed="ClassicalDedekindReals\.sig_forall_dec|ClassicalDedekindReals\.sig_not_dec|FunctionalExtensionality\.functional_extensionality_dep|Classical_Prop\.classic"
extra=$(sed -n '/^Axioms:/,$p' "$dir/log" | grep -Eo '^[A-Za-z_][A-Za-z0-9_.'"'"']*' | grep -v '^Axioms$' |
    grep -vE "^($allowed|[A-Za-z0-9_]*'def|L_[A-Za-z0-9_]*|Q_[A-Za-z0-9_]*${open:+|$open})\$" || true)
if [ -n "$extra" ]; then
    echo "Error: $(basename "$proof") leans on" $extra
    exit 1
fi
