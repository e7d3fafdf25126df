"""Digit families and their signs (NUM-01…06): European, Arabic-Indic, Extended (Persian)."""

from typing import Final

EUROPEAN: Final = "0123456789"
ARABIC_INDIC: Final = "٠١٢٣٤٥٦٧٨٩"
PERSIAN: Final = "۰۱۲۳۴۵۶۷۸۹"

FAMILIES: Final[dict[str, str]] = {"latn": EUROPEAN, "arab": ARABIC_INDIC, "arabext": PERSIAN}
"""Digit families by their CLDR names."""

FAMILY_OF: Final = {digit: name for name, family in FAMILIES.items() for digit in family}
"""Family of each digit, by its CLDR name."""

ALL: Final = frozenset(EUROPEAN + ARABIC_INDIC + PERSIAN)

_TO_EUROPEAN = str.maketrans(ARABIC_INDIC + PERSIAN, EUROPEAN * 2)

ARAB_REGIONS: Final = frozenset(("EG", "SA", "IQ", "JO", "SY", "LB", "PS", "KW", "QA", "BH", "OM", "YE", "SD", "MR"))
"""Regions whose locale prefers Arabic-Indic digits (CLDR; NUM-04)."""

LATN_REGIONS: Final = frozenset(("MA", "DZ", "TN", "LY", "AE"))


def to_family(text: str, family: str) -> str:
    """Return text with every digit in one family (`latn`, `arab`, `arabext`)."""
    european = text.translate(_TO_EUROPEAN)
    return european if family == "latn" else european.translate(str.maketrans(EUROPEAN, FAMILIES[family]))


def value(text: str) -> int | None:
    """Return the number that a run of digits of any family means, or None."""
    european = text.translate(_TO_EUROPEAN)
    return int(european) if european.isascii() and european.isdigit() else None


def number(n: int, family: str) -> str:
    """Return a number in digits of a family, without grouping (NUM-07)."""
    return to_family(str(n), family)


def family_of_locale(language: str) -> str:
    """Return the digit family of a BCP 47 tag (NUM-04, with Arabic-Indic for plain `ar`)."""
    primary, *rest = language.split("-")
    region = next((part.upper() for part in rest if len(part) == 2), "")
    if primary in ("fa", "ur", "ckb", "ps"):
        return "arabext"
    if primary != "ar":
        return "latn"
    return "latn" if region in LATN_REGIONS else "arab"
