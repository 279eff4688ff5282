# The checks of the project; .ci/run and the workflows call the same targets. `make` lists them.
# Python writes UTF-8 everywhere, as the others do.
export PYTHONUTF8 := 1
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
NODE ?= node
CARGO ?= cargo
TARGET := $(or $(CARGO_TARGET_DIR),target)
# One set of packages and features for every cargo call, so that nothing is compiled twice.
WHOLE := --workspace --all-features --locked

# What a library and a program are called here.
ifeq ($(OS),Windows_NT)
  LIB = $(1).dll
  NATIVE := _native.pyd
  BIN := Scripts
else ifeq ($(shell uname -s),Darwin)
  LIB = lib$(1).dylib
  NATIVE := _native.abi3.so
  BIN := bin
else
  LIB = lib$(1).so
  NATIVE := _native.abi3.so
  BIN := bin
endif
VENV := $(TARGET)/venv
PY := $(abspath $(VENV)/$(BIN)/python)

# A language is left out only when asked for: a check that skips itself in silence checks nothing.
LANGUAGES := rust
ifeq ($(GREENBOARD_SKIP_PYTHON),1)
  export PYO3_NO_PYTHON := 1
else
  LANGUAGES += python
endif
ifneq ($(GREENBOARD_SKIP_NODE),1)
  LANGUAGES += node
endif

# Those that are bound to the core.
BOUND := $(filter-out rust,$(LANGUAGES))

.PHONY: help nothing
nothing: ; @:
help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.PHONY: test lint
test: test-example ## every test, of Rust, Python and Node
lint: $(LANGUAGES:%=lint-%) ## formatting, clippy, docs, types, freshness of generated files

# ---- one build -------------------------------------------------------------------------------------------------------

.PHONY: build place-python place-node
build: $(LANGUAGES:%=has-%) ## the workspace once, its two native modules put beside their packages
	$(CARGO) build $(WHOLE)
	@$(MAKE) nothing $(BOUND:%=place-%)

# Of which profile the native modules are.
BUILT := debug
place-python:
	cp $(TARGET)/$(BUILT)/$(call LIB,_native) bindings-python/python/greenboard/$(NATIVE)

place-node:
	cp $(TARGET)/$(BUILT)/$(call LIB,greenboard_node) "bindings-node/greenboard.$$($(NODE) -p 'require("./bindings-node/lib/platform").platformName()').node"

# ---- the languages ---------------------------------------------------------------------------------------------------

.PHONY: has-rust has-python has-node
has-rust:
	@$(CARGO) --version >/dev/null 2>&1 || { echo 'greenboard needs cargo: https://rustup.rs' >&2; exit 1; }

has-python:
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || { \
	  echo 'greenboard needs Python 3.10 or newer with venv (on Debian: apt install python3-venv).' \
	       'Name another with PYTHON=..., or leave Python out with GREENBOARD_SKIP_PYTHON=1.' >&2; exit 1; }

has-node:
	@$(NODE) -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && npm --version >/dev/null 2>&1 || { \
	  echo 'greenboard needs Node 20 or newer, and npm.' \
	       'Name another with NODE=..., or leave Node out with GREENBOARD_SKIP_NODE=1.' >&2; exit 1; }

$(VENV)/installed: bindings-python/requirements-test.txt | has-python
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -r $<
	echo '$(abspath bindings-python/python)' > "$$($(PY) -c 'import site; print(site.getsitepackages()[-1])')/greenboard.pth"
	touch $@

node_modules/installed: package-lock.json | has-node
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@

# ---- test ------------------------------------------------------------------------------------------------------------

.PHONY: test-rust test-python test-node test-example
test-rust: build
	$(CARGO) test $(WHOLE) --quiet

test-python: build $(VENV)/installed
	cd bindings-python && $(PY) -m pytest --quiet

test-node: build node_modules/installed
	$(NODE) --test --test-reporter=dot tests/node/

# Outside of any repository, where the examples tell of their own data; what Rust says first is what all have to say.
EXAMPLES := release_plan cross_ecosystem go_no_go release_day
test-example: $(LANGUAGES:%=test-%)
	@dir=$$(mktemp -d); trap 'rm -rf "$$dir"' EXIT; \
	for example in $(EXAMPLES); do for language in $(LANGUAGES); do \
	  case $$language in \
	    rust) run=("$(abspath $(TARGET))/debug/examples/$$example") ;; \
	    python) run=('$(PY)' "$(CURDIR)/examples/$$example.py") ;; \
	    node) run=('$(NODE)' "$(CURDIR)/examples/$$example.mjs") ;; \
	  esac; \
	  (cd "$$dir" && "$${run[@]}") > "$$dir/$$language.txt"; \
	  diff --strip-trailing-cr "$$dir/rust.txt" "$$dir/$$language.txt" || { echo "$$example says something else in $$language." >&2; exit 1; }; \
	done; done; \
	echo "The examples say the same in: $(LANGUAGES)"

# PostgreSQL, sqlx and the drivers for Node are nothing that everybody has: a target of its own, and none of .ci/run's. It installs
# what is missing (on Debian, as root or with sudo), and runs a server of its own for as long as the tests take.
DRIVERS := $(TARGET)/drivers
$(DRIVERS)/package.json: tests/stores/package.json
	mkdir -p $(DRIVERS)
	cp $< $@
	cd $(DRIVERS) && npm install --ignore-scripts=false --no-package-lock --no-audit --no-fund --loglevel=error

.PHONY: test-postgres
test-postgres: build $(VENV)/installed node_modules/installed $(DRIVERS)/package.json ## the ledger in PostgreSQL and SQLite, in three languages
	tests/stores/server.sh install
	@dir=$$(mktemp -d); trap 'tests/stores/server.sh stop "$$dir"; rm -rf "$$dir"' EXIT; \
	export GREENBOARD_POSTGRES_SERVER="$$dir" GREENBOARD_DRIVERS='$(abspath $(DRIVERS))/package.json'; \
	GREENBOARD_POSTGRES=$$(tests/stores/server.sh start "$$dir"); export GREENBOARD_POSTGRES; set -x; \
	(cd bindings-python && $(PY) -m pytest --quiet ../tests/python/test_ledger_stores.py); \
	$(NODE) --test --test-reporter=dot tests/node/ledger.stores.test.mjs; \
	$(CARGO) run --quiet --locked --manifest-path examples/sql/Cargo.toml --target-dir $(TARGET)/sql

# ---- lint ------------------------------------------------------------------------------------------------------------

.PHONY: lint-rust lint-python lint-node
lint-rust:
	$(CARGO) fmt --all --check
	$(CARGO) clippy $(WHOLE) --all-targets --quiet -- -D warnings
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc $(WHOLE) --no-deps --quiet
	$(CARGO) run --quiet $(REGEN) -- --check
	@! $(CARGO) tree --locked -p greenboard -e normal --prefix none | grep -E '^(arrow|gix|cel|minijinja|p256|quick-xml)' || { \
	  echo 'The core without features must stay free of these.' >&2; exit 1; }

lint-python: export MYPYPATH := bindings-python/python
lint-python: build $(VENV)/installed
	$(PY) -m mypy --config-file bindings-python/pyproject.toml -p greenboard
	$(PY) -m mypy --config-file bindings-python/pyproject.toml tests/python examples
	$(PY) -m mypy.stubtest --mypy-config-file bindings-python/pyproject.toml greenboard._native

lint-node: node_modules/installed
	npx --no-install tsc --project tests/node

# ---- generated files -------------------------------------------------------------------------------------------------

REGEN := $(filter-out --workspace,$(WHOLE)) -p greenboard-tests --bin regen
.PHONY: regen
regen: ## schemas, Python's and TypeScript's document types, tables of the docs, from the Rust types
	$(CARGO) run --quiet $(REGEN)

# ---- measures --------------------------------------------------------------------------------------------------------

INPUTS := $(TARGET)/bench-inputs
.PHONY: bench fuzz
bench: $(LANGUAGES:%=bench-%) ## the engines beside their peers, CPU time

.PHONY: bench-rust bench-python bench-node bench-native
bench-rust: has-rust
	$(CARGO) run --profile bench --locked --quiet -p greenboard-benches --bin inputs -- $(INPUTS)
	$(CARGO) bench --locked -p greenboard-benches
	for count in 2000 20000 200000; do $(CARGO) run --release --quiet --manifest-path benches/peers/git-cliff/Cargo.toml \
	  --target-dir $(TARGET)/peers -- $(INPUTS)/commits-$$count.jsonl; done

bench-native: $(LANGUAGES:%=has-%)
	$(CARGO) build --profile dist --locked $(BOUND:%=-p greenboard-%)
	@$(MAKE) BUILT=dist nothing $(BOUND:%=place-%)

bench-python: bench-rust bench-native $(VENV)/installed
	$(PY) -m pip install --quiet --disable-pip-version-check -r benches/peers/requirements.txt
	$(PY) benches/peers/versions.py $(INPUTS)
	$(PY) benches/peers/graph.py $(INPUTS)
	$(PY) benches/peers/gates.py
	$(PY) benches/peers/ledger.py $(INPUTS)

bench-node: bench-rust bench-native node_modules/installed
	cd benches/peers && npm install --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error
	$(NODE) benches/peers/versions.mjs $(INPUTS)
	$(NODE) benches/peers/changes.mjs $(INPUTS)
	$(NODE) benches/peers/plans.mjs
	$(NODE) benches/peers/gates.mjs
	$(NODE) benches/peers/ledger.mjs $(INPUTS)

# What is found goes below $(TARGET), not into the kept corpora; see tests/fuzz/README.md.
FUZZ_SECONDS := 300
fuzz: ## every fuzz target for FUZZ_SECONDS (needs a nightly toolchain and cargo-fuzz)
	for target in $$(cd tests && $(CARGO) +nightly fuzz list); do \
	  mkdir -p "$(abspath $(TARGET))/fuzz/$$target"; \
	  (cd tests && $(CARGO) +nightly fuzz run $$target "$(abspath $(TARGET))/fuzz/$$target" fuzz/corpus/$$target \
	    -- -max_total_time=$(FUZZ_SECONDS) -max_len=512); \
	done

# ---- packages --------------------------------------------------------------------------------------------------------

MATURIN := $(TARGET)/maturin
TRY := $(TARGET)/packages
.PHONY: packages package-python package-node
packages: ## the wheel and the npm tarball into dist/, each tried in an empty environment
	rm -rf dist $(TRY)
	$(MAKE) nothing $(BOUND:%=package-%)
	ls -l dist

package-python: has-rust has-python
	$(PYTHON) -m venv $(MATURIN)
	$(MATURIN)/$(BIN)/python -m pip install --quiet --disable-pip-version-check 'maturin>=1.16,<2'
	$(MATURIN)/$(BIN)/python -m maturin build --profile dist --locked --out dist --manifest-path bindings-python/Cargo.toml
	$(PYTHON) -m venv $(TRY)/python
	$(TRY)/python/$(BIN)/python -m pip install --quiet --disable-pip-version-check dist/greenboard-*.whl
	$(TRY)/python/$(BIN)/python examples/release_plan.py

package-node: has-rust has-node
	$(CARGO) build --profile dist --locked -p greenboard-node
	@$(MAKE) BUILT=dist place-node
	cp README.md LICENSE-APACHE LICENSE-MIT bindings-node/
	mkdir -p dist $(TRY)/node
	cd bindings-node && npm pack --pack-destination ../dist
	cp -R examples $(TRY)/node/
	cd $(TRY)/node && npm init --yes >/dev/null && npm install --no-audit --no-fund --loglevel=error $(CURDIR)/dist/greenboard-*.tgz
	$(NODE) $(TRY)/node/examples/release_plan.mjs
