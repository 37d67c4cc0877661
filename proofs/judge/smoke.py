"""Files made for a run that show that what is assumed can be true.

From a contradiction anything follows. So a prover is asked for a proof of falsity: at the end of each function,
behind every assertion in it, and behind all lemmas (`end_file`), besides WP's own smoke tests. And each
function with a contract is called once with numbers written out, where WP must prove that they are allowed
(`witness_file`): a network of ones is in every box.
"""

import os
import re

import framac
import refused

END = "falsity"  # short: WP cuts the names of goals at about sixty letters
OPTIONS = ["-wp-smoke-tests"]


def only_smoke(goals):
    """WP runs its smoke tests alone when every kind of goal is taken out; but it makes none for a file of one
    function with nothing else to do."""
    if len(goals) < 20:
        return []
    return ["-wp-prop=-@ensures,-@assigns,-@assert,-@invariant,-@requires,-@variant,-@lemma,-@check,-@terminates,-@exits"]


def functions_of(sources, name):
    text = sources.printed[name, framac.READINGS[0]]
    return [function for function in text.functions.values() if function.body is not None]


def end_file(sources, name, folder):
    """Each function with one more clause, false, that no caller may use; and a false lemma at the end."""
    lines = ['#include "%s.c"' % name]
    for function in functions_of(sources, name):
        lines += ["/*@ check ensures %s: \\false; */" % END, function.prototype + ";"]
    lines += ["/*@ check lemma %s: \\false; */" % END]
    return _write(os.path.join(folder, name + ".end.c"), lines)


def ends(sources, name):
    """The goals that must stay unproved."""
    return {"%s_check_ensures_%s" % (function.name, END) for function in functions_of(sources, name)} | \
        {"check_lemma_" + END}


def witness_file(sources, name, folder):
    """A call of each function of the file that has a contract, static ones too."""
    lines = ['#include "%s.c"' % name]
    for function in witnessed(sources, name):
        lines += call(function)
    return _write(os.path.join(folder, name + ".witness.c"), lines)


def witnessed(sources, name):
    """The functions whose contract assumes something in either reading; those of libm.h in the first file
    that knows them."""
    found = {}
    for reading in ("real", "ieee"):
        for function in sources.printed[name, framac.Reading(reading)].functions.values():
            first = [file for file in sources.read if function.name in sources.printed[file, framac.READINGS[0]].functions]
            mine = function.body is not None or (function.name in refused.ASSUMED and first[0] == name)
            if mine and re.search(r"\brequires\b", function.contract):
                found[function.name] = function
    return list(found.values())


def call(function):
    """A function that calls this one with ones."""
    inside = re.search(r"\((.*)\)", function.prototype, flags=re.S).group(1)
    lines, arguments = [], []
    for parameter in [part.strip() for part in inside.split(",") if part.strip() not in ("", "void")]:
        found = re.fullmatch(r"(?:const )?(\w+)(?: const)? (\**)(\w+)((?:\s*\[\d+\])*)", " ".join(parameter.split()))
        if found is None or found.group(2):
            return ["#error \"smoke.py does not know how to call %s: %s\"" % (function.name, parameter)]
        kind, _, title, sizes = found.groups()
        sizes = [int(size) for size in re.findall(r"\d+", sizes)]
        if not sizes:
            arguments.append("one" if kind in ("double", "float") else "0")
            continue
        lines.append("    %s %s%s;" % (kind, title, "".join("[%d]" % size for size in sizes)))
        lines += ["    %s%s = one;" % (title, cell) for cell in cells(sizes)]
        arguments.append(title)
    return ["/*@ assigns \\nothing; */", "void witness_%s(void)" % function.name, "{", "    const double one = 1.0;",
            "    //@ assert one: \\is_finite(one) && one == 1;"] + lines + \
        ["    %s(%s);" % (function.name, ", ".join(arguments)), "}"]


def cells(sizes):
    if not sizes:
        return [""]
    return ["[%d]%s" % (index, rest) for index in range(sizes[0]) for rest in cells(sizes[1:])]


def _write(path, lines):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    return path
