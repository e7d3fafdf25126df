"""The one list of names that the composer replaces in WeasyPrint, with the signatures it was written for.

Each wrapper asks the document for its own `Typesetting` and hands over to WeasyPrint's function where there is none.
"""

import importlib
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import weasyprint

from publisher.composer import breaking, fitting, lengths, notes, splitting, textlayer

VERSION: Final = "70.0"
_MARK: Final = "__composer_original__"


@dataclass(frozen=True)
class Hook:
    """One replaced name: where it lives, the parameters it must have, what is put around it."""

    module: str
    name: str
    """Attribute of the module; `Class.method` for a method."""
    parameters: tuple[str, ...]
    around: Callable[[Any], Any] | None
    """Takes WeasyPrint's function and returns the replacement; None for a function that is only called."""

    def owner(self) -> tuple[Any, str]:
        """Return the object that holds the name, and the last part of the name."""
        holder: Any = importlib.import_module(self.module)
        *path, last = self.name.split(".")
        for part in path:
            holder = getattr(holder, part)
        return holder, last

    def found(self) -> Any:
        """Return WeasyPrint's own function, also when it is replaced by now; None where it is missing."""
        try:
            holder, last = self.owner()
        except (ImportError, AttributeError):
            return None
        function = getattr(holder, last, None)
        return getattr(function, _MARK, function)

    def fault(self) -> str | None:
        """Return what differs from the expected signature."""
        function = self.found()
        if function is None:
            return f"{self.module}.{self.name} is missing"
        parameters = tuple(inspect.signature(function).parameters)
        if parameters == self.parameters:
            return None
        return f"{self.module}.{self.name} takes ({', '.join(parameters)}), expected ({', '.join(self.parameters)})"

    def install(self) -> None:
        """Put the replacement in place, once."""
        if self.around is None:
            return
        holder, last = self.owner()
        function = getattr(holder, last)
        if hasattr(function, _MARK):
            return
        replacement = self.around(function)
        setattr(replacement, _MARK, function)
        setattr(holder, last, replacement)


_LINE = (
    "context linebox position_y bottom_space skip_stack containing_block absolute_boxes fixed_boxes "
    "first_letter_style first_line_style"
)
_LINES_OF_BLOCK = (
    "context box index child new_children page_is_empty absolute_boxes fixed_boxes adjoining_margins bottom_space "
    "position_y skip_stack first_letter_style first_line_style draw_bottom_decoration max_lines"
)
_LEAST = "context box outer skip_stack first_line is_line_start"
_RESOLVED = "box containing_block"
_PAGE = "context root_box page_type resume_at page_number page_state"
_OVERFLOWS = "self bottom_space position_y"
_DRAW = "stream textbox text_overflow block_ellipsis matrix"

HOOKS: Final = tuple(
    Hook(module, name, tuple(parameters.split()), around)
    for module, name, parameters, around in (
        ("weasyprint.layout.block", "_linebox_layout", _LINES_OF_BLOCK, notes.around_lines_of_block),
        ("weasyprint.layout.inline", "get_next_linebox", _LINE, breaking.around_next_line),
        (
            "weasyprint.layout.inline",
            "avoid_collisions",
            "context box containing_block outer",
            breaking.around_collisions,
        ),
        ("weasyprint.layout.block", "resolve_percentages", _RESOLVED, lengths.around_percentages),
        ("weasyprint.layout.inline", "resolve_percentages", _RESOLVED, lengths.around_percentages),
        ("weasyprint.layout.page", "resolve_percentages", _RESOLVED, lengths.around_percentages),
        ("weasyprint.layout.page", "make_page", _PAGE, splitting.around_page),
        ("weasyprint.layout", "LayoutContext.overflows_page", _OVERFLOWS, splitting.around_overflows),
        ("weasyprint.layout", "LayoutContext._update_footnote_area", "self", splitting.around_update),
        ("weasyprint.layout", "LayoutContext.layout_footnote", "self footnote", splitting.around_layout),
        ("weasyprint.layout", "LayoutContext.unlayout_footnote", "self footnote", splitting.around_unlayout),
        ("weasyprint.layout", "LayoutContext.report_footnote", "self footnote", splitting.around_report),
        ("weasyprint.layout.preferred", "inline_min_content_width", _LEAST, fitting.around_least),
        (
            "weasyprint.layout.preferred",
            "inline_max_content_width",
            "context box outer is_line_start",
            fitting.around_most,
        ),
        ("weasyprint.draw.text", "draw_first_line", _DRAW, textlayer.around_first_line),
        ("weasyprint.pdf.fonts", "Font.clean", "self to_unicode hinting", textlayer.around_clean),
    )
)


def mismatch() -> str | None:
    """Return None when the installed WeasyPrint is the one the hooks were written for, else what differs."""
    if weasyprint.__version__ != VERSION:
        return f"WeasyPrint {weasyprint.__version__} is installed, the composer knows {VERSION}"
    return next(filter(None, (hook.fault() for hook in HOOKS)), None)


def install() -> None:
    """Patch every name of the list, once; nothing at all where `mismatch` finds a difference."""
    if mismatch() is None:
        for hook in HOOKS:
            hook.install()
