"""A good book of our own making: a small manuscript, typeset and made into an EPUB by the program itself."""

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from tests.verify.good.parts import Files, picture

from publisher.build import build

SETTINGS = """title = "سيرة نبتة"
authors = ["ليلى بنت سعد الورّاقة"]
isbn = "978-9-9999-1200-6"
print_isbn = "978-9-9999-1201-3"
language = "ar"
slug = "sirat-nabta"
publisher = "دار النقطة المتخيَّلة"
date = "2026-01-31"
description = "كتاب صغير في تربية النبات."
chapters = ["01.md", "02.md"]

[epub]
certified_by = "جمعية إتاحة الكتاب"
"""

FIRST = """# البذرة

زرعتها في آذار ومعها ١٢ بذرة من أخواتها[^1]، وسمّاها البائع [Nigella]{lang=en} في دفتره.

1. رمل من النهر.
2. طين من الحقل.

## التربة

![مخطّط الأصيص من فوق.](plan.png "مخطّط الأصيص")

والمساحة $a \\times b$ كما في الرسم.

[^1]: أسماء البذور من معجم قديم.
"""

SECOND = """# الماء

| اليوم | الدلاء |
|-------|-------:|
| السبت | ٤ |

: أيام السقاية

::: verse
يا ساقي الورد رفقًا بالذي نبتا *** في ظلّ دارك حتى صار بستانا
:::

> من سقى زرعه صباحًا نام مطمئنًا.
"""


@cache
def made() -> dict[str, bytes]:
    """Return the two editions by the ends of their names, made in one build: the EPUB takes its pages from the PDF."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "book.toml").write_text(SETTINGS, encoding="utf-8")
        (folder / "01.md").write_text(FIRST, encoding="utf-8")
        (folder / "02.md").write_text(SECOND, encoding="utf-8")
        (folder / "plan.png").write_bytes(picture(400, 300, "PNG"))
        built = build(folder, ["pdf", "epub"], folder / "out")
        return {path.suffix: path.read_bytes() for path in built.paths}


@cache
def ours() -> Files:
    """Return the files of the EPUB."""
    with zipfile.ZipFile(io.BytesIO(made()[".epub"])) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist()}
