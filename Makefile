# Recipes for the Toegangswijzer. All it takes is make and Python 3.11 or newer; `make help` lists them.

PYTHON ?= python3
PORT ?=
ADDRESS ?=
PYTEST_ARGS ?= -n auto --dist loadfile

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --quiet

.DEFAULT_GOAL := help
.PHONY: help run test lint bench lock schema chromium postgresql

help:  ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

run: $(VENV)/.run  ## set up what is needed and start the app; PORT=8600 and ADDRESS=127.0.0.1 say where
	@exec $(BIN)/python app.py $(if $(PORT),--port $(PORT)) $(if $(ADDRESS),--address $(ADDRESS))

test: $(VENV)/.dev chromium postgresql  ## run all tests, those in a browser too; PYTEST_ARGS="tests/scoring" runs some
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: $(VENV)/.dev  ## check style, types and the layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev  ## measure what should stay fast
	@$(BIN)/python -m bench

lock: $(VENV)/.dev  ## pin all packages anew, with hashes and without addresses
	$(LOCK) --upgrade --group bouw -o requirements.txt
	$(LOCK) --upgrade --group bouw --group dev -c requirements.txt -o requirements-dev.txt

schema: $(VENV)/.run  ## write JSON Schemas of the knowledge files, for editors
	@$(BIN)/toegangswijzer schema

# The environment. Each stamp tells what was installed last, so that set-up runs once, and again after a change.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'Python 3.11 of nieuwer is nodig (Python 3.11 or newer is needed); kies een andere: make PYTHON=python3.12 ...'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'Python mist een onderdeel (python3-venv is needed). Installeer het met: sudo apt-get install python3-venv'; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made requirements.txt pyproject.toml
	@echo 'Pakketten installeren; de eerste keer duurt dit een paar minuten.'
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

chromium:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then apt-get update && apt-get install -y chromium; \
	else echo 'De tests hebben Chromium nodig. Installeer het met: sudo apt-get install chromium'; exit 1; fi

postgresql:
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
	if [ "$$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then apt-get update && apt-get install -y postgresql; \
	else echo 'De tests hebben PostgreSQL nodig. Installeer het met: sudo apt-get install postgresql'; exit 1; fi
