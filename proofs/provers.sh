#!/bin/sh
# provers.sh DIR: writes DIR/why3.conf, the provers that the proofs use, as found on this machine, and
# DIR/provers, their names for Frama-C in the order in which they are tried;
# DIR/smoke-prover is the one that looks for contradictions.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dir=$1
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
rm -f "$dir/why3.conf"
why3 config detect -C "$dir/why3.conf" >"$dir/detect.log" 2>&1

cvc4=$(cvc4 --version | sed -n 's/^This is CVC4 version \([^ ]*\).*/\1/p')
coq=$(coqc --print-version | cut -d' ' -f1)
sed "s|DATADIR|$(why3 --print-datadir)|" "$here/cvc4-opaque.drv.in" >"$dir/cvc4-opaque.drv"
{ cat "$dir/cvc4-opaque.drv" "$here/cvc4-ieee.drv.in"; } >"$dir/cvc4-ieee.drv"
cat >>"$dir/why3.conf" <<CONF

[prover]
name = "CVC4"
version = "$cvc4"
alternative = "ieee"
driver = "$dir/cvc4-ieee.drv"
command = "$here/cvc4.sh %t000 %f"
interactive = false

[prover]
name = "CVC4"
version = "$cvc4"
alternative = "opaque"
driver = "$dir/cvc4-opaque.drv"
command = "$(command -v cvc4) --tlimit=%t000 --lang=smt2 %f"
interactive = false

[prover]
name = "Coq"
version = "$coq"
driver = "coq"
command = "$here/coq.sh $dir/coq %f"
interactive = false

[prover]
name = "Coq"
version = "$coq"
alternative = "memory"
driver = "coq"
command = "$here/coq.sh $dir/coq %f $here/coq/memory_ieee.v"
interactive = false
CONF
# What the Coq proofs share, compiled once; run.sh may have put it there already.
if [ ! -f "$dir/coq/spread.vo" ]; then
    mkdir -p "$dir/coq"
    for library in calculus ieee softmax spread; do
        cp "$here/coq/$library.v" "$dir/coq"
        (cd "$dir/coq" && coqc -q -w -ambiguous-paths -R . Backproof "$library.v")
    done
fi

# Coq first: it answers at once, as it only looks for a proof that is already written.
echo "Coq:$coq,CVC4:$cvc4:opaque,cvc4,z3" >"$dir/provers"
echo "Coq:$coq,CVC4:$cvc4:ieee,Coq:$coq:memory" >"$dir/provers-ieee"
echo "Coq:$coq,z3,CVC4:$cvc4:opaque" >"$dir/provers-derivatives"
echo "CVC4:$cvc4:opaque" >"$dir/smoke-prover"
