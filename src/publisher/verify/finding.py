"""How the rules of this room declare a finding: by the id of the requirement that is broken.

A broken *must* is an error, a broken *should* a warning; the few exceptions are declared as what they weigh.
"""

from publisher.diagnostic import Finding, Said, error, warning


def must(code: str, message: tuple[str, str], hint: tuple[str, str]) -> Finding:
    """Declare what breaks a *must*; message and hint are (Arabic, English)."""
    return error(code, Said(*message), Said(*hint))


def should(code: str, message: tuple[str, str], hint: tuple[str, str]) -> Finding:
    """Declare what breaks a *should*."""
    return warning(code, Said(*message), Said(*hint))
