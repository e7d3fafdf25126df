"""Asks the checkers of a kind of file; one that could not run is a warning, and an error where it was required."""

from collections.abc import Iterator
from pathlib import Path

from publisher.diagnostic import Diagnostic, Said, Severity
from publisher.source import Span
from publisher.verify.finding import must
from publisher.verify.outside import ace, epubcheck, outloud, pdfua
from publisher.verify.outside.checker import Absent

CHECKERS = (epubcheck.CHECKER, ace.CHECKER, outloud.CHECKER, pdfua.CHECKER)

NOT_RUN = (
    Said("لم يُجرَ فحص «{name}»: {reason}.", "the check by “{name}” did not run: {reason}"),
    Said("ثبّته ليُفحص الكتاب به أيضًا.", "install it to have the book checked by it too"),
)
UNKNOWN = must(
    "VERIFY-REQUIRE",
    ("لا فاحص اسمه «{name}» لهذا النوع من الملفات.", "there is no checker “{name}” for this kind of file"),
    ("المعروف: {known}.", "known are: {known}"),
)


def ask(path: Path, kind: str, require: frozenset[str], *, tools: bool) -> Iterator[Diagnostic]:
    """Yield what the checkers of a kind say; without `tools`, only those that are required are asked."""
    here = Span(path.name, 0, 0, 1, 1)
    of_kind = [checker for checker in CHECKERS if checker.kind == kind]
    known = {checker.name for checker in of_kind}
    for name in sorted(require - known):
        yield UNKNOWN.at(here, name=name, known=" + ".join(sorted(known)))
    for checker in of_kind:
        is_required = checker.name in require
        if not (tools or is_required):
            continue
        try:
            yield from checker.run(path)
        except Absent as absent:
            if is_required or checker.is_expected:
                severity = Severity.ERROR if is_required else Severity.WARNING
                message = Said(
                    NOT_RUN[0].ar.format(name=checker.name, reason=absent.reason.ar),
                    NOT_RUN[0].en.format(name=checker.name, reason=absent.reason.en),
                )
                yield Diagnostic(f"VERIFY-{checker.name.upper()}", severity, message, NOT_RUN[1], here)
