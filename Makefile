# Storecast. The core needs a Swift toolchain and GSL (libgsl-dev); nothing else from the system.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help forecast test faults validate bench golden lint format toolchain gsl

SCENARIO ?= scenarios/fresh-lv3.yaml
SOURCES := Sources Tests

help: ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1|/' | column -t -s '|'

forecast: toolchain gsl ## install GSL if missing, build, run one scenario (SCENARIO=...) and print the answer
	swift build -c release --product storecast
	.build/release/storecast run $(SCENARIO)

test: toolchain gsl ## install GSL if missing, build with optimisation, run every test
	swift test -c release

faults: toolchain gsl ## plant every known bug in the reference and print what catches it
	STORECAST_FAULTS=all swift test -c release --filter FaultTests

validate: toolchain gsl ## compare engine, reference and closed forms with five times the draws and other seeds
	STORECAST_VALIDATE=deep swift test -c release --filter SimulationTests --skip FaultTests

bench: toolchain gsl ## time the program at 200, 2,000 and 20,000 orders a day
	swift build -c release --product storecast
	Benchmarks/measure.sh

golden: toolchain gsl ## write expected outputs and sample histories anew, for review
	STORECAST_UPDATE=1 swift test -c release --filter "Answer|BadFile|DiagnosticText|SampleHistor"

lint: toolchain ## check layout and style of the Swift files; changes nothing
	swift format lint --strict --recursive --parallel Package.swift $(SOURCES)

format: toolchain ## lay out the Swift files anew
	swift format --in-place --recursive --parallel Package.swift $(SOURCES)

toolchain:
	@command -v swift >/dev/null || { \
	  echo "Storecast needs the Swift 6.3 toolchain, and no 'swift' was found on the PATH." >&2; \
	  echo "Install it as described at https://www.swift.org/install/linux and try again." >&2; \
	  exit 1; }

# Installs the Debian and Ubuntu package libgsl-dev: GSL's headers and libraries.
gsl:
	@for folder in /usr/include /usr/local/include $${CPATH//:/ }; do \
	  [ -e "$$folder/gsl/gsl_version.h" ] && exit 0; \
	done; \
	if pkg-config --exists gsl 2>/dev/null; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  echo "Storecast needs the GNU Scientific Library with its headers (Debian: libgsl-dev," >&2; \
	  echo "Fedora: gsl-devel, Arch: gsl). Install it and try again." >&2; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then as_root=; \
	elif command -v sudo >/dev/null; then as_root=sudo; \
	else \
	  echo "Storecast needs libgsl-dev, and neither root nor sudo is at hand. As root, run:" >&2; \
	  echo "  apt-get update && apt-get install -y libgsl-dev" >&2; exit 1; fi; \
	echo "Installing libgsl-dev (GNU Scientific Library)"; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libgsl-dev
