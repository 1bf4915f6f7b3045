# Everything that is done to this project by name. `make demo` and `make test` need nothing but Python 3.11, git and make.

VENV   := .venv/bin
# The example plays in January 2027; a fixed day makes the documents the same whenever they are built.
DEMO   := examples/treuhand/rollout.toml --to documents --as-of 2026-12-14
CODE   := rollout_kit tests scripts benchmarks hatch_build.py
# Tests are spread over the processors; those that share a built wheel stay together.
PYTEST := $(VENV)/pytest --quiet -n auto --dist loadgroup
# What is fast must reach all the code; sweeps and pages come afterwards, without anybody counting lines: that makes
# Python three times as slow.
FAST   := not pdf and not slow and not thorough
COUNTED := $(FAST) and not uncounted
# What `make check` has time for.
HASTY  := $(COUNTED) and not unhurried

.PHONY: help demo test check format bench messages docs pictures gallery clean

help:
	@echo "make demo      set up, and build the Swiss example into documents/"
	@echo "make test      set up, and run all tests"
	@echo "make check     format, lint, types, layers, fresh pages, fast tests: under a minute"
	@echo "make format    bring the code into shape"
	@echo "make messages  write new texts into the catalogues and compile them"
	@echo "make docs      write the generated pages: docs/rules/, docs/cli.md, docs/format.md"
	@echo "make pictures  draw the pictures of the README"
	@echo "make gallery   draw every page of every example into gallery/, and an index.html to look through them"
	@echo "make bench     measure start-up, check and build, and staffings beside another library"
	@echo "make clean     remove what was built, the environment included"

demo:
	@scripts/setup demo
	@$(VENV)/rollout-kit build $(DEMO)

test:
	@scripts/setup test
	@$(PYTEST) -m "$(COUNTED)" --durations=5 --cov --cov-report= --cov-fail-under=95
	@$(VENV)/python scripts/coverage_held.py
	@$(PYTEST) -m "not ($(COUNTED))" --durations=5

check:
	@scripts/setup test
	$(VENV)/ruff format --check --quiet $(CODE)
	$(VENV)/ruff check --quiet $(CODE)
	$(VENV)/mypy
	$(VENV)/lint-imports --no-logo
	$(VENV)/python scripts/messages.py --check
	$(VENV)/python scripts/docs.py --check
	$(PYTEST) -m "$(HASTY)"

format:
	$(VENV)/ruff check --fix $(CODE)
	$(VENV)/ruff format $(CODE)

messages:
	@scripts/setup test
	@$(VENV)/python scripts/messages.py

docs:
	@scripts/setup test
	@$(VENV)/python scripts/docs.py

bench:
	@scripts/setup test
	@$(VENV)/python benchmarks/bench.py
	@$(VENV)/python benchmarks/growth.py
	@$(VENV)/python benchmarks/queues.py
	@$(VENV)/python benchmarks/outlook.py
	@$(VENV)/python benchmarks/planning.py
	@$(VENV)/python benchmarks/tj3.py
	@if [ -n "$(INSTANCES)" ]; then $(VENV)/python benchmarks/psplib.py $(INSTANCES); fi

pictures:
	@scripts/setup test
	@$(VENV)/python scripts/pictures.py docs/pictures

gallery:
	@scripts/setup test
	@$(VENV)/python scripts/gallery.py gallery

clean:
	rm -rf .venv documents gallery build dist .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
