# join.awk: joins, for each label R1-R11 and C1-C14, what the project holds under that label: the C, the
# contract, the proof goals, the lemmas, the tests, the gradient check, the rounding. Started by join.sh,
# which names the files. Variables: out (a directory), goals_file, rounding, ieee (file names, for the
# messages), draft (yes or no). Writes out/evidence/LABEL.tex, out/traceability.rows.tex, out/join.tex and
# out/traceability.tsv. Every gap is one line on standard error, and the exit status is then 1.

BEGIN {
    for (n = 1; n <= 11; n++) label[++labels] = "R" n
    for (n = 1; n <= 14; n++) label[++labels] = "C" n
    for (n = 1; n <= labels; n++) known[label[n]] = 1
    split("R4 R5 R6 R8 R9 R10 C5 C6 C7 C8 C9 C11 C12 C13", part, " ")
    for (n in part) { is_derivative[part[n]] = 1; claimed++ }
    split("R1 R2 R3 R6 R7 R10 R11 C1 C2 C3 C4 C7 C9 C10 C13 C14", part, " ")
    for (n in part) is_rounded[part[n]] = 1
}

FNR == 1 { state = ""; annotation = 0; delete column }

function base(path) { sub(/.*\//, "", path); return path }

# The label that a function's name begins with, or nothing.
function label_of(name) {
    return match(name, /^[RC][0-9]+_/) ? substr(name, 1, RLENGTH - 1) : ""
}

# The name of the function that a line at the margin declares or defines, or nothing.
function function_of(line) {
    if (line !~ /^(double|void) [A-Za-z_0-9]+\(/) return ""
    sub(/^[a-z]+ /, "", line)
    sub(/\(.*/, "", line)
    return line
}

# The C: the statements of each function whose name begins with a label, without the annotations.
kind == "code" {
    name = function_of($0)
    if (name != "") {
        current = label_of(name)
        heading = name
        next
    }
    if ($0 == "{") { state = "body"; first = 1; next }
    if ($0 == "}") { state = ""; next }
    if (state != "body" || current == "" || $0 ~ /^ *\/\/@/) next
    if ($0 ~ /\/\*@/) annotation = 1
    if (!annotation) {
        line = substr($0, 5)
        n = ++code_lines[current]
        code_text[current, n] = line
        code_at[current, n] = first ? FILENAME ":" FNR : ""
        code_name[current, n] = first ? heading : ""
        if (n == 1) code_where[current] = FILENAME ":" FNR
        first = 0
    }
    if ($0 ~ /\*\//) annotation = 0
    next
}

# The contracts: the clauses `ensures LABEL: ...;' or `ensures LABEL_...: ...;' before a declaration. A clause
# that is not always there stands in a macro, as in `ROUNDED(ensures LABEL: ...;)': it is shown without it.
kind == "contract" {
    if ($0 ~ /^\/\*@/) { annotation = 1; clauses = 0; state = ""; delete same_name }
    if (annotation) {
        line = $0
        sub(/^ *(\/\*@)? */, "", line)
        ended = sub(/ *\*\/$/, "", line)
        if (line ~ /^([A-Z_]+\()?ensures +[RC][0-9]+[A-Za-z_0-9]*:/) {
            state = "clause"
            clauses++
            wrapper = ""
            if (match(line, /^[A-Z_]+\(/)) {
                wrapper = substr(line, 1, RLENGTH - 1)
                line = substr(line, RLENGTH + 1)
            }
            clause_in[clauses] = wrapper
            clause_at[clauses] = FNR
            clause_text[clauses] = ""
            name = line
            sub(/^ensures +/, "", name)
            sub(/:.*/, "", name)
            clause_name[clauses] = name (same_name[name]++ ? "_" same_name[name] : "")
            sub(/_.*/, "", name)
            clause_label[clauses] = name
        } else if (state == "clause" && line ~ /^([A-Z_]+\()?(requires|assigns|ensures) /)
            gap(clause_label[clauses], "the clause of " FILENAME ":" clause_at[clauses] " has no end")
        if (state == "clause") {
            gsub(/  +/, " ", line)
            last = wrapper == "" ? line ~ /;$/ : sub(/;\);?$/, ";", line)
            clause_text[clauses] = clause_text[clauses] (clause_text[clauses] == "" ? "" : " ") line
            if (last) state = ""
        }
        if (ended) {
            if (state == "clause")
                gap(clause_label[clauses], "the clause of " FILENAME ":" clause_at[clauses] " has no end")
            annotation = 0
            state = ""
        }
        next
    }
    name = function_of($0)
    if (name == "") next
    for (n = 1; n <= clauses; n++) {
        l = clause_label[n]
        goal = name "_ensures_" clause_name[n]
        if (clause_name[n] == l "_derivative") derivative_clauses++
        # A clause is proved in both readings; in ROUNDED with IEEE doubles only, in EXACT_STEP with reals only.
        if (clause_in[n] != "ROUNDED") wanted[goal, "goals"] = l
        if (clause_in[n] != "EXACT_STEP") wanted[goal, "ieee"] = l
        if (label_of(name) == l) {
            m = ++contract_lines[l]
            contract_text[l, m] = clause_text[n]
            contract_at[l, m] = FILENAME ":" clause_at[n]
            contract_goal[l, m] = goal
            if (m == 1) contract_where[l] = FILENAME ":" clause_at[n]
        } else if (label_of(name) == "" && index(" " contract_also[l] ",", " " name ",") == 0)
            contract_also[l] = contract_also[l] (contract_also[l] == "" ? "" : ", ") name
    }
    clauses = 0
    next
}

# The bounds of one function alone, which its contract calls by name.
kind == "constants" && $1 == "#define" && $2 ~ /_(ROUNDING|ERROR)$/ {
    constant_of[$2] = $3 in constant_of ? constant_of[$3] : constant($3)
    next
}

# What the gradient check said of the derivatives.
kind == "gradcheck" && $1 in known && $6 == "ok" {
    compared[$1] = $3
    central[$1] = $4
    complex[$1] = $5
    next
}

function columns() {
    for (n = 1; n <= NF; n++) column[$n] = n
}

# The lemmas that the mathematics states, to compare with those that are proved.
kind == "stated" {
    if (match($0, /lemma [RC][0-9]+_[A-Za-z_0-9]+/)) {
        name = substr($0, RSTART + 6, RLENGTH - 6)
        stated[++lemmas_stated] = name
        stated_in[name] = FILENAME
    }
    next
}

# The goals of the real-number reading.
kind == "goals" && FNR == 1 { columns(); next }
kind == "goals" {
    l = $column["equation"]; k = $column["kind"]; goal = $column["goal"]
    if (!(l in known) || k == "smoke" || k == "finite") next
    if ($column["status"] != "proved") gap(l, "the goal " goal " is not proved in " FILENAME)
    if (k == "lemma") {
        lemma(l, goal, $column["prover"])
    } else {
        goals[l]++
        delete wanted[goal, "goals"]
        proved_by[goal] = $column["prover"]
        place = label_of($column["function"]) == l ? "own" : "other"
        if (!((l, place, $column["prover"]) in by))
            provers[l, place] = provers[l, place] " " $column["prover"]
        by[l, place, $column["prover"]]++
        count[l, place]++
    }
    next
}

# The goals of the reading with rounding.
kind == "ieee" && FNR == 1 { columns(); next }
kind == "ieee" {
    l = $column["equation"]
    if (!(l in known) || $column["kind"] == "smoke") next
    if ($column["status"] != "proved") gap(l, "the goal " $column["goal"] " is not proved in " FILENAME)
    if ($column["kind"] == "lemma") lemma(l, $column["goal"], $column["prover"])
    else {
        ieee_goals[l]++
        delete wanted[$column["goal"], "ieee"]
    }
    next
}

function lemma(l, name, prover) {
    sub(/^(check_)?lemma_/, "", name)
    if ((l, name) in lemma_by) return # proved in both readings
    lemmas[l]++
    lemma_name[l, lemmas[l]] = name
    lemma_by[l, name] = prover
}

kind == "rounding" && FNR == 1 { columns(); next }
kind == "rounding" {
    l = $column["label"]
    if (!(l in known)) next
    r = ++roundings[l]
    quantity[l, r] = $column["quantity"]
    measured[l, r] = $column["measured"]
    bound[l, r] = $column["bound"]
    points[l, r] = $column["points"]
    if (!(measured[l, r] + 0 < bound[l, r] + 0))
        gap(l, "the measured error " measured[l, r] " is not below the bound " bound[l, r] " in " FILENAME)
    next
}

# The tests: labels in string literals and in the names of tests. A test whose name is the label alone
# names it again in its body.
kind == "tests" {
    line = $0
    if (line ~ /Test\([a-z_]+, /) {
        name = line
        sub(/.*Test\([^,]*, /, "", name)
        sub(/\).*/, "", name)
        words = split(name, word, "_")
        for (n = 1; words > 1 && n <= words; n++) tested(word[n])
        next
    }
    pieces = split(line, piece, "\"")
    for (p = 2; p <= pieces; p += 2) {
        words = split(piece[p], word, /[^A-Za-z0-9_]+/)
        for (n = 1; n <= words; n++) tested(word[n])
    }
    next
}

function tested(l,   file) {
    if (!(l in known) || (l, FILENAME, FNR) in seen) return
    seen[l, FILENAME, FNR] = 1
    tests[l]++
    test_list[l] = test_list[l] (test_list[l] == "" ? "" : " ") base(FILENAME) ":" FNR
    file = base(FILENAME)
    if (!((l, file) in test_lines)) test_files[l] = test_files[l] " " file
    test_lines[l, file] = test_lines[l, file] ((l, file) in test_lines && test_lines[l, file] != "" ? ", " : "") FNR
}

function gap(l, why) {
    print "report: " l ": " why >"/dev/stderr"
    gaps++
}

function indented(text,   depth) {
    match(text, /^ */)
    depth = RLENGTH
    return "\\hspace*{" depth * 0.5 "em}\\evcode{" tex(substr(text, depth + 1)) "}"
}

function row(what, text, where) {
    what = what == "" ? "" : "\\evlabel{" what "}"
    if (where == "") print what " & \\evwide{" text "} \\\\" >file
    else print what " & " text " & \\evwhere{" tex(base(where)) "} \\\\" >file
}

function proved(l, place,   p, n, m, list) {
    n = split(provers[l, place], p, " ")
    for (m = 1; m <= n; m++)
        list = list (list == "" ? "" : ", ") p[m] " " by[l, place, p[m]]
    return count[l, place] " (" list ")"
}

# The goals of the contract's own clauses, by name.
function named(l,   m, text, goal) {
    for (m = 1; m <= contract_lines[l]; m++) {
        goal = contract_goal[l, m]
        text = text (m == 1 ? "" : ", ") "\\evcode{" breakable(goal) "} (" proved_by[goal] ")"
    }
    return text
}

# For an equation without a bound from inputs and weights: what its contract says of one function alone.
function alone(l,   text, name) {
    text = contract_text[l, 1]
    if (!match(text, /[RC][0-9]+_(ROUNDING|ERROR)/)) return "exact"
    name = substr(text, RSTART, RLENGTH)
    if (!(name in constant_of)) { gap(l, name " has no value in src/rounding.h"); return "" }
    text = substr(text, RSTART + RLENGTH)
    sub(/\);$/, "", text)
    sub(/^ *\* */, "", text)
    return "\\evnote{proved bound, for this function alone:} " number(sprintf("%.3e", constant_of[name])) \
        (text == "" ? "" : " $\\cdot$ \\evcode{" tex(text) "}")
}

function needs(l, there, why) {
    if (!there) gap(l, why)
}

END {
    tsv = out "/traceability.tsv"
    table = out "/traceability.rows.tex"
    print "label\tcode\tcontract\tcontract_goals\tgoals_proved\tlemmas\ttests\tcentral_difference\tcomplex_step" \
        "\tmeasured\tbound\trounding_goals" >tsv
    for (n = 1; n <= labels; n++) {
        l = label[n]
        source = l ~ /^R/ ? "src/regression" : "src/classification"
        needs(l, code_lines[l], "no function " l "_... in " source ".c")
        needs(l, contract_lines[l], "no clause `ensures " l ":' in " source ".h")
        needs(l, goals[l], "no proved goal in " goals_file)
        needs(l, tests[l], "no test names it in tests/test_*.c")
        if (is_derivative[l] && !((l, l "_derivative") in lemma_by) && draft != "yes")
            gap(l, "no lemma " l "_derivative in " goals_file)
        if (is_derivative[l]) needs(l, l in compared, "no line `" l " ... ok' in the answer of gradcheck")
        if (is_rounded[l]) {
            needs(l, roundings[l], "no row in " rounding)
            needs(l, l in ieee_goals || draft == "yes", "no proved goal in " ieee)
        } else if (roundings[l])
            gap(l, "an unexpected row in " rounding)
        write_evidence(l)
        write_row(l)
    }
    for (n = 1; n <= lemmas_stated; n++) {
        l = label_of(stated[n])
        if (is_derivative[l] && stated[n] == l "_derivative") continue # reported above
        if (!((l, stated[n]) in lemma_by) && draft != "yes")
            gap(l, "the lemma " stated[n] " of " stated_in[stated[n]] " is not proved in " goals_file " or " ieee)
    }
    for (goal in wanted) {
        split(goal, part, SUBSEP)
        if (draft != "yes")
            gap(wanted[goal], "the goal " part[1] " is not proved in " (part[2] == "goals" ? goals_file : ieee))
    }
    for (n in lemma_by) {
        split(n, part, SUBSEP)
        printf "\\setnumber{lemma-%s}{%s}\n", part[2], lemma_by[n] >(out "/join.tex")
    }
    printf "\\setnumber{equations}{%d}\n\\setnumber{derivatives-claimed}{%d}\n\\setnumber{derivative-clauses}{%d}\n",
        labels, claimed, derivative_clauses >(out "/join.tex")
    exit gaps ? 1 : 0
}

function write_evidence(l,   m, r, text, f, files, name) {
    file = out "/evidence/" l ".tex"
    print "% Made by report/join.sh." >file
    print "\\begin{evidence}" >file
    name = 0
    for (m = 1; m <= code_lines[l]; m++) name += code_name[l, m] != ""
    for (m = 1; m <= code_lines[l]; m++) {
        if (m > 1 && name > 1 && code_name[l, m] != "") print "\\evsplit" >file
        if (name > 1 && code_name[l, m] != "")
            row(m == 1 ? "C" : "", "\\evcode{" tex(code_name[l, m]) "}:", code_at[l, m])
        row(m == 1 && name == 1 ? "C" : "", (name > 1 ? "\\hspace*{1em}" : "") indented(code_text[l, m]),
            name == 1 ? code_at[l, m] : "")
    }
    if (code_lines[l] > 5) print "\\evsplit" >file
    for (m = 1; m <= contract_lines[l]; m++)
        row(m == 1 ? "contract" : "", "\\evcode{" tex(contract_text[l, m]) "}", contract_at[l, m])
    if (contract_also[l] != "")
        row("", "\\evnote{and in the contract of} \\evcode{" breakable(contract_also[l]) "}", "")
    text = "\\evnote{goals:} " proved(l, "own") " \\evnote{here}"
    if (count[l, "other"]) text = text "\\evnote{,} " proved(l, "other") " \\evnote{in the network}"
    row("proved", named(l) "\\evnote{;} " text, "")
    text = ""
    for (m = 1; m <= lemmas[l]; m++)
        text = text (m == 1 ? "" : ", ") "\\evcode{" breakable(lemma_name[l, m]) "} (" lemma_by[l, lemma_name[l, m]] ")"
    if (is_derivative[l] && !((l, l "_derivative") in lemma_by))
        text = text (text == "" ? "" : ", ") "\\evcode{" breakable(l "_derivative") "} --"
    if (text != "") row(lemmas[l] > 1 ? "lemmas" : "lemma", text, "")
    files = split(test_files[l], f, " ")
    text = ""
    for (m = 1; m <= files; m++)
        text = text (m == 1 ? "" : "; ") "\\evcode{" tex(f[m]) "}~" test_lines[l, f[m]]
    row("tests", text, "")
    if (l in compared)
        row("gradient", "\\evnote{relative error} " number(central[l]) " \\evnote{against the central difference,} " \
            number(complex[l]) " \\evnote{against the complex step}", "")
    text = "\\evnote{; goals} " (l in ieee_goals ? ieee_goals[l] : "--")
    for (r = 1; r <= roundings[l]; r++)
        row(r == 1 ? "rounding" : "", "\\evnote{measured} " number(measured[l, r]) \
            "\\evnote{, proved bound} " number(bound[l, r]) (r == 1 ? text : ""), "")
    if (!roundings[l]) row("rounding", alone(l) text, "")
    print "\\end{evidence}" >file
    close(file)
}

function all_lemmas(l, separator,   m, text) {
    for (m = 1; m <= lemmas[l]; m++)
        text = text (m == 1 ? "" : separator) lemma_name[l, m]
    return text == "" ? "--" : text
}

function write_row(l,   r, m, most, d, all) {
    for (r = 1; r <= roundings[l]; r++)
        if (r == 1 || measured[l, r] / bound[l, r] > measured[l, most] / bound[l, most]) most = r
    m = roundings[l] ? measured[l, most] : "--"
    d = roundings[l] ? bound[l, most] : "--"
    for (r = 1; r <= contract_lines[l]; r++) all = all (r == 1 ? "" : " ") contract_goal[l, r]
    print l, code_where[l], contract_where[l], all, goals[l] + 0, all_lemmas(l, " "), test_list[l], \
        (l in central ? central[l] : "--"), (l in complex ? complex[l] : "--"), m, d, \
        (l in ieee_goals ? ieee_goals[l] : "--") >tsv
    printf "\\hyperref[eq:%s]{%s} & \\code{%s} & \\code{%s} & %d & %s & %s & %d & %s & %s \\\\\n", l, l,
        tex(base(code_where[l])), tex(base(contract_where[l])), goals[l], l in ieee_goals ? ieee_goals[l] : "--",
        (l, l "_derivative") in lemma_by ? "\\code{" tex(l "_derivative") "}" : "--", tests[l],
        m == "--" ? m : number(m), d == "--" ? d : number(d) >table
}
