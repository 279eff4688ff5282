# The checks of the project; .ci/run and the workflows call the same targets. `make` lists them.
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

.PHONY: help
help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.PHONY: test lint
test: $(LANGUAGES:%=test-%) ## every test, of Rust, Python and Node
lint: $(LANGUAGES:%=lint-%) lint-generated ## formatting, clippy, docs, types, freshness of generated files

# ---- one build -------------------------------------------------------------------------------------------------------

.PHONY: build build-python build-node
build: $(LANGUAGES:%=has-%) ## the workspace once, its two native modules put beside their packages
	$(CARGO) build $(WHOLE)
	$(MAKE) $(patsubst %,build-%,$(filter-out rust,$(LANGUAGES)))

build-python:
	cp $(TARGET)/debug/$(call LIB,_native) bindings-python/python/greenboard/$(NATIVE)

build-node:
	cp $(TARGET)/debug/$(call LIB,greenboard_node) "bindings-node/greenboard.$$($(NODE) -p 'require("./bindings-node/lib/platform").platformName()').node"

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

.PHONY: test-rust test-python test-node
test-rust: build
	$(CARGO) test $(WHOLE) --quiet

test-python: build $(VENV)/installed
	cd bindings-python && $(PY) -m pytest --quiet

test-node: build node_modules/installed
	$(NODE) --test tests/node/

# ---- lint ------------------------------------------------------------------------------------------------------------

.PHONY: lint-rust lint-python lint-node lint-generated
lint-rust:
	$(CARGO) fmt --all --check
	$(CARGO) clippy $(WHOLE) --all-targets --quiet -- -D warnings
	RUSTDOCFLAGS='-D warnings' $(CARGO) doc $(WHOLE) --no-deps --quiet
	@! $(CARGO) tree --locked -p greenboard -e normal --prefix none | grep -E '^(arrow|gix|cel|minijinja)' || { \
	  echo 'The core without features must stay free of these.' >&2; exit 1; }

lint-python: export MYPYPATH := bindings-python/python
lint-python: build $(VENV)/installed
	$(PY) -m mypy --config-file bindings-python/pyproject.toml -p greenboard
	$(PY) -m mypy --config-file bindings-python/pyproject.toml tests/python
	$(PY) -m mypy.stubtest --mypy-config-file bindings-python/pyproject.toml greenboard._native

lint-node: node_modules/installed
	npx --no-install tsc --project tests/node

lint-generated:

# ---- the rest --------------------------------------------------------------------------------------------------------

.PHONY: regen bench fuzz packages
