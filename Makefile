# The two commands: make run, make test. Everything lives in .venv; nothing is installed outside.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# As a variable of the environment the pins also hold for what pip fetches to build a package.
PIP := PIP_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test check bench interop scores shots clean

run: $(STAMP)
	$(BIN)/kg build --output exports

test: check $(VENV)/.spark
	$(BIN)/pytest

check: $(STAMP)
	$(BIN)/ruff check kg tests benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# Half a gigabyte that only the tests of `kg build --engine spark` need.
$(VENV)/.spark: $(STAMP)
	$(PIP) --editable '.[dev,spark]'
	@touch $@

# Measures beside other programs, in an environment of their own, and writes benchmarks/RESULTS.md.
bench: $(VENV)/.spark benchmarks/.venv/.installed benchmarks/.venv-morph/.installed
	$(BIN)/python -m benchmarks.mapping
	$(BIN)/python -m benchmarks.writing
	$(BIN)/python -m benchmarks.archive_speed
	$(BIN)/python -m benchmarks.growth --articles 1000 10000
	$(BIN)/python -m benchmarks.extract_speed
	$(BIN)/python -m benchmarks.identity --articles 100 1000 10000
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.identity --articles 10000 --cities 6
	$(BIN)/python -m benchmarks.serve_speed
	$(BIN)/python -m benchmarks.soak

# Pictures of every view of two pages into build/shots, and those of README.md into docs/images; needs Chromium.
shots: $(STAMP)
	mkdir -p build/shots
	$(BIN)/kg page seeds/articles/s01.txt -o build/shots/seed.html
	$(BIN)/kg page tests/gold/shared/articles -o build/shots/many.html
	$(BIN)/python tests/page/shots.py build/shots build/shots/seed.html build/shots/many.html

# Tries a build in parsers and stores of others (Java, Maven, npm, Virtuoso) and writes their table in README.md.
interop: $(STAMP)
	$(BIN)/python tests/interop/table.py

# Writes the score table of README.md anew.
scores: $(STAMP)
	$(BIN)/python tests/gold/readme_scores.py

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit("kg needs Python 3.11 or newer, this is %d.%d: try make PYTHON=python3.12 $(MAKECMDGOALS)" % v[:2] if v < (3, 11) else 0)'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable '.[dev]'
	@test -f kg/serve/editor/package.txt || echo 'npm was not to be had: the query page of kg serve has a plain text area, no editor.'
	@touch $(STAMP)

benchmarks/.venv/.installed: benchmarks/requirements.txt
benchmarks/.venv-morph/.installed: benchmarks/requirements-morph.txt
benchmarks/.venv/.installed benchmarks/.venv-morph/.installed:
	test -x $(@D)/bin/python || $(PYTHON) -m venv $(@D)
	$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

clean:
	rm -rf $(VENV) benchmarks/.venv benchmarks/.venv-morph build dist
