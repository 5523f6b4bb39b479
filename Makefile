# Every target works on a fresh clone by itself. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
PUB ?= plan
PROJECT ?= Data/dacice
NAME = $(notdir $(PROJECT))
IMPORTS = --explicit-target-dependency-import-check error
SAZBA = .build/release/sazba
VENV = $(CURDIR)/.venv

.PHONY: help setup setup-conformance build test demo lint look bench typography conformance fuzz clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-26s%s\n", $$1, $$2 }'

setup: ## install the Debian packages that building and testing need
	@.ci/setup build

setup-conformance: setup ## install the referees: veraPDF, qpdf, poppler, mupdf, ghostscript
	@.ci/setup conformance

build: setup ## build release
	$(SWIFT) build -c release $(IMPORTS) --product sazba

test: setup ## build and run all tests
	@.ci/setup test
	$(SWIFT) build --build-tests $(IMPORTS)
	.ci/test

demo: build ## publish Data/dacice into Output/dacice
	$(SAZBA) build $(PROJECT) --output Output/$(NAME)

lint: setup ## the formatter, the rules of the house, and the proof that they bite
	@.ci/lint --self-test
	@.ci/lint

look: build ## pages of PUB (plan) as pictures and contact sheets in Output/look
	@.ci/setup look
	$(SAZBA) build $(PROJECT) --only $(PUB) --edition web --output Output/$(NAME)
	$(VENV)/bin/python .ci/look Output/$(NAME)/$(PUB)-web.pdf Output/look

bench: build ## time and memory against Typst and WeasyPrint on the same text, in one run
	@.ci/setup bench
	$(VENV)/bin/python Tests/Benchmark/bench --sazba $(SAZBA)

typography: build ## how well text is set: Sazba, LuaLaTeX, Typst and WeasyPrint measured alike
	@.ci/setup typography
	$(VENV)/bin/python Tests/Typography/prove
	$(VENV)/bin/python Tests/Typography/run --sazba $(SAZBA)

conformance: build setup-conformance ## veraPDF and the other referees, determinism, bad input
	VENV=$(VENV) $(VENV)/bin/python Tests/Conformance/run --sazba $(SAZBA)

fuzz: ## TARGETS (all) for SECONDS each (an hour in all): hostile input for every reader
	FUZZ_TARGETS="$(TARGETS)" FUZZ_SECONDS="$(SECONDS)" .ci/fuzz

clean: ## remove what was built and published
	rm -rf .build .build-fuzz Output/look Output/bench Output/typography Output/conformance Output/fuzz Output/$(NAME) Tests/Conformance/.classes
