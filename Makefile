# Two commands matter: `make serve` and `make test`. `make help` lists the others.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

# Material announces MkDocs 2 at every build; this record pins MkDocs 1.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready
BENCH_READY := $(VENV)/.bench-ready
FORMATS_READY := $(VENV)/.formats-ready
AUDIT := $(VENV)/audit/bin/pip-audit

.DEFAULT_GOAL := help
.PHONY: help serve site bundle zim epub pdf formats test pictures bench bench-search bench-serve bench-engine check audit lint types format lock clean

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

serve: $(SITE_READY) ## Build the site, show it at http://127.0.0.1:8000/ and follow changes
	$(BIN)/mkdocs serve

site: $(SITE_READY) ## Build the site into site/; any problem ends it
	$(BIN)/mkdocs build --strict --clean

bundle: $(SITE_READY) ## Write the whole site as one zip file into dist/, to be read without a network
	$(BIN)/gazette bundle

zim: bundle $(FORMATS_READY) ## The bundle as a ZIM file for Kiwix
	$(BIN)/python tools/zim.py

epub: $(SITE_READY) ## The record as books, a volume a year, into dist/epub (needs pandoc)
	$(BIN)/python tools/epub.py

pdf: bundle $(FORMATS_READY) ## Releases as PDF into dist/pdf: make pdf ID=mfaic/2021-11-18-telephone-conversation
	$(BIN)/python tools/pdf.py $(ID)

formats: $(FORMATS_READY) ## Install all extras: ZIM and PDF files, web pages and Word files as raw files, the cluster

test: $(TEST_READY) ## Run every check: format, lint, types, tests
	@status=0; \
	$(MAKE) --no-print-directory lint || status=1; \
	$(BIN)/python -m pytest $(PYTEST) || status=1; \
	exit $$status

bench: $(BENCH_READY) ## Measure whole builds beside Hugo, plain MkDocs, Eleventy (BENCH='--count 10000')
	$(BIN)/python tests/bench/builds.py $(BENCH)

bench-search: $(BENCH_READY) ## Measure the search beside Material's and Pagefind (needs chromium)
	$(BIN)/python tests/bench/search.py $(BENCH)

bench-serve: $(BENCH_READY) ## Measure how long an editor waits for a saved seed in the browser (needs chromium)
	$(BIN)/python tests/bench/serving.py $(BENCH)

bench-engine: $(TEST_READY) ## Measure how long the engine takes a release, and where the time goes
	$(BIN)/python tests/bench/engine.py $(BENCH)

pictures: $(TEST_READY) ## Photograph every kind of page into build/pictures, and the guide's pictures (needs chromium)
	PYTHONPATH=tests $(BIN)/python tests/pictures.py
	PYTHONPATH=tests:hooks $(BIN)/python tests/guide.py

check: $(SITE_READY) ## List what is doubtful in the record
	$(BIN)/gazette check

audit: $(AUDIT) ## Ask whether weaknesses are known of the pinned libraries (needs the network)
	@$(AUDIT) --strict --progress-spinner off --disable-pip --require-hashes -r requirements/site.txt || { \
	  echo "Something is known, or could not be asked: without a network, or behind a registry that keeps no"; \
	  echo "list of weaknesses, nothing is answered. For what is known: make lock LOCK_FLAGS=--upgrade"; exit 1; }

lint: $(TEST_READY) ## Run the format check, the lint and the strict types
	@status=0; for check in "ruff format --quiet --check hooks tests tools" "ruff check hooks tests tools" mypy; do \
	  echo "$$check"; $(BIN)/$$check || status=1; \
	done; exit $$status

format: $(TEST_READY) ## Put the code into its format
	$(BIN)/ruff check --fix hooks tests tools
	$(BIN)/ruff format hooks tests tools

LOCK := uv pip compile --quiet --universal --python-version 3.11.2 --generate-hashes \
        --custom-compile-command 'make lock' --no-annotate --no-emit-index-url --no-emit-find-links pyproject.toml --extra cards

lock: ## Renew the pinned versions (needs uv; add LOCK_FLAGS=--upgrade for newer ones)
	echo 'setuptools>=77' > requirements/build.in
	$(LOCK) $(LOCK_FLAGS) requirements/build.in -o requirements/site.txt
	$(LOCK) $(LOCK_FLAGS) --extra test --extra formats -c requirements/site.txt requirements/build.in -o requirements/test.txt
	$(LOCK) $(LOCK_FLAGS) --extra bench -c requirements/test.txt requirements/build.in -o requirements/bench.txt
	$(LOCK) $(LOCK_FLAGS) --extra formats --extra zim --extra pdf --extra cluster -c requirements/test.txt requirements/build.in -o requirements/formats.txt
	rm requirements/build.in

clean: ## Remove what was built (site/ and caches), and the environment
	rm -rf site .cache $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis hooks/gazette.egg-info build

# The environment. It is renewed only when a pinned version or the package's own description changes.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "This record needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || echo missing)."; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Could not make an environment in $(VENV). On Debian: apt-get install python3-venv"; exit 1; }

$(SITE_READY): requirements/site.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/site.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(TEST_READY): requirements/test.txt $(SITE_READY)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/test.txt
	@touch $@

$(BENCH_READY): requirements/bench.txt $(TEST_READY)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bench.txt
	@touch $@

# A tool with libraries of its own, apart from those of the record.
$(AUDIT): | $(BIN)/python
	$(BIN)/python -m venv $(VENV)/audit
	$(VENV)/audit/bin/python -m pip install --quiet 'pip-audit>=2.9,<3'

$(FORMATS_READY): requirements/formats.txt $(SITE_READY)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/formats.txt
	@touch $@
