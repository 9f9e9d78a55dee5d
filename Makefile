# Two commands set everything up: `make demo` runs the bundled case, `make test` the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BOOK ?= demo-book

# The browser tests need chromium; without it they are left out and the run says so.
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
ifeq ($(strip $(CHROMIUM)),)
BROWSER := HARMLEDGER_NO_BROWSER=1
else
BROWSER := CHROMIUM=$(CHROMIUM)
endif

.PHONY: demo test lint lock clean help
.DEFAULT_GOAL := help

help:
	@echo "make demo   run the bundled case and say where to look"
	@echo "make test   run the tests"
	@echo "make lint   formatting, linters, types, import contract"
	@echo "make lock   write requirements/*.txt anew from pyproject.toml"

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "harmledger needs Python 3.11 or later; give one with make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

demo: $(VENV)/run.stamp
	$(BIN)/harmledger demo $(BOOK)

test: $(VENV)/dev.stamp
	$(if $(CHROMIUM),,@echo "no chromium found: the tests in a real browser are left out (apt-get install chromium)")
	$(BROWSER) $(BIN)/python -m pytest

lint: $(VENV)/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

LOCK := $(BIN)/python -m uv pip compile pyproject.toml --universal --generate-hashes \
	--no-emit-index-url --no-header --python-version 3.11 --extra arrow --group build
lock: | $(BIN)/python
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) --group dev --output-file requirements/dev.txt
	$(LOCK) --constraint requirements/dev.txt --output-file requirements/run.txt

clean:
	rm -rf $(VENV) $(BOOK) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
