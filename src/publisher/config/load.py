"""Reads `book.toml` into Settings. A fault is a diagnostic with its line; an unknown key is an error."""

import dataclasses
import difflib
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from typing import Any, cast

from publisher.config.schema import Settings
from publisher.diagnostic import Diagnostic, Said, error
from publisher.source import SourceFile, Span

SYNTAX = error(
    "toml-syntax",
    Said("خطأ في صياغة الملف: {detail}", "the file is not valid TOML: {detail}"),
    Said("راجع علامات الاقتباس والأقواس في هذا السطر.", "check the quotes and brackets on this line."),
)
UNKNOWN_KEY = error(
    "unknown-key",
    Said("مفتاح غير معروف: {key}", "unknown key: {key}"),
    Said("{near}", "{near}"),
)
WRONG_TYPE = error(
    "wrong-type",
    Said("قيمة {key} ليست من النوع المطلوب ({wanted})", "the value of {key} should be {wanted}"),
    Said("اكتبها هكذا: {example}", "write it like this: {example}"),
)
WRONG_CHOICE = error(
    "wrong-choice",
    Said("قيمة {key} غير معروفة: {value}", "{key} does not know the value {value}"),
    Said("القيم الممكنة: {choices}", "the values it knows: {choices}"),
)
OUT_OF_RANGE = error(
    "out-of-range",
    Said("قيمة {key} خارج الحدود: {value}", "the value of {key} is out of range: {value}"),
    Said("اختر عددًا بين {low} و{high}.", "choose a number from {low} to {high}."),
)
WRONG_FORM = error(
    "wrong-form",
    Said("قيمة {key} ليست على الصورة المطلوبة: {value}", "the value of {key} has not the form it needs: {value}"),
    Said("اكتبها هكذا: {form}", "write it like this: {form}"),
)
CONTROL = error(
    "control-in-setting",
    Said(
        "في قيمة {key} محرف لا يصلح في نصّ: {code}", "the value of {key} holds a character that no text should: {code}"
    ),
    Said("احذفه.", "delete it."),
)

_EXAMPLES = {
    "str": ("text", 'key = "…"'),
    "float": ("a number", "key = 12.5"),
    "int": ("a whole number", "key = 2"),
    "bool": ("true or false", "key = true"),
    "tuple[str, ...]": ("a list of texts", 'key = ["…", "…"]'),
    "dict[str, str]": ("a table of texts", '"…" = "paragraph"'),
}


def load(source: SourceFile) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return the settings of a `book.toml` and what is wrong with it."""
    try:
        data = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as fault:
        return Settings(), (SYNTAX.at(_fault_span(source, str(fault)), detail=_first_words(str(fault))),)
    except RecursionError:
        return Settings(), (SYNTAX.at(source.line_span(1), detail="[[[…"),)
    return from_mapping(data, source)


def from_options(settings: Settings, options: Mapping[str, Any]) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return settings with options laid over them; a key may be dotted (`page.trim`). None is no option."""
    nested: dict[str, Any] = {}
    for key, value in options.items():
        if value is None:
            continue
        table, _, name = key.rpartition(".")
        (nested.setdefault(table, {}) if table else nested)[name] = value
    return from_mapping(nested, None, settings)


def from_mapping(
    data: Mapping[str, Any], source: SourceFile | None, base: Settings | None = None
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Return settings from a mapping (of TOML or front matter), laid over `base`."""
    reader = _Reader(source)
    settings = cast("Settings", reader.table("", data, base or Settings()))
    return settings, tuple(reader.found)


class _Reader:
    def __init__(self, source: SourceFile | None) -> None:
        self.source = source
        self.found: list[Diagnostic] = []

    def table(self, name: str, data: Mapping[str, Any], base: Any) -> Any:
        fields = {f.name: f for f in dataclasses.fields(base)}
        values: dict[str, Any] = {}
        for key, value in data.items():
            field = fields.get(key.replace("-", "_"))
            place = f"{name}.{key}" if name else key
            if field is None:
                self.found.append(UNKNOWN_KEY.at(self.span(name, key), key=place, near=_near(key, tuple(fields))))
                continue
            inner = getattr(base, field.name)
            if dataclasses.is_dataclass(inner):
                if isinstance(value, Mapping):
                    values[field.name] = self.table(field.name, value, inner)
                else:
                    self.wrong_type(name, key, "dict[str, str]")
                continue
            checked = self.value(name, key, value, field)
            if checked is not None:
                values[field.name] = checked
        return dataclasses.replace(base, **values)

    def value(self, table: str, key: str, value: Any, field: "dataclasses.Field[Any]") -> Any:
        kind = str(field.type if isinstance(field.type, str) else getattr(field.type, "__name__", field.type))
        if kind.startswith("tuple"):
            kind = "tuple[str, ...]"
            if isinstance(value, str):
                value = (value,)
            if not isinstance(value, (list, tuple)) or not all(isinstance(v, str) for v in value):
                return self.wrong_type(table, key, kind)
            value = tuple(value)
        elif kind.startswith("dict"):
            if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
                return self.wrong_type(table, key, "dict[str, str]")
            return dict(value)
        elif kind == "float" and isinstance(value, (int, float)) and not isinstance(value, bool):
            value = float(value)
        elif kind == "str" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        elif kind == "str" and not isinstance(value, str):
            if not hasattr(value, "isoformat"):
                return self.wrong_type(table, key, kind)
            value = value.isoformat()
        elif kind != type(value).__name__:
            return self.wrong_type(table, key, kind)
        return self.within(table, key, value, field)

    def within(self, table: str, key: str, value: Any, field: "dataclasses.Field[Any]") -> Any:
        choices, form = field.metadata.get("choices", ()), field.metadata.get("form", ("", ""))
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str) and (control := next(filter(_is_control, one), None)):
                self.found.append(CONTROL.at(self.span(table, key), key=key, code=f"U+{ord(control):04X}"))
                return None
            if form[0] and not re.fullmatch(form[0], one):
                self.found.append(WRONG_FORM.at(self.span(table, key), key=key, value=one, form=form[1]))
                return None
            if choices and one not in choices:
                self.found.append(
                    WRONG_CHOICE.at(self.span(table, key), key=key, value=one, choices="، ".join(choices))
                )
                return None
        low, high = field.metadata.get("low"), field.metadata.get("high")
        if low is not None and not low <= value <= high:
            self.found.append(OUT_OF_RANGE.at(self.span(table, key), key=key, value=value, low=low, high=high))
            return None
        return value

    def wrong_type(self, table: str, key: str, kind: str) -> None:
        wanted, example = _EXAMPLES[kind]
        self.found.append(
            WRONG_TYPE.at(self.span(table, key), key=key, wanted=wanted, example=example.replace("key", key, 1))
        )

    def span(self, table: str, key: str) -> Span | None:
        return None if self.source is None else key_span(self.source, table, key)


def _is_control(character: str) -> bool:
    """Whether a character can stand in no printed text: controls, lone surrogates, non-characters."""
    code = ord(character)
    is_none = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return is_none or (character not in "\t\n" and unicodedata.category(character) in ("Cc", "Cs"))


_TABLE = re.compile(r"^\s*\[+\s*(?P<name>[^\]]+?)\s*\]+")
_KEY = re.compile(r"""^\s*(?P<key>"[^"]*"|'[^']*'|[\w.-]+)\s*=""")


def key_span(source: SourceFile, table: str, key: str) -> Span | None:
    """Return where a key (or a table) stands in a TOML file."""
    current = ""
    for number in range(1, len(source.line_starts) + 1):
        text = source.line_text(number)
        if header := _TABLE.match(text):
            current = header["name"]
            if not table and current.split(".")[0] == key:
                return source.line_span(number)
        elif (found := _KEY.match(text)) and current == table and found["key"].strip("\"'").split(".")[0] == key:
            start = source.line_starts[number - 1] + found.start("key")
            return source.span(start, start + len(found["key"]))
    return None


def _near(key: str, known: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(key, known, n=1)
    return f"{close[0]}?" if close else "، ".join(known)


_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


def _fault_span(source: SourceFile, message: str) -> Span | None:
    if not (place := _PLACE.search(message)):
        return source.line_span(len(source.line_starts))
    line, column = int(place[1]), int(place[2])
    start = source.line_starts[line - 1] + column - 1
    return source.span(start, start + 1)


def _first_words(message: str) -> str:
    return _PLACE.sub("", message).strip()
