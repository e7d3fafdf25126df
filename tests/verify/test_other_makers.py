"""An Arabic EPUB that Pandoc makes: `publisher verify` names its faults, in Arabic and English."""

import subprocess
from pathlib import Path

import pytest
from tests.tools import tool

from publisher.arabic.letters import has_arabic
from publisher.verify import verify

MANUSCRIPT = """---
title: دفتر الحديقة
author: ليلى بنت سعد
lang: ar
---

# البذور

زرعت في آذار **كل**مة وحاشية[^1]، وقرأت كتاب Gardening في الشتاء.

1. رمل من النهر
2. طين من الحقل

| اليوم | الدلاء |
|-------|-------|
| السبت | 4 |

[^1]: المرجع نفسه.
"""

FAULTS = {
    "EPUB-B1", "EPUB-B2", "EPUB-B3", "EPUB-D2", "EPUB-D3", "EPUB-E1", "EPUB-E2", "EPUB-E3", "EPUB-E6", "EPUB-F2",
    "EPUB-F3", "EPUB-F4", "EPUB-G4", "EPUB-G5", "EPUB-H1", "EPUB-H3", "EPUB-I1", "EPUB-J2",
}  # fmt: skip
"""What any Pandoc leaves out of such a book, whatever its version."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pandoc = tool("pandoc")
    folder = tmp_path_factory.mktemp("pandoc")
    (folder / "a.md").write_text(MANUSCRIPT, encoding="utf-8")
    subprocess.run([pandoc, "a.md", "-o", "a.epub"], cwd=folder, check=True)
    return folder / "a.epub"


def test_the_faults_of_a_pandoc_epub_are_named(made: Path) -> None:
    found = verify(made, tools=False)
    assert {d.code for d in found} >= FAULTS
    assert not any(d.code in ("EPUB-XML", "EPUB-FILES", "EPUB-B4", "EPUB-B5") for d in found)


def test_each_is_said_in_arabic_and_english_and_has_its_place(made: Path) -> None:
    for d in verify(made, tools=False):
        assert has_arabic(d.message.ar), d.code
        assert has_arabic(d.hint.ar), d.code
        assert d.message.en != d.message.ar
        assert d.span is not None
        assert d.span.file.startswith("a.epub!")
