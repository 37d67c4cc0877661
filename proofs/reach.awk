# reach.awk PROOF GOAL: of a goal that Why3 wrote for Coq keeps what the theorem or its proof reaches by name.
# The rest is thrown away: reading hundreds of axioms that no proof may use takes longer than most proofs.
# Less to lean on never makes a proof easier, so nothing is risked.
BEGIN {
    RS = ""
    ORS = "\n\n"
    # What ieee.awk writes about doubles and memory mentions these.
    needed = "add1 sub1 mul1 div1 neg1 lt1 t'real1 t'isFinite1"
    also["by_frame"] = also["apart"] = "havoc"
    also["havoc"] = "havoc_access separated base offset addr"
}

FILENAME != goal { needed = needed " " $0; next }

{
    paragraph[++last] = $0
    declares[last] = 0
    lines = split($0, line, "\n")
    for (n = 1; n <= lines; n++) {
        if (line[n] ~ /^(Axiom|Parameter|Definition|Fixpoint|Inductive|Lemma|with) ?[^ ]/) {
            split(line[n], word, /[ :]+/)
            declare(word[2], last)
        } else if (line[n] ~ /^ *\| [A-Za-z]/ && $0 ~ /(^|\n)Inductive /) {
            split(line[n], word, /[ |:]+/)
            declare(word[2], last)
        }
    }
    # The theorem, and what only loads libraries.
    if (!declares[last] || /(^|\n)Theorem /) { kept[last] = 1; needed = needed " " $0 }
}

END {
    reach(needed)
    while (first < queued)
        reach(queue[++first])
    for (p = 1; p <= last; p++)
        if (p in kept) print paragraph[p]
}

function declare(name, p) {
    sub(/\.$/, "", name)
    declares[p] = 1
    at[name] = p
    # What is said of a name comes with it.
    if (name ~ /'def$|_axiom[0-9]*$/) { # fliteral1 has fliteral_axiom1
        subject = name
        sub(/'def$|_axiom/, "", subject)
        also[subject] = also[subject] " " name
    }
}

function reach(text, word, n, count, name) {
    gsub(/[^A-Za-z0-9_']+/, " ", text)
    count = split(text, word, " ")
    for (n = 1; n <= count; n++) {
        name = word[n]
        if (name in seen) continue
        seen[name] = 1
        if (name in also) queue[++queued] = also[name]
        if ((name in at) && !(at[name] in kept)) {
            kept[at[name]] = 1
            queue[++queued] = paragraph[at[name]]
        }
    }
}
