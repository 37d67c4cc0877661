# script.awk: lets through the proof of a goal only if it is Proof. tactics. Qed. and has no other command of
# Coq, so that it can neither state something else nor take anything for granted. Commands begin with a
# capital letter or with #, tactics do not.
BEGIN { RS = "\001" }

{
    text = uncommented($0) "\n"
    while (match(text, /[.][ \t\n]+/)) {
        sentence(substr(text, 1, RSTART - 1))
        text = substr(text, RSTART + RLENGTH)
    }
    if (text ~ /[^ \t\n]/) refuse(text)
    if (!qed) refuse("no Qed")
}

function sentence(s) {
    sub(/^[ \t\n{}+*-]+/, "", s)
    if (qed) refuse(s)
    else if (!proof) { if (s == "Proof") proof = 1; else refuse(s) }
    else if (s == "Qed") qed = 1
    else if (s !~ /^[a-z0-9\[]/ && s != "Local Open Scope R_scope" && s != "") refuse(s)
}

# Comments are taken out as Coq does: they nest.
function uncommented(text, out, depth, mark) {
    while (match(text, /\(\*|\*\)/)) {
        mark = substr(text, RSTART, 2)
        if (!depth) out = out substr(text, 1, RSTART - 1) " "
        depth += mark == "(*" ? 1 : -1
        if (depth < 0) refuse("a comment that does not begin")
        text = substr(text, RSTART + 2)
    }
    return depth ? out : out text
}

function refuse(s) {
    gsub(/[ \t\n]+/, " ", s)
    print "Error: the proof is not made of tactics alone: " substr(s, 1, 60)
    failed = 1
    exit 1
}

END { exit failed }
