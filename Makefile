# Two commands for a fresh checkout: `make letter` runs the main job, `make test` passes the tests.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: letter test torture messages clean

letter: .venv/run
	$(BIN)/letters-gen weekly data/monitoring/2023-04-14.xlsx --date 18.04.2023 --yes

test: .venv/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

# Whole, where CI runs a sample: every kill point.
torture: .venv/test
	$(BIN)/python tests/torture/kill_points.py

# The Russian catalogue after a change of messages: extract, merge, compile.
messages: .venv/test
	$(BIN)/python tools/catalogue.py

.venv/run: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/test: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

clean:
	rm -rf .venv build dist src/*.egg-info
