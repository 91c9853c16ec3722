# Two commands are enough on a fresh machine: `make demo` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash

BIN := .venv/bin
DONE := .venv/.done
UV := $(BIN)/uv pip
INSTALL := $(UV) install -q --python $(BIN)/python --require-hashes --no-deps
WORKERS ?= auto
CASES ?= 20000
export CAITIEN_SHARED ?= ../shared
# Certificates of the system too: many offices look into encrypted connections with one of their own
export UV_SYSTEM_CERTS ?= 1
ifeq ($(CAITIEN_CI),1)
COVERAGE := --cov --cov-report=term --cov-fail-under=90
endif

.PHONY: help demo install test check format score bench fuzz ocr lock clean

help:  ## các lệnh
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

demo: install $(DONE)/assets  ## cài những gì cần rồi chạy chương trình với dữ liệu mẫu
	@$(BIN)/caitien serve --demo

install: $(DONE)/program  ## chỉ cài chương trình: .venv/bin/caitien

test: install $(DONE)/assets $(DONE)/check $(DONE)/ocr  ## chạy mọi kiểm thử mà máy này chạy được, cuối cùng nêu phần bỏ qua
	@$(BIN)/pytest -n $(WORKERS) $(COVERAGE) $(ARGS)

check: install $(DONE)/check  ## khuôn mã, lỗi thường gặp, kiểu, tầng, cỡ tệp
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/pytest -q tests/architecture

format: $(DONE)/check  ## sắp lại khuôn mã
	@$(BIN)/ruff format -q . && $(BIN)/ruff check -q --fix .

score: install $(DONE)/assets $(DONE)/check $(DONE)/ocr  ## bảng điểm đọc và kiểm tra trên các ca dùng chung
	@$(BIN)/python benchmarks/score.py

bench: install $(DONE)/assets $(DONE)/check $(DONE)/bench  ## đo tốc độ, in tỉ số
	@$(BIN)/python benchmarks/run.py $(ARGS)

fuzz: install $(DONE)/check  ## thử các bộ đọc bằng tệp hỏng (CASES=20000)
	@CAITIEN_FUZZ_CASES=$(CASES) $(BIN)/pytest -n $(WORKERS) tests/fuzz $(ARGS)

ocr: install $(DONE)/assets $(DONE)/ocr  ## thêm phần đọc bản quét

$(DONE)/tools: requirements/tools.txt
	@bash requirements/venv.sh
	@mkdir -p $(DONE) && touch $@

$(DONE)/program: $(DONE)/tools requirements/base.txt pyproject.toml
	@echo "Đang cài CaiTien…"
	@$(INSTALL) -r requirements/base.txt
	@$(UV) install -q --python $(BIN)/python --no-build-isolation --no-deps -e .
	@touch $@

$(DONE)/check: $(DONE)/tools requirements/check.txt
	@$(INSTALL) -r requirements/check.txt
	@touch $@

# Fonts and OCR data; without them the program works, says so, and the next run tries again
$(DONE)/assets: $(DONE)/program package-lock.json
	@command -v npm >/dev/null || $(INSTALL) -r requirements/node.txt || true
	@$(BIN)/python -m caitien.fetch && touch $@ || true

$(DONE)/ocr: $(DONE)/program requirements/ocr.txt
	@$(INSTALL) --only-binary :all: -r requirements/ocr.txt 2>/dev/null && touch $@ \
	  || echo "Máy này chưa có bản tesserocr dựng sẵn nên chưa đọc được bản quét."

$(DONE)/bench: $(DONE)/tools requirements/bench.txt
	@$(INSTALL) -r requirements/bench.txt
	@touch $@

LOCK := $(UV) compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header $(ARGS)
lock: $(DONE)/tools  ## khóa lại phiên bản các gói (ARGS=--upgrade để nâng)
	@printf 'uv\nhatchling\neditables\n' | $(LOCK) - -o requirements/tools.txt
	@$(LOCK) pyproject.toml -o requirements/base.txt
	@for extra in check ocr bench node; do \
	  $(LOCK) pyproject.toml --extra $$extra -c requirements/base.txt -o requirements/$$extra.txt || exit 1; done
	@npm install --package-lock-only --silent

clean:  ## xóa mọi thứ đã cài và sinh ra
	rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis htmlcov .coverage* var/demo
