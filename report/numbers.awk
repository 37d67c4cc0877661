# numbers.awk: the numbers of the report, from what the programs and the provers printed. Started by
# numbers.sh after tex.awk, which sets kind before each file. Writes \setnumber{name}{value} to standard
# output and the rows of tables to out/NAME.rows.tex.

function columns() {
    for (n = 1; n <= NF; n++) column[$n] = n
}

FNR == 1 { delete column; rows = out "/" kind ".rows.tex" }

# What `backproof train NETWORK` printed; kind is the network, after builtin- if always on its own data.
kind ~ /(^|-)(regression|classification)$/ {
    if ($1 == "data") {
        text = $0
        sub(/^data +/, "", text)
        set(kind "-data", breakable(text))
    } else if ($1 == "target") {
        text = $0
        sub(/^target +/, "", text)
        sub(/ +mean .*/, "", text)
        name = text
        sub(/  .*/, "", name)
        set(kind "-target", tex(name))
    } else if ($1 == "training") {
        text = $0
        sub(/.* to /, "", text)
        sub(/,.*/, "", text)
        set(kind "-epochs", text)
        text = $0
        sub(/.*alpha /, "", text)
        sub(/,.*/, "", text)
        set(kind "-alpha", number(text))
        text = $0
        sub(/.*seed /, "", text)
        set(kind "-seed", text)
    } else if ($1 == "loss") {
        set(kind "-before", number($2))
        set(kind "-after", number($4))
        done[kind] = 1
    } else if ($1 == "R^2") {
        sub(/,$/, "", $2)
        set(kind "-quality", number($2))
    } else if ($1 == "accuracy") {
        set(kind "-quality", $6 "\\,\\%")
        set(kind "-correct", $2)
        set(kind "-rows", $4)
        set(kind "-wrong", $4 - $2)
    } else if ($1 == "features" || $2 == "mean")
        features[kind] = features[kind] (features[kind] == "" ? "" : ", ") ($1 == "features" ? $2 : $1)
    next
}

# What `backproof gradcheck` printed for both networks.
kind == "gradcheck" && $1 == "gradcheck" {
    set("gradcheck-points", $3)
    sub(/,$/, "", $NF)
    set("gradcheck-seed", $NF)
}
kind == "gradcheck" && $1 ~ /^[RC][0-9]+$/ {
    if ($6 != "ok") fail($1 ": the gradient check says " $6)
    rows = out "/gradcheck-" ($1 ~ /^R/ ? "regression" : "classification") ".rows.tex"
    printf "\\hyperref[eq:%s]{%s} & %s & %s & %s \\\\\n", $1, $1, quantity_of($2), number($4), number($5) >rows
    compared += $3
    if ($4 + 0 > central + 0) central = $4
    if ($5 + 0 > complex + 0) complex = $5
    derivatives++
}

# proofs/obligations.tsv and proofs/obligations-ieee.tsv.
kind ~ /^goals/ && FNR == 1 { columns(); next }
kind ~ /^goals/ {
    k = $column["kind"]
    by = $column["prover"]
    if (k == "smoke") { smoke[kind]++; next }
    if ($column["status"] != "proved") fail("the goal " $column["goal"] " is not proved")
    # Without rounding, infinities and NaN do not exist: these goals say nothing then.
    if (kind == "goals" && k == "finite") { void++; next }
    goals[kind]++
    if (!((kind, by) in with)) order[kind] = order[kind] " " by
    with[kind, by]++
    if (k == "lemma") {
        name = $column["goal"]
        sub(/^(check_)?lemma_/, "", name)
        if (kind == "goals" && match(name, /_slip_S[1-4]$|_needs_labels$/)) {
            slip = name ~ /labels$/ ? "S4" : substr(name, length(name) - 1)
            slip_lemma[slip, $column["equation"]] = "\\code{" tex(name) "} (" by ")"
        }
        if (kind == "goals" && name ~ /^[RC][0-9]+_derivative$/) {
            derivative[name] = by
            derivative_with[by]++
        }
    }
    next
}

# proofs/effort.tsv: goals and seconds by reading and prover, of the run that make proofs recorded.
kind == "effort" && FNR == 1 { columns(); next }
kind == "effort" {
    r = $column["reading"]
    efforts[++effort] = r SUBSEP $column["prover"] SUBSEP $column["goals"] SUBSEP $column["lemmas"] SUBSEP $column["seconds"]
    effort_goals[r] += $column["goals"]
    effort_lemmas[r] += $column["lemmas"]
    effort_seconds[r] += $column["seconds"]
}

kind == "rounding" && FNR == 1 { columns(); next }
kind == "rounding" {
    l = $column["label"]
    if (!(l ~ /^[RC][0-9]+$/)) fail("rounding: not a label: " l)
    ratio = $column["ratio"]
    quantities++
    if (quantities == 1 || $column["points"] + 0 < fewest + 0) fewest = $column["points"]
    if (quantities == 1 || ratio + 0 < tightest + 0) { tightest = ratio; tightest_at = l }
    if (quantities == 1 || ratio + 0 > loosest + 0) { loosest = ratio; loosest_at = l }
    if ($column["measured"] + 0 > largest + 0) largest = $column["measured"]
    if ($column["bound"] + 0 > largest_bound + 0) largest_bound = $column["bound"]
}

# What `make selftest` printed.
kind == "selftest" && /^selftest: / {
    set("selftest-found", $2)
    set("selftest-made", $4)
    set("selftest-named", $6 "\\,\\%")
    set("selftest-misnamed", $9)
    if ($2 != $4) fail("selftest: " $2 " of " $4 " found")
    done[kind] = 1
}
kind == "selftest" && NF == 6 && $2 ~ /^[0-9]+$/ {
    damage[++damages] = "\\code{" tex($1) "} & " $3 " & " $4 " & " $5 " \\\\"
}

# plots/data/mistakes.tsv: a mistake is hidden where its difference is within the tolerance.
kind == "mistakes" && FNR == 1 { columns(); next }
kind == "mistakes" {
    m = $column["network"] SUBSEP $column["row"]
    if (!(m in planted)) { planted[m] = 1; mistakes++ }
    if ($column["difference"] + 0 <= $column["tolerance"] + 0) {
        hidden[$column["point"]]++
        if ($column["point"] != "random" && !(m in somewhere)) { somewhere[m] = 1; hidden_somewhere++ }
    }
}

# plots/data_iris.c: the learning rate of the figure fit_iris; plots/data/iris_flowers.tsv: its last epoch.
kind == "iris" && match($0, /\.alpha = [0-9.]+/) { set("iris-alpha", number(substr($0, RSTART + 9, RLENGTH - 9))) }
kind == "flowers" && FNR == 1 { columns(); next }
kind == "flowers" {
    if ($column["epoch"] != iris_epoch) { iris_epoch = $column["epoch"]; iris_wrong = flowers = 0 }
    flowers++
    iris_wrong += $column["wrong"]
}

# src/rounding.h: #define BOX_I 0x4p0.
kind == "box" && $2 ~ /^BOX_[A-Z]+$/ { set("box-" substr($2, 5), constant($3)) }

# NAME, a tab and the version that it tells.
kind == "versions" {
    printf "%s & \\code{%s} \\\\\n", tex($1), breakable($2) >rows
    versions++
}

# The table of provers: one reading after the other, each with its sum.
function prover_rows(   m, n, p, r, readings, reading) {
    rows = out "/effort.rows.tex"
    printf "" >rows
    readings = split("real IEEE", reading, " ")
    for (m = 1; m <= readings; m++) {
        r = reading[m]
        if (!(r in effort_goals)) continue
        for (n = 1; n <= effort; n++) {
            split(efforts[n], p, SUBSEP)
            if (p[1] == r) printf "%s & %s & %d & %d & %s \\\\\n", r, p[2], p[3], p[4], seconds(p[5]) >rows
        }
        printf "%s & together & %d & %d & %s \\\\\n%s", r, effort_goals[r], effort_lemmas[r], seconds(effort_seconds[r]),
            m < readings ? "\\midrule\n" : "" >rows
    }
}

function seconds(x) { return x < 0.5 ? "$<1$" : sprintf("%.0f", x) }

END {
    if (failed) exit 1
    if (!done["regression"] || !done["classification"]) fail("train did not say what it reached")
    if (!derivatives) fail("gradcheck said nothing")
    if (!goals["goals"]) fail("the table of proof goals is empty")
    if (!done["selftest"]) fail("selftest printed no summary")
    if (!quantities) fail("the table of rounding is empty")
    if (!versions) fail("no versions")
    split("builtin-regression builtin-classification regression classification", part, " ")
    for (n = 1; n <= 4; n++) set(part[n] "-features", tex(features[part[n]]))
    set("gradcheck-compared", grouped(compared))
    set("gradcheck-derivatives", derivatives)
    set("gradcheck-central", number(central))
    set("gradcheck-complex", number(complex))
    set("goals-proved", goals["goals"])
    if (void) set("goals-void", void)
    set("goals-smoke", smoke["goals"] + 0)
    set("ieee-smoke", smoke["goals-ieee"] + 0)
    set("ieee-proved", ("goals-ieee" in goals) ? goals["goals-ieee"] : "--")
    count = split(order["goals-ieee"], part, " ")
    text = ""
    for (n = 1; n <= count; n++) text = text (n == 1 ? "" : ", ") part[n] " " with["goals-ieee", part[n]]
    set("ieee-provers", text == "" ? "--" : text)
    for (name in derivative) derivatives_proved++
    set("derivatives-proved", derivatives_proved + 0)
    set("derivatives-coq", derivative_with["Coq"] + 0)
    if (derivatives_proved > derivative_with["Coq"]) set("derivatives-smt", derivatives_proved - derivative_with["Coq"])
    for (s = 1; s <= 4; s++) {
        text = ""
        for (n = 1; n <= 14; n++)
            if (("S" s, "C" n) in slip_lemma) text = text (text == "" ? "" : ", ") slip_lemma["S" s, "C" n]
        if (text != "") set("S" s "-lemmas", text)
    }
    if (!effort && ENVIRON["DRAFT"] != "yes") fail("proofs/effort.tsv is missing or empty: make proofs ACCEPT=yes")
    if (effort && (effort_goals["real"] != goals["goals"] || effort_goals["IEEE"] != goals["goals-ieee"]))
        fail("proofs/effort.tsv is of other proofs: make proofs ACCEPT=yes")
    prover_rows()
    set("rounding-quantities", quantities)
    set("rounding-points", grouped(fewest))
    set("rounding-tightest", number(tightest))
    set("rounding-tightest-at", tightest_at)
    set("rounding-loosest", number(loosest))
    set("rounding-loosest-at", loosest_at)
    set("rounding-largest", number(largest))
    set("rounding-largest-bound", number(largest_bound))
    set("selftest-kinds", damages)
    for (n = 1; n <= damages; n++) print damage[n] >(out "/selftest-" (2 * n <= damages + 1 ? 1 : 2) ".rows.tex")
    if (!mistakes) fail("the table of mistakes is empty")
    set("mistakes", mistakes)
    set("iris-wrong", iris_wrong + 0)
    set("iris-epoch", iris_epoch)
    set("iris-flowers", flowers)
    set("mistakes-hidden", hidden_somewhere + 0)
    set("mistakes-hidden-random", hidden["random"] + 0)
}
