# Storecast. The core needs a Swift toolchain and GSL (libgsl-dev); nothing else from the system.
# Parts that need more are traits of the package, which make turns on.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help forecast test faults validate bench golden lint format toolchain libraries

SCENARIO ?= scenarios/fresh-lv3.yaml
SOURCES := Sources Tests

# Parts that need more of the system than GSL, with commas between; empty builds the core alone.
TRAITS := Journal,Spreadsheets
BUILD_TRAITS := $(if $(TRAITS),--traits $(TRAITS),)
BUILD := swift build -c release --product storecast $(BUILD_TRAITS)
TEST := swift test -c release $(BUILD_TRAITS)
# Headers that are needed, each with the Debian and Ubuntu package that has it and its name for pkg-config.
LIBRARIES := gsl/gsl_version.h:libgsl-dev:gsl
LIBRARIES += $(if $(findstring Journal,$(TRAITS)),sqlite3.h:libsqlite3-dev:sqlite3)
LIBRARIES += $(if $(findstring Spreadsheets,$(TRAITS)),zip.h:libzip-dev:libzip)

help: ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1|/' | column -t -s '|'

forecast: toolchain libraries ## install libraries if missing, build, run one scenario (SCENARIO=...) and print the answer
	$(BUILD)
	.build/release/storecast run $(SCENARIO)

test: toolchain libraries ## install libraries if missing, build with optimisation, run every test
	$(TEST)

faults: toolchain libraries ## plant every known bug in the reference and print what catches it
	STORECAST_FAULTS=all $(TEST) --filter FaultTests

validate: toolchain libraries ## compare engine, reference and closed forms with five times the draws and other seeds
	STORECAST_VALIDATE=deep $(TEST) --filter "SimulationTests|JournalReliability|WrongInputs" --skip FaultTests

bench: toolchain libraries ## time the program at 200, 2,000 and 20,000 orders a day
	$(BUILD)
	Benchmarks/measure.sh

golden: toolchain libraries ## write expected outputs and sample histories anew, for review
	STORECAST_UPDATE=1 $(TEST) --filter "Answer|BadFile|DiagnosticText|SampleHistor"

lint: toolchain ## check layout and style of the Swift files; changes nothing
	swift format lint --strict --recursive --parallel Package.swift $(SOURCES)

format: toolchain ## lay out the Swift files anew
	swift format --in-place --recursive --parallel Package.swift $(SOURCES)

toolchain:
	@command -v swift >/dev/null || { \
	  echo "Storecast needs the Swift 6.3 toolchain, and no 'swift' was found on the PATH." >&2; \
	  echo "Install it as described at https://www.swift.org/install/linux and try again." >&2; \
	  exit 1; }

# Installs what is missing of LIBRARIES.
libraries:
	@missing=; \
	for library in $(LIBRARIES); do \
	  IFS=: read -r header package module <<< "$$library"; \
	  found=; \
	  for folder in /usr/include /usr/local/include $${CPATH//:/ }; do \
	    [ -e "$$folder/$$header" ] && found=yes; \
	  done; \
	  pkg-config --exists "$$module" 2>/dev/null && found=yes; \
	  [ "$$found" ] || missing="$$missing $$package"; \
	done; \
	[ "$$missing" ] || exit 0; \
	if ! command -v apt-get >/dev/null; then \
	  echo "Storecast needs the libraries of these Debian packages with their headers:$$missing" >&2; \
	  echo "(GSL is gsl-devel on Fedora and gsl on Arch, SQLite sqlite-devel and sqlite)." >&2; \
	  echo "Install them and try again." >&2; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then as_root=; \
	elif command -v sudo >/dev/null; then as_root=sudo; \
	else \
	  echo "Storecast needs$$missing, and neither root nor sudo is at hand. As root, run:" >&2; \
	  echo "  apt-get update && apt-get install -y$$missing" >&2; exit 1; fi; \
	echo "Installing$$missing"; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing
