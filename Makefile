# make run      set up and serve the timeline      DATA=folder HOST=0.0.0.0 PORT=8080
# make test     set up everything and test it      TESTS="tests/dates -n 0 -x"
# make test-fast  the same without what is marked slow, on all processors
# make pictures  draw the kept pictures of tests/pictures anew
# make format   lay out Python, scripts and styles
# make check    every problem in a data folder     DATA=folder
# make bench    measure beside other timelines   SIZES="100 1000", PROMISES=1, COMPARE=1, PAGES=1, PRESENT=1
# make clean    forget what was set up

DATA ?= data
HOST ?= 127.0.0.1
PORT ?= 8050
SIZES ?= 100 1000 10000 50000
PROMISES ?=
COMPARE ?=
PAGES ?=
PRESENT ?=
TESTS ?=

VENV := .venv
BIN := $(VENV)/bin
# Node and npm come from a Python package, as everything here does: no other Node is needed or used.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/npm
OLDEST := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for it in python3.11 python3; do $$it -c '$(OLDEST)' 2>/dev/null && echo $$it && break; done)

.DEFAULT_GOAL := help
.PHONY: help run test test-fast pictures check bench format clean

help:
	@sed -n '1,/^$$/s/^# //p' Makefile

run: $(VENV)/.app
	$(BIN)/python app.py --data "$(DATA)" --host "$(HOST)" --port "$(PORT)"

test: $(VENV)/.dev $(VENV)/.browser $(VENV)/.scripts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(NPM) run --silent lint
	$(NPM) run --silent test
	$(BIN)/pytest -n auto --dist worksteal $(TESTS)

test-fast: $(VENV)/.dev $(VENV)/.browser $(VENV)/.scripts
	$(BIN)/pytest -m "not slow" -n auto --dist worksteal $(TESTS)

pictures: $(VENV)/.dev $(VENV)/.browser
	RENEW_PICTURES=1 $(BIN)/pytest tests/browser/drawing/test_pictures.py

check: $(VENV)/.app
	$(BIN)/python -m timeline check "$(DATA)"

bench: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/python -m bench $(if $(PROMISES),--promises) $(if $(COMPARE),--compare) $(if $(PAGES),--pages) \
		$(if $(PRESENT),--present) $(SIZES)

format: $(VENV)/.dev $(VENV)/.scripts
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(NPM) run --silent format

clean:
	rm -rf $(VENV) node_modules bench/out test-results .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A stamp is as old as the last setup: it is redone only when the requirements change.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or name it with make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.app: requirements.txt | $(BIN)/python
	@echo "Setting up, once: this takes a minute ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.app

$(VENV)/.browser: tools/browser.py $(VENV)/.dev
	$(BIN)/python tools/browser.py
	@touch $@

$(VENV)/.scripts: package.json package-lock.json $(VENV)/.dev
	$(NPM) ci --silent --no-fund --no-audit
	@touch $@
