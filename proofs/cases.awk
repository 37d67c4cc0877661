# cases.awk: turns definitions by cases, which Why3 writes for Coq as a parameter and an axiom (L_F and
# L_F'def), into definitions, so that a proof need not lean on the axiom: the value that fits all cases is
# found by deciding the equalities between indices, and the axiom becomes a lemma about it.
BEGIN { RS = ""; ORS = "\n\n" }

# The parameter: kept back until its axiom comes.
/^Parameter L_[A-Za-z0-9_]*:/ { held = $0; name = $2; sub(/:.*/, "", name); next }

held != "" && index($0, "Axiom " name "'def :") {
    held = ""
    text = $0
    sub(/^Axiom [^ ]* :[ \n]+forall /, "", text)
    sub(/\.$/, "", text)
    split_binders(text)
    arguments = binders
    gsub(/:[^()]*\)/, "", arguments)
    gsub(/[()]/, "", arguments)
    gsub(/[ \n]+/, " ", arguments)
    pattern = "(" name " " arguments ")"
    gsub(/[ \n]+/, " ", body)
    cases = ""
    while (at = index(body, pattern)) {
        cases = cases substr(body, 1, at - 1) "value_'"
        body = substr(body, at + length(pattern))
    }
    cases = cases body
    print "Definition " name "'sig " binders " : { value_' |\n  " cases " }."
    print "Proof.\n" \
        "intros; repeat match goal with |- context [@eq Z ?x ?y] => lazymatch goal with\n" \
        "  | H : x = y |- _ => fail | H : ~ x = y |- _ => fail | _ => destruct (Z.eq_dec x y) end end;\n" \
        "  eexists; repeat (apply conj || intro); first [solve [exfalso; tauto] | reflexivity].\nDefined."
    print "Definition " name " " binders " := proj1_sig (" name "'sig " arguments ")."
    sub(/^Axiom/, "Lemma")
    print $0 "\nProof. intros. exact (proj2_sig (" name "'sig " arguments ")). Qed."
    print "Global Opaque " name "."
    next
}

held != "" { print held; held = "" }
{ print }
END { if (held != "") print held }

# (a:A) (b:B), BODY: sets binders and body. The comma that ends the binders is the first outside parentheses.
function split_binders(text, depth, n, c) {
    for (n = 1; n <= length(text); n++) {
        c = substr(text, n, 1)
        depth += (c == "(") - (c == ")")
        if (c == "," && !depth) break
    }
    binders = substr(text, 1, n - 1)
    body = substr(text, n + 1)
}
