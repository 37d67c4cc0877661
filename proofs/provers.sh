#!/bin/sh
# provers.sh DIR: writes DIR/why3.conf, the provers that the proofs use, as found on this machine, and their
# names for Frama-C in the order in which they are tried: DIR/provers, DIR/provers-derivatives (real reading),
# DIR/provers-ieee; DIR/smoke-prover is the one that looks for contradictions.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dir=$1
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
rm -f "$dir/why3.conf"
why3 config detect -C "$dir/why3.conf" >"$dir/detect.log" 2>&1

cvc4=$(cvc4 --version | sed -n 's/^This is CVC4 version \([^ ]*\).*/\1/p')
z3=$(z3 --version | sed -n 's/^Z3 version \([^ ]*\).*/\1/p')
coq=$(coqc --print-version | cut -d' ' -f1)
sed "s|DATADIR|$(why3 --print-datadir)|" "$here/cvc4-opaque.drv.in" >"$dir/cvc4-opaque.drv"
{ cat "$dir/cvc4-opaque.drv" "$here/cvc4-ieee.drv.in"; } >"$dir/cvc4-ieee.drv"

# prover NAME VERSION ALTERNATIVE DRIVER COMMAND
prover() {
    printf '\n[prover]\nname = "%s"\nversion = "%s"\n' "$1" "$2" >>"$dir/why3.conf"
    [ -z "$3" ] || printf 'alternative = "%s"\n' "$3" >>"$dir/why3.conf"
    printf 'driver = "%s"\ncommand = "%s"\ninteractive = false\n' "$4" "$5" >>"$dir/why3.conf"
}
opaque=$dir/cvc4-opaque.drv ieee=$dir/cvc4-ieee.drv smt="cvc4 --lang=smt2"
z3_options="sat.random_seed=42 nlsat.randomize=false smt.random_seed=42 -st"
prover CVC4 "$cvc4" smoke "$opaque" "timeout -s KILL 1 $smt --tlimit=500 %f"
prover CVC4 "$cvc4" brief "$opaque" "timeout -s KILL 2 $smt --tlimit=1000 %f"
prover CVC4 "$cvc4" plain cvc4_17 "timeout -s KILL 4 $smt --tlimit=3000 %f"
prover CVC4 "$cvc4" opaque "$opaque" "$smt --tlimit=%t000 %f"
prover CVC4 "$cvc4" ieee "$ieee" "$here/cvc4.sh 2 %f"
prover CVC4 "$cvc4" patient "$ieee" "$here/cvc4.sh %t %f"
prover Z3 "$z3" brief z3_471 "timeout -s KILL 4 z3 -smt2 -T:3 $z3_options %f"
prover Coq "$coq" "" coq "$here/coq.sh $dir/coq %f"
prover Coq "$coq" memory coq "$here/coq.sh $dir/coq %f $here/coq/memory_ieee.v"

# What the Coq proofs share, compiled once; run.sh may have put it there already.
if [ ! -f "$dir/coq/spread.vo" ]; then
    mkdir -p "$dir/coq"
    for library in calculus ieee softmax spread; do
        cp "$here/coq/$library.v" "$dir/coq"
        (cd "$dir/coq" && coqc -q -w -ambiguous-paths -R . Backproof "$library.v")
    done
fi

# They take turns on a goal. Coq first: it answers at once, as it only looks for a proof that is already
# written. Then those that have a second or two, then those that have as long as unit.sh says. In the IEEE
# reading Coq tries the proof that fits many goals about memory before CVC4 has its time.
echo "Coq:$coq,CVC4:$cvc4:brief,CVC4:$cvc4:plain,Z3:$z3:brief,CVC4:$cvc4:opaque,cvc4,z3" >"$dir/provers"
echo "Coq:$coq,CVC4:$cvc4:ieee,Coq:$coq:memory,CVC4:$cvc4:patient" >"$dir/provers-ieee"
echo "Coq:$coq,CVC4:$cvc4:brief,Z3:$z3:brief,CVC4:$cvc4:opaque,z3" >"$dir/provers-derivatives"
echo "CVC4:$cvc4:smoke" >"$dir/smoke-prover"
