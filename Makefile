# npi: see README.md. Needs Swift 6.1 or newer; the Debian packages it needs are installed when they are missing.

SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= /usr/local
PACKAGES = libncursesw5-dev libopenblas-dev libssl-dev
TEST_PACKAGES = $(PACKAGES) tmux
BINARY = .build/release/npi
# A package of its own, which uses npi as anyone could.
OUTSIDE = $(SWIFT) test -c release --package-path Tests/OutsidePackage --scratch-path .build/outside
# Where Scripts/fetch-torcs-cars.sh has put the real cars; without them a network is trained on drawn cars alone.
REAL_CARS ?= torcs-cars
TRAINING_CARS = $(if $(wildcard $(REAL_CARS)),--real-cars $(REAL_CARS)) --all-poses
BASH_COMPLETION = share/bash-completion/completions/npi
ZSH_COMPLETION = share/zsh/site-functions/_npi
FISH_COMPLETION = share/fish/vendor_completions.d/npi.fish
MAN_PAGE = share/man/man1/npi.1

# Runs the tests of $(1) with a log in $(2), and says again at the end what failed.
report = set -o pipefail; $(1) 2>&1 | tee $(2) || { echo "failed tests:"; grep -A 3 "✘" $(2); exit 1; }

.PHONY: help run test bench train lint format install uninstall clean deps test-deps build

help:
	@echo "make run                 build, and open the addition demo"
	@echo "make test                build, and run all tests"
	@echo "make bench               measure, against yardsticks of the same run"
	@echo "make train               train the shipped network anew"
	@echo "make lint                check the formatting"
	@echo "make install PREFIX=DIR  install npi, its weights, completions and manual (default $(PREFIX))"

run: build
	@$(BINARY) run add 96 125

build: deps
	@$(SWIFT) build -c release --product npi

# Tests run in release: the network is slow without optimization, and this is what users run.
test: test-deps
	@$(SWIFT) build -c release --build-tests
	@$(call report,$(SWIFT) test -c release --skip-build,.build/tests.log)
	@$(call report,$(OUTSIDE),.build/outside-tests.log)

bench: deps
	@$(SWIFT) run -c release Benchmarks

train: build
	@$(BINARY) train --tasks add,sort,car $(TRAINING_CARS) --auxiliary 600 --problems 64 --updates 10000 \
		--out base.safetensors
	@$(BINARY) train --tasks max --freeze-core base.safetensors --problems 32 --updates 2000 --out grown.safetensors
	@$(BINARY) train --tasks car --freeze-core grown.safetensors --widen 2 --cars-per-kind 100 $(TRAINING_CARS) \
		--updates 12000 --out seeing.safetensors
	@$(BINARY) train --tasks car --freeze-core seeing.safetensors --cars-per-kind 100 $(TRAINING_CARS) --seed 2 \
		--updates 1800 --learning-rate 0.001 --out telling.safetensors
	@$(BINARY) train --tasks car --freeze-core telling.safetensors --cars-per-kind 100 $(TRAINING_CARS) --seed 7 \
		--pose-share 0.9 --favour bus --updates 15000 --out better.safetensors
	@$(BINARY) train --tasks car --freeze-core better.safetensors --cars-per-kind 100 $(TRAINING_CARS) --seed 8 \
		--pose-share 0.9 --favour bus --updates 4500 --learning-rate 0.001 --out npi.safetensors

lint:
	@$(SWIFT) format lint --strict --recursive Package.swift Assets Sources Tests Benchmarks
	@echo "lint: clean"

format:
	@$(SWIFT) format --in-place --recursive Package.swift Assets Sources Tests Benchmarks

install: build
	install -d "$(PREFIX)/bin" "$(PREFIX)/share/npi"
	install -m 755 $(BINARY) "$(PREFIX)/bin/npi"
	cp -R .build/release/npi_Assets.resources/. "$(PREFIX)/share/npi/"
	install -d "$(PREFIX)/$(dir $(MAN_PAGE))"
	install -m 644 man/npi.1 "$(PREFIX)/$(MAN_PAGE)"
	install -d $(foreach file,$(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION),"$(PREFIX)/$(dir $(file))")
	$(BINARY) --generate-completion-script bash > "$(PREFIX)/$(BASH_COMPLETION)"
	$(BINARY) --generate-completion-script zsh > "$(PREFIX)/$(ZSH_COMPLETION)"
	$(BINARY) --generate-completion-script fish > "$(PREFIX)/$(FISH_COMPLETION)"

uninstall:
	rm -f "$(PREFIX)/bin/npi" "$(PREFIX)/$(MAN_PAGE)"
	rm -f "$(PREFIX)/$(BASH_COMPLETION)" "$(PREFIX)/$(ZSH_COMPLETION)" "$(PREFIX)/$(FISH_COMPLETION)"
	rm -rf "$(PREFIX)/share/npi"

deps:
	@Scripts/install-packages.sh $(PACKAGES)

test-deps:
	@Scripts/install-packages.sh $(TEST_PACKAGES)

clean:
	rm -rf .build
