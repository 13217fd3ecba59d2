# Storecast. The core needs a Swift toolchain and GSL (libgsl-dev); spreadsheets need libzip (libzip-dev).

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help forecast test faults validate bench golden lint format toolchain packages

SCENARIO ?= scenarios/fresh-lv3.yaml
SOURCES := Sources Tests

# Parts that need more of the system than GSL, with commas between; empty builds the core alone.
TRAITS := Spreadsheets
BUILD_TRAITS := $(if $(TRAITS),--traits $(TRAITS),)

# Debian package, header and pkg-config name of each library.
PACKAGES := libgsl-dev:gsl/gsl_version.h:gsl
PACKAGES += $(if $(findstring Spreadsheets,$(TRAITS)),libzip-dev:zip.h:libzip)

help: ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1|/' | column -t -s '|'

forecast: toolchain packages ## install libraries if missing, build, run one scenario (SCENARIO=...) and print the answer
	swift build -c release $(BUILD_TRAITS) --product storecast
	.build/release/storecast run $(SCENARIO)

test: toolchain packages ## install libraries if missing, build with optimisation, run every test
	swift test -c release $(BUILD_TRAITS)

faults: toolchain packages ## plant every known bug in the reference and print what catches it
	STORECAST_FAULTS=all swift test -c release $(BUILD_TRAITS) --filter FaultTests

validate: toolchain packages ## compare engine, reference and closed forms with five times the draws and other seeds
	STORECAST_VALIDATE=deep swift test -c release $(BUILD_TRAITS) --filter SimulationTests --skip FaultTests

bench: toolchain packages ## time the program at 200, 2,000 and 20,000 orders a day
	swift build -c release $(BUILD_TRAITS) --product storecast
	Benchmarks/measure.sh

golden: toolchain packages ## write expected outputs and sample histories anew, for review
	STORECAST_UPDATE=1 swift test -c release $(BUILD_TRAITS) --filter "Answer|BadFile|DiagnosticText|SampleHistor"

lint: toolchain ## check layout and style of the Swift files; changes nothing
	swift format lint --strict --recursive --parallel Package.swift $(SOURCES)

format: toolchain ## lay out the Swift files anew
	swift format --in-place --recursive --parallel Package.swift $(SOURCES)

toolchain:
	@command -v swift >/dev/null || { \
	  echo "Storecast needs the Swift 6.3 toolchain, and no 'swift' was found on the PATH." >&2; \
	  echo "Install it as described at https://www.swift.org/install/linux and try again." >&2; \
	  exit 1; }

# Installs Debian and Ubuntu packages whose header is not there: GSL, and what the traits need.
packages:
	@missing=; \
	for library in $(PACKAGES); do \
	  IFS=: read -r package header module <<< "$$library"; \
	  for folder in /usr/include /usr/local/include $${CPATH//:/ }; do \
	    [ -e "$$folder/$$header" ] && continue 2; \
	  done; \
	  if pkg-config --exists $$module 2>/dev/null; then continue; fi; \
	  missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  echo "Storecast needs the libraries of the Debian packages$$missing, with their headers." >&2; \
	  echo "Install them and try again; 'make TRAITS= ...' needs only libgsl-dev." >&2; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then as_root=; \
	elif command -v sudo >/dev/null; then as_root=sudo; \
	else \
	  echo "Storecast needs$$missing, and neither root nor sudo is at hand. As root, run:" >&2; \
	  echo "  apt-get update && apt-get install -y$$missing" >&2; exit 1; fi; \
	echo "Installing$$missing"; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing
