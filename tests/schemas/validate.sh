#!/bin/sh
# validate.sh FILE.junit FILE.sarif FILE.gradescope FILE.json: holds four reports of `backproof check`
# against the schemas in this directory and names those that fail.
# Exit status: 0 all are valid, 1 one is not, 2 bad usage or a tool is missing.
# Wants xmllint (Debian's libxml2-utils) and python3-jsonschema.
set -u

[ $# = 4 ] || { echo "Usage: $0 FILE.junit FILE.sarif FILE.gradescope FILE.json" >&2; exit 2; }
here=$(dirname "$0")
command -v xmllint >/dev/null || { echo "$0: xmllint is missing" >&2; exit 2; }
python3 -c 'import jsonschema' || exit 2
status=0

failed() { echo "invalid: $1"; status=1; }

# JSON as the standard has it: no key twice, no NaN.
json_valid() {
    python3 - "$1" "$2" <<'END'
import json
import sys

import jsonschema


def once(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError("a key stands twice among %s" % keys)
    return dict(pairs)


def refuse(name):
    raise ValueError("%s is not JSON" % name)


try:
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    with open(sys.argv[2], encoding="utf-8") as file:
        report = json.load(file, object_pairs_hook=once, parse_constant=refuse)
except (OSError, ValueError) as error:
    sys.exit("%s: %s" % (sys.argv[2], error))
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
errors = list(validator(schema).iter_errors(report))
for error in errors:
    print("%s: %s: %s" % (sys.argv[2], "/".join(map(str, error.absolute_path)), error.message[:300]),
          file=sys.stderr)
sys.exit(1 if errors else 0)
END
}

# xmllint says that all is well on standard error, too.
xml_valid() {
    said=$(xmllint --noout --nonet --schema "$1" "$2" 2>&1) || { echo "$said" >&2; return 1; }
}

xml_valid "$here/jenkins-junit.xsd" "$1" || failed "$1"
json_valid "$here/sarif-2.1.0-rtm.5.json" "$2" || failed "$2"
json_valid "$here/gradescope.json" "$3" || failed "$3"
json_valid "$here/check.json" "$4" || failed "$4"
exit $status
