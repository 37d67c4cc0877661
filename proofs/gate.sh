#!/bin/sh
# gate.sh OUT: decides whether the run in OUT is a proof. It fails unless in both readings every goal is
# proved, every smoke test passed, each function has exactly the number of goals and smoke tests that
# proofs/expected.tsv and proofs/expected-ieee.tsv say (an emptied body proves 0 goals of 0), each lemma that
# others use is proved in the reading in which they use it, nothing is admitted, and the statements are those
# of proofs/statements.tsv. Then it writes what is kept: proofs/obligations.tsv, proofs/obligations-ieee.tsv,
# proofs/trusted.txt, the counts in the README, end theorems and bounds in proofs/README.md.
# ACCEPT=yes takes counts and statements as the new expectation, and writes proofs/effort.tsv.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$1
tab=$(printf '\t')

# judge SUFFIX: one reading; SUFFIX is nothing or -ieee.
judge() {
    awk -F "$tab" 'BEGIN { OFS = FS } { f = $2 == "-" ? $1 ".acsl" : $2; all[f]++; $4 == "smoke" ? smoke[f]++ : goal[f]++ }
        END { for (f in all) print f, goal[f] + 0, smoke[f] + 0 }' "$out/goals$1.tsv" | LC_ALL=C sort >"$out/counts$1.tsv"
    awk -F "$tab" '$7 == "unproved" || $7 == "CONTRADICTION"' "$out/goals$1.tsv" >"$out/bad$1.tsv"
    if [ -s "$out/bad$1.tsv" ]; then
        bad=1
        "$here/explain.sh" "$out/bad$1.tsv"
    elif [ "${ACCEPT:-no}" = yes ]; then
        { printf 'function\tgoals\tsmoke_tests\n'; cat "$out/counts$1.tsv"; } >"$here/expected$1.tsv"
    fi
    if ! sed 1d "$here/expected$1.tsv" | diff - "$out/counts$1.tsv" >"$out/counts$1.diff"; then
        bad=1
        echo "The number of goals or smoke tests has changed (function, goals, smoke tests; < expected, > now):"
        grep '^[<>]' "$out/counts$1.diff"
        echo "If that is meant, run: make proofs ACCEPT=yes"
    fi
}

# summary SUFFIX
summary() {
    awk -F "$tab" -v ieee="$1" '$4 == "smoke" { s++; next } $4 == "finite" && !ieee { v++; next } { n++; by[$6]++ }
        END { printf "%d goals proved (", n; m = split("Qed Why3 CVC4 Z3 Coq", order, " ")
              for (i = 1; i <= m; i++) { c = 0; for (p in by) if (index(p, order[i]) == 1) c += by[p]
                  if (c) printf "%s%s %d", (some++ ? ", " : ""), order[i], c }
              printf ")"; if (!ieee) printf ", %d void in this reading", v; printf ", %d smoke tests passed", s }' "$out/goals$1.tsv"
}

bad=0
fault() {
    bad=1
    echo "$*"
}
src=$here/../src
judge ''
judge -ieee

# A lemma that no unit proves would be taken for granted by whatever uses it. NETWORK_rounding.acsl is read
# in the IEEE reading only, a check lemma in the real one only.
for file in "$src"/*.acsl; do
    "$here/lemmas.sh" "$file" |
        while read -r kind lemma; do
            readings='goals goals-ieee'
            [ -n "$lemma" ] && readings=goals || lemma=$kind
            case $file in *_rounding.acsl) readings=goals-ieee ;; esac
            for reading in $readings; do
                cut -f5,7 "$out/$reading.tsv" | grep -Eqx "(check_)?lemma_$lemma${tab}proved" ||
                    echo "unproved: the lemma $lemma: no unit of proofs/prove.sh has it in $reading"
            done
        done
done >"$out/lemmas.bad"
[ ! -s "$out/lemmas.bad" ] || fault "$(cat "$out/lemmas.bad")"
! grep -nwE 'lemma' "$src"/*.[ch] || fault "A lemma stands outside the .acsl files; it would not be proved."
! grep -nwE 'admit|axiom|axiomatic' "$src"/*.[ch] "$src"/*.acsl || fault "Something is admitted."
for function in $(sed -n 's/^\(double\|void\) \([A-Za-z0-9_]*\)(.*/\2/p' "$src/sigma.c" "$src/regression.c" "$src/classification.c"); do
    for reading in '' -ieee; do
        grep -q "^$function$tab" "$out/counts$reading.tsv" || fault "unproved: $function has no goal in goals$reading.tsv"
    done
done

"$here/sums.sh" "$src" >"$out/statements.tsv"
[ "${ACCEPT:-no}" != yes ] || cp "$out/statements.tsv" "$here/statements.tsv"
for file in $(diff "$here/statements.tsv" "$out/statements.tsv" | sed -n 's/^> \([^\t]*\).*/\1/p'); do
    fault "$file states something else than what was accepted; if that is meant, run: make proofs ACCEPT=yes"
done

# The bounds in the texts are those of make rounding; they must be those that are proved.
cut -f1,4 "$here/rounding.tsv" | sed 1d >"$out/bounds.kept"
{
    echo '#include <fenv.h>'
    echo '#include <stdio.h>'
    echo '#include "rounding.h"'
    echo 'int main(void) { volatile double b; fesetround(FE_UPWARD);'
    cut -f1 "$out/bounds.kept" | sed 's/.*/b = &_ERROR; printf("&\\t%.3e\\n", b);/'
    echo 'return 0; }'
} >"$out/bounds.c"
${CC:-cc} -std=c11 -I"$src" "$out/bounds.c" -lm -o "$out/bounds"
"$out/bounds" | cmp -s - "$out/bounds.kept" ||
    fault "proofs/rounding.tsv has other bounds than src/rounding.h; run: make rounding ACCEPT=yes"
[ $bad = 0 ] || { echo "proofs: FAILED"; exit 1; }

for reading in '' -ieee; do
    { printf 'function\tequation\tkind\tgoal\tprover\tstatus\n'
      cut -f2-7 "$out/goals$reading.tsv" | LC_ALL=C sort; } >"$here/obligations$reading.tsv"
done

{
    echo "What the proofs take on trust. Written by make proofs."
    echo
    echo "Contracts that are assumed, not proved (src/libm.h; glibc's manual, Known Maximum Errors in Math"
    echo "Functions: 1 ulp for both, which is a relative 2^-52 at most):"
    cat "$out"/[a-z]*.log |
        awk '/^--- Properties of Function/ { name = $NF } /^\[ +Extern +\]/ { sub(/^\[[^]]*\] */, ""); print "  " name ": " $0 }' |
        sort -u | awk -F "['\t]" 'NR == FNR { proved[$2]; next } !($2 in proved)' "$out/all.tsv" -
    echo "Axioms stated in this project's annotations: 0 (gate.sh refuses any)."
    echo
    echo "Real reading (obligations.tsv): every double is a real number (WP model Typed+real). It says nothing"
    echo "about rounding, overflow, infinity or NaN; the goals of kind \"finite\" are void in this reading. exp and"
    echo "log are taken to be exact."
    echo "IEEE reading (obligations-ieee.tsv): every double is an IEEE 754 number, rounded to nearest (WP model"
    echo "Typed+float). exp and log are taken to be within a relative 2^-52; make rounding measures that. The C"
    echo "compiler is taken to compute with such doubles; make rounding compares gcc and clang bit for bit."
    echo "Memory: WP's Typed model; parameters do not overlap the locals of the function."
    echo "Theories of the provers: Why3's real.ExpLog (exp, log) and WP's exp_pos, the latter also a theorem"
    echo "of Coq; Qed's own simplifications. What CVC4 proves in the IEEE reading, it proves without any theory"
    echo "of doubles; what is about operations on doubles is proved in Coq, on Flocq's definition of them, and"
    echo "Gappa's bounds are checked by Coq."
    echo "Coq's axioms of the reals: sig_forall_dec, sig_not_dec, functional_extensionality_dep, classic. coq.sh"
    echo "refuses a proof that leans on more; lemmas and definitions by cases are proved again where they are used."
    echo "Between WP and the provers: Why3's translations, which take ACSL's exp, log and abs for Coq's exp, ln and"
    echo "Rabs; the drivers *.drv.in, which leave theories out; cvc4.sh, which adds a pattern; reach.awk, cases.awk"
    echo "and ieee.awk, whose definitions Coq checks against what WP states; gate.awk, which reads WP's report."
    echo "Tools: $(frama-c -version | head -1 | tr -d '\n' | sed 's/^/Frama-C /'); $(why3 --version);"
    echo "  Coq $(coqc --print-version | cut -d' ' -f1); $(cvc4 --version | sed -n 's/^This is \(CVC4\) version \([^ ]*\).*/\1 \2/p');" \
        "$(z3 --version | sed 's/ version//; s/ -.*//'); Gappa $(gappa --version 2>&1 | sed 's/.* //'); the C compiler."
} >"$here/trusted.txt"

# How long it took is kept from the run whose counts were taken: another machine has other times.
if [ "${ACCEPT:-no}" = yes ]; then
    { printf 'reading\tprover\tgoals\tlemmas\tseconds\n'
      awk -F "$tab" 'BEGIN { OFS = FS }
        $4 == "smoke" { next }
        { r = $1 ~ /_(ieee|rounding)$/ ? "IEEE" : "real" }
        $4 == "finite" && r == "real" { next }
        { k = r OFS $6; goals[k]++; lemmas[k] += $4 == "lemma"; took[k] += $8 }
        END { for (k in goals) print k, goals[k], lemmas[k], sprintf("%.1f", took[k]) }' "$out/all.tsv" | LC_ALL=C sort
    } >"$here/effort.tsv"
fi

# The README leaves out which prover proved how many: that may change with the speed of the machine.
awk -F "$tab" '
    function line(reading, suffix, void) {
        printf "%s: %d goals (single statements), all proved%s;\n", reading, goals[suffix], void
        printf "%d searches for a contradiction in what is assumed found none. All of them:\n", smoke[suffix]
        printf "[proofs/obligations%s.tsv](proofs/obligations%s.tsv).\n", suffix, suffix
    }
    FILENAME != ARGV[3] {
        s = FILENAME == ARGV[2] ? "-ieee" : ""
        if ($4 == "smoke") smoke[s]++
        else if ($4 == "finite" && s == "") void++
        else goals[s]++
        next
    }
    /^<!-- end of the generated part -->/ { inside = 0 }
    !inside { print }
    /^<!-- generated by make proofs -->/ {
        inside = 1
        line("Over the reals", "", sprintf("; %d more, about overflow and NaN, say nothing there", void))
        print ""
        line("In IEEE doubles", "-ieee", "")
    }' "$out/goals.tsv" "$out/goals-ieee.tsv" "$here/../README.md" >"$out/README.md"
cmp -s "$out/README.md" "$here/../README.md" || cp "$out/README.md" "$here/../README.md"
# proofs/README.md: the end theorems with their constants, and the bounds beside what make rounding measured.
awk -F "$tab" '
    FNR == NR { if (FNR > 1) { row[++n] = "| " $1 " | " $2 " | " $4 " | " $3 " |"; bound[$1] = $4 } next }
    /^<!-- end of the generated part -->/ { inside = 0 }
    !inside { print }
    /^<!-- generated by make proofs -->/ {
        inside = 1
        print "- **Regression.** For all inputs, targets and weights in the box, the numbers that `regression_gradient`"
        print "  stores are within " bound["R6"] " (each gamma) and " bound["R10"] " (each W) of the derivatives, by the definition, of"
        print "  the squared error; after `regression_step` each weight is within " bound["R7"] " (gamma) and " bound["R11"]
        print "  (W) of the exact step; nothing overflows and nothing is NaN."
        print "- **Classification.** For all inputs, weights and labels in the box, if the labels sum to 1, the numbers that"
        print "  `classification_gradient` stores are within " bound["C9"] " (each gamma) and " bound["C13"] " (each W) of the"
        print "  derivatives, by the definition, of the cross-entropy; after `classification_step`, whatever the labels sum"
        print "  to, each weight is within " bound["C10"] " (gamma) and " bound["C14"] " (W) of the exact step; nothing overflows"
        print "  and nothing is NaN." }
    /^<!-- generated by make proofs: bounds -->/ {
        inside = 1
        print "| label | quantity | proved bound | largest error measured |\n|---|---|---|---|"
        for (i = 1; i <= n; i++) print row[i] }
' "$here/rounding.tsv" "$here/README.md" >"$out/proofs.md"
cmp -s "$out/proofs.md" "$here/README.md" || cp "$out/proofs.md" "$here/README.md"
echo "proofs, IEEE reading: $(summary -ieee)"
echo "proofs: $(summary '')"
