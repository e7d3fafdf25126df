"""What the library of the command line says by itself, in Arabic: the frame of a help text, faults of usage."""

import re
from collections.abc import Iterable
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

UsageFault: Final[Any] = typer.BadParameter.__mro__[1]
"""What every fault of usage is; typer names only one kind of it."""

_Table = tuple[tuple[re.Pattern[str], str], ...]


def _table(pairs: Iterable[tuple[str, str]]) -> _Table:
    return tuple((re.compile(seen, re.MULTILINE), said) for seen, said in pairs)


_FRAME: Final = _table(
    (
        (r"^Usage: ", "الاستعمال:\n  "),
        (r"^Arguments:$", "المعطيات:"),
        (r"^Options:$", "الخيارات:"),
        (r"^Commands:$", "الأوامر:"),
        (r"Show this message and exit\.", "هذه المساعدة"),
        (r"\[required\]", "[لازم]"),
        (r"\[default:\s+([^\];]+)(?:; x>=0)?\]", r"[الأصل: \1]"),
    )
)
_FAULTS: Final = _table(
    (
        (r"^No such command '(.*?)'\.", r"لا أمر اسمه \1."),
        (r"^No such option: (\S+)", r"لا خيار اسمه \1"),
        (r" Did you mean (.*)\?$", r" أتريد \1؟"),
        (r" \(Possible options: (.*)\)", r" (القريب منه: \1)"),
        (r"^Missing argument '(.*)'\.", r"ينقص المعطى \1."),
        (r"^Missing command\.", "ينقص اسم الأمر."),
        (r"^Option '(.*)' requires an argument\.", r"الخيار \1 يحتاج إلى قيمة."),
        (r"^Option '(.*)' requires (\d+) arguments\.", r"الخيار \1 يحتاج إلى قيم عددها \2."),
        (r"^Option '(.*)' does not take a value\.", r"الخيار \1 لا قيمة له."),
        (r"^Got unexpected extra arguments? \((.*)\)", r"في الأمر زيادة لا تُعرف: \1"),
        (r"^Invalid value for '(.*?)'(?: / '.*?')?: ", r"قيمة لا تصلح للمعطى \1: "),
        (r"[Pp]ath '(.*)' does not exist\.", r"لا يوجد «\1»."),
        (r"'(.*)' is not one of (.*)\.", r"ليست «\1» من القيم: \2."),
        (r"'(.*)' is not a valid (?:float|integer)\.", r"ليست «\1» عددًا."),
    )
)


def _translated(text: str, table: _Table) -> str:
    for seen, said in table:
        text = seen.sub(said, text)
    return text


class ArabicCommand(TyperCommand):
    """A command whose help is framed in Arabic."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _translated(super().get_help(ctx), _FRAME)


class ArabicGroup(TyperGroup):
    """A group of commands whose help is framed in Arabic."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _translated(super().get_help(ctx), _FRAME)


def fault_of(fault: Any) -> str:
    """Return what to print of a fault of usage: what is wrong, and where help is; the help itself where nothing was asked."""
    if type(fault).__name__ == "NoArgsIsHelpError":
        return str(fault.format_message())
    command = fault.ctx.command_path if fault.ctx is not None else "publisher"
    said = _translated(fault.format_message(), _FAULTS)
    return f"خطأ: {said}\nالمساعدة: {command} -h"
