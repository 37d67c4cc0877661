# slips.awk: finds the slips S1-S4 in what `backproof check` said and in the documents themselves. Each is
# known by how its line was read. Writes a number for LaTeX for each (see tex.awk).
# Input: doc=homework the homework and the answer to it, doc=labels the same of report/labels.md.

BEGIN {
    wanted["homework", "dCE/dX_j = dCE/dO_k dO_k/dX_j"] = "S1 wrong"
    wanted["homework", "dCE/dgamma_jk = dCE/dO_k dO_k/dX_k dX_k/dgamma_jk"] = "S2 wrong"
    wanted["homework", "dCE/dW_ij = dCE/dO_k dO_k/dX_k dX_k/dH_j dH_j/dW_ij"] = "S3 wrong"
    wanted["homework", "dCE/dX_k = O_k - l_k"] = "S4 right-if"
    wanted["labels", "dCE/dX_k = O_k - l_k"] = "S4-labels wrong"
    wanted["labels", "dCE/dX_k = (sum_{m=0..2} l_m) O_k - l_k"] = "S4-sum right"
}

function finish() {
    if (slip != "" && verdict == "wrong") {
        if (left == "" || right == "") fail(slip ": no numbers in the answer of check")
        set(slip "-left", number(left))
        set(slip "-right", number(right))
        split(point, half, ";")
        indices = half[2]
        gsub(/^ +|[: ]+$/, "", indices)
        set(slip "-at", mathematics(indices))
        set(slip "-point", mathematics(half[1]))
        sub(/, l_0 = .*/, "", half[1])
        if (first_point == "") first_point = half[1]
        if (half[1] != first_point) fail(slip ": not at the weights of the other slips, as slips.tex says")
    }
    slip = left = right = point = holds = ""
    in_point = 0
}

# The document itself, for the line as written.
answer == 0 { source[doc, FNR] = $0; next }

/^[0-9]+ right,/ {
    finish()
    set(doc "-right", $1)
    set(doc "-right-if", $3)
    set(doc "-wrong", $5)
    set(doc "-unread", $7)
    next
}
/^[^ ]/ {
    finish()
    split($1, place, ":")
    line = place[2]
    verdict = $2
    sub(/:$/, "", verdict)
    explanation = $0
    sub(/^[^]]*\] /, "", explanation)
}
/^  read as: / {
    key = substr($0, 12)
    if ((doc, key) in wanted && !((doc, key) in found)) {
        found[doc, key] = 1
        split(wanted[doc, key], want, " ")
        slip = want[1]
        if (verdict != want[2]) fail(slip ": check says " verdict ", not " want[2] ": " key)
        text = source[doc, line]
        if (text !~ /^\$\$.*\$\$$/) fail(slip ": line " line " of the document is no formula")
        set(slip "-line", line)
        set(slip "-verdict", verdict)
        set(slip "-source", substr(text, 3, length(text) - 4))
        if (verdict == "wrong") set(slip "-why", explanation)
    }
}
/^  at / { in_point = 1; $0 = substr($0, 6) }
/^  left side/ { in_point = 0; left = $3 }
/^  right side/ { right = $3 }
/^  holds where / && slip != "" { set(slip "-holds", "where $k$" substr($0, 16)) }
in_point { sub(/^ +/, ""); point = point (point == "" ? "" : " ") $0 }
END {
    if (failed) exit 1
    finish()
    for (w in wanted)
        if (!(w in found)) {
            split(w, half, SUBSEP)
            fail("the line of a slip is not in the answer of check: " half[2])
        }
}
