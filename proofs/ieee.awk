# ieee.awk: gives the doubles of a goal of the IEEE reading their meaning. Why3 writes its theory of floats
# as parameters and axioms; here each parameter that the goals use becomes Flocq's definition (ieee.v), so
# that a proof need not lean on the axioms. Of other operations a proof
# knows nothing: coq.sh refuses one that leans on Why3's axioms about them.
BEGIN {
    meaning["t'real1"] = "Definition t'real1 : t1 -> Reals.Rdefinitions.R := Backproof.ieee.real.\nNotation value := t'real1 (only parsing)."
    meaning["t'isFinite1"] = "Definition t'isFinite1 : t1 -> Prop := Backproof.ieee.finite."
    split("add sub mul div", name)
    split("plus minus times over", exact)
    split("Bplus Bminus Bmult Bdiv", general)
    for (n = 1; n <= 4; n++)
        meaning[name[n] "1"] = "Definition " name[n] "1 (m:mode) (x y:t1) : t1 := match m with RNE => Backproof.ieee." \
            exact[n] " x y | RNA => BinarySingleNaN." general[n] " BinarySingleNaN.mode_NA x y | RTP => BinarySingleNaN." \
            general[n] " BinarySingleNaN.mode_UP x y | RTN => BinarySingleNaN." general[n] \
            " BinarySingleNaN.mode_DN x y | RTZ => BinarySingleNaN." general[n] " BinarySingleNaN.mode_ZR x y end."
    meaning["neg1"] = "Definition neg1 : t1 -> t1 := Backproof.ieee.opp."
    meaning["lt1"] = "Definition lt1 : t1 -> t1 -> Prop := Backproof.ieee.below."
}

/^(Axiom|Parameter) t1_WhyType : WhyType t1\.$/ {
    print "Definition t1_WhyType : WhyType t1 :="
    print "  {| why_inhabitant := Backproof.ieee.literal 0; why_eq_dec := Backproof.ieee.double_eq_dec |}."
    next
}

# Memory: what a call may have changed is read from the new memory, all else from the old one.
/^Axiom addr_WhyType : WhyType addr\.$/ {
    print "Lemma addr_eq_dec (x y : addr) : {x = y} + {x <> y}."
    print "Proof. decide equality; apply Z.eq_dec. Qed."
    print "Definition addr_WhyType : WhyType addr :="
    print "  {| why_inhabitant := addr'mk 0%Z 0%Z; why_eq_dec := addr_eq_dec |}."
    next
}
/^Definition shift_[A-Z0-9]*_float64 / { shifts = shifts " " $2 }
/^Parameter havoc:/ {
    while ($0 !~ /\.$/) getline
    print "Lemma separated_dec p a q b : {separated p a q b} + {~ separated p a q b}."
    print "Proof."
    print "unfold separated. destruct (Z_le_dec a 0), (Z_le_dec b 0), (Z.eq_dec (base p) (base q)),"
    print "  (Z_le_dec (offset q + b) (offset p)), (Z_le_dec (offset p + a) (offset q)); ((left; lia) || (right; lia))."
    print "Qed."
    print "Definition havoc {a:Type} {a_WT:WhyType a} (m0 m1:addr -> a) (p:addr) (n:Z) (q:addr) : a :="
    print "  if separated_dec q 1 p n then m1 q else m0 q."
    print "Lemma havoc_apart {a:Type} {a_WT:WhyType a} (m0 m1:addr -> a) p n q :"
    print "  separated q 1 p n -> havoc m0 m1 p n q = m1 q."
    print "Proof. unfold havoc. destruct (separated_dec q 1 p n); [reflexivity|contradiction]. Qed."
    memory = 1
    next
}
/^Axiom havoc_access :/ {
    sub(/^Axiom/, "Lemma")
    print
    while ($0 !~ /\.$/) { getline; print }
    print "Proof. intros. unfold havoc. destruct (separated_dec q 1 p a1); split; intro; try reflexivity; contradiction. Qed."
    next
}

/^Axiom t1 : Type\.$/ { doubles = 1; print "Definition t1 : Type := Backproof.ieee.double."; next }

/^Parameter [^ ]*:/ {
    who = $2
    sub(/:.*/, "", who)
    if (who in meaning) {
        print meaning[who]
        while ($0 !~ /\.$/) getline
        next
    }
}

# A literal is a small whole number: the double of that value.
/^Parameter fliteral[0-9]*: t1\.$/ { next }
/^Axiom fliteral_axiom[0-9]* :/ {
    fact = $2
    literal = fact
    sub(/_axiom/, "", literal)
    text = $0
    while (text !~ /\.$/) { getline; text = text " " $0 }
    value = text
    sub(/.*= */, "", value)
    gsub(/%R|[().]/, "", value)
    print "Definition " literal " : t1 := Backproof.ieee.literal (" value ")%Z."
    sub(/^Axiom/, "Lemma", text)
    print text
    print "Proof. apply (Backproof.ieee.literal_ok (" value ")%Z). reflexivity. Qed."
    print "Global Opaque " literal "."
    literals = literals " destruct " fact " as [? ?];"
    next
}

/^\(\* Why3 goal \*\)$/ && memory {
    print "Ltac numbers := repeat match goal with H : (_ <= _)%Z |- _ => revert H | H : (_ < _)%Z |- _ => revert H end;"
    print "  clear; intros; repeat match goal with a : addr |- _ => destruct a end;"
    print "  cbv beta iota zeta delta [separated base offset shift" shifts "] in *; lia."
    print "Ltac apart := first [solve [numbers] | match goal with S : separated _ _ _ _ |- _ =>"
    print "  solve [revert S; numbers] end]."
    print "Ltac by_frame := first [lazymatch goal with |- ?x = ?x => reflexivity end | solve [instance] | lazymatch goal with |- context [havoc ?m0 ?m1 ?p ?n ?q] =>"
    print "  rewrite (havoc_apart m0 m1 p n q) by apart;"
    print "  repeat match goal with |- context [havoc m0 m1 p n ?r] => rewrite (havoc_apart m0 m1 p n r) by apart end;"
    print "  by_frame end]."
}
/^\(\* Why3 goal \*\)$/ && doubles {
    print "Ltac lets := intros; repeat match goal with x := _ |- _ => subst x end."
    print "Ltac meaning := " literals
    print "  cbv beta iota zeta delta [add1 sub1 mul1 div1 neg1 lt1 t'real1 t'isFinite1 " (within ? "P_Within " : "") (unit ? "P_InUnit " : "") "t1] in *;"
    print "  repeat match goal with H : _ /\\ _ |- _ => destruct H end; Backproof.ieee.join."
    print "Ltac doubles := lets; Backproof.ieee.entries; meaning."
    print "Ltac equations := " (equations ? "cbv beta iota zeta delta [" equations " ] in *." : "idtac.")
}
/^Definition P_Within / { within = 1 }
/^Definition P_InUnit / { unit = 1 }
/^Definition L_[RC][0-9]/ { equations = equations " " $2 }
{ print }
