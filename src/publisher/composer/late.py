"""A Pango layout made late, or never: the composer knows its lines without one."""

from typing import Any

from weasyprint.text.line_break import Layout


class LateLayout(Layout):
    """A Pango layout that is made only if WeasyPrint needs one: for a decoration, or to draw the text itself."""

    def __init__(self, text: str, style: Any, max_width: float, is_rtl: bool, justification_spacing: float) -> None:
        self.text = text
        self.max_width = max_width
        self.justification_spacing = justification_spacing
        self.first_line_direction = int(is_rtl)
        self._late = style

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "_late":
            raise AttributeError(name)
        super().reactivate(self._late)
        return self.__dict__[name]

    def reactivate(self, style: Any) -> None:
        """Wait."""
        self._late = style

    def deactivate(self) -> None:
        """Let go of Pango's objects, where there are any."""
        for name in ("layout", "language", "style"):
            self.__dict__.pop(name, None)
