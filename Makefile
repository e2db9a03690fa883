# Two commands: `make serve` runs Mulin, `make test` proves it. Both install what is missing, at the
# versions written here, into .tools/ and tests/browser/node_modules/, and touch nothing else.

PORT    ?= 8080
DATA    ?= ./data
PROJECT ?= public/beimen

TRUNK_VERSION   := 0.21.14
# wasm-bindgen's tool and crate must be the same version, so the lock file is the one place that says it.
BINDGEN_VERSION := $(shell awk '/^name = "wasm-bindgen"$$/{getline; gsub(/"/,"",$$3); print $$3}' Cargo.lock)

# Drives the readers with whatever it thinks of; nothing of it is shipped.
FUZZ_VERSION := 0.13.2
# Reads CAD files strictly, for the tests; nothing of it is shipped.
EZDXF_VERSION := 1.4.5
# GDAL as Python has it: reads GeoJSON as QGIS does, for the tests; nothing of it is shipped.
PYOGRIO_VERSION := 0.13.0
DUCKDB_VERSION := 2.0.1
NUMPY_VERSION := 2.4.6
SCIPY_VERSION := 1.17.1
# A real distributed store for `make soak`; nothing of it is shipped.
GARAGE_VERSION := 2.5.0

export CARGO_TARGET_DIR ?= $(CURDIR)/target
# How the native program is built: `release` for people, `checked` for the tests (Cargo.toml says why).
NATIVE ?= release
# What is built along with it: asked for tests too, Cargo takes the crates that the tests were compiled with.
NATIVE_WITH ?=
MULIN := $(CARGO_TARGET_DIR)/$(NATIVE)/mulin
SPLIT := $(CARGO_TARGET_DIR)/$(NATIVE)/split
# The browser's tests that have a count of the night.
NIGHTLY := faults.test.mjs offline.test.mjs profile.test.mjs windows.test.mjs
# Which functions make the second part of the drawing program.
LATER := src/bin/split/later.txt
# What Trunk builds, before it is cut in two, and the drawing program as the linker wrote it.
WHOLE := $(CARGO_TARGET_DIR)/whole
LINKED := $(CARGO_TARGET_DIR)/linked.wasm

export PATH := $(CURDIR)/.tools/bin:$(PATH)
export TRUNK_SKIP_VERSION_CHECK := true
# Trunk 0.21 reads NO_COLOR=1 as a wrong value of its own flag and stops.
unexport NO_COLOR

# Trunk is used, not shipped: unoptimised it builds in a third of the time and works as fast.
# wasm-bindgen works through megabytes of wasm at each build, so it is worth optimising once.
CARGO_INSTALL := CARGO_TARGET_DIR=.tools/build cargo install --locked --no-default-features --root .tools
INSTALL_TRUNK := CARGO_PROFILE_DEV_DEBUG=false $(CARGO_INSTALL) --debug trunk@$(TRUNK_VERSION)
INSTALL_BINDGEN := CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
	CARGO_PROFILE_RELEASE_OPT_LEVEL=2 $(CARGO_INSTALL) wasm-bindgen-cli@$(BINDGEN_VERSION)

TRUNK    := .tools/trunk-$(TRUNK_VERSION)
BINDGEN  := .tools/wasm-bindgen-$(BINDGEN_VERSION)
FUZZ     := .tools/cargo-fuzz-$(FUZZ_VERSION)
# npm itself writes this file at the end of a successful install.
NPM      := tests/browser/node_modules/.package-lock.json

# A panic names its place: by the crate's path, not by where this machine keeps it.
SHORT_PATHS = $(addprefix --remap-path-prefix=,$(addsuffix /=,$(shell echo $${CARGO_HOME:-$$HOME/.cargo}/registry/src/*)))

# The programs of the page, each in index.html.
PROGRAMS := app board exchange pdf_page
# What the app is made of. Folders are listed too: their time changes when a file in them goes away.
APP_INPUTS := Cargo.toml Cargo.lock build.rs rust-toolchain.toml Trunk.toml index.html \
	$(shell find src public \( -path src/cli -o -path src/bin/split -o -name mulin.rs -o -name '*.md' \) -prune -o -print)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help serve test soak fuzz lint build quick app native bench profile tools npm ezdxf gdal duckdb garage wasm-opt need need-node clean

help: ## what can be asked for
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-7s %s\n", $$1, $$2}' Makefile
	@echo "  PORT=$(PORT) DATA=$(DATA) PROJECT=$(PROJECT) can be given to make serve."

serve: build ## install what is missing, build, and run Mulin on http://127.0.0.1:PORT/ with its data in DATA
	@mkdir -p "$(DATA)"
	@exec "$(MULIN)" serve --listen 127.0.0.1:$(PORT) --store "file://$$(cd "$(DATA)" && pwd)" --project "$(PROJECT)" --dist dist

test: need need-node tools ## everything that CI runs: format, lints, native tests, the built app in a real Chromium
	@node tests/run.mjs $(STAGES)

lint: need need-node ## format and lints alone
	@node tests/run.mjs lock fmt core host

# Hours: the counts of the night, the same tests.
# SOAK_PART=100 takes a hundredth of what the night has over `make test`, to see that all of it runs.
soak: need need-node tools garage build ## the fault tests at the counts of a night (some twelve hours)
	@SOAK=1 MULIN="$(MULIN)" cargo test --locked --features cli,tools --test faults -- --test-threads=1 --nocapture
	@SOAK=1 cargo test --locked --release --features cli,tools --test it -- --nocapture f19_ f22_
	@$(MAKE) --no-print-directory npm
	@SOAK=1 MULIN="$(MULIN)" node --test --test-concurrency=1 --test-reporter=spec $(addprefix tests/browser/,$(NIGHTLY))

# With this project's own compiler (tests/fuzz/run.sh says how); the first build takes some ten minutes.
fuzz: need $(FUZZ) ## every reader fed with whatever a fuzzer thinks of, SECONDS_EACH=60 a reader; TARGETS="osm design" chooses
	@sh tests/fuzz/run.sh

bench: need-node build ## the measurements, against a bare page in the same run
	@$(MAKE) --no-print-directory npm
	@node tests/bench/run.mjs

build: app native ## the release app in dist/, the native program in target/release/
	@$(MAKE) --no-print-directory dist/index.html.br

quick: need native $(TRUNK) $(BINDGEN) ## for developers: the app unoptimised and whole in target/quick, for DIST=target/quick
	@trunk build --dist $(CARGO_TARGET_DIR)/quick

app: need native
	@$(MAKE) --no-print-directory dist/index.html

native: need
	@cargo build --locked --profile $(NATIVE) --features cli,tools --bin mulin --bin split $(NATIVE_WITH)

# Each only when something changed: Trunk takes eight seconds to find out that nothing did.
# The newer mangling writes out type arguments, so that each function has a name of its own to be found by; and the
# linker says which function reads which data.
# Trunk asks Cargo for one program after the other; asked for all of them at once, Cargo links them on all cores.
$(WHOLE)/index.html: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = \
	--cfg erase_components -Csymbol-mangling-version=v0 -Clink-arg=--emit-relocs $(SHORT_PATHS)
$(WHOLE)/index.html: $(APP_INPUTS) | $(TRUNK) $(BINDGEN) wasm-opt
	@cargo build --locked --target wasm32-unknown-unknown --profile wasm-release --features app $(addprefix --bin ,$(PROGRAMS))
	@trunk build --release --dist $(WHOLE)
	@cp "$(CARGO_TARGET_DIR)/wasm32-unknown-unknown/wasm-release/app.wasm" "$(LINKED)"
	@touch $@

# The drawing program cut into the part that is loaded first and the part that comes after.
dist/index.html: $(WHOLE)/index.html $(SPLIT) $(LATER)
	@"$(SPLIT)" $(WHOLE) dist $(LATER) "$(LINKED)"
	@touch $@

# After much has changed: what a first visit runs, measured again. Then `make build`.
profile: need-node build ## sort the functions into first and second part anew, by what a first visit runs
	@$(MAKE) --no-print-directory npm
	@"$(SPLIT)" --watch $(WHOLE) $(CARGO_TARGET_DIR)/watched
	@DIST=$(CARGO_TARGET_DIR)/watched node tests/profile.mjs $(LATER)

# Every file of dist/ gets a .br and a .gz beside it, so that serving costs no compressing.
dist/index.html.br: dist/index.html
	@"$(MULIN)" compress dist

tools: need $(TRUNK) $(BINDGEN)

$(TRUNK):
	@mkdir -p .tools
	@trunk --version 2>/dev/null | grep -qx 'trunk $(TRUNK_VERSION)' \
		|| { echo "Installing Trunk $(TRUNK_VERSION) into .tools/: once, some four minutes."; $(INSTALL_TRUNK); }
	@rm -rf .tools/build && touch $@

$(BINDGEN):
	@mkdir -p .tools
	@wasm-bindgen --version 2>/dev/null | grep -qx 'wasm-bindgen $(BINDGEN_VERSION)' \
		|| { echo "Installing wasm-bindgen $(BINDGEN_VERSION) into .tools/: once, some three minutes."; $(INSTALL_BINDGEN); }
	@rm -rf .tools/build && touch $@

$(FUZZ):
	@mkdir -p .tools
	@echo "Installing cargo-fuzz $(FUZZ_VERSION) into .tools/: once, some minute."
	@$(CARGO_INSTALL) cargo-fuzz@$(FUZZ_VERSION)
	@rm -rf .tools/build && touch $@

ezdxf: .tools/ezdxf/$(EZDXF_VERSION)
	@:

.tools/ezdxf/$(EZDXF_VERSION):
	@echo "Installing ezdxf $(EZDXF_VERSION) into .tools/: once, some seconds."
	@rm -rf .tools/ezdxf && python3 -m venv .tools/ezdxf
	@.tools/ezdxf/bin/python -m pip install --quiet --disable-pip-version-check ezdxf==$(EZDXF_VERSION)
	@touch $@

gdal: .tools/gdal/$(PYOGRIO_VERSION)
	@:

.tools/gdal/$(PYOGRIO_VERSION):
	@echo "Installing GDAL (pyogrio $(PYOGRIO_VERSION)) into .tools/: once, some seconds."
	@rm -rf .tools/gdal && python3 -m venv .tools/gdal
	@.tools/gdal/bin/python -m pip install --quiet --disable-pip-version-check pyogrio==$(PYOGRIO_VERSION) numpy==$(NUMPY_VERSION)
	@touch $@

duckdb: .tools/duckdb/$(DUCKDB_VERSION)
	@:

.tools/duckdb/$(DUCKDB_VERSION):
	@echo "Installing DuckDB $(DUCKDB_VERSION), NumPy and SciPy into .tools/: once, about a minute."
	@rm -rf .tools/duckdb && python3 -m venv .tools/duckdb
	@.tools/duckdb/bin/python -m pip install --quiet --disable-pip-version-check duckdb==$(DUCKDB_VERSION) numpy==$(NUMPY_VERSION) scipy==$(SCIPY_VERSION)
	@touch $@

garage: .tools/garage-$(GARAGE_VERSION)
	@:

.tools/garage-$(GARAGE_VERSION):
	@mkdir -p .tools
	@echo "Installing Garage $(GARAGE_VERSION) into .tools/: once, some five minutes."
	@CARGO_PROFILE_DEV_DEBUG=false $(CARGO_INSTALL) --debug --features lmdb,bundled-libs garage@$(GARAGE_VERSION)
	@rm -rf .tools/build && touch $@

npm: $(NPM)
	@:

$(NPM): tests/browser/package-lock.json tests/browser/package.json
	@echo "Installing the Node packages of tests/browser: once, some seconds."
	@cd tests/browser && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# It only makes the app a little smaller, so the app is built without it where it cannot be had.
wasm-opt:
	@$(MAKE) --no-print-directory npm || echo "wasm-opt could not be installed (see above; it needs \
	Node.js 20 and the npm registry): the app is built without it, some 6 % larger."

need:
	@sh tests/need.sh rust

need-node:
	@sh tests/need.sh node

clean: ## remove what was built; the tools stay (they are in .tools/)
	@rm -rf dist
	@cargo clean
