"""Writes the reference of `book.toml` from its schema, in both languages: docs/settings.md, docs/settings.ar.md.

python scripts/settings_reference.py
"""

import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from publisher.config.schema import TABLES, Settings  # noqa: E402
from publisher.diagnostic import Said  # noqa: E402

FILES = {"en": ROOT / "docs/settings.md", "ar": ROOT / "docs/settings.ar.md"}
TITLE = Said("إعدادات الكتاب", "Settings of a book")
LEAD = Said(
    "كل مفتاح في `book.toml`. لا يلزم منها إلّا `title`، والمفتاح المجهول خطأ يُذكر سطره. "
    "ويُكتب أيُّ مفتاح على سطر الأوامر هكذا: `‎--set page.inner=20`.",
    "Every key of `book.toml`. Only `title` is needed; an unknown key is an error that names its line. "
    "On the command line any key is set with `--set page.inner=20`.",
)
HEAD = Said("| المفتاح | المعنى | القيم | الافتراضي |", "| key | meaning | values | default |")
TOP = Said("أعلى الملف", "Top of the file")
TYPES = {
    "str": Said("نصّ", "text"),
    "float": Said("عدد", "number"),
    "int": Said("عدد صحيح", "whole number"),
    "bool": Said("`true` أو `false`", "`true` or `false`"),
    "tuple": Said("قائمة نصوص", "list of texts"),
    "dict": Said("جدول نصوص", "table of texts"),
}


def reference(language: str) -> str:
    """Return the whole reference in a language."""
    lines = [f"# {TITLE.in_language(language)}", "", LEAD.in_language(language), ""]
    lines += _table(TOP.in_language(language), Settings(), language)
    for name in TABLES:
        lines += _table(f"`[{name}]`", getattr(Settings(), name), language)
    text = "\n".join(lines)
    return text if language != "ar" else f'<div dir="rtl">\n\n{text}\n</div>\n'


def _table(title: str, owner: Any, language: str) -> Iterator[str]:
    yield from (f"## {title}", "", HEAD.in_language(language), "|---|---|---|---|")
    for field in dataclasses.fields(owner):
        if field.name not in TABLES:
            said = field.metadata["said"].in_language(language)
            values = _values(field, language)
            yield f"| `{field.name}` | {said} | {values} | {_default(getattr(owner, field.name), field)} |"
    yield ""


def _values(field: "dataclasses.Field[Any]", language: str) -> str:
    choices, low, high = (field.metadata[name] for name in ("choices", "low", "high"))
    kind = getattr(field.type, "__name__", str(field.type))
    said = TYPES[kind].in_language(language)
    if choices:
        named = " ".join(f"`{choice}`" for choice in choices)
        return f"{said}: {named}" if kind == "tuple" else named
    return said if low is None else f"{said}، {low}–{high}" if language == "ar" else f"{said}, {low} to {high}"


def _default(value: Any, field: "dataclasses.Field[Any]") -> str:
    """Return a default as it is written; nothing for one that stands for «by the style»."""
    low = field.metadata["low"]
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if value in ("", (), {}) or (low is not None and value < low):
        return ""
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"


if __name__ == "__main__":
    for language, file in FILES.items():
        file.write_text(reference(language), encoding="utf-8", newline="\n")
