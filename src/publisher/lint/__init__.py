"""The lint: what in a manuscript wants an editor's eye. One rule a file in `rules`; a new file there is a new rule."""

import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module

from publisher.book import Book
from publisher.config import Settings
from publisher.diagnostic import Diagnostic
from publisher.lint import rules
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject
from publisher.source import SourceFile

__all__ = ["Rule", "all_rules", "check"]


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by the name of its file."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return {name: import_module(f"{rules.__name__}.{name}").RULE for name in names}


def check(book: Book, sources: Iterable[SourceFile], settings: Settings) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a book as its author typed it, in the order of its places."""
    subject = Subject(book, {source.name: source for source in sources}, settings)
    found = [d for rule in all_rules().values() if rule.is_for(subject) for d in rule.check(subject)]
    return tuple(sorted(found, key=_place))


def _place(diagnostic: Diagnostic) -> tuple[str, int, str]:
    span = diagnostic.span
    return ("", 0, diagnostic.code) if span is None else (span.file, span.start, diagnostic.code)
