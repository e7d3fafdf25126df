# From a manuscript to a book. `make` alone lists what can be made; the first run sets everything up.

BOOK ?= manuscript
OUT ?= build
OPTIONS ?=
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$python"; break; }; done)

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev
PUBLISHER := $(BIN)/publisher
BUILD = $(PUBLISHER) build "$(BOOK)" --out "$(OUT)" $(OPTIONS)

.DEFAULT_GOAL := help
.PHONY: help setup pdf epub html all proof outline lint doctor test check format requirements recogniser fuzz composer-bench bench lock reference clean

help: ## list what can be made ## يعدّد ما يمكن صنعه
	@echo "make TARGET [BOOK=path] [OUT=folder] [OPTIONS='--kashida full …']"
	@case "$${PUBLISHER_LANG:-$${LC_ALL:-$$LANG}}" in ar*) said=2 ;; *) said=1 ;; esac; \
	sed -n 's/^\([a-z-]*\):.*## \(.*\) ## \(.*\)/\1#\2#\3/p' $(MAKEFILE_LIST) | while IFS='#' read -r name en ar; do \
	[ $$said = 1 ] || en="$$ar"; printf '  %-16s%s\n' "$$name" "$$en"; done

setup: $(READY) ## make .venv with the locked dependencies, check Pango (every target does it by itself) ## يجهّز .venv بالاعتماديات المقفلة ويفحص Pango (وكل هدف يفعله بنفسه)

pdf: $(READY) ## make the PDF of BOOK ## كتاب PDF من BOOK
	@$(BUILD) --edition pdf

epub: $(READY) ## make the EPUB of BOOK ## كتاب EPUB من BOOK
	@$(BUILD) --edition epub

html: $(READY) ## make the HTML proof of BOOK ## تجربة تصحيح HTML من BOOK
	@$(BUILD) --edition html

all: $(READY) ## make all three ## الثلاثة معًا
	@$(BUILD) --edition all

proof: $(READY) ## make the HTML proof and open it in the browser ## تجربة التصحيح، وفتحها في المتصفّح
	@$(PUBLISHER) proof "$(BOOK)" --out "$(OUT)" $(OPTIONS)

outline: $(READY) ## show what the reader understood of BOOK, as JSON ## ما فهمه القارئ من BOOK، بصيغة JSON
	@$(PUBLISHER) outline "$(BOOK)" --json $(OPTIONS)

lint: $(READY) ## check the text of BOOK and make nothing ## فحص نصّ BOOK من غير صنع شيء
	@$(PUBLISHER) lint "$(BOOK)" $(OPTIONS)

doctor: $(READY) ## tell what is here, what is missing and how to get it ## ما هو موجود وما هو ناقص وكيف يُثبَّت
	@$(PUBLISHER) doctor

test: check ## check, then run every test ## الفحص ثم كل الاختبارات
	$(BIN)/pytest -n 2 -m "not long"

check: $(READY_DEV) ## style, types, floors ## الأسلوب والأنواع والطبقات
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY_DEV) ## lay the code out ## ترتيب الشيفرة
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

requirements: $(READY_DEV) ## print how many of the Arabic requirements passing tests prove ## كم متطلّبًا من متطلّبات العربية أثبته اختبار ناجح
	$(BIN)/python benchmarks/requirements.py

recogniser: $(READY_DEV) ## score the reader of plain text on its corpus ## درجة قارئ النصّ المجرّد على مجموعة مخطوطاته
	$(BIN)/python benchmarks/recogniser.py

fuzz: $(READY_DEV) ## read manuscripts that nobody would write, for an hour (OPTIONS='--minutes 5') ## يقرأ مخطوطات لا يكتبها أحد، ساعة كاملة
	$(BIN)/python benchmarks/fuzz.py $(OPTIONS)

composer-bench: $(READY_DEV) ## measure composed pages against WeasyPrint's own ## قياس الصفحات المنضّدة مقابل WeasyPrint وحده
	$(BIN)/python benchmarks/composer.py --manuscript "$(BOOK)" --out "$(OUT)/bench" $(OPTIONS)

bench: composer-bench ## composer-bench, then time a book of 60 chapters against WeasyPrint, Typst, XeLaTeX and Chromium ## composer-bench ثم زمن كتاب من ستين فصلًا مقابل غير هذه الأداة
	$(BIN)/python benchmarks/peers.py
	$(BIN)/python benchmarks/press.py --apparatus
	$(BIN)/python benchmarks/epub.py

lock: $(READY_DEV) ## lock the dependencies anew (both files) ## قفل الاعتماديات من جديد (الملفان)
	$(BIN)/python scripts/lock.py

reference: $(READY_DEV) ## write docs/settings.md and docs/settings.ar.md from the schema ## كتابة docs/settings.md وdocs/settings.ar.md من المخطّط
	$(BIN)/python scripts/settings_reference.py

clean: ## delete build/; the environment stays ## حذف build/ وإبقاء البيئة
	rm -rf build

$(READY): requirements.lock scripts/set_up.py
	@$(call set-up,requirements.lock)
	@touch $@

$(READY_DEV): requirements-dev.lock scripts/set_up.py
	@$(call set-up,requirements-dev.lock)
	@touch $(READY) $@

define set-up
if [ -z "$(PYTHON)" ] || ! $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
	echo "يلزم Python 3.11 أو أحدث: make PYTHON=/path/to/python3.12" >&2; \
	echo "Python 3.11 or later is needed: make PYTHON=/path/to/python3.12" >&2; exit 2; fi; \
$(PYTHON) scripts/set_up.py $(VENV) $(1)
endef
