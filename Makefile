# Beredning's everyday commands. `make rank` shows the example round, `make test` runs every test.

.DEFAULT_GOAL := build
.PHONY: help setup build rank test reference engine check papers selfcheck workspace format lint clean

sources := Sources Tests Package.swift

help: ## lists these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

setup: ## installs what a native build lacks (headers of libyaml and liblzma, pkg-config)
	@Scripts/setup.sh

build: setup ## builds the command for release: .build/release/beredning
	@swift build -c release --product beredning

rank: build ## ranks the example round and prints it
	@.build/release/beredning rank Proposals/exempel

test: setup ## runs the whole test suite
	@swift test --disable-xctest

reference: setup ## holds the engine against the plain evaluator on 20,000 generated rulesets × proposals
	@BEREDNING_SEEDS=1000 swift test --disable-xctest --filter ReferenceEvaluatorTests

engine: setup ## builds the WebAssembly engine: .build-wasm/engine/beredning.wasm
	@Scripts/engine.sh

check: build engine ## ranks the example rounds with the command and with the engine, and compares the bytes
	@Scripts/compare-engine.sh Proposals/exempel Proposals/lopande

papers: build ## writes the example rounds' board papers and looks at them in a browser, LibreOffice and as PDF
	@Scripts/paper-check.sh Proposals/exempel Proposals/lopande

selfcheck: build ## writes the example rules' self-check page and uses it in a browser as an applicant does
	@Scripts/self-check-check.sh Rules/samordningsforbund-2.0.rules.yaml Proposals/exempel

workspace: build ## writes the officials' page and does a meeting's work in it in a browser
	@Scripts/workspace-check.sh Rules/samordningsforbund-2.0.rules.yaml Proposals/exempel

format: ## rewrites the Swift sources in the project's format
	@swift format --in-place --recursive --parallel $(sources)

lint: ## fails on Swift sources that are not in the project's format, and on imports out of order
	@swift format lint --strict --recursive --parallel $(sources)
	@Scripts/check-core.sh

clean: ## removes everything that was built
	@rm -rf .build .build-wasm
