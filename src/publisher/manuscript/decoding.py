"""Bytes of a manuscript file to text: UTF-8, UTF-16, Windows-1256; all line ends made one, NFC once.

Nothing else is changed here: letters, marks and spaces stay as the author typed them.
"""

import codecs
import re
import unicodedata

from publisher.arabic.letters import is_arabic_letter, is_mark
from publisher.diagnostic import Diagnostic, Said, Stop, error, warning
from publisher.manuscript.limits import MEGABYTE, TEXT_MEGABYTES
from publisher.source import SourceFile, Span

EMPTY = error(
    "empty-file",
    Said("الملف فارغ: {name}", "the file is empty: {name}"),
    Said("اكتب فيه نصًّا أو احذفه من قائمة الملفات.", "write text into it, or take it off the list of files."),
)
BINARY = error(
    "binary-file",
    Said(
        "الملف ليس نصًّا: {name} (فيه بايت صفري في الموضع {at})",
        "the file is not text: {name} (it has a NUL byte at {at})",
    ),
    Said("احفظ المخطوطة نصًّا بترميز UTF-8.", "save the manuscript as text in UTF-8."),
)
UNDECODABLE = error(
    "undecodable-file",
    Said(
        "لا يفسّر أيُّ ترميز معروف بايتات الملف {name}: البايت 0x{byte} في السطر {line}",
        "no encoding known here explains the bytes of {name}: byte 0x{byte} on line {line}",
    ),
    Said("احفظ الملف بترميز UTF-8.", "save the file in UTF-8."),
)
CONTROL = error(
    "control-character",
    Said(
        "محرف تحكّم لا يصلح في نصّ: {code} {character}",
        "a control character that no text should hold: {code} {character}",
    ),
    Said("احذفه.", "delete it."),
)
TOO_LARGE = error(
    "file-too-large",
    Said("الملف {name} أكبر من الحد، وهو {limit} م.ب", "{name} is larger than the limit of {limit} MB"),
    Said("اقسمه إلى ملفات أصغر.", "split it into smaller files."),
)
GUESSED = warning(
    "guessed-encoding",
    Said("الملف {name} ليس بترميز UTF-8، فقُرئ على أنه {encoding}", "{name} is not in UTF-8; it was read as {encoding}"),
    Said("راجع النص، ثم احفظ الملف بترميز UTF-8.", "check the text, then save the file in UTF-8."),
)

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x85\u2028\u2029"), "\n")
"""Every sign that ends a line or a page, besides the line feed."""
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\U0010ffff]")
"""What may be a control, a lone surrogate or a non-character."""


def decode(name: str, data: bytes) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """Return a manuscript file as text, and what was guessed about it. Stops where it is no text."""
    if len(data) > TEXT_MEGABYTES * MEGABYTE:
        raise Stop(TOO_LARGE.at(file_span(name), name=name, limit=TEXT_MEGABYTES))
    text, guessed = _text(name, data)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_LINE_ENDS))
    if not text.strip().strip("\ufeff"):
        raise Stop(EMPTY.at(file_span(name), name=name))
    source = SourceFile(name, text)
    if (control := _control(source)) is not None:
        raise Stop(control)
    return source, guessed


def file_span(name: str) -> Span:
    """Return the span that stands for a whole file."""
    return Span(name, 0, 0, 1, 1)


def _text(name: str, data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(encoding), ()
            except UnicodeDecodeError as fault:
                raise Stop(_undecodable(name, data, len(bom) + fault.start, encoding)) from None
    if b"\0" in data:
        raise Stop(BINARY.at(file_span(name), name=name, at=data.index(b"\0")))
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        place = fault.start
    arabic = _windows_1256(data)
    if arabic is None:
        raise Stop(_undecodable(name, data, place))
    return arabic, (GUESSED.at(file_span(name), name=name, encoding="Windows-1256"),)


def _windows_1256(data: bytes) -> str | None:
    """Return the text in Windows-1256 if it reads as Arabic, else None."""
    try:
        text = data.decode("cp1256")
    except UnicodeDecodeError:
        return None
    high = [c for c in text if c > "\x7f"]
    arabic = sum(is_arabic_letter(c) or is_mark(c) or c in "،؛؟ـ«»٠١٢٣٤٥٦٧٨٩" for c in high)
    has_controls = any(c < " " and c not in "\t\n\r\f\v" for c in text)
    return text if high and not has_controls and arabic >= 0.8 * len(high) else None


def _undecodable(name: str, data: bytes, at: int, encoding: str = "utf-8") -> Diagnostic:
    """Return the finding for the first byte that an encoding cannot explain."""
    before = data[:at].decode(encoding, errors="replace").removeprefix("\ufeff")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    span = Span(name, len(before), len(before) + 1, line, column)
    return UNDECODABLE.at(span, name=name, byte=f"{data[at]:02X}", line=line)


def _control(source: SourceFile) -> Diagnostic | None:
    """Return the finding for the first control, lone surrogate or non-character, if there is one."""
    text = source.text
    for found in _SUSPECT.finditer(text):
        at, character = found.start(), found.group()
        category = unicodedata.category(character)
        if category in ("Cc", "Cs") or _is_noncharacter(character):
            name = unicodedata.name(character, "")
            return CONTROL.at(source.span(at, at + 1), code=f"U+{ord(character):04X}", character=name)
    return None


def _is_noncharacter(character: str) -> bool:
    code = ord(character)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
