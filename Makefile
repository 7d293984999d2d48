# Two commands matter on a fresh machine: `make demo` and `make test`. `make help` lists the rest.

PY := .venv/bin/python
JOBS ?= 2

# What a person set for other work must not decide whether a test passes here.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONUNBUFFERED PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo demo-terminal test test-deep web messages screenshots bench eval coverage-study lint format types contracts docs commands check wheel verify.pyz lock clean

help: ## list the targets
	@sed -n 's/^\([a-z.-]*\):.*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{printf "  make %-13s %s\n", $$1, $$2}'

.venv/run: requirements/run.lock requirements/build.lock pyproject.toml release/setup.sh
	@echo "preparing .venv (once)"
	@release/setup.sh venv requirements/run.lock
	@touch $@

.venv/dev: requirements/dev.lock requirements/build.lock pyproject.toml release/setup.sh
	@echo "preparing .venv with what the tests need (once)"
	@release/setup.sh venv requirements/dev.lock
	@touch $@ .venv/run

verify.pyz: ## build the one-file verifier and print its SHA-256
	@$$(release/setup.sh python) release/build_verifier.py

# Its stamp is inside what it makes: the digest of what that was made from. Asking costs 30 ms.
web: ## bring the desk's programs and map, by the digests in release/web/package-lock.json
	@release/setup.sh web

messages: .venv/run ## bring the translations of the desk up to date with its words
	@$(PY) release/messages.py

screenshots: .venv/dev web ## take the pictures of the desk for README and docs, of the exercise
	@$(PY) tests/desk/take_screenshots.py

# Without a terminal nobody could end the desk: then it is started, asked once, and ended.
demo: demo-terminal ## tell the exercise in the terminal, then open its case in the browser
	@PROBATUM_PASSPHRASE='exercise: not a secret' .venv/bin/probatum up \
		--case probatum-demo/village-case $$(test -t 0 || echo --try)

demo-terminal: .venv/run verify.pyz web ## build the exercise case and tell its story
	@.venv/bin/probatum demo
	@echo "To have the command in this shell:  . .venv/bin/activate"

test: .venv/dev verify.pyz web ## install what the tests need and run them
	@release/setup.sh system
	@$(PY) -m pytest -q -n $(JOBS) --dist worksteal

# What it takes beyond `make test`, CONTRIBUTING.md lists: more of the same, nothing of another kind.
test-deep: ## the tests with every place of their longest sweeps (another half hour)
	@PROBATUM_DEEP=1 $(MAKE) --no-print-directory test

bench: .venv/dev verify.pyz web ## print limit, peer and ours of every speed promise
	@$(PY) bench

eval: .venv/run ## scores of the reader on the evaluation sets, both halves
	@$(PY) eval

coverage-study: .venv/run ## intervals against simulated truths; resumes, about half an hour
	@$(PY) coverage-study

lint: .venv/dev ## ruff: style, spelling of errors, bans
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

format: .venv/dev ## write the one layout that `make lint` asks for
	@$(PY) -m ruff check --quiet --fix-only .
	@$(PY) -m ruff format --quiet .

types: .venv/dev ## mypy --strict
	@$(PY) -m mypy

contracts: .venv/dev ## which room may import which
	@.venv/bin/lint-imports --no-logo

docs: .venv/dev ## the documentation, warnings are errors
	@$(PY) -m sphinx -q -W --keep-going -j $(JOBS) -c docs . build/docs
	@echo "docs: build/docs/index.html"

commands: .venv/dev ## write the pages that are made from the code
	@$(PY) docs/write_commands.py
	@$(PY) -m probatum.cli.front_page
	@$(PY) docs/write_record_pages.py

check: test lint types contracts docs ## everything that CI runs

wheel: .venv/dev verify.pyz web ## dist/probatum-*.whl, with the verifier and the desk's programs inside
	@rm -f dist/*.whl
	@$(PY) -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -w dist .
	@ls dist/*.whl

lock: .venv/dev ## pin the newest versions by hash (needs uv)
	@for name in build run dev; do \
		uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-header --no-annotate requirements/$$name.in \
			$$(test $$name != dev || echo -c requirements/build.lock -c requirements/run.lock) \
			-o requirements/$$name.lock || exit 1; done

clean: ## remove everything that make made
	rm -rf .venv build dist docs/api src/probatum/disclose/verify.pyz src/probatum/desk/static/vendor .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
