"""How a command ends: its diagnostics printed, its exit code, and no traceback for a user's mistake."""

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import typer
from rich.text import Text

from publisher.bidi import MINIMUM_PANGO, PangoMissing, pango_version
from publisher.diagnostic import Diagnostic, Said, Severity, Stop, has_errors
from publisher.project.tools import remedy, system, tools
from publisher.report import Shelf, print_diagnostics, print_lines


class Ended(IntEnum):
    """Exit codes of all commands."""

    DONE = 0
    FOUND = 1
    COULD_NOT_RUN = 2


NO_PANGO = Said(
    "يحتاج هذا الأمر إلى Pango {least} أو أحدث، والموجود: {here}. ثبّتها هكذا:",
    "this needs Pango {least} or later; here is: {here}. Install it with:",
)
NOTHING = Said("لا شيء", "none")
FAULT = (
    Said(
        "خلل في الأداة نفسها، وليس في كتابك: {fault}",
        "a fault of the tool, not of your book: {fault}",
    ),
    Said(
        "أعد الأمر مع ‎--debug وأبلغ مطوّري publisher بما يظهر، ومعه أصغر مخطوطة يظهر فيها الخلل.",
        "run it again with --debug and report what it prints to the developers of publisher, with the smallest "
        "manuscript that shows the fault.",
    ),
)


@dataclass(frozen=True, slots=True)
class Printer:
    """Where and how the diagnostics of one command are printed."""

    book: Path
    language: str
    form: str = "text"
    is_strict: bool = False
    goes_to_stdout: bool = False
    """For commands whose product is the diagnostics themselves."""

    def print(self, diagnostics: Iterable[Diagnostic]) -> Ended:
        """Print diagnostics; return what they mean for the exit code."""
        found = tuple(diagnostics)
        stream = sys.stdout if self.goes_to_stdout else sys.stderr
        if found or self.form != "text":
            print_diagnostics(found, Shelf(self.book), stream, self.form, self.language)
        is_bad = has_errors(found) or (self.is_strict and any(d.severity is Severity.WARNING for d in found))
        return Ended.FOUND if is_bad else Ended.DONE

    def tell(self, words: str) -> None:
        """Print a line of progress."""
        if self.form == "text":
            print_lines([Text(f"… {words}", style="dim")], sys.stderr, self.language)

    @contextmanager
    def stopping(self) -> Iterator[None]:
        """Print the diagnostics of a step that could not go on, and end."""
        try:
            yield
        except Stop as stop:
            self.print(stop.diagnostics)
            raise typer.Exit(Ended.FOUND) from None


def need_pango(language: str) -> None:
    """End with code 2 and the exact commands where Pango is missing or too old."""
    here = pango_version()
    if here is not None and here >= MINIMUM_PANGO:
        return
    shown = ".".join(map(str, here)) if here else NOTHING.in_language(language)
    said = NO_PANGO.fill(least=".".join(map(str, MINIMUM_PANGO[:2])), here=shown).in_language(language)
    commands = [f"  {name}: {command}" for name, command in remedy(tools()["pango"], system())]
    print_lines(map(Text, (said, *commands)), sys.stderr, language)
    raise typer.Exit(Ended.COULD_NOT_RUN)


def guarded(run: Callable[[], object], language: str, *, is_debugging: bool) -> int:
    """Run; return the exit code. An unexpected fault is told shortly in both languages, not as a traceback."""
    try:
        run()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(Ended.DONE)
    except PangoMissing:
        return _exit_code_of(lambda: need_pango(language))
    except Exception as fault:  # noqa: BLE001 - the last door: whatever comes here is the tool's own fault
        if is_debugging:
            traceback.print_exception(fault)
        said = [sentence.fill(fault=_name(fault)) for sentence in FAULT]
        print_lines([Text(s.ar) for s in said], sys.stderr, "ar")
        print_lines([Text(s.en) for s in said], sys.stderr, "en")
        return int(Ended.COULD_NOT_RUN)
    return int(Ended.DONE)


def _exit_code_of(run: Callable[[], object]) -> int:
    try:
        run()
    except typer.Exit as end:
        return int(end.exit_code)
    return int(Ended.COULD_NOT_RUN)


def _name(fault: Exception) -> str:
    words = " ".join(str(fault).split())
    return f"{type(fault).__name__}: {words[:200]}" if words else type(fault).__name__
