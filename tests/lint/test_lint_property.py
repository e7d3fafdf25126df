"""The lint on any text: it never fails, its places lie in the file, its fixes can be made."""

from hypothesis import given
from hypothesis import strategies as st

from publisher import lint
from publisher.book import Book, Chapter, Metadata
from publisher.config import Settings
from publisher.nodes import Paragraph, Text
from publisher.source import SourceFile

SIGNS = st.sampled_from([*'ابتةيىوـًَّ ﴿﴾«»()"؟!،,.…۔یک٣3۳\u200f\u202b\u00ad\ufffdﺍﻟﺴab/:', "هـ", "https://مثال.إختبار/أ"])


@given(st.lists(SIGNS, max_size=30).map("".join) | st.text(max_size=30))
def test_any_text_is_borne(text: str) -> None:
    source = SourceFile("a.txt", text)
    blocks = (Paragraph((Text(text, source.span(0, len(text))),)),)
    book = Book(Metadata("ع"), (Chapter("c01", None, blocks),))
    for found in lint.check(book, [source], Settings()):
        assert found.span is not None
        assert 0 <= found.span.start <= found.span.end <= len(text)
        assert found.fix is None or found.fix.span.file == "a.txt"
        assert "{" not in found.message.ar.replace("{", "", text.count("{"))


@given(st.lists(SIGNS, max_size=30).map("".join))
def test_source_places_are_those_of_the_file(text: str) -> None:
    source = SourceFile("a.txt", "سطر\n" + text)
    blocks = (Paragraph((Text(text, source.span(4, len(source.text))),)),)
    book = Book(Metadata("ع"), (Chapter("c01", None, blocks),))
    for found in lint.check(book, [source], Settings()):
        assert found.span is not None
        assert found.span == source.span(found.span.start, found.span.end)
