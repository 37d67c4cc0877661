# backproof: `make help` lists what can be asked for.
SHELL    = /bin/sh
CC       ?= cc
B        ?= build/default
OPT      ?= -O2
WARN     = -Wall -Wextra -Wpedantic -Wconversion -Wshadow
CFLAGS   = -std=c11 $(OPT) $(WARN) -ffp-contract=off -D_POSIX_C_SOURCE=200809L $(SAN)
CPPFLAGS = -Isrc -Isrc/gradcheck -Isrc/program -I$(B) -MMD -MP
NEED     = .setup/need

CORE     = $(wildcard src/*.c)
LIB      = $(CORE) $(wildcard src/gradcheck/*.c) $(filter-out src/program/main.c,$(wildcard src/program/*.c))
TESTS    = $(wildcard tests/*.c)
obj      = $(patsubst %.c,$(B)/%.o,$(1))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help doctor run test check build clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

build: ## compile the program, ./backproof
	@$(NEED) compiler
	@$(MAKE) --no-print-directory backproof

backproof: $(B)/backproof
	cp $< $@

$(B)/backproof: $(call obj,$(LIB) src/program/main.c)
	$(CC) $(CFLAGS) $^ -lm -o $@

$(B)/tests/run: $(call obj,$(LIB) $(TESTS))
	$(CC) $(CFLAGS) $^ -lcriterion -lm -o $@

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

clean: ## remove everything that was built
	rm -rf build backproof

-include $(shell find build -name '*.d' 2>/dev/null)
