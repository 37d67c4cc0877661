"""The files that are proved, as Frama-C and the C preprocessor see them.

`Sources` prints every file in every reading, once, and beside it the mathematics alone (all .acsl files that
it includes, with nothing but the macros of the headers) and the code alone as a compiler preprocesses it.
"""

import os
import re
import shlex
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import framac
import printed
import tools

TRUSTED = ["libm"]  # src/libm.c calls the C library; its contracts are assumed, see refused.ASSUMED
COMPILERS = ["gcc", "clang"]
CFLAGS = "-std=c11 -O2 -ffp-contract=off -D_POSIX_C_SOURCE=200809L"


MARKER = re.compile(r'# \d+ "(.*?)"(?: ([12]))?')
SYSTEM = "float.h"  # the only header of the C library that what is proved may include
# Questions that Frama-C's preprocessor may answer otherwise than a compiler's.
ASKED = re.compile(r"__has_\w+|#\s*include_next|__(?:COUNTER|INCLUDE_LEVEL|BASE_FILE|FILE|LINE|DATE|TIME|TIMESTAMP)__")
# What compilers warn of where Frama-C has settled on one of several meanings.
MEANINGS = {
    "gcc": ["-Werror=sequence-point", "-Werror=uninitialized", "-Werror=maybe-uninitialized"],
    "clang": ["-Werror=unsequenced", "-Werror=uninitialized", "-Werror=sometimes-uninitialized"],
}


def within(file, folder):
    """Whether a file is the project's own, and not the compiler's."""
    return not file.startswith("<") and os.path.realpath(file).startswith(os.path.realpath(folder) + os.sep)


def frama_c_flags():
    """What Frama-C's own call of the preprocessor says besides."""
    share = tools.output(["frama-c", "-print-share-path"]).strip()
    return ["-I" + os.path.join(share, "libc"), "-D__FRAMAC__", "-D__FC_MACHDEP_X86_64", "-nostdinc", "-m64"]


@dataclass
class Directives:
    """What the preprocessor meets in the project's own files, in order. macros: every #define and #undef, as (file,
    directive, name, text); entered: the .acsl files that it enters; pragmas; strange: texts about what is refused."""
    macros: list
    entered: list
    pragmas: list
    strange: list


def directives(path, folder, flags=()):
    """The Directives of a file, as Frama-C sees it."""
    text = tools.output(["gcc", "-E", "-dD"] + frama_c_flags() + ["-I" + folder] + list(flags) + [path])
    found, stack, own = Directives([], [], [], []), [path], {path}
    for line in text[text.index('\n# 1 "%s"\n' % path):].splitlines()[2:]:
        marker = MARKER.match(line)
        if marker:
            file, motion = marker.groups()
            if motion == "1":
                if within(file, folder):
                    own.add(file)
                    if file.endswith(".acsl") and not any(name.endswith(".acsl") for name in stack):
                        found.entered.append(file)
                elif (within(stack[-1], folder) or stack[-1] == path) and os.path.basename(file) != SYSTEM:
                    found.strange.append("%s includes %s, which is not the project's" % (os.path.basename(stack[-1]), file))
                stack.append(file)
                continue
            if motion == "2":
                stack.pop()
            if file != stack[-1]:
                found.strange.append("%s: #line says that it is %s" % (os.path.basename(stack[-1]), file))
            continue
        if not within(stack[-1], folder) and stack[-1] != path:
            continue
        word = re.match(r"\s*#\s*(define|undef)\s+(\w+)(.*)", line)
        if word:
            found.macros.append((stack[-1],) + word.groups())
        elif re.search(r"#\s*pragma|\b_Pragma\b|__pragma", line):
            found.pragmas.append((stack[-1], line.strip()))
    found.strange += [text for file in sorted(own) for text in asked(file)]
    return found


def asked(file):
    """Questions of a file to the preprocessor that have more than one answer."""
    with open(file, encoding="utf-8") as kept:
        text = re.sub(r"(\\|\?\?/)\n", "", kept.read())
    return ["%s: '%s' is refused" % (os.path.basename(file), word) for word in sorted(set(ASKED.findall(text)))]


def own_lines(text, folder):
    """The project's own lines of a preprocessed text, behind what they use of the C library, whose headers Frama-C
    cannot read."""
    inside, kept = False, ["double exp(double x);", "double log(double x);"]
    for line in text.splitlines():
        marker = MARKER.match(line)
        if marker:
            inside = within(marker.group(1), folder)
        elif inside:
            kept.append(line)
    return "\n".join(kept) + "\n"


def tested_macros(path, folder, flags, own):
    """The macros that the project's own files expand or ask for, without those of the system's headers.
    `own` are the macros that they define."""
    text = tools.output(["gcc", "-E", "-I" + folder] + list(flags) + [path])
    headers, inside = [], False
    for line in text.splitlines():
        marker = MARKER.match(line)
        if marker:
            if marker.group(2) == "1" and inside and not within(marker.group(1), folder):
                headers.append('#include "%s"' % marker.group(1))
            inside = within(marker.group(1), folder)

    def used(command, text=None):
        lines = tools.output(command, stdin=text).splitlines()
        return {line.split()[1].split("(")[0] for line in lines if re.match(r"#(define|undef) ", line)}

    of_headers = used(["gcc", "-E", "-dU", "-"], "\n".join(headers) + "\n")
    return used(["gcc", "-E", "-dU", "-I" + folder] + list(flags) + [path]) - of_headers - own


class Sources:
    """src is a folder of sources; what is made on the way goes to work. `only` keeps to some files."""

    def __init__(self, src, work, only=None):
        self.src = os.path.abspath(src)
        self.work = os.path.abspath(work)
        os.makedirs(self.work, exist_ok=True)
        names = sorted(name[:-2] for name in os.listdir(self.src) if name.endswith(".c"))
        self.names = [name for name in names if name not in TRUSTED]
        self.read = [name for name in self.names if only is None or name in only]
        self.printed, self.mathematics, self.compiled, self.trusted = {}, {}, {}, {}
        # The network that refutes the slips; its contracts and words are those of classification.
        self.refuter_path = os.path.join(os.path.dirname(self.src), "proofs", "refuter.c")
        self.refuter = None
        self.directives, self.tested = {}, {}
        self.strange = []  # texts about what is refused

    def path(self, name):
        return os.path.join(self.src, name + ".c")

    def load(self):
        """Prints everything; a few files at a time."""
        jobs = [(self._print, name, reading) for name in self.read for reading in framac.READINGS]
        jobs += [(self._mathematics, name, reading) for name in self.read for reading in framac.READINGS
                 if reading.derivatives]
        jobs += [(self._compiled, name, compiler) for name in self.read + TRUSTED for compiler in COMPILERS
                 if shutil.which(compiler, path=tools.PATH)]
        jobs += [(self._trusted, name) for name in TRUSTED]
        jobs += [(self._refuter,)] if "classification" in self.read else []
        with ThreadPoolExecutor(3) as pool:
            for done in [pool.submit(*job) for job in jobs]:
                done.result()
        return self

    def goals(self):
        """{(name, reading): [goal]}: what must be proved, under WP's names."""
        keys = [(name, reading) for name in self.read for reading in framac.READINGS]
        with ThreadPoolExecutor(3) as pool:
            lists = pool.map(lambda key: framac.list_goals(self.path(key[0]), key[1], self.src), keys)
            return dict(zip(keys, lists))

    def _target(self, name, kind):
        return os.path.join(self.work, "%s.%s.c" % (name, kind))

    def _print(self, name, reading):
        text = framac.print_file(self.path(name), reading, self.src, self._target(name, reading.key))
        self.printed[name, reading] = printed.parse(text)
        found = directives(self.path(name), self.src, reading.defines)
        self.directives[name, reading] = found
        self.strange += found.strange
        own = {macro for _, _, macro, _ in found.macros}
        self.tested[name, reading] = tested_macros(self.path(name), self.src, reading.defines, own)

    def _mathematics(self, name, reading):
        found = directives(self.path(name), self.src, reading.defines)
        lines = ["#define %s%s" % (macro, text) for file, what, macro, text in found.macros
                 if what == "define" and not file.endswith(".acsl") and not file.endswith(".c")]
        lines += ['#include "%s"' % file for file in found.entered]
        source = self._target(name, reading.key + ".mathematics.in")
        with open(source, "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
        text = framac.print_file(source, reading, self.src, self._target(name, reading.key + ".mathematics"))
        self.mathematics[name, reading] = printed.parse(text)

    def _trusted(self, name):
        """The code of a file whose contracts are assumed."""
        self.trusted[name] = printed.parse(
            framac.print_file(self.path(name), framac.READINGS[0], self.src, self._target(name, "trusted"), False))

    def _refuter(self):
        reading = framac.Reading("real", True)
        found = directives(self.refuter_path, self.src, reading.defines)
        self.strange += found.strange + ["refuter.c: a macro or pragma is refused: %s" % (line,) for line in
                                         found.pragmas + [each for each in found.macros if each[0] == self.refuter_path]]
        self.refuter = printed.parse(
            framac.print_file(self.refuter_path, reading, self.src, self._target("refuter", reading.key)))

    def _compiled(self, name, compiler):
        """What is left of the file when a compiler has preprocessed it with the project's own flags; what it warns of."""
        flags = shlex.split(os.environ.get("CFLAGS", CFLAGS)) + ["-I" + self.src]
        source = self._target(name, compiler + ".in")
        with open(source, "w", encoding="utf-8") as out:
            out.write(own_lines(tools.output([compiler, "-E"] + flags + [self.path(name)]), self.src) if name in TRUSTED
                      else tools.output([compiler, "-E", "-P"] + flags + [self.path(name)]))
        text = framac.print_file(source, framac.READINGS[0], self.src, self._target(name, compiler), False)
        self.compiled[name, compiler] = printed.parse(text)
        done = tools.run([compiler, "-c", "-o", os.devnull] + flags + MEANINGS[compiler] + [self.path(name)])
        self.strange += ["src/%s.c: %s says: %s" % (name, compiler, line.split("error: ", 1)[1])
                         for line in done.stderr.splitlines() if "error: " in line]
        names = [function.name for function in self.compiled[name, compiler].functions.values() if function.body]
        lines = ["#if __has_builtin(__builtin_%s)\nKNOWN %s\n#endif" % (each, each) for each in names]
        known = tools.output([compiler, "-E", "-P", "-x", "c", "-"], stdin="\n".join(lines) + "\n")
        self.strange += ["src/%s.c: %s has a meaning of its own for a function called %s" % (name, compiler, each)
                         for each in re.findall(r"^KNOWN (\w+)", known, flags=re.M)]
