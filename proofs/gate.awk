# gate.awk: reads what Frama-C WP printed and makes the table of obligations from it, because Frama-C's
# exit status says nothing. Run on the logs of all units; prints one row for each goal and smoke test:
#   unit  function  label  kind  goal  prover  status  seconds
BEGIN { OFS = "\t" }

FNR == 1 {
    unit = FILENAME
    sub(/.*\//, "", unit)
    sub(/(\.smoke)?\.log$/, "", unit)
    delete functions
}

/annotating function/ { functions[$NF] = 1 }

/ goals? scheduled/ { scheduled += $2 }

/^\[wp\] \[.*(Goal|Smoke-test) typed_/ {
    seen++
    goal = $0
    sub(/.*(Goal|Smoke-test) typed_(real_)?/, "", goal)
    sub(/[ :].*/, "", goal)
    prover = $0
    sub(/^\[wp\] \[/, "", prover)
    sub(/[] ].*/, "", prover) # without its version: trusted.txt names the tools
    status = "unproved"
    if (/Smoke-test/) {
        status = prover == "Passed" ? "passed" : "CONTRADICTION"
        prover = "-"
    } else if (/: Valid/) {
        status = "proved"
    }
    if (status == "unproved")
        prover = "-"
    # Without a time, no prover ran: Why3's own simplification closed the goal.
    if (status == "proved" && prover != "Qed" && /: Valid( \(Qed:[^)]*\))?$/)
        prover = "Why3"

    name = ""
    for (f in functions)
        if (index(goal, f "_") == 1 && length(f) > length(name))
            name = f
    rest = substr(goal, length(name) + 2)
    kind = kind_of(rest, goal)
    # sigma's goals come up again beside its smoke tests; once proved is proved.
    if (row[unit, goal] !~ /\tproved\t/)
        row[unit, goal] = unit OFS (name == "" ? "-" : name) OFS label_of(name, rest, kind) OFS kind OFS \
        goal OFS prover OFS status OFS seconds($0)
}

END {
    for (r in row)
        print row[r]
    if (seen != scheduled) {
        print "gate: " scheduled " goals were scheduled, " seen " reported" > "/dev/stderr"
        exit 1
    }
}

# What the prover took, as WP writes it: (40ms), (2.5s) or (1'12s). Qed's own share, (Qed:8ms), is left out.
function seconds(line, part) {
    if (!match(line, /\(([0-9]+')?[0-9.]+m?s\)/))
        return 0
    line = substr(line, RSTART + 1, RLENGTH - 2)
    if (split(line, part, "'") == 2)
        return part[1] * 60 + part[2]
    return line ~ /ms$/ ? line / 1000 : line + 0
}

function kind_of(rest, goal) {
    if (goal ~ /wp_smoke/) return "smoke"
    if (goal ~ /^lemma_|^check_lemma_/) return "lemma"
    if (rest ~ /rte_is_nan_or_infinite/) return "finite"
    if (rest ~ /_rte_|^assert_rte/) return "memory"
    if (rest ~ /^call_/) return "call"
    if (rest ~ /^ensures/) return "ensures"
    if (rest ~ /^assert/) return "assert"
    if (rest ~ /^loop_invariant/) return "invariant"
    if (rest ~ /^loop_variant/) return "variant"
    if (rest ~ /assigns/) return "assigns"
    if (rest ~ /^terminates/) return "terminates"
    return "other"
}

# The equation that a goal is about: named in the goal itself, else in the function's name.
function label_of(name, rest, kind, part) {
    if (kind != "call" && kind != "smoke" && match(rest, /(^|_)[RC][0-9]+(_|$)/))
        part = substr(rest, RSTART, RLENGTH)
    else if (match(name, /^[RC][0-9]+_/))
        part = substr(name, RSTART, RLENGTH)
    else
        return "-"
    gsub(/_/, "", part)
    return part
}
