"""Diagnostics as lines of text: place, code, what is wrong, the line itself in an isolate, how to mend it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from publisher.diagnostic import Diagnostic, Said, Severity
from publisher.report.excerpt import excerpt, named, spoken, visible
from publisher.report.isolating import END, FIRST_STRONG, isolated, with_latin_isolated
from publisher.source import SourceFile, Span

SHOWN_PER_CODE = 10
"""How many diagnostics of one code are shown whole; the rest are counted."""

NAMES = {
    Severity.ERROR: Said("خطأ", "error"),
    Severity.WARNING: Said("تنبيه", "warning"),
    Severity.NOTE: Said("ملاحظة", "note"),
}
_TALLY = {
    Severity.ERROR: Said("الأخطاء: {count}", "errors: {count}"),
    Severity.WARNING: Said("التنبيهات: {count}", "warnings: {count}"),
    Severity.NOTE: Said("الملاحظات: {count}", "notes: {count}"),
}
_MORE = Said("{code}: {count} أخرى من هذا النوع", "{code}: {count} more of this kind")
_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}


def lines(diagnostics: Sequence[Diagnostic], sources: Mapping[str, SourceFile], language: str) -> Iterator[Text]:
    """Yield the lines of a whole report, a tally last."""
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        seen[diagnostic.code] += 1
        if seen[diagnostic.code] <= SHOWN_PER_CODE:
            yield from _lines_of(diagnostic, sources, language)
    for code, count in seen.items():
        if count > SHOWN_PER_CODE:
            yield Text(_MORE.fill(code=code, count=count - SHOWN_PER_CODE).in_language(language), style="dim")
    if diagnostics:
        yield tally(diagnostics, language)


def tally(diagnostics: Sequence[Diagnostic], language: str) -> Text:
    """Return the line that counts the findings."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    said = (_TALLY[kind].fill(count=counts[kind]).in_language(language) for kind in Severity if counts[kind])
    return Text(("، " if language == "ar" else ", ").join(said), style="bold")


def place(span: Span) -> str:
    """Return file:line:column, as editors read it."""
    return f"{visible(span.file)}:{span.line}:{span.column}"


def _lines_of(diagnostic: Diagnostic, sources: Mapping[str, SourceFile], language: str) -> Iterator[Text]:
    span = diagnostic.span
    head = Text(NAMES[diagnostic.severity].in_language(language), style=_COLOURS[diagnostic.severity])
    head.append(f" {isolated(diagnostic.code)}", style="dim")
    if span is not None:
        head.append(f" {isolated(place(span))}", style="not bold default")
    yield head
    yield Text(f"  {_said(diagnostic.message, language)}")
    source = sources.get(span.file) if span is not None else None
    if source is not None and span is not None:
        yield from _shown(source, span)
    if hint := _said(diagnostic.hint, language):
        yield Text(f"  {'←' if language == 'ar' else '→'} {hint}", style="dim")


def _shown(source: SourceFile, span: Span) -> Iterator[Text]:
    shown = excerpt(source, span)
    if shown is None:
        return
    line = Text(f"  {FIRST_STRONG}{shown.before}")
    line.append(f"⟦{shown.marked}⟧", style="bold underline")
    line.append(f"{shown.after}{END}", style="not bold not underline")
    if name := named(source, span):
        line.append(f"  {isolated(name)}", style="dim")
    yield line


def _said(said: Said, language: str) -> str:
    """Return a sentence as it is printed in a language."""
    words = spoken(said.in_language(language))
    return with_latin_isolated(words) if language == "ar" else words
