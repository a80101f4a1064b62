# Needs Python 3.11 or newer, make and git; everything else lands in .venv.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

ADDRESS ?= 127.0.0.1:8000
FORMAT ?=

VENV := .venv
BIN := $(VENV)/bin
# A stamp each: who writes pages waits for the site's own packages only.
SITE_READY := $(VENV)/.site-ready
TEST_READY := $(VENV)/.test-ready
# From npm: the examples of CommonMark, dictionaries, all that the audit has, and the part of it that
# judges content.
COMMONMARK_READY := tests/commonmark/node_modules/.ready
NODE_MODULES := tests/audit/node_modules
ADVICE_READY := tests/advice/node_modules/.ready
AUDIT_READY := $(NODE_MODULES)/.audit-ready
CONTENT_READY := $(NODE_MODULES)/.content-ready
# Two generators that could take the place of MkDocs: one with the site's packages, one without.
WAYS_OUT := $(VENV)/ways-out
PROPERDOCS_READY := $(WAYS_OUT)/properdocs/.ready
ZENSICAL_READY := $(WAYS_OUT)/zensical/.ready

# Material announces its end of life at every build; the README says what we do about it.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Compiled once, whatever is set outside: else each of the workers of tests, and each check and build
# that a test starts, compiles all of the code again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# In memory, where 4 GB of it are free: of 5,000 deliverables it needs less than half. Each save writes
# a thousand files, for which a slow disk takes a third of all the time.
MEMORY := /dev/shm
IN_MEMORY = $(shell df -Pk $(MEMORY) 2>/dev/null | awk 'NR == 2 && $$4 > 4000000 {print "TMPDIR=$(MEMORY)"}')

.PHONY: serve
serve: $(SITE_READY) ## Show the site at ADDRESS (127.0.0.1:8000), again after every change
	$(IN_MEMORY) $(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

.PHONY: site
site: $(SITE_READY) ## Build the site in site/; any warning stops it
	$(BIN)/mkdocs build --strict

.PHONY: check
check: $(SITE_READY) ## Check what editors write, with file, line and what to do
	$(BIN)/python -m hooks check $(if $(FORMAT),--format $(FORMAT)) $(if $(BASE),--base $(BASE))

.PHONY: watch
watch: $(SITE_READY) ## Check again after every change (what VS Code does)
	@$(BIN)/python -m hooks check --watch

.PHONY: new
new: $(SITE_READY) ## Write a new page, and ask what it needs (KIND=resultaat TITLE="…")
	@$(BIN)/python -m hooks new $(if $(KIND),"$(KIND)") $(if $(TITLE),"$(TITLE)")

.PHONY: forms
forms: $(SITE_READY) ## Write the forms on GitHub and what VS Code reads anew, after a change of the model
	@$(BIN)/python -m hooks forms

.PHONY: content
content: $(TEST_READY) $(CONTENT_READY) ## Judge content and nothing else, in about a minute (BASE=main: what changed)
	CHROMIUM=$$(.ci/browser chromium) && export CHROMIUM && \
		$(BIN)/python -m tests.content $(if $(BASE),--base $(BASE)) \
			$(if $(FORMAT),--format $(FORMAT)) $(if $(PREVIEW),--preview $(PREVIEW)) \
			$(if $(PROBLEMS),--problems $(PROBLEMS))

.PHONY: advice
advice: $(SITE_READY) $(ADVICE_READY) ## Say what would serve readers better, and stop nothing (FILES=docs/…, BASE=main)
	@$(BIN)/python -m tests.advice $(FILES) $(if $(BASE),--base $(BASE)) \
		$(if $(FORMAT),--format $(FORMAT)) $(if $(PROBLEMS),--problems $(PROBLEMS))

.PHONY: lint
lint: check $(TEST_READY) ## Check the code, the workflows and the licences
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	@# The types take as long as all the rest.
	$(BIN)/mypy & types=$$!; { \
		$(BIN)/zizmor --quiet --offline --strict-collection --persona=pedantic .github && \
		$(BIN)/python .ci/schemas && \
		{ $(BIN)/reuse lint --quiet || $(BIN)/reuse lint --lines; }; \
	}; rest=$$?; wait $$types && exit $$rest

# All find a browser, or install it (or CHROMIUM=/path; test-all: FIREFOX, WEBKIT). A file of tests
# goes to one worker, the longest first (tests/conftest.py). A worker more than there are cores, since
# a browser is often waited for.
CORES := $(shell getconf _NPROCESSORS_ONLN)
TESTS = CHROMIUM=$$(.ci/browser chromium) && export CHROMIUM && \
	$(BIN)/python -m pytest --dist loadfile --no-loadscope-reorder \
		--numprocesses $$(( $(CORES) < 7 ? $(CORES) + 1 : 8 ))

# Beside each other, for neither keeps two cores busy; one that fails does not stop the other.
.PHONY: test
test: $(TEST_READY) $(COMMONMARK_READY) $(ADVICE_READY) ## Check everything, in about five minutes: before a change lands
	@$(MAKE) --jobs=2 lint tests

.PHONY: tests
tests: $(TEST_READY) $(COMMONMARK_READY) $(ADVICE_READY)
	$(TESTS) $(PYTEST)

.PHONY: test-all
test-all: lint tests-at-depth ## Check everything at depth: before a change of code lands, and every week

.PHONY: tests-at-depth
tests-at-depth: $(TEST_READY) $(COMMONMARK_READY) $(ADVICE_READY) $(PROPERDOCS_READY) $(ZENSICAL_READY)
	FIREFOX=$$(.ci/browser firefox) && WEBKIT=$$(.ci/browser webkit) && export FIREFOX WEBKIT && \
		$(TESTS) -m 'not audit and not network' --hypothesis-profile=depth $(PYTEST)

# Fails like any other check where it could not look, with OFFLINE=1 only the network is left out.
.PHONY: audit
audit: $(TEST_READY) $(AUDIT_READY) ## Measure every bar, report in audit/, site with report in site/
	CHROMIUM=$$(.ci/browser chromium) && export CHROMIUM && \
		$(BIN)/python -m pytest tests/test_audit.py tests/test_judging_content.py \
			-m '$(if $(OFFLINE),not network)' && \
		$(BIN)/python -m tests.audit $(if $(OFFLINE),--offline) $(if $(RUNS),--runs $(RUNS))

# Each size goes in every way it is built in, there and back again: so the machine may slow down, but
# must have nothing else to do. N="site 500" and RUNS=1 for less, OUT=folder to keep what was there,
# BOOK=1 for PDFs of invented programmes too, which take longer than the site itself.
.PHONY: bench
bench: $(TEST_READY) ## Measure what builds cost beside stock, in hours (N="site 500 2000 5000" RUNS=3 OUT=…)
	$(BIN)/python -m tests.bench $(N) $(if $(RUNS),--runs $(RUNS)) $(if $(OUT),--out $(OUT)) \
		$(if $(BOOK),--book)

# Both need the network, which no other check does: what they find changes while nobody is looking.
.PHONY: vulnerabilities
vulnerabilities: $(TEST_READY) ## Look up known vulnerabilities of every package
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner=off \
		--requirement requirements.txt --requirement requirements-dev.txt
	for folder in audit advice commonmark; do \
		(cd tests/$$folder && npm audit --package-lock-only) || exit; \
	done

.PHONY: links
links: site $(TEST_READY) ## Follow every link to another site
	.ci/links $(BIN)/lychee site

.PHONY: format
format: $(TEST_READY) ## Lay out the code and repair what can be repaired
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# In this order: the second and third lock follow the first. The command stands on top of each lock.
.PHONY: lock
lock: $(TEST_READY) ## Renew the lock files (UPGRADE=--upgrade for newer versions too)
	for lock in requirements requirements-dev tests/ways_out/properdocs tests/ways_out/zensical; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url $(UPGRADE) $$lock.in -o $$lock.txt || exit; \
	done

.PHONY: clean
clean: ## Remove all that is made
	rm -rf $(VENV) .cache site audit tests/*/node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	.ci/venv $(VENV)

$(SITE_READY): requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r $<
	@touch $@

$(TEST_READY): requirements-dev.txt $(SITE_READY)
	$(BIN)/python -m pip install --quiet --require-hashes -r $<
	@touch $@

$(PROPERDOCS_READY): tests/ways_out/properdocs.txt $(TEST_READY)
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --target $(@D) -r $<
	@touch $@

$(ZENSICAL_READY): tests/ways_out/zensical.txt $(TEST_READY)
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(@D)
	$(BIN)/uv pip install --quiet --python $(@D) --require-hashes -r $<
	@touch $@

$(COMMONMARK_READY) $(ADVICE_READY): %/node_modules/.ready: %/package-lock.json
	.ci/node-and-java node
	cd $(dir $<) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# `npm ci` begins with nothing, so each takes away the stamp of the other.
$(AUDIT_READY): tests/audit/package-lock.json
	.ci/node-and-java
	cd tests/audit && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@ $(CONTENT_READY)

$(CONTENT_READY): tests/audit/package-lock.json
	.ci/node-and-java
	cd tests/audit && npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
