"""Reading files: what is missing or has another form is said with the name of the file."""
import csv
import json
import os


class Broken(Exception):
    """What makes a report impossible; the text says where and what to do."""


class Gaps(list):
    """What is missing, a sentence each. All of them are collected, so that one run shows them all."""

    def add(self, where, why):
        self.append(f"{where}: {why}")

    def need(self, where, there, why):
        if not there:
            self.add(where, why)


def text(path, made_by=""):
    """The text of a file. made_by: the command that writes it."""
    try:
        with open(path, encoding="utf-8") as file:
            content = file.read()
    except OSError:
        content = ""
    if not content:
        raise Broken(f"{path} is missing or empty" + (f": {made_by}" if made_by else ""))
    return content


def table(path, columns, made_by=""):
    """The rows of a tab-separated table as dictionaries; columns are those that it must have."""
    rows = csv.reader(text(path, made_by).splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    names = next(rows)
    for name in columns:
        if name not in names:
            raise Broken(f"{path}:1: no column {name}")
    result = []
    for number, row in enumerate(rows, 2):
        if len(row) != len(names):
            raise Broken(f"{path}:{number}: {len(row)} fields, not {len(names)}")
        result.append(dict(zip(names, row)))
    if not result:
        raise Broken(f"{path}: no rows")
    return result


class Json:
    """JSON that a program wrote. [] goes down, and says the whole way where there is nothing."""

    def __init__(self, value, path):
        self.value, self.path = value, path

    def __getitem__(self, key):
        if key not in self:
            raise Broken(f"{self.path}: no {key}")
        return wrap(self.value[key], f"{self.path}: {key}")

    def __contains__(self, key):
        return isinstance(self.value, dict) and key in self.value

    def items(self):
        return self.value.items()


def wrap(value, path):
    if isinstance(value, dict):
        return Json(value, path)
    if isinstance(value, list):
        return [wrap(part, f"{path} {n}") for n, part in enumerate(value, 1)]
    return value


def read_json(path):
    try:
        return wrap(json.loads(text(path)), path)
    except json.JSONDecodeError as error:
        raise Broken(f"{path}:{error.lineno}:{error.colno}: no JSON: {error.msg}") from None


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
