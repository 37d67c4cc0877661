#!/bin/sh
# cvc4.sh SECONDS FILE.smt2: CVC4 with one hint. Why3 says that reading memory, written in two ways, is
# the same; CVC4 uses that only where it meets the second way, unless it is told to look for the first too.
# A pattern says where to look and nothing more: it makes no goal weaker.
# CVC4 counts CPU time, and does not look at its clock while it simplifies: prlimit around it does (judge/provers.py).
exec cvc4 --tlimit="$1"000 --lang=smt2 - <<END
$(sed 's/^\( *\)(= \((tb2t[0-9]* (mixfix_lbrb .*)\) (select f x))))$/\1(! (= \2 (select f x)) :pattern ((select f x)))))/' "$2")
END
