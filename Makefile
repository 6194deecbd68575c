# make run      set up and serve the timeline      DATA=folder HOST=0.0.0.0 PORT=8080
# make test     set up everything and test it      TESTS="tests/test_dates.py -x"
# make check    every problem in a data folder     DATA=folder
# make bench    measure beside vis-timeline        SIZES="100 1000", COMPARE=1, PAGES=1, PRESENT=1; needs npm
# make clean    forget what was set up

DATA ?= data
HOST ?= 127.0.0.1
PORT ?= 8050
SIZES ?= 100 1000 10000 50000
COMPARE ?=
PAGES ?=
PRESENT ?=
TESTS ?=

VENV := .venv
BIN := $(VENV)/bin
OLDEST := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for it in python3.11 python3; do $$it -c '$(OLDEST)' 2>/dev/null && echo $$it && break; done)

.DEFAULT_GOAL := help
.PHONY: help run test check bench format clean

help:
	@sed -n '1,/^$$/s/^# //p' Makefile

run: $(VENV)/.app
	$(BIN)/python app.py --data "$(DATA)" --host "$(HOST)" --port "$(PORT)"

test: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest $(TESTS)

check: $(VENV)/.app
	$(BIN)/python -m timeline check "$(DATA)"

bench: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/python -m bench $(if $(COMPARE)$(PAGES)$(PRESENT),$(if $(COMPARE),--compare) $(if $(PAGES),--pages) $(if $(PRESENT),--present),$(SIZES))

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) bench/out test-results .mypy_cache .ruff_cache .pytest_cache .hypothesis

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
