#!/usr/bin/env python3
"""invariance.py BACKPROOF [--all] [--list] [--json FILE] FILE...: changes each document in ways that change no verdict,
and compares.

A line keeps its verdict, or becomes weaker (`unread`, `unsure`, a mistake without its name), or has a fault: a `wrong`,
`right` or `right-if`, or the name of a mistake, that it had not before. Prints a table; exit status 1 if there was a
fault. --list names each difference; --all makes every change that is drawn several times, and takes all seeds; --only NAME,…
makes these changes alone; --keep FOLDER keeps the changed documents that differ."""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

import layout
import ranges
import regrouping
import renaming
import respelling
from comparison import Counts, compare
from document import Document, from_notebook

GROUPS = [('other letters', renaming), ('other ranges', ranges), ('other spelling', respelling), ('other layout', layout),
          ('other order, chains, macros', regrouping)]
SEEDS = range(2, 22)
FEW = 4    # seeds without --all
TIMES = 5  # how often --all makes a change that is drawn


def judge(program, paths, *options):
    """What backproof says of each file: its claims, or None where it could not be read at all."""
    found = []
    for at in range(0, len(paths), 500):
        run = subprocess.run([program, 'check', '--json', *options, *paths[at:at + 500]], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, check=False)
        if run.returncode not in (0, 1, 2):
            sys.exit('%s: exit status %d: %s' % (program, run.returncode, run.stderr.decode(errors='replace').strip()))
        found += [None if 'error' in file else file['claims'] for file in json.loads(run.stdout.decode())['files']]
    return found


def read(program, files, folder):
    """The documents, with their claims; those that cannot be read at all are left out."""
    texts = []
    for n, path in enumerate(files):
        with open(path, encoding='utf-8', newline='', errors='surrogateescape') as stream:
            text = stream.read()
        name = os.path.basename(path)
        if name.endswith('.ipynb'):
            name, text = name[:-6] + '.md', from_notebook(text)
        texts.append((name, text))
    claims = judge(program, write(folder, texts))
    return [Document(name, text, found) for (name, text), found in zip(texts, claims) if found]


def write(folder, texts):
    paths = []
    for n, (name, text) in enumerate(texts):
        os.makedirs(os.path.join(folder, str(n)), exist_ok=True)
        paths.append(os.path.join(folder, str(n), name))
        with open(paths[-1], 'w', encoding='utf-8', newline='', errors='surrogateescape') as stream:
            stream.write(text)
    return paths


class Table:
    """Rows by the name of a change, in the order of their coming."""

    def __init__(self):
        self.rows, self.groups, self.differences = {}, {}, []

    def add(self, group, change, document, after, moved, text):
        counts, differences = compare(document.claims, after or [], moved)
        self.rows.setdefault(change, Counts()).add(counts)
        self.groups.setdefault(group, Counts()).add(counts)
        self.differences += [(document.name, change, difference, text) for difference in differences]

    def total(self):
        total = Counts()
        for counts in self.groups.values():
            total.add(counts)
        return total

    def show(self):
        print('%-22s %9s %7s %9s %7s %7s' % ('change', 'documents', 'lines', 'unchanged', 'weaker', 'faults'))
        for name, row in list(self.rows.items()) + [('all', self.total())]:
            print('%-22s %9d %7d %9d %7d %7d' % (name, row.documents, row.lines, row.unchanged, row.weaker, row.faults))

    def json(self):
        return {'changes': [dict(change=name, **row.values()) for name, row in self.rows.items()],
                'groups': [dict(group=name, **row.values()) for name, row in self.groups.items()], **self.total().values()}


def progress(text):
    if sys.stderr.isatty():
        sys.stderr.write('\r%-40s\r' % text)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('files', nargs='+')
    parser.add_argument('--all', action='store_true')
    parser.add_argument('--list', action='store_true')
    parser.add_argument('--only')
    parser.add_argument('--json')
    parser.add_argument('--keep')
    return parser.parse_args()


def main():
    options, table = arguments(), Table()
    wanted = lambda name: options.only is None or name in options.only.split(',')
    with tempfile.TemporaryDirectory() as folder:
        documents = read(options.program, options.files, os.path.join(folder, 'originals'))
        for group, module in GROUPS:
            for transform in module.TRANSFORMS:
                if wanted(transform.__name__):
                    progress(transform.__name__)
                    make(options, table, documents, folder, group, transform)
        if wanted('seeds'):
            paths = write(os.path.join(folder, 'seeds'), [(d.name, d.text) for d in documents])
            for seed in SEEDS if options.all else SEEDS[:FEW]:
                progress('seed %d' % seed)
                for document, after in zip(documents, judge(options.program, paths, '--seed', str(seed))):
                    table.add('other points', 'seeds', document, after, False, None)
    progress('')
    finish(options, table)


def make(options, table, documents, folder, group, transform):
    """One change of all documents that it applies to, with --all several times where it is drawn."""
    made = []
    for time in range(TIMES if options.all else 1):
        for document in documents:
            new = transform(document, random.Random('%s %s %d' % (document.name, transform.__name__, time)))
            if new and new != (document.name, document.text) and (document, new) not in made:
                made.append((document, new))
    paths = write(os.path.join(folder, transform.__name__), [new for _, new in made])
    for (document, new), after in zip(made, judge(options.program, paths)):
        table.add(group, transform.__name__, document, after, transform in regrouping.ORDER, new)


def finish(options, table):
    table.show()
    if options.list:
        for name, change, difference, _ in table.differences:
            print('%s: %s: %s' % (name, change, difference))
    if options.keep:
        for name, change, difference, new in table.differences:
            if new:
                write_one(os.path.join(options.keep, change), *new)
    if options.json:
        with open(options.json, 'w', encoding='utf-8') as stream:
            json.dump(table.json(), stream, indent=2)
    sys.exit(1 if table.total().faults else 0)


def write_one(folder, name, text):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), 'w', encoding='utf-8', newline='', errors='surrogateescape') as stream:
        stream.write(text)


if __name__ == '__main__':
    main()
