"""The files that are proved, as Frama-C and the C preprocessor see them.

`Sources` prints every file in every reading, once, and beside it the mathematics alone (all .acsl files that
it includes, with nothing but the macros of the headers) and the code alone as a compiler preprocesses it.
"""

import os
import re
import shlex
import shutil
from concurrent.futures import ThreadPoolExecutor

import framac
import printed
import tools

TRUSTED = ["libm"]  # src/libm.c calls the C library; its contracts are assumed, see refused.ASSUMED
COMPILERS = ["gcc", "clang"]
CFLAGS = "-std=c11 -O2 -ffp-contract=off -D_POSIX_C_SOURCE=200809L"


MARKER = re.compile(r'# \d+ "(.*?)"(?: ([12]))?')


def within(file, folder):
    """Whether a file is the project's own, and not the compiler's."""
    return not file.startswith("<") and os.path.realpath(file).startswith(os.path.realpath(folder) + os.sep)


def directives(path, folder, flags=()):
    """Every #define and #undef that the preprocessor meets in the project's own files, in order, as (file,
    directive, name, text); the .acsl files it enters, in order; pragmas."""
    text = tools.output(["gcc", "-E", "-dD", "-I" + folder] + list(flags) + [path])
    inside, found, entered, pragmas, stack = False, [], [], [], []
    for line in text.splitlines():
        marker = MARKER.match(line)
        if marker:
            file, motion = marker.groups()
            inside = within(file, folder)
            if motion == "1":
                if inside and file.endswith(".acsl") and not any(name.endswith(".acsl") for name in stack):
                    entered.append(file)
                stack.append(file)
            elif motion == "2":
                stack.pop()
            continue
        if not inside:
            continue
        word = re.match(r"\s*#\s*(define|undef)\s+(\w+)(.*)", line)
        if word:
            found.append((file,) + word.groups())
        elif re.search(r"#\s*pragma|\b_Pragma\b|__pragma", line):
            pragmas.append((file, line.strip()))
    return found, entered, pragmas


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
        self.printed, self.mathematics, self.compiled = {}, {}, {}
        self.macros, self.pragmas, self.tested = {}, {}, {}

    def path(self, name):
        return os.path.join(self.src, name + ".c")

    def load(self):
        """Prints everything; a few files at a time."""
        jobs = [(self._print, name, reading) for name in self.read for reading in framac.READINGS]
        jobs += [(self._mathematics, name, reading) for name in self.read for reading in framac.READINGS
                 if reading.derivatives]
        jobs += [(self._compiled, name, compiler) for name in self.read for compiler in COMPILERS
                 if shutil.which(compiler, path=tools.PATH)]
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
        self.macros[name, reading], _, self.pragmas[name, reading] = found
        own = {macro for _, _, macro, _ in self.macros[name, reading]}
        self.tested[name, reading] = tested_macros(self.path(name), self.src, reading.defines, own)

    def _mathematics(self, name, reading):
        macros, entered, _ = directives(self.path(name), self.src, reading.defines)
        lines = ["#define %s%s" % (macro, text) for file, what, macro, text in macros
                 if what == "define" and not file.endswith(".acsl") and not file.endswith(".c")]
        lines += ['#include "%s"' % file for file in entered]
        source = self._target(name, reading.key + ".mathematics.in")
        with open(source, "w", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")
        text = framac.print_file(source, reading, self.src, self._target(name, reading.key + ".mathematics"))
        self.mathematics[name, reading] = printed.parse(text)

    def _compiled(self, name, compiler):
        """What is left of the file when a compiler has preprocessed it with the project's own flags."""
        command = [compiler, "-E", "-P"] + shlex.split(os.environ.get("CFLAGS", CFLAGS)) + ["-I" + self.src]
        source = self._target(name, compiler + ".in")
        with open(source, "w", encoding="utf-8") as out:
            out.write(tools.output(command + [self.path(name)]))
        text = framac.print_file(source, framac.READINGS[0], self.src, self._target(name, compiler), False)
        self.compiled[name, compiler] = printed.parse(text)
