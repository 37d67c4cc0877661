#!/bin/sh
# run.sh [EQUATION]: proves the core from scratch and lets the gate judge it; with an equation's label,
# for instance R10, proves what bears that label and prints it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=build/proofs
rm -rf "$out"
mkdir -p "$out"
"$here/provers.sh" "$out"

# The judge of Coq proofs must refuse what is planted here: proofs that are not there, that state something
# else, or that lean on an axiom.
planted() {
    printf 'Axiom planted : (0 = 1)%%R.\n\nAxiom Q_planted : (0 = 1)%%R.\n\nTheorem wp_goal : (0 = 1)%%R.\nProof.\nQed.\n' \
        >"$out/planted_goal.v"
    printf '(* goal *)\nProof.\n%s\n' "$1" >"$out/planted_proof.v"
    if "$here/coq.sh" "$out/coq" "$out/planted_goal.v" "$out/planted_proof.v" >"$out/planted.log" 2>&1; then
        echo "proofs: FAILED: proofs/coq.sh let this through: $1"
        exit 1
    fi
    grep -q 'tactics alone\|leans on' "$out/planted.log" ||
        { echo "proofs: FAILED: proofs/coq.sh gave no judgement:"; cat "$out/planted.log"; exit 1; }
}
if [ $# -eq 0 ] || [ -z "$1" ]; then
    goal='Theorem wp_goal : (0 = 1)%R. Proof.'
    planted 'Admitted.'
    planted 'exact planted. Qed.'
    planted 'exact Q_planted. Qed.'
    planted 'Abort. Lemma wp_goal : True. Proof. exact I. Qed.'
    planted "Abort. (* a *) Axiom Q_x : (0 = 1)%R. (* b *) $goal exact Q_x. Qed."
    planted "Abort. Context (Q_x : (0 = 1)%R). $goal exact Q_x. Qed."
    planted "Abort. #[bypass_check(guard)] Fixpoint Q_x (n : nat) {struct n} : (0 = 1)%R := Q_x n. $goal exact (Q_x 0). Qed."
    "$here/prove.sh" "$out" src
    exec "$here/gate.sh" "$out"
fi

equation=$1
case $equation in
    R*) network=regression ;;
    C*) network=classification ;;
    *) echo "proofs: EQ wants a label such as R10 or C7, not '$equation'" >&2; exit 2 ;;
esac
out=$out/$equation
mkdir -p "$out"
cp -r "$out/../coq" "$out"
EQ=$equation UNITS="$network ${network}_ieee ${network}_network_ieee ${network}_derivatives \
    ${network}_derivatives_ieee ${network}_rounding" SMOKE=no "$here/prove.sh" "$out" src
awk -F '\t' '
    $4 != "smoke" { printf "%-9s %-5s %-9s %-28s %s\n", $7, $1 ~ /_(ieee|rounding)$/ ? "IEEE" : "real", $4, $2, $5 }' "$out/all.tsv"
awk -F '\t' '$7 == "unproved"' "$out/all.tsv" >"$out/bad.tsv"
"$here/explain.sh" "$out/bad.tsv"
# A unit that broke off would leave goals out.
awk -F '\t' -v equation="$equation" '
    BEGIN { named = "(ensures|assert|invariant|lemma)_" equation "(_|$)" }
    FILENAME != ARGV[1] { if ($4 ~ named) listed++; next }
    $4 != "smoke" { n++; bad += $7 != "proved"; bears += $5 ~ named }
    END { if (!n) { print "proofs: nothing bears the label " equation; exit 2 }
          printf "%s: %d goals, %d unproved\n", equation, n, bad
          if (bears < listed) printf "proofs: FAILED: the tables of obligations list %d goals with this label, not %d\n", listed, bears
          exit bad > 0 || bears < listed }' "$out/all.tsv" "$here/obligations.tsv" "$here/obligations-ieee.tsv"
