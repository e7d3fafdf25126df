"""A book of hard places, built once in every edition, and a vocalised one; both are read back by the tests."""

import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from tests.pdf.reading import Page, read_pages

from publisher.build import build

SETTINGS = 'title = "كتاب المواضع"\nauthors = ["كاتب"]\nkind = "book"\nstyle = "kitab"\nslug = "mawadi"\nchapters = ["1.md", "2.md"]\n'
PLAIN = (
    "كان صاحب الدكان يفتح بابه مع الفجر ويكنس عتبته بمكنسة من سعف النخل، ثم يجلس على كرسيه القصير ينتظر أول الزبائن، "
    "فإذا جاء سلّم عليه وسأله عن أهله وعن زرعه قبل أن يسأله عن حاجته. "
)
CODE = "x = 42  # تعليق عربي\nprint(x)"
FIRST = f"""# المواضع

﷽

{PLAIN * 2}

كلمة فارسية می\u200cخواهم وحرف ه\u200d وحده ومسافة\u00a0ملتصقة ثم [۴۶۷]{{lang=fa}} و[۴۶۷]{{lang=ur}} في آخرها.

قال Hxgd Hxgd Hxgd في وسط السطر العربي كلامًا.

كلمة <ins>حج يج جح يح</ins> تحتها خط.

```python
{CODE}
```

والصيغة $a^2+b^2=c^2$ في السطر.

أ) بند أول
ب) بند ثان

::: verse
كلامٌ طويلُ الشطرِ في أوّلِ المُدَوَّرِ ثم يأتي المُـ\u200d … \u200dـتَنَبِّي بعدَهُ وبقيّةُ الكلامِ
قفا نبك من ذكرى حبيب ومنزل … بسقط اللوى بين الدخول فحومل
:::

كلمة لها حاشية[^1] بعدها كلام.

[^1]: نصّ الحاشية الوحيدة.

1. بند مرقّم أول
2. بند مرقّم ثان
"""
SECOND = "# الأقسام\n\n" + "\n\n".join(
    f'## قسم {word}\n\n{PLAIN * (2 + n % 3)}\n\n{PLAIN}\n\n::: quran {{ref="الإخلاص: ١"}}\nقُلْ هُوَ اللَّهُ أَحَدٌ اللَّهُ الصَّمَدُ\n:::\n\n{PLAIN * (1 + n % 2)}'
    for n, word in enumerate(
        [
            "الماء",
            "الهواء",
            "النار",
            "التراب",
            "النبات",
            "الحيوان",
            "الإنسان",
            "الحجر",
            "الشجر",
            "الطير",
            "السمك",
            "البحر",
        ]
    )
)
VOWELS = (
    "حَدَّثَنَا شَيْخٌ مِنْ أَهْلِ الْقَرْيَةِ، قَالَ: كُنَّا نَجْلِسُ عِنْدَ الْبِئْرِ كُلَّ مَسَاءٍ نَسْتَمِعُ إِلَى حِكَايَاتِ الْجَدَّةِ، وَهِيَ تَغْزِلُ الصُّوفَ وَتُحَرِّكُ النَّارَ بِعُودٍ طَوِيلٍ، "
    "فَإِذَا بَلَغَتِ الْحِكَايَةُ آخِرَهَا سَكَتَتْ ثُمَّ قَالَتْ: لِلْكَلَامِ بَقِيَّةٌ، وَإِنَّمَا يَصْبِرُ عَلَيْهِ مَنْ أَحَبَّهُ، فَإِلَى غَدٍ إِنْ شَاءَ اللَّهُ."
)
VOCALISED = "# المَجْلِسُ\n\n" + "\n\n".join([VOWELS] * 4)


@dataclass(frozen=True)
class Editions:
    """The made files of one book."""

    pdf: Path
    epub: Path
    html: Path

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the PDF."""
        return read_pages(self.pdf)

    @cached_property
    def texts(self) -> str:
        """Every content document of the e-book, one after another."""
        with zipfile.ZipFile(self.epub) as archive:
            names = [name for name in archive.namelist() if name.endswith(".xhtml")]
            return "\n".join(archive.read(name).decode() for name in names)

    def page(self, words: str) -> Page:
        """Return the page of the body that says some words."""
        return next(page for page in self.pages[6:] if page.says(words))


def _made(folder: Path, settings: str, files: dict[str, str]) -> Editions:
    for name, text in {"book.toml": settings, **files}.items():
        (folder / name).write_text(text, encoding="utf-8")
    pdf, epub, html = build(folder, ["pdf", "epub", "html"], folder / "build").paths
    return Editions(pdf, epub, html)


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """The book of hard places."""
    return _made(tmp_path_factory.mktemp("places"), SETTINGS, {"1.md": FIRST, "2.md": SECOND})


@pytest.fixture(scope="session")
def vocalised(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    """A vocalised book, at the leading that its setting gives."""
    settings = SETTINGS.replace('"1.md", "2.md"', '"1.md"') + "[typography]\nvocalised = true\n"
    return _made(tmp_path_factory.mktemp("vocalised"), settings, {"1.md": VOCALISED})
