# ai1: `make run` answers a first question, `make check` passes every test. Both set up a fresh Debian 12 with the Swift toolchain.

SWIFT   ?= swift
PREFIX  ?= /usr/local
DESTDIR ?=
RELEASE := .build-release
DEBUG   := .build-debug
AI1     := $(RELEASE)/release/ai1
TORTURE := $(RELEASE)/release/ledger-torture
BENCH   := $(RELEASE)/release/ai1-bench
HISTORY := $(RELEASE)/release/history-bench
WALLET  := $(RELEASE)/release/wallet-bench
VENV    := .build-venv
CHAIN_VENV := .build-venv-chain
CHAIN   := Tests/Support/chain

RUN_PACKAGES   := libcurl4-openssl-dev libsqlite3-dev libreadline-dev libcmark-gfm-dev \
                  libcmark-gfm-extensions-dev libsecp256k1-dev libsodium-dev libcrypto++-dev libutf8proc-dev \
                  ca-certificates
CHECK_PACKAGES := $(RUN_PACKAGES) curl mandoc openssl python3 python3-venv jq gcc libc6-dev sqlite3 \
                  hledger beancount tmux poppler-utils git libxml2 gdb
BENCH_PACKAGES := $(RUN_PACKAGES) curl python3 gcc libc6-dev

# lld and packed relocations are what Linux's linkers can do; macOS's linker has its own way.
ifeq ($(shell uname -s),Linux)
RELEASE_FLAGS := -c release --static-swift-stdlib
else
RELEASE_FLAGS := -c release
endif

.PHONY: run check test release debug install bench torture format lint reference interop chain-venv contracts clean run-packages check-packages torture-program bench-programs

run: release
	$(AI1) ask -m sandbox "Which model answers here, and what does it cost?"

# A folder with links to archives makes the linker take them in place of the shared libraries of the same name.
release: run-packages
	@mkdir -p $(RELEASE)/archives
	@for name in libstdc++.a libsqlite3.a libreadline.a libtinfo.a libcmark-gfm.a libcmark-gfm-extensions.a \
	  libsecp256k1.a libsodium.a libcryptopp.a libutf8proc.a; do \
	  file=$$(gcc -print-file-name=$$name 2>/dev/null); \
	  case $$file in /*) ln -sf $$file $(RELEASE)/archives/$$name ;; esac; done
	AI1_RELEASE_LINK=1 AI1_STATIC_ARCHIVES=$(CURDIR)/$(RELEASE)/archives $(SWIFT) build $(RELEASE_FLAGS) --scratch-path $(RELEASE) --product ai1

debug: check-packages
	$(SWIFT) build --build-tests --scratch-path $(DEBUG)

# Suites that compute for long would keep those waiting that watch a clock, and those that start programs or type at a terminal
# want the processors for themselves.
COMPUTING := ^(AI1EvaluationTests|AI1RouterTests|AI1SafetyTests|AI1CatalogTests|AI1LedgerTests|AI1HistoryTests|AI1ConversationsTests|AI1WalletTests)\.|^AI1TerminalTests\.(Markdown|Highlight|Live)
WATCHING := ^ProgramTests\.|^AI1TerminalTests\.(ScreenTests|TypingTests)

# The program is tested as it is installed: the optimiser has had its way with it.
check: debug lint chain-venv contracts
	$(SWIFT) test --skip-build --scratch-path $(DEBUG) --filter '$(COMPUTING)'
	$(SWIFT) test --skip-build --scratch-path $(DEBUG) --skip '$(COMPUTING)|$(WATCHING)'
	$(MAKE) release
	AI1_BINARY=$(CURDIR)/$(AI1) $(SWIFT) test --skip-build --scratch-path $(DEBUG) --filter '$(WATCHING)'
	$(MAKE) interop

test:
	$(SWIFT) test --scratch-path $(DEBUG)

lint:
	.ci/check-imports
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

# Manual pages, completions and generated documents; a test fails when they are not fresh.
reference: debug
	$(DEBUG)/debug/ai1 dev reference .

bench: release torture-program bench-programs chain-venv
	@.ci/system-packages $(BENCH_PACKAGES)
	python3 Tests/Benchmarks/bench.py --ai1 $(AI1) --torture $(TORTURE) --bench $(BENCH) --history $(HISTORY) \
	  --wallet $(WALLET) --python $(CHAIN_VENV)/bin/python --write docs/benchmarks.md

bench-programs: run-packages
	for name in ai1-bench history-bench wallet-bench; do \
	  AI1_RELEASE_LINK=1 AI1_STATIC_ARCHIVES=$(CURDIR)/$(RELEASE)/archives $(SWIFT) build $(RELEASE_FLAGS) \
	    --scratch-path $(RELEASE) --product $$name || exit 1; done

# The ledger's faults at full size: at most half an hour on two processors. docs/reliability.md says what is done.
torture: release torture-program debug
	$(TORTURE) drive all --full --ai1 $(AI1) --faults Tests/Torture/faults.c --write docs/reliability.md
	AI1_ROUNDING=1000000 $(SWIFT) test --skip-build --scratch-path $(DEBUG) --filter RoundingTests

torture-program: run-packages
	AI1_RELEASE_LINK=1 AI1_STATIC_ARCHIVES=$(CURDIR)/$(RELEASE)/archives $(SWIFT) build $(RELEASE_FLAGS) --scratch-path $(RELEASE) --product ledger-torture

# Against a server that others wrote: LiteLLM's proxy with mock answers.
interop: release
	Tests/Interop/run $(AI1) $(VENV)

# A chain of the tests' own, in Python: where it cannot be had, this says why, and so do the tests.
chain-venv: $(CHAIN_VENV)/stamp

$(CHAIN_VENV)/stamp: $(CHAIN)/requirements.txt | check-packages
	@$(CHAIN)/venv $(CHAIN_VENV) $(CHAIN)/requirements.txt

# The test contracts compile to the very octets that are checked in.
contracts: chain-venv
	@[ ! -f $(CHAIN_VENV)/stamp ] || $(CHAIN_VENV)/bin/python -B $(CHAIN)/compile.py --check

install: release
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(AI1) $(DESTDIR)$(PREFIX)/bin/ai1
	install -m 644 Man/*.1 $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 644 Completions/ai1.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/ai1
	install -m 644 Completions/_ai1 $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ai1
	install -m 644 Completions/ai1.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ai1.fish

run-packages:
	@.ci/system-packages $(RUN_PACKAGES)

check-packages:
	@.ci/system-packages $(CHECK_PACKAGES)

clean:
	rm -rf $(RELEASE) $(DEBUG) $(VENV) $(CHAIN_VENV)
