# Every door to the project. `make demo` shows a running newsroom; `make test` runs the tests.
PYTHON ?= python3
BIN = .venv/bin
READY = .venv/ready
DATA ?= ../shared/data
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: demo test check e2e soak fmt eval bench wheel messages pins clean

demo: $(READY)            ## set everything up and show a running newsroom
	$(BIN)/tocsin demo demo

test: $(READY)            ## set everything up and run the tests
	$(BIN)/python -m pytest -n auto

check: $(READY)           ## style, types, the order of imports, templates, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/djlint --check --lint --quiet src/tocsin/templates || $(BIN)/djlint --lint src/tocsin/templates
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m django makemigrations --check --dry-run

e2e: $(READY)             ## a person's ways through it, in Chromium
	$(BIN)/python -m pytest -m e2e -n 2

soak: $(READY)            ## the full figures: kills, floods, load, payloads, wheel
	TOCSIN_KILLS=200 TOCSIN_SEARCH_KILLS=200 TOCSIN_FLOOD_SECONDS=60 $(BIN)/python -m pytest -m soak
	TOCSIN_LOSSES_STEP=1 $(BIN)/python -m pytest tests/importers/ledger -k losses
	TOCSIN_FLOOD_SECONDS=60 $(BIN)/python -m pytest tests/comments/test_flood.py
	TOCSIN_XSS=2000 $(BIN)/python -m pytest -m e2e tests/e2e/test_comment_payloads.py
	TOCSIN_EDIT_RUNS=20 $(BIN)/python -m pytest tests/articles/test_anchoring.py
	TOCSIN_FUZZ=100000 $(BIN)/python -m pytest -n auto tests/claims/extraction/test_robustness.py tests/search/test_any_query.py

fmt: $(READY)             ## put code and templates in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djhtml --tabwidth 2 src/tocsin/templates

eval: $(READY)            ## accuracy, as tables; may not fall
	$(BIN)/python -m benchmarks.eval --data $(DATA)

bench: $(READY)           ## speed beside its yardsticks, as tables
	$(BIN)/python -m benchmarks.ledger
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.wordpress
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.search

wheel: $(READY)           ## build the wheel into dist/
	$(BIN)/uv build --wheel --no-build-isolation --python $(BIN)/python

messages: $(READY)        ## bring the translations up to date with the sources
	cd src/tocsin && django-admin makemessages -l uk -l es --no-wrap && django-admin compilemessages

pins: $(READY)            ## compile requirements/ from pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 --extra postgres --extra extraction \
	  -o requirements/run.txt pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 --extra postgres --extra extraction --group dev \
	  -c requirements/run.txt -o requirements/dev.txt pyproject.toml

clean:
	rm -rf .venv demo dist

$(READY): requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -c 'from tocsin.claims.extraction.places import gazetteer; gazetteer.known("Kyiv")'
	touch $(READY)
