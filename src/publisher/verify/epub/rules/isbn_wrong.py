"""C4: an ISBN whose check digit is wrong."""

import re
from collections.abc import Iterator

from publisher.arabic.digits import to_family
from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.package import Package, Statement
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

WRONG = must(
    "EPUB-C4",
    ("رقم ISBN «{value}» خطأ: لا تصحّ خانة التحقّق فيه.", "the ISBN “{value}” is wrong: its check digit does not hold"),
    (
        "راجع الرقم مع ما سجّله الناشر؛ فالمتاجر ترفض الكتاب به.",
        "compare it with what the publisher registered: shops refuse the book",
    ),
)
_PREFIX = re.compile(r"^(urn:)?isbn[:\s]*", re.IGNORECASE)
_ISBN_CODES = frozenset({"02", "15", "isbn"})
OPF = "{http://www.idpf.org/2007/opf}"


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each wrong ISBN, of this book or of the printed one."""
    opf = archive.opf
    for statement in (*opf.stated("dc:identifier"), *opf.stated("dc:source")):
        number = _isbn(opf, statement)
        if number is not None and not is_isbn(number):
            yield WRONG.at(opf.tree.span(statement.element), value=statement.value)


def _isbn(opf: Package, statement: Statement) -> str | None:
    """Return the digits of what is given as an ISBN."""
    bare = re.sub(r"[\s\u00ad\u2010-\u2015-]", "", to_family(_PREFIX.sub("", statement.value), "latn")).upper()
    is_named = bool(_PREFIX.match(statement.value)) or any(
        s.value.lower() in _ISBN_CODES for s in opf.about(statement, "identifier-type")
    )
    is_named = is_named or (statement.element.get(OPF + "scheme") or "").upper() == "ISBN"
    looks_so = re.fullmatch(r"97[89]\d{10}", bare) is not None
    return bare if is_named or looks_so else None


def is_isbn(digits: str) -> bool:
    """Whether ten or thirteen digits, without hyphens, make a right ISBN."""
    if re.fullmatch(r"97[89]\d{10}", digits, re.ASCII):
        return sum(int(d) * (3 if at % 2 else 1) for at, d in enumerate(digits)) % 10 == 0
    if re.fullmatch(r"\d{9}[\dX]", digits, re.ASCII):
        return sum((10 if d == "X" else int(d)) * (10 - at) for at, d in enumerate(digits)) % 11 == 0
    return False


RULE = Rule("C4", check)
