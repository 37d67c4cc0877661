# reach.awk PROOF GOAL: of a goal that Why3 wrote for Coq keeps what the theorem or its proof reaches by name.
# The rest is thrown away: reading hundreds of axioms that no proof may use takes longer than most proofs.
# Less to lean on never makes a proof easier, so nothing is risked. A lemma of the project that is reached
# (Axiom Q_...) is proved on the spot, by its own file of $PROOFS, as if it were the goal.
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
    for (p = 1; p < last; p++)
        if ((p in kept) && !(p in proved)) print paragraph[p]
    for (p in proved) print_lemma(p)
    print paragraph[last] # the theorem
}

# Lemmas come last, each behind those that its proof names.
function print_lemma(p, q) {
    if (printed[p]++) return
    for (q in proved)
        if (index(paragraph[p], proved[q]) && q != p) print_lemma(q)
    print paragraph[p]
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
            if (name ~ /^Q_/) prove(name, at[name])
            queue[++queued] = paragraph[at[name]]
        }
    }
}

# Puts its proof behind the lemma in paragraph p; without one it stays an axiom, which coq.sh refuses.
function prove(name, p, statement, command, line, file, text, part, n) {
    command = "cd '" ENVIRON["PROOFS"] "' && grep -m1 '^(\\* goal: ' *.v"
    while (!loaded && (command | getline part) > 0)
        for (n = split(part, line, "\n"); n > 0; n--) { # RS is a blank line
            file = line[n]
            sub(/:.*/, "", file)
            sub(/^[^:]*:/, "", line[n])
            goal_of[file] = substr(line[n], 10, length(line[n]) - 12)
        }
    loaded = 1
    statement = paragraph[p] " Proof."
    gsub(/[ \n]+/, " ", statement)
    for (file in goal_of) {
        if (statement !~ goal_of[file]) continue
        while ((getline part < (ENVIRON["PROOFS"] "/" file)) > 0)
            text = text "\n" part
        sub(/^\n[^\n]*/, "", text) # its first line
        sub(/^Axiom/, "Lemma", paragraph[p])
        paragraph[p] = paragraph[p] text "\nLocal Close Scope R_scope."
        proved[p] = name
        return
    }
}
