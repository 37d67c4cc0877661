# tex.awk: what the other scripts need to write TeX.

# A number or a text that report.tex calls \N{name}.
function set(name, value) { printf "\\setnumber{%s}{%s}\n", name, value }

function fail(why) {
    print "report: " why >"/dev/stderr"
    failed = 1
    exit 1
}

# Text for TeX, as it stands; every space but the first ones may end a line.
function tex(text,   n, c, result) {
    for (n = 1; n <= length(text); n++) {
        c = substr(text, n, 1)
        if (c == "\\") c = "\\textbackslash{}"
        else if (index("{}_&%#$", c)) c = "\\" c
        else if (c == "~" || c == "^") c = "\\string" c
        else if (c == "-") c = "{-}"
        else if (c == "<") c = "{<}"
        else if (c == ">") c = "{>}"
        else if (c == "'") c = "\\textquotesingle{}"
        result = result c
    }
    return result
}

# The same, where underscores, commas and dots may end a line too.
function breakable(text) {
    text = tex(text)
    gsub(/\\_/, "\\_\\allowbreak{}", text)
    return text
}

# A number as it is printed, with a power of ten instead of an e.
function number(x,   part) {
    if (split(x, part, "e") < 2) return "$" x "$"
    return "$" (part[1] == "1" ? "" : part[1] "\\cdot ") "10^{" part[2] + 0 "}$"
}

# A whole number, its digits in groups of three where there are many.
function grouped(x,   text) {
    if (x !~ /^[0-9]+$/ || length(x) < 5) return x
    for (text = ""; length(x) > 3; x = substr(x, 1, length(x) - 3)) text = "\\," substr(x, length(x) - 2) text
    return x text
}

# A text in which `name_index = number` becomes mathematics.
function mathematics(text,   result, name, n) {
    while (match(text, /[A-Za-z]+_[0-9a-z]+ = -?[0-9.]+|[a-z] = [0-9]/)) {
        name = substr(text, RSTART, RLENGTH)
        result = result substr(text, 1, RSTART - 1)
        text = substr(text, RSTART + RLENGTH)
        if (match(name, /_[0-9a-z]+/))
            name = substr(name, 1, RSTART) "{" substr(name, RSTART + 1, RLENGTH - 1) "}" substr(name, RSTART + RLENGTH)
        sub(/gamma/, "\\gamma", name)
        result = result "\\mbox{$" name "$}"
    }
    return result text
}

# dSE/dW_ij, H_j, gamma_j0 and the like as mathematics, words between them as they are.
function quantity_of(text,   words, word, n, result) {
    words = split(text, word, " ")
    for (n = 1; n <= words; n++)
        result = result (n == 1 ? "" : " ") (word[n] ~ /_|\/|^(SE|CE|[A-Z])$/ ? "$" symbol(word[n]) "$" : word[n])
    return result
}

function symbol(text,   half) {
    if (split(text, half, "/") == 2)
        return "\\partial " symbol(substr(half[1], 2)) "/\\partial " symbol(substr(half[2], 2))
    sub(/gamma/, "\\gamma", text)
    sub(/[SC]E/, "\\mathit{&}", text)
    if (match(text, /_.*/)) text = substr(text, 1, RSTART) "{" substr(text, RSTART + 1) "}"
    return text
}

# A C constant of the form 0x4p0, or any other number.
function constant(text,   half, n, v) {
    if (text !~ /^0x/) return text
    split(substr(text, 3), half, "p")
    v = 0
    for (n = 1; n <= length(half[1]); n++)
        v = v * 16 + index("0123456789abcdef", substr(half[1], n, 1)) - 1
    for (n = 0; n < half[2] + 0; n++) v *= 2
    for (n = 0; n > half[2] + 0; n--) v /= 2
    return v
}
