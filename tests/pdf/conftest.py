"""One book with everything in it, printed once for all tests of the page."""

from pathlib import Path

import pytest
from tests.pdf.reading import Page, read_pages

from publisher.build import build

BOOK = """title = "كتاب الاختبار"
subtitle = "عنوان فرعي"
authors = ["كاتب الكتاب"]
publisher = "دار الاختبار"
date = "2026-11-25"
kind = "book"
style = "kitab"
slug = "ikhtibar"
front = ["0.md"]
chapters = ["1.md", "2.md"]

[typography]
digits = "arab"
"""

PLAIN = "هذه فقرة من كلام عربي متصل لا أعجمية فيه ولا أرقام، كُتبت ليمتلئ بها السطر ويستقيم طرفاه عن اليمين وعن الشمال، ثم يأتي بعدها سطر وسطر حتى تتمّ الفقرة كما تتمّ في كل كتاب مطبوع. "

FRONT = f"# تمهيد\n\n{PLAIN}\n"

FIRST = f"""# الحروف {{#huruf}}

{PLAIN * 2}

## أولًا: القوائم

قائمة مرقّمة:

1. بند قصير
2. بند طويل يمتدّ حتى يجاوز السطر الواحد إلى سطر ثانٍ فينزل تحت نصّه لا تحت رقمه، وتلك سنّة القوائم كلها في الكتب
   - فرع من البند

وقائمة أخرى:

- نقطة
  - جوفاء
    - شرطة

## ثانيًا: الجداول

| الأول | الثاني | العدد |
|---|---|---|
| يمين | يسار | 120 |
| كلام | كلام | 7 |

: جدول للتجربة {{#tbl-a}}

![رسم.](r.svg "رسم للتجربة"){{#fig-a}}

كلمة فيها حاشية[^a] ثم كلام بعدها. وانظر [](#fig-a) و[](#nihaya){{.page}}.

[^a]: نصّ الحاشية الأولى.

{PLAIN * 6}

### فرع صغير

**غليظ** كلام بعد الغليظ.

::: verse
قفا نبك من ذكرى حبيب ومنزل … بسقط اللوى بين الدخول فحومل
ففاضت دموع العين مني صبابة … على النحر حتى بل دمعي محملي
:::

::: quran {{ref="الإخلاص: ١"}}
قُلْ هُوَ اللَّهُ أَحَدٌ
:::

{PLAIN * 4}
"""

SECOND = f"""# النهاية {{#nihaya}}

{PLAIN * 3}

كلمة أخرى[^b] فيها حاشية.

[^b]: The whole note is in English and long enough.
"""

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40"><rect width="120" height="40" fill="#9a2617"/></svg>'


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The printed file."""
    folder = tmp_path_factory.mktemp("page")
    files = {"book.toml": BOOK, "0.md": FRONT, "1.md": FIRST, "2.md": SECOND, "r.svg": SVG}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return build(folder, ["pdf"], folder / "build").paths[0]


@pytest.fixture(scope="session")
def pages(printed: Path) -> tuple[Page, ...]:
    """Its pages, read back."""
    return read_pages(printed)
