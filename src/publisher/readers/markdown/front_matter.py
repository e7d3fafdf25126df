"""The front matter of a Markdown file: a small part of YAML, with the keys of `book.toml`."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from publisher.config.load import from_mapping
from publisher.diagnostic import Diagnostic, Said, error
from publisher.readers.limits import FRONT_MATTER
from publisher.source import SourceFile, Span

SYNTAX = error(
    "front-matter-syntax",
    Said("خطأ في صياغة صدر الملف: {detail}", "the front matter is not valid: {detail}"),
    Said("اكتب كل سطر هكذا: ‎key: value‎.", "write each line as key: value."),
)
TOO_LONG = error(
    "front-matter-limit",
    Said("صدر الملف أطول من الحد، وهو {limit} محرف", "the front matter is longer than the limit of {limit} characters"),
    Said("أغلقه بسطر فيه ‎---‎ وحدها.", "close it with a line that holds --- alone."),
)

_BLOCK = re.compile(r"\A\ufeff?---[ \t]*\n(?P<said>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_A_KEY = re.compile(r"^[\w-]+[ \t]*:", re.MULTILINE)
_DEPTH = 8


def split_front_matter(text: str) -> tuple[str, int]:
    """Return the front matter of a text, and the offset where the text itself begins; "" and 0 where there is none."""
    found = _BLOCK.match(text)
    if found is None or (found["said"].strip() and not _A_KEY.search(found["said"])):
        return "", 0
    return found["said"], found.end()


def read_front_matter(source: SourceFile) -> tuple[Mapping[str, Any], tuple[Diagnostic, ...]]:
    """Return the settings that a file's front matter holds, and what is wrong with them."""
    text, end = split_front_matter(source.text)
    if not text.strip():
        return {}, ()
    start = source.text.index("\n") + 1
    if end > FRONT_MATTER:
        return {}, (TOO_LONG.at(source.span(0, 3), limit=FRONT_MATTER),)
    try:
        root = yaml.compose(text, Loader=_Loader)
        if not isinstance(root, yaml.MappingNode):
            return {}, (SYNTAX.at(source.span(start, end), detail="key: value"),)
        data = {str(key.value): (_plain(value), key) for key, value in root.value}
    except yaml.YAMLError as fault:
        return {}, (SYNTAX.at(_fault_span(source, start, fault), detail=_detail(fault)),)
    found = [finding for key, (value, node) in data.items() for finding in _judged(source, start, key, value, node)]
    return {key: value for key, (value, _) in data.items()}, tuple(found)


class _Loader(yaml.SafeLoader):
    """A composer that refuses what a book's settings never need: aliases, tags, depth."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("&… *…", self.place())
        self.depth = getattr(self, "depth", 0) + 1
        if self.depth > _DEPTH:
            raise yaml.YAMLError(f"> {_DEPTH}", self.place())
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def place(self) -> Any:
        """Return where the composer stands."""
        event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
        return event.start_mark


_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value) for value in node.value]
    text = str(node.value)
    if getattr(node, "style", None) is not None:
        return text
    if node.tag.endswith(":bool"):
        return text.lower() in ("true", "yes", "on")
    if node.tag.endswith((":int", ":float")) and text.isascii() and _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _judged(source: SourceFile, start: int, key: str, value: Any, node: yaml.Node) -> Iterator[Diagnostic]:
    """Yield what the settings say against one key, with its place."""
    _, found = from_mapping({key: value}, None)
    at = start + node.start_mark.index
    for finding in found:
        yield dataclasses.replace(finding, span=source.span(at, at + len(key)))


def _fault_span(source: SourceFile, start: int, fault: yaml.YAMLError) -> Span:
    mark = getattr(fault, "problem_mark", None) or (fault.args[1] if len(fault.args) > 1 else None)
    at = start + (mark.index if mark is not None else 0)
    return source.span(min(at, len(source.text)), min(at + 1, len(source.text)))


def _detail(fault: yaml.YAMLError) -> str:
    return str(getattr(fault, "problem", None) or fault.args[0] if fault.args else fault)
