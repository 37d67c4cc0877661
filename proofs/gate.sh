#!/bin/sh
# gate.sh OUT: decides whether the run in OUT is a proof. It fails unless every goal is proved, every
# smoke test passed, and each function has exactly the number of goals and smoke tests that
# proofs/expected.tsv says (an emptied body proves 0 goals of 0). Then it writes the tables that are
# kept: proofs/obligations.tsv, proofs/trusted.txt. ACCEPT=yes takes the counts as the new expectation.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1
goals=$out/goals.tsv
tab=$(printf '\t')

awk -F "$tab" 'BEGIN { OFS = FS } { f = $2 == "-" ? $1 ".acsl" : $2; all[f]++; $4 == "smoke" ? smoke[f]++ : goal[f]++ }
    END { for (f in all) print f, goal[f] + 0, smoke[f] + 0 }' "$goals" | LC_ALL=C sort >"$out/counts.tsv"
if [ "${ACCEPT:-no}" = yes ]; then
    { printf 'function\tgoals\tsmoke_tests\n'; cat "$out/counts.tsv"; } >"$here/expected.tsv"
fi

bad=0
awk -F "$tab" '$7 == "unproved" || $7 == "CONTRADICTION"' "$goals" >"$out/bad.tsv"
if [ -s "$out/bad.tsv" ]; then
    bad=1
    awk -F "$tab" '{ printf "%s: %s: %s: %s\n", $7, $3, $2, $5 }' "$out/bad.tsv"
fi
if ! sed 1d "$here/expected.tsv" | diff - "$out/counts.tsv" >"$out/counts.diff"; then
    bad=1
    echo "The number of goals or smoke tests has changed (function, goals, smoke tests; < expected, > now):"
    grep '^[<>]' "$out/counts.diff"
    echo "If that is meant, run: make proofs ACCEPT=yes"
fi
[ $bad = 0 ] || { echo "proofs: FAILED"; exit 1; }

{ printf 'function\tequation\tkind\tgoal\tprover\tstatus\n'
  cut -f2- "$goals" | LC_ALL=C sort; } >"$here/obligations.tsv"

{
    echo "What the proofs take on trust. Written by make proofs."
    echo
    echo "Contracts that are assumed, not proved:"
    cat "$out"/sigma.log "$out"/regression.log "$out"/classification.log |
        awk '/^--- Properties of Function/ { name = $NF } /^\[ +Extern +\]/ { sub(/^\[[^]]*\] */, ""); print "  " name ": " $0 }' |
        sort -u
    echo "Axioms stated in this project's annotations: $(cat "$here"/../src/*.acsl "$here"/../src/*.h | grep -cE '^ *axiom ' || true)"
    echo
    echo "Reading: every double is a real number (WP model Typed+real). Nothing is said about rounding,"
    echo "overflow, infinity or NaN; the goals of kind \"finite\" are void in this reading."
    echo "Memory: WP's Typed model; parameters do not overlap the locals of the function."
    echo "Theories of the provers: Why3's real.ExpLog (exp, log) and WP's exp_pos, the latter also a theorem"
    echo "of Coq; Qed's own simplifications."
    echo "Coq's axioms of the reals: sig_forall_dec, sig_not_dec, functional_extensionality_dep, classic"
    echo "(proofs/coq.sh refuses a proof that leans on more)."
    echo "Tools: $(frama-c -version | head -1 | tr -d '\n' | sed 's/^/Frama-C /'); $(why3 --version); $(sed 's/,/, /g' "$out/provers");"
    echo "  $(z3 --version | cut -d- -f1); the C compiler."
} >"$here/trusted.txt"

awk -F "$tab" '$4 == "smoke" { s++; next } $4 == "finite" { v++; next } { n++; by[$6]++ }
    END { printf "proofs: %d goals proved (", n; for (p in by) printf "%s%s %d", c++ ? ", " : "", p, by[p]
          printf "), %d void in this reading, %d smoke tests passed\n", v, s }' "$goals"
