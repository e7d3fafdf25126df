"""What the rules say: in both languages, with the same blanks, in Arabic that our own rules let pass."""

import importlib
import pkgutil
import re
import string
from collections.abc import Iterator

import pytest

from publisher.arabic.letters import has_arabic
from publisher.diagnostic import Finding
from publisher.verify.epub import rules as epub_rules
from publisher.verify.pdf import rules as pdf_rules


def _findings() -> Iterator[tuple[str, Finding]]:
    for package in (epub_rules, pdf_rules):
        for module in pkgutil.iter_modules(package.__path__):
            loaded = importlib.import_module(f"{package.__name__}.{module.name}")
            for name, value in vars(loaded).items():
                if isinstance(value, Finding):
                    yield f"{module.name}.{name}", value


FINDINGS = dict(_findings())


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", FINDINGS)
def test_both_languages_say_the_same(name: str) -> None:
    finding = FINDINGS[name]
    for said in (finding.message, finding.hint):
        assert blanks(said.ar) == blanks(said.en)
        assert has_arabic(said.ar)
        assert said.en.strip()


@pytest.mark.parametrize("name", FINDINGS)
def test_the_arabic_is_clean(name: str) -> None:
    finding = FINDINGS[name]
    for text in (finding.message.ar, finding.hint.ar):
        assert "اً" not in text, "tanween stands before its alef"
        assert "ـ" not in text, "no tatweel"
        outside = re.sub(r"‎[^‎]*‎|\{\w+\}|[A-Za-z0-9./()<>=\"#;:,-]+", "", text)
        assert not re.search(r"[,;?]", outside), "Arabic punctuation"
        assert not re.search(r" [،؛؟.:]", text), "no space before a sign"
        assert text.endswith((".", "؛", ":", "…"))
        assert text.count("«") == text.count("»")
        assert text.count("(") == text.count(")")
