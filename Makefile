# Two commands for a fresh machine with Python: `make lab` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOWEST := .venv-lowest
PIP := -m pip install --quiet --disable-pip-version-check

.PHONY: lab test test-quick soak bench lint docs clean

$(BIN)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -c "import sys; sys.exit('Workbench needs Python 3.11 or newer; this one is ' + sys.version.split()[0]) if sys.version_info < (3, 11) else None"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

# The lowest JupyterLab that pyproject.toml allows, with jupyter-collaboration: the browser tests drive it too.
$(LOWEST)/.ready: requirements-lowest.lock pyproject.toml
	$(PYTHON) -m venv $(LOWEST)
	$(LOWEST)/bin/python $(PIP) --no-compile --require-hashes -r requirements-lowest.lock
	$(LOWEST)/bin/python $(PIP) --no-deps -e .
	touch $@

lab: $(BIN)/.ready
	$(BIN)/workbench lab

test: $(BIN)/.ready $(LOWEST)/.ready
	$(BIN)/python tests/needs.py
	$(BIN)/python -m pytest -m "not soak"

test-quick: $(BIN)/.ready
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not soak and not slow and not browser"

soak: $(BIN)/.ready $(LOWEST)/.ready
	$(BIN)/python tests/needs.py
	$(BIN)/python -m pytest -m soak
	WORKBENCH_TEST_PYTHON=$(LOWEST)/bin/python $(BIN)/python -m pytest -m "not soak" tests/browser

bench: $(BIN)/.ready
	-test -d $(VENV)/matchers || $(BIN)/python -m pip install --quiet --disable-pip-version-check --target $(VENV)/matchers -r tests/bench/matchers.txt
	$(BIN)/python -m pytest -s --benchmarks tests/bench tests/browser/test_speed.py tests/browser/test_meeting_speed.py

lint: $(BIN)/.ready
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

docs: $(BIN)/.ready
	$(BIN)/python -m mkdocs build --strict

clean:
	rm -rf $(VENV) $(LOWEST)
