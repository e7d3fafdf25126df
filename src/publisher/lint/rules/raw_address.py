"""A web address with letters that a reader's keyboard may lack: an Arabic path turns round in print (BID-18)."""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from publisher.diagnostic import Diagnostic, Said, note
from publisher.lint.rule import Rule
from publisher.lint.subject import Subject

RAW = note(
    "BID-18",
    Said("رابط فيه حروف غير لاتينية: {text}", "an address with letters that are not Latin: {text}"),
    Said("صورته الآمنة: {after}", "its safe form: {after}"),
)

_ADDRESS = re.compile(r"https?://[^\s<>\"'()«»“”\[\]]+")
_ENDING = ".,:;!?،؛؟"


def _check(subject: Subject) -> Iterator[Diagnostic]:
    for source in subject.sources.values():
        for found in _ADDRESS.finditer(source.text):
            address = found.group().rstrip(_ENDING)
            if not address.isascii() and (after := safe(address)) is not None:
                end = found.start() + len(address)
                yield subject.in_source(RAW, source, found.start(), end, after, text=address, after=after)


def safe(address: str) -> str | None:
    """Return an address in ASCII: its name by IDNA, the rest percent-encoded; None where it has no such form."""
    try:
        parts = urlsplit(address)
        host = parts.netloc.encode("idna").decode("ascii")
    except (UnicodeError, ValueError):
        return None
    encoded = (quote(part, safe="/%+=&;,:@!$*~-._") for part in (parts.path, parts.query, parts.fragment))
    return parts._replace(**dict(zip(("netloc", "path", "query", "fragment"), (host, *encoded), strict=True))).geturl()


RULE = Rule(RAW, _check, languages=())
