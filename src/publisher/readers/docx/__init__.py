"""Reads Word files: mammoth makes clean HTML of the author's styles, and that becomes nodes."""

import re
from io import BytesIO
from typing import Any, Final

import mammoth  # type: ignore[import-untyped]
from lxml import html

from publisher.config import Settings
from publisher.diagnostic import Diagnostic, Said, Stop, warning
from publisher.manuscript.decoding import file_span
from publisher.manuscript.word import DAMAGED, WordFile
from publisher.readers.docx.images import Images
from publisher.readers.docx.nodes import read_html
from publisher.readers.reading import Reading
from publisher.source import SourceFile

NOT_READ = warning(
    "word-not-read",
    Said("في ملف Word ما لا يُقرأ: {what}", "the Word file holds what is not read: {what}"),
    Said("راجع موضعه في الكتاب المصنوع.", "check its place in the made book."),
)
TEXT_MISSING = warning(
    "word-text-missing",
    Said("لم يصل من ملف Word هذا السطر: {line}", "this line of the Word file did not arrive: {line}"),
    Said(
        "لعله في مربع نص أو معادلة؛ انقله إلى المتن.", "it may stand in a text box or formula; move it into the text."
    ),
)

_STYLES: Final = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote:fresh > p:fresh
p[style-name='Intense Quote'] => blockquote:fresh > p:fresh
p[style-name='Block Text'] => blockquote:fresh > p:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='toc 1'] => !
p[style-name='toc 2'] => !
p[style-name='toc 3'] => !
p[style-name='TOC Heading'] => !
u => u
strike => s
"""
_QUIET: Final = re.compile(r"Unrecognised (?:paragraph|run) style|(?:Paragraph|Run|Table) style with ID")
_STRUCTURE: Final = re.compile(r"<(?:h[1-6]|table|img|blockquote|ul|ol)\b")

__all__ = ["read"]


def read(source: SourceFile, settings: Settings) -> Reading:
    """Return a Word file as nodes. Text without any style of Word's is read as plain text. Raises Stop."""
    assert isinstance(source, WordFile)  # noqa: S101 - chosen so by `choice`
    images = Images(source.data, source.name)
    result = _converted(source, images)
    if not _STRUCTURE.search(result.value):
        from publisher.readers import plain

        return plain.read(SourceFile(source.name, source.text), settings)
    root = html.fragment_fromstring(result.value, create_parent="div")
    reading = read_html(root, source, settings.language)
    told = sorted({m.message for m in result.messages if not _QUIET.match(m.message)})
    found = [NOT_READ.at(file_span(source.name), what=message) for message in told]
    return Reading(
        reading.blocks,
        reading.notes,
        reading.title,
        reading.subtitle,
        diagnostics=(*found, *reading.diagnostics, *_missing(source, root)),
    )


def _converted(source: WordFile, images: Images) -> Any:
    try:
        return mammoth.convert_to_html(
            BytesIO(source.data), style_map=_STYLES, convert_image=images.convert, external_file_access=False
        )
    except RecursionError:
        raise Stop(DAMAGED.at(file_span(source.name), name=source.name, reason="nesting")) from None
    except Exception as fault:  # noqa: BLE001 - the library raises anything on a file that breaks Word's own rules
        raise Stop(
            DAMAGED.at(file_span(source.name), name=source.name, reason=f"{type(fault).__name__}: {fault}")
        ) from None


def _missing(source: WordFile, root: html.HtmlElement) -> tuple[Diagnostic, ...]:
    """Return a finding for each line of the file whose letters are not in what was made of it."""
    whole = _letters("".join(root.itertext()))
    lines = range(1, len(source.line_starts) + 1)
    return tuple(
        TEXT_MISSING.at(source.line_span(number), line=source.line_text(number)[:60])
        for number in lines
        if _letters(source.line_text(number)) not in whole
    )


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
