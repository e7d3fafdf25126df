"""How a letter or a document ends: a farewell, and the names of those who sign it."""

import re

from publisher.readers.plain.copytext import Copy
from publisher.readers.plain.names import is_name, signs
from publisher.readers.plain.titles import known_title

_NAMES = 3
"""Lines below a farewell, or at the end of the text, that may hold names."""
_TAIL = 10
"""Lines at the end of the text among which an office or a name is a signature."""
_LONGEST_FAREWELL = 9
_SHORT = 8

_FAREWELL = re.compile(
    r"(?:و?ا?[تق]\S?[فق]\S{1,4}لوا? (?:بقبول|قبول|فائق|وافر|خالص|أسمى)|و?اقبلوا |(?:و?مع|و?لكم) (?:خالص|فائق|وافر|أطيب|أجمل|بالغ|تحيات|التحية|الشكر|الاحترام)|(?:خالص |أطيب )?تحياتي)"
)
"""What a letter ends with, above the names of those who sign it."""
_SIGNERS = re.compile(r"(?:فريق|أسرة|إدارة|هيئة|لجنة|أخوكم|أختكم|أخوك|أختك|صديقكم|محبكم|ابنكم|المخلص|المخلصة)\b")
_YOURS = re.compile(
    r"(?:المخلصة?|المحبّ?ة?|المشتاقة?|ابنك|ابنتك|أخوك|أختك|والدك|والدتك|صديقك|صديقتك)\s*[:،]\s*\S+(?:\s\S+){0,2}$"
)
"""How a letter within a text ends."""
_FILLED_IN = re.compile(r"\S.{0,30}?[:：]\s*[._…]{4,}")
"""A field with dots to write on."""


def is_signed(copy: Copy, i: int) -> bool:
    """Whether a line is a farewell or the name of who signs: below a farewell, over dots to write on, or at the end."""
    line = copy.lines[i]
    if (
        _FAREWELL.match(line.text)
        or _YOURS.match(line.text)
        or (i + 1 < len(copy) and not line.blanks_after and _FILLED_IN.match(copy.lines[i + 1].text))
    ):
        return True
    for above in reversed(copy.lines[max(0, i - _NAMES) : i]):
        if above.words > _LONGEST_FAREWELL:
            break
        if _FAREWELL.match(above.text):
            return not known_title(copy.words(i))
    if i >= len(copy) - _NAMES and line.words <= 4 and _SIGNERS.match(line.text) is not None:
        return True
    return i >= len(copy) - _TAIL and _ends_with_names(copy, i)


def _ends_with_names(copy: Copy, i: int) -> bool:
    """Whether a line near the end names a person or an office, and no text of its own is below it."""
    text = copy.lines[i].text
    below = copy.lines[i + 1] if i + 1 < len(copy) else None
    over_text = below is not None and (below.words > _SHORT or below.is_sentence)
    return not over_text and (is_name(text) or (signs(text) and not known_title(text)))
