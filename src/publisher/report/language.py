"""The language that the tool speaks: asked for, else as the environment says."""

from collections.abc import Mapping

LANGUAGES = ("ar", "en")
_VARIABLES = ("PUBLISHER_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def reading_language(asked: str | None, environ: Mapping[str, str]) -> str:
    """Return `ar` or `en`: what was asked for, or the first variable that is set, as POSIX orders them."""
    said = next((value for value in (asked, *(environ.get(name) for name in _VARIABLES)) if value), "en")
    return "ar" if said.lower().startswith("ar") else "en"
