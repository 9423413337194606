# Two commands matter: `make run` and `make test`. Both set up their own environment in .venv first.
PYTHON ?= python3
BIN := .venv/bin
WORKSPACE ?= workspace
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test check bench lock samples clean

run: .venv/ready ## The main job on the samples: inbox -> warehouse
	@$(BIN)/python -m samples.demo $(WORKSPACE)

test: check ## Everything that must hold before a change lands
	@$(BIN)/python -m pytest -n 2 --dist loadfile --cov --cov-report=term

check: .venv/ready ## Form, types and import direction, without running the tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: .venv/ready ## Figures, side by side with what they are compared to
	@$(BIN)/python -m tests.bench

samples: .venv/ready ## Build samples/files again from samples/texts
	@$(BIN)/python -m samples.build

lock: ## Resolve requirements.lock again; needs uv on the PATH
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.lock

.venv/ready: requirements.lock pyproject.toml
	@echo "Setting up .venv (once; a few minutes) ..."
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rapporteur needs Python 3.11 or newer; found " + sys.version.split()[0] + ". Try: make PYTHON=python3.11 " )'
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf .venv workspace
