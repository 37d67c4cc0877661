# backproof: `make help` lists what can be asked for.
SHELL    = /bin/sh
# What programs say is read by others, in no language but this.
export LC_ALL = C
B        ?= build/default
OPT      ?= -O2
WARN     = -Wall -Wextra -Wpedantic -Wconversion -Wshadow
CFLAGS   = -std=c11 $(OPT) $(WARN) -ffp-contract=off -D_POSIX_C_SOURCE=200809L $(SAN)
CPPFLAGS = -Isrc -I$(B) -MMD -MP
# Arb is a library of its own, or a part of FLINT since version 3: the linker follows the header.
ARB      = $(if $(findstring flint/arb.h,$(shell $(CC) -M src/base/arb_compat.h)),,-lflint-arb) -lflint -lgmp
LIBS     = -ljansson -lutf8proc $(ARB) -lm
NEED     = CC=$(CC) .setup/need
# A line that calls make so begins with +, or it would not get the jobs of -j: make looks for its own name there.
AGAIN    = $(MAKE) --no-print-directory
SANITIZE = -fsanitize=address,undefined,float-cast-overflow -fno-sanitize-recover=all

# The proofs are about doubles that are rounded at each operation (src/rounding.h).
UNSAFE   = $(filter -Ofast -ffast-math -funsafe-math-optimizations -fassociative-math -freciprocal-math \
           -ffinite-math-only -ffp-contract=fast -ffp-contract=on -mfpmath=387,$(CC) $(CFLAGS) $(CPPFLAGS))
$(if $(UNSAFE),$(error backproof needs plain IEEE 754 doubles: compile without $(UNSAFE)))

CORE     = $(wildcard src/*.c)
PROGRAM  = $(wildcard src/program/*.c)
BASE     = $(wildcard src/base/*.c)
CHECK    = $(wildcard src/check/*.c src/check/*/*.c)
LIB      = $(CORE) $(BASE) $(wildcard src/gradcheck/*.c) $(CHECK) $(filter-out src/program/main.c,$(PROGRAM))
PARSER   = $(B)/grammar.tab.o $(B)/lexer.yy.o
TESTS    = $(wildcard tests/*.c)
obj      = $(patsubst %.c,$(B)/%.o,$(1))

# The judge of the proofs, without what the caller's settings, or compiled files beside it, would make of it.
JUDGE    = python3 -E -s -X pycache_prefix=$(CURDIR)/build/python proofs/judge

# Documents of several kinds that `make certificates` proves; the first two with right and wrong lines are also turned round.
PROVED   = wrong_sign.md homework.md other_tanh.md other_relu.tex vectors_one_layer.md slip_case2.md more_rnn.md other_names.md wrong_worked.md

# The fewest tests that `make test` may count; fewer means that some did not run. The last line of `make test` has their
# number: raise this to it in the commit that adds tests, lower it in one that takes some out.
FLOOR    = 290

.DEFAULT_GOAL := help
# What was asked for is done one after the other, each with all the jobs of -j.
ifeq ($(MAKELEVEL),0)
.NOTPARALLEL:
endif
.DELETE_ON_ERROR:
# Else make would write lexer.c itself, from lexer.l.
MAKEFLAGS += --no-builtin-rules
.PHONY: help public run test oracle proofs rounding plots same report mutants proof-mutants proofs-docs sanitize selftest invariance certificates expected fuzz bench distros doctor build check format clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' Makefile

run: build ## build, judge the homework, check both gradients, train both networks on real data
	@.setup/run ./backproof

test: ## run all tests
	@$(NEED) compiler parsers arb jansson utf8proc criterion xmllint jsonschema python3
	+@$(AGAIN) check

check: $(B)/backproof $(B)/tests/run
	@python3 -m unittest discover -q -s proofs/judge/tests
	@BACKPROOF=$(B)/backproof python3 -m unittest discover -q -s report/evidence
	@BACKPROOF=$(B)/backproof python3 -m unittest discover -q -s tests/invariance
	@BACKPROOF=$(B)/backproof $(B)/tests/run 2>&1 | tests/floor.sh $(FLOOR)

oracle: ## see that the fixed cases are what the 60-digit script computes
	@$(NEED) python3
	@python3 tests/oracle/make_cases.py --check

sanitize: ## run all tests under the address and undefined-behaviour sanitizers, with gcc and clang
	@$(NEED) gcc clang parsers arb jansson utf8proc criterion xmllint jsonschema python3
	+@for cc in gcc clang; do echo "sanitizers, $$cc"; \
	    $(AGAIN) check B=build/sanitize-$$cc CC=$$cc OPT=-O1 SAN="-g $(SANITIZE)" || exit 1; done

selftest: ## damage right derivations in every way and see check find it, with no wrong name [JSON=counts.json]
	@$(NEED) compiler parsers arb jansson utf8proc
	+@$(AGAIN) $(B)/tests/selftest/selftest
	@$(B)/tests/selftest/selftest $(if $(JSON),--json '$(JSON)') $$(grep -LE '[[:blank:]](wrong|unread)[[:blank:]]' tests/derivations/*.expected | sed 's/\.expected$$//')

invariance: ## rename, respell, reorder and reset all derivations and see every verdict stay [ALL=yes] [JSON=counts.json]
	@$(NEED) compiler parsers arb jansson utf8proc python3
	+@$(AGAIN) $(B)/backproof
	@python3 tests/invariance/invariance.py $(B)/backproof --list $(if $(ALL),--all) $(if $(JSON),--json '$(JSON)') \
	    $$(ls tests/derivations/* | grep -v '\.expected$$')

certificates: ## prove documents with check --prove, and read back what was stated [ALL=yes] [TABLE=table.tsv]
	@$(NEED) compiler parsers arb jansson utf8proc python3 coq coquelicot
	@$(AGAIN) $(B)/backproof $(B)/tests/certificates/values $(B)/tests/certificates/forced $(B)/tests/certificates/damaged
	@python3 tests/certificates/certificates.py $(B)/backproof $(B)/tests/certificates/values $(B)/tests/certificates/forced \
	    $(B)/tests/certificates/damaged \
	    $(if $(TABLE),--table '$(TABLE)') \
	    $(if $(ALL),$$(ls tests/derivations/* | grep -v '\.expected$$'),$(PROVED:%=tests/derivations/%))

expected: build ## write anew what the tests expect of a document, to be looked at with git diff: NAME=homework.md
	@tests/expected.sh ./backproof $(NAME)

fuzz: ## throw random documents at check, with sanitizers [SECONDS=60]
	@$(NEED) clang parsers arb jansson utf8proc
	+@$(AGAIN) build/fuzz/tests/fuzz/fuzz_check B=build/fuzz CC=clang OPT=-O1 SAN="-g $(SANITIZE) -fsanitize=fuzzer-no-link"
	@tests/fuzz/run.sh build/fuzz/tests/fuzz/fuzz_check $(or $(SECONDS),60)

mutants: ## plant small faults in src and see the tests find each [NAME=check]
	@$(NEED) compiler parsers arb jansson utf8proc criterion xmllint jsonschema patch
	+@$(AGAIN) $(B)/backproof $(B)/tests/run
	@B=$(B) CC=$(CC) tests/mutants.sh $(NAME)

proofs: ## prove with Frama-C WP: the code computes the formulas, they are derivatives, doubles stay near [EQ=R10] [ACCEPT=yes]
	@$(NEED) gcc clang frama-c why3 z3 cvc4 coq coq-reals python3 patch
	@python3 -m unittest discover -q -s proofs/judge/tests
	@CFLAGS="$(CFLAGS)" $(JUDGE) prove $(EQ)

proofs-docs: ## write the numbers of goals, bounds and box into README.md and proofs/README.md
	@$(NEED) python3
	@$(JUDGE) docs

proof-mutants: ## plant faults in code, contracts, mathematics and under the judge, and see each noticed [NAME=...]
	@$(NEED) gcc clang frama-c why3 z3 cvc4 coq coq-reals python3 patch
	@CFLAGS="$(CFLAGS)" $(JUDGE) mutants $(NAME)

rounding: ## measure how far the doubles are from the exact values [ACCEPT=yes]
	@$(NEED) compiler gcc clang arb
	+@$(AGAIN) $(B)/tests/rounding/measure $(B)/tests/rounding/libm
	@B=$(B) FLAGS="$(CFLAGS)" tests/rounding/run.sh

plots: build ## draw the figures of plots/
	@$(NEED) gnuplot
	+@$(AGAIN) $(B)/plots/data
	@plots/draw.sh ./backproof $(B)/plots/data

same: ## see that drawing twice gives the same data and figures, byte for byte
	@$(NEED) compiler parsers arb jansson utf8proc gnuplot
	+@$(AGAIN) $(B)/backproof $(B)/plots/data
	@plots/same.sh $(B)/backproof $(B)/plots/data

public: ## write into the README what check made of public documents (tests/public)
	@$(NEED) python3
	@python3 report/evidence public

report: plots ## typeset report/report.pdf [DATA=my.csv NETWORK=regression OPTIONS="--alpha 0.05"] [DRAFT=yes]
	@$(NEED) gnuplot latex python3
	@DATA="$(DATA)" NETWORK="$(NETWORK)" OPTIONS="$(OPTIONS)" DRAFT="$(DRAFT)" report/build.sh

bench: ## time one step beside a loop version and FANN, and check beside SymPy and Maxima
	@$(NEED) compiler parsers arb jansson utf8proc fann python3 sympy maxima
	+@$(AGAIN) $(B)/tests/bench/bench backproof
	@$(B)/tests/bench/bench
	@tests/bench/check.sh ./backproof

distros: ## run, test, draw and typeset on a bare Debian 12 and 13, in folders made by debootstrap (root; 20 to 40 minutes)
	@tests/distros.sh

doctor: ## say which tools are there and which package brings the missing ones
	@$(NEED) --look compiler parsers arb jansson utf8proc clang criterion xmllint jsonschema patch gnuplot latex frama-c why3 z3 cvc4 coq coq-reals fann python3 sympy maxima

build: ## compile the program, ./backproof
	@$(NEED) compiler parsers arb jansson utf8proc
	+@$(AGAIN) backproof

format: ## lay out all C with clang-format
	clang-format -i $(CORE) $(LIB) $(TESTS) src/program/main.c src/*.h src/*/*.h src/*/*/*.h tests/*.h tests/*/*.[ch] src/*/*.c src/*/*/*.c plots/*.[ch]

clean: ## remove everything that was built
	rm -rf build backproof

backproof: $(B)/backproof
	@cp $< $@

$(B)/backproof: $(call obj,$(LIB) src/program/main.c) $(PARSER)
	@echo "  link $@"; $(CC) $(CFLAGS) $^ $(LIBS) -o $@

$(B)/tests/run: $(call obj,$(LIB) $(TESTS)) $(PARSER)
	@echo "  link $@"; $(CC) $(CFLAGS) $^ -lcriterion $(LIBS) -o $@

$(B)/tests/selftest/selftest: $(call obj,$(LIB) $(wildcard tests/selftest/*.c)) $(PARSER)
	@echo "  link $@"; $(CC) $(CFLAGS) $^ $(LIBS) -o $@

$(B)/tests/certificates/damaged: $(call obj,$(LIB) tests/certificates/damaged.c tests/selftest/damage.c) $(PARSER)
	@echo "  link $@"; $(CC) $(CFLAGS) $^ $(LIBS) -o $@

$(B)/tests/certificates/%: $(call obj,$(LIB)) $(B)/tests/certificates/%.o $(PARSER)
	@echo "  link $@"; $(CC) $(CFLAGS) $^ $(LIBS) -o $@

$(B)/tests/fuzz/fuzz_check: $(call obj,$(LIB) tests/fuzz/fuzz_check.c) $(PARSER)
	@echo "  link $@"; $(CC) $(CFLAGS) -fsanitize=fuzzer $^ $(LIBS) -o $@

$(B)/tests/bench/bench: $(call obj,$(CORE) src/base/random.c $(wildcard tests/bench/*.c))
	@echo "  link $@"; $(CC) $(CFLAGS) $^ -ldoublefann -lm -o $@

$(B)/tests/rounding/measure: $(call obj,$(CORE) src/base/random.c $(addprefix tests/rounding/,measure.c exact.c points.c watch.c))
	@echo "  link $@"; $(CC) $(CFLAGS) $^ $(ARB) -lm -o $@

$(B)/tests/rounding/libm: $(call obj,src/libm.c src/base/random.c $(addprefix tests/rounding/,libm.c watch.c))
	@echo "  link $@"; $(CC) $(CFLAGS) $^ $(ARB) -lm -o $@

$(B)/plots/data: $(call obj,$(LIB) $(wildcard plots/*.c)) $(PARSER)
	@echo "  link $@"; $(CC) $(CFLAGS) $^ $(LIBS) -o $@

# The two data sets, as C strings, so that the program finds them wherever it is started.
$(B)/builtin_data.h: src/data/trees.csv src/data/iris.csv
	@mkdir -p $(@D)
	@{ echo '/* Made from src/data by the Makefile. */'; \
	   for set in trees iris; do echo "static const char builtin_$$set[] ="; \
	   sed 's/.*/    "&\\n"/' src/data/$$set.csv; echo '    ;'; done; } >$@

$(B)/src/program/builtin.o: $(B)/builtin_data.h

# The library of `backproof check --prove`, as bytes: a text as long as that is no string in C.
LIBRARY  = Formula Rational Slopes Claims Document
$(B)/certificate_library.h: $(LIBRARY:%=src/check/certificate/coq/%.v)
	@mkdir -p $(@D)
	@{ echo '/* Made from src/check/certificate/coq by the Makefile. */'; for file in $(LIBRARY); do \
	   echo "static const unsigned char library_$$file[] = {"; \
	   od -An -v -tu1 src/check/certificate/coq/$$file.v | sed 's/  */,/g; s/^,//; s/$$/,/'; echo '};'; done; } >$@

$(B)/src/check/certificate/coqc.o: $(B)/certificate_library.h

# The names in it, which no symbol of a document may have: what it declares, and all words that begin with a capital
# letter, such as constructors and what it has from Coq.
$(B)/certificate_names.h: $(LIBRARY:%=src/check/certificate/coq/%.v)
	@mkdir -p $(@D)
	@{ echo '/* Made from src/check/certificate/coq by the Makefile. */'; echo 'static const char *const library_names[] = {'; \
	   cat $^ | sed 's/(\*[^*]*\*)//g' | \
	   grep -oE "^(Definition|Fixpoint|Lemma|Theorem|Inductive|Record) [A-Za-z0-9_']+|[{;] *[a-z]+ :|[A-Z][A-Za-z0-9_]+" | \
	   sed -E 's/^(Definition|Fixpoint|Lemma|Theorem|Inductive|Record) //; s/[{; :]//g' | LC_ALL=C sort -u | \
	   sed "/'/d; s/.*/    \"&\",/"; echo '};'; } >$@

$(B)/src/check/certificate/writing.o: $(B)/certificate_names.h

# The parser of `backproof check`, written by Bison and Flex.
$(B)/grammar.tab.c: src/check/reading/grammar.y
	@mkdir -p $(@D)
	@echo "  bison $<"; bison -Wall -Wno-yacc -o $@ --defines=$(B)/grammar.tab.h $<

$(B)/lexer.yy.c: src/check/reading/lexer.l
	@mkdir -p $(@D)
	@echo "  flex $<"; flex -o $@ --header-file=$(B)/lexer.yy.h $<

$(PARSER): %.o: %.c | $(B)/grammar.tab.c $(B)/lexer.yy.c
	@echo "  $(CC) $(<F)"; $(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

$(call obj,$(CHECK)): | $(B)/grammar.tab.c $(B)/lexer.yy.c

$(B)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  $(CC) $<"; $(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

-include $(shell find build -name '*.d' 2>/dev/null)
