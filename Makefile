# nexus: everything a user or a builder runs. `make help` lists it.

PREFIX ?= /usr/local
SWIFT ?= swift
DEMO = northern-corridor
PACKAGES = libopenblas-dev libgraphviz-dev zlib1g-dev librsvg2-2 pkg-config

NEXUS = .build/release/nexus
RESULTS = $(DEMO)-nexus

.DEFAULT_GOAL := help
.PHONY: help demo test check lint format build deps install uninstall manual data docs clean validate bench bench-quick bench-flows bench-build fuzz bench-maps validators notebooks notebook-env test-browser browser-deps

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

demo: build ## analyse the invented data set of the repository and say where the results are
	$(NEXUS) analyze datasets/$(DEMO) --output $(RESULTS)
	@echo "Open $(CURDIR)/$(RESULTS)/report.html in a browser; the map is $(RESULTS)/network.svg."

test: deps ## run every test (debug build)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

check: lint test demo validate ## lint, test, run the demo and validate what it wrote; what CI runs

test-browser: ## drive the report in Chromium, and hold its pictures against librsvg; screenshots go to .build/screenshots
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --filter 'ReportPageBrowserTests|PicturesInBrowserTests'

BROWSER_PACKAGES = chromium chromium-driver librsvg2-bin

browser-deps: ## install what test-browser needs: a browser, its driver and rsvg-convert
	@{ command -v chromium && command -v chromedriver && command -v rsvg-convert; } >/dev/null || { \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y --no-install-recommends $(BROWSER_PACKAGES); \
	  else echo "Run:  sudo apt-get install -y --no-install-recommends $(BROWSER_PACKAGES)"; exit 1; fi; }

lint: ## check the layout of the code
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests datasets

format: ## lay out the code
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests datasets

build: deps ## build the command (release)
	$(SWIFT) build -c release --product nexus

# Needs the libFuzzer of the Swift toolchain. What ends a reader, or takes longer than 5 s or 1 GiB, stays in .build/fuzz
# as crash-, timeout- or oom- file, and the target fails. FUZZ_SECONDS is for each reader.
FUZZ_SECONDS ?= 60
FUZZ_READERS ?= csv matrix affiliations graphml gexf pajek dl node-link cytoscape ftm stix un-list sheet workbook gzip \
  incidents datapackage rates grouping merges spec actors indicators edge-list pieces
FUZZ_BUILD ?= debug
FUZZ = .build/fuzz

fuzz: deps ## feed every reader with hostile files (FUZZ_SECONDS each, 60 by default)
	$(SWIFT) build -c $(FUZZ_BUILD) --scratch-path $(FUZZ)/build --target NexusFuzzing -Xswiftc -sanitize=fuzzer,address
	swiftc -sanitize=fuzzer,address -o $(FUZZ)/readers -lz -lstdc++ \
	  $$(find $(FUZZ)/build/$(FUZZ_BUILD)/*.build -name '*.o')
	@failed=""; for reader in $(FUZZ_READERS); do mkdir -p $(FUZZ)/$$reader; echo "$$reader: $(FUZZ_SECONDS) s"; \
	  SWIFT_BACKTRACE=enable=no NEXUS_FUZZ=$$reader NEXUS_FUZZ_SEEDS=$(FUZZ)/$$reader $(FUZZ)/readers $(FUZZ)/$$reader \
	  -max_total_time=$(FUZZ_SECONDS) -timeout=5 -rss_limit_mb=1024 -max_len=4096 -detect_leaks=0 -print_final_stats=1 \
	  -artifact_prefix=$(FUZZ)/$$reader- >$(FUZZ)/$$reader.log 2>&1 || failed="$$failed $$reader"; \
	  grep -E 'number_of_executed_units|peak_rss_mb' $(FUZZ)/$$reader.log || tail -3 $(FUZZ)/$$reader.log; done; \
	  test -z "$$failed" || { echo "Readers that failed:$$failed. See $(FUZZ)/*.log."; exit 1; }

validate: ## validate the results of the demo
	NEXUS_RESULTS=$(CURDIR)/$(RESULTS) $(SWIFT) test --skip-build --filter ResultFolderTests

# The libraries of the formats that convert writes, for the test that holds its files against them. It makes them itself
# where they are missing, and is left out where that fails.
VALIDATORS_READY = .build/validators/ready

validators: $(VALIDATORS_READY) ## install the Python libraries that the tests of convert use

$(VALIDATORS_READY): Tests/Validators/requirements.txt
	python3 -m venv .build/validators
	.build/validators/bin/pip install --quiet --disable-pip-version-check --requirement Tests/Validators/requirements.txt
	@touch $@

# Installs the Debian packages that are missing; where that is not allowed, prints the one line to run and stops.
deps:
	@{ pkg-config --exists openblas libgvc zlib && ldconfig -p | grep -q librsvg-2.so.2; } 2>/dev/null || { \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y --no-install-recommends $(PACKAGES); \
	  elif sudo -n true 2>/dev/null; then sudo apt-get update -qq && sudo apt-get install -y --no-install-recommends $(PACKAGES); \
	  else echo "Libraries are missing. Run:  sudo apt-get install -y --no-install-recommends $(PACKAGES)"; exit 1; fi; }
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or newer is missing. See https://www.swift.org/install/linux/"; exit 1; }

# Two threads, each run in a process of its own; NexusBenchmarks prints how it went, results.json has every number.
# PEER_PYTHON holds the peers of requirements.txt; graph-tool comes from Debian, for Debian's Python.
BENCH = .build/bench
PEERS = Sources/NexusBenchmarks/peers
PEER_PYTHON = .build/peers/bin/python
PEERS_READY = .build/peers/ready
COMPARE = .build/release/NexusBenchmarks compare

bench: bench-build ## time nexus against its peers, and check that the answers agree (an hour or so)
	$(COMPARE) full $(BENCH) $(PEERS)/peer.py $(PEER_PYTHON) /usr/bin/python3

bench-quick: bench-build ## the same on small graphs, one run each (two minutes)
	$(COMPARE) quick $(BENCH) $(PEERS)/peer.py $(PEER_PYTHON) /usr/bin/python3

bench-build: deps $(PEERS_READY)
	$(SWIFT) build -c release --product NexusBenchmarks

$(PEERS_READY): $(PEERS)/requirements.txt
	python3 -m venv .build/peers
	.build/peers/bin/pip install --quiet --disable-pip-version-check --requirement $(PEERS)/requirements.txt
	@/usr/bin/python3 -c 'import graph_tool' 2>/dev/null || { [ "$$(id -u)" = 0 ] \
	  && apt-get update -qq && apt-get install -y -qq --no-install-recommends python3-graph-tool; } \
	  || echo "graph-tool is missing and will not be compared. Debian and Ubuntu have it as python3-graph-tool."
	@touch $@

bench-flows: deps ## judge and time the detectors of money patterns (some minutes)
	$(SWIFT) build -c release --product NexusBenchmarks
	.build/release/NexusBenchmarks flows $(CURDIR)/../shared/data/aml_patterns_1_185/patterns.csv

bench-maps: deps ## measure how well and how fast maps are drawn, beside plain Graphviz (ten minutes)
	$(SWIFT) build -c release --product NexusBenchmarks
	.build/release/NexusBenchmarks maps $(BENCH) datasets/$(DEMO) datasets/classics/karate.csv \
	  $(wildcard $(foreach set,krebs_911_62 november17 london_gang caviar_phases ndrangheta_infinito_2mode,$(CURDIR)/../shared/data/$(set)/edges.csv))

manual: deps ## make the manual page from the command itself, into .build/manual/nexus.1
	mkdir -p .build/manual
	$(SWIFT) package --allow-writing-to-directory .build/manual generate-manual --output-directory .build/manual
	@test -s .build/manual/nexus.1

install: build manual ## install the command, its manual page and shell completions under PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(NEXUS) $(DESTDIR)$(PREFIX)/bin/nexus
	install -m 644 .build/manual/nexus.1 $(DESTDIR)$(PREFIX)/share/man/man1/nexus.1
	$(NEXUS) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/nexus
	$(NEXUS) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_nexus
	$(NEXUS) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/nexus.fish

uninstall: ## remove what install put under PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/nexus $(DESTDIR)$(PREFIX)/share/man/man1/nexus.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/nexus $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_nexus \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/nexus.fish

data: ## rebuild the invented data set and check that it is what is committed
	mkdir -p .build
	swiftc -O -swift-version 6 datasets/$(DEMO)/generator/*.swift -o .build/$(DEMO)
	.build/$(DEMO) datasets/$(DEMO)
	git diff --exit-code datasets

notebooks: build ## write the notebooks of notebooks-export again and check that they are what is committed
	$(NEXUS) notebook datasets/$(DEMO) --force
	$(NEXUS) notebook datasets/classics/florentine.csv --actors datasets/classics/florentine-actors.csv --force
	git diff --exit-code notebooks-export

notebook-env: .build/notebook-env/ready ## make the Python that runs notebooks in tests, from PyPI

.build/notebook-env/ready: notebooks-export/requirements.txt
	python3 -m venv .build/notebook-env
	.build/notebook-env/bin/pip install --quiet --disable-pip-version-check --requirement notebooks-export/requirements.txt
	@touch $@

clean: ## remove what was built
	rm -rf .build $(RESULTS)
