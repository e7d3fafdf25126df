"""Every key of `book.toml`, once: its table, type, choices, default, and what it means in both languages.

The loader, the command line's options and the reference in the guide are all read from here.
"""

import dataclasses
from dataclasses import dataclass
from typing import Any

from publisher.diagnostic import Said

LEVEL_STYLES = (
    "none",
    "ordinal",
    "decimal",
    "arabic-indic",
    "european",
    "persian",
    "abjad",
    "abjad-numeral",
    "maghribi",
    "hijai",
    "multilevel",
)
"""Numbering styles of a level of headings or lists."""

KASHIDA = ("none", "light", "medium", "full")
COLOUR = (r"style|ink|#[0-9A-Fa-f]{6}", "#9a2617")
"""The form of a colour, and an example of it."""
LANGUAGE = (r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", "ar-EG")
"""The form of a BCP 47 tag, and an example."""
PDF_VARIANTS = (
    *("pdf/ua-1", "pdf/a-2b", "pdf/a-2u", "pdf/a-2a", "pdf/a-3b", "pdf/a-3u", "pdf/a-3a"),
    *("pdf/a-4", "pdf/x-4"),
)
DIGITS = ("auto", "arab", "latn", "arabext")


def _key(
    default: Any,
    ar: str,
    en: str,
    choices: tuple[str, ...] = (),
    low: float | None = None,
    high: float | None = None,
    form: tuple[str, str] = ("", ""),
) -> Any:
    metadata = {"choices": choices, "low": low, "high": high, "form": form, "said": Said(ar, en)}
    if isinstance(default, (dict, list)):
        return dataclasses.field(default_factory=lambda: default, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


@dataclass(frozen=True)
class PageSettings:
    """`[page]`: lengths in mm."""

    trim: str = _key("A5", "مقاس الصفحة بعد القص", "page size after cutting", ("A4", "A5", "B5", "17x24", "custom"))
    width: float = _key(
        0.0, "عرض الصفحة (مم)، مع height، بدل trim", "page width in mm, with height, instead of trim", low=40, high=1000
    )
    height: float = _key(0.0, "ارتفاع الصفحة (مم)", "page height in mm", low=40, high=1500)
    inner: float = _key(-1.0, "الهامش الداخلي عند التجليد (مم)", "inner margin, at the binding, in mm", low=0, high=200)
    outer: float = _key(-1.0, "الهامش الخارجي (مم)", "outer margin in mm", low=0, high=200)
    head: float = _key(-1.0, "الهامش العلوي (مم)", "head margin in mm", low=0, high=200)
    foot: float = _key(-1.0, "الهامش السفلي (مم)", "foot margin in mm", low=0, high=200)
    bleed: float = _key(0.0, "ما يتجاوز خط القص من الحبر (مم)", "ink past the cut, in mm", low=0, high=20)
    crop_marks: bool = _key(default=False, ar="رسم علامات القص", en="draw crop marks")


@dataclass(frozen=True)
class TypographySettings:
    """`[typography]`: the page's type and the house style."""

    size: float = _key(0.0, "حجم حرف المتن بالنقطة", "size of the text in pt", low=5, high=40)
    leading: float = _key(0.0, "ارتفاع السطر نسبةً إلى حجم الحرف", "line height as a ratio of the size", low=1, high=4)
    kashida: str = _key("light", "مدّ الحروف عند ضبط السطر", "kashida in justified lines", KASHIDA)
    digits: str = _key(
        "auto",
        "أرقام الكتاب: arab أو latn أو arabext أو auto بحسب الأصل",
        "digits of the book; auto follows the manuscript",
        DIGITS,
    )
    digits_in_text: str = _key(
        "keep",
        "أرقام المتن: كما كُتبت، أو تُحوَّل إلى أرقام الكتاب",
        "digits in running text: as typed, or in the book's family",
        ("keep", "convert"),
    )
    quotes: str = _key("guillemets", "علامات التنصيص", "quotation marks", ("guillemets", "keep"))
    punctuation: str = _key(
        "arabic",
        "علامات الترقيم اللاتينية في الجملة العربية",
        "Latin punctuation in Arabic sentences",
        ("arabic", "keep"),
    )
    spaces: str = _key("fix", "الفراغات حول علامات الترقيم", "spaces around punctuation", ("fix", "keep"))
    ellipsis: str = _key("fix", "نقاط الحذف", "ellipses", ("fix", "keep"))
    dashes: str = _key("fix", "الشرطات", "dashes", ("fix", "hug", "keep"))
    no_break: str = _key("fix", "الفراغات غير القابلة للكسر", "no-break spaces", ("fix", "keep"))
    percent: str = _key("fix", "علامة النسبة والفواصل العددية", "percent and number separators", ("fix", "keep"))
    fractions: str = _key(
        "keep", "الكسور الشائعة حرفًا واحدًا (½)", "common fractions as one character", ("keep", "signs")
    )
    honorifics: str = _key("keep", "عبارات التعظيم", "honorifics", ("keep", "ligature", "words"))
    tanween: str = _key(
        "keep",
        "موضع تنوين الفتح من الألف",
        "tanween of fath, before the alef or on it",
        ("keep", "before-alef", "on-alef"),
    )
    note_calls: str = _key(
        "keep",
        "رقم الحاشية قبل علامة الترقيم أو بعدها",
        "calls of notes before or after a sign",
        ("keep", "before", "after"),
    )
    indent: str = _key("all", "إزاحة أول الفقرة", "first-line indents", ("all", "not-first", "none"))
    accent: str = _key(
        "style", "لون العناوين: style أو ink أو ‎#rrggbb", "accent colour: style, ink or #rrggbb", form=COLOUR
    )
    vocalised: bool = _key(default=False, ar="نصّ مشكول كله: أسطر أوسع", en="fully vocalised text: wider lines")


@dataclass(frozen=True)
class NumberingSettings:
    """`[numbering]`: labels of headings, lists, figures, tables."""

    labels: str = _key(
        "keep", "أرقام العناوين التي كتبها المؤلف", "labels that the author typed", ("keep", "normalise", "renumber")
    )
    levels: tuple[str, ...] = _key(
        (), "أسلوب ترقيم كل مستوى من العناوين", "numbering style of each heading level", LEVEL_STYLES
    )
    lists: tuple[str, ...] = _key(
        (), "أسلوب ترقيم كل مستوى من القوائم", "numbering style of each list level", LEVEL_STYLES
    )
    division: str = _key("فصل", "اسم القسم الأعلى في الكتاب", "name of the book's main division")
    nouns: tuple[str, ...] = _key((), "اسم كل مستوى من العناوين (فصل، مبحث، مطلب)", "noun of each heading level")
    part: str = _key("باب", "اسم ما يجمع الفصول", "name of what groups chapters")
    order: str = _key(
        "outer-first", "ترتيب أجزاء الرقم المركّب", "order of a multi-level number", ("outer-first", "inner-first")
    )
    separator: str = _key("-", "فاصل أجزاء الرقم المركّب", "separator of a multi-level number")
    start: int = _key(1, "رقم أول فصل", "number of the first chapter", low=0, high=99)
    figures: str = _key("book", "تسلسل الأشكال والجداول", "sequence of figures and tables", ("book", "chapter"))
    contents_depth: int = _key(2, "عمق جدول المحتويات", "levels in the contents", low=0, high=6)


@dataclass(frozen=True)
class NoteSettings:
    """`[notes]`."""

    numbering: str = _key(
        "chapter", "متى يبدأ ترقيم الحواشي من جديد", "where note numbers restart", ("book", "chapter", "page")
    )
    position: str = _key("foot", "موضع الحواشي", "where notes stand", ("foot", "end"))


@dataclass(frozen=True)
class FontSettings:
    """`[fonts]`: families from `fonts/fonts.toml` or from files in the book's `fonts/` folder."""

    body: str = _key("", "خطّ المتن", "family of the text")
    headings: str = _key("", "خطّ العناوين", "family of headings")
    code: str = _key("", "خطّ الشيفرة", "family of code")


@dataclass(frozen=True)
class PdfSettings:
    """`[pdf]`: what the printed file claims to be."""

    variant: str = _key("", "صيغة الملف: للإتاحة أو للحفظ أو للمطبعة", "for access, archives or a press", PDF_VARIANTS)
    profile: str = _key(
        "", "ملف ألوان المطبعة (ICC) في مجلّد الكتاب، لصيغة pdf/x-4", "ICC profile of the press, for pdf/x-4"
    )
    condition: str = _key("", "اسم شرط الطباعة (FOGRA51 …)", "printing condition of the profile (FOGRA51 …)")


@dataclass(frozen=True)
class EpubSettings:
    """`[epub]`."""

    identifier: str = _key("", "معرّف ثابت للكتاب الإلكتروني", "stable identifier of the e-book")
    certified_by: str = _key("", "الجهة التي فحصت إتاحة الكتاب", "who checked the book's accessibility")
    cover: str = _key("", "صورة غلاف بدل الغلاف المصمَّم", "cover picture instead of the typographic one")
    authors_filed: tuple[str, ...] = _key(
        (), "أسماء المؤلفين كما تُفهرس («الجاحظ، أبو عثمان»)", "the authors as a catalogue files them"
    )
    authors_latin: tuple[str, ...] = _key((), "أسماء المؤلفين بالحروف اللاتينية", "the authors in Latin letters")


@dataclass(frozen=True)
class Settings:
    """The top level of `book.toml`. Only `title` is needed."""

    title: str = _key("", "عنوان الكتاب", "title")
    subtitle: str = _key("", "العنوان الفرعي", "subtitle")
    authors: tuple[str, ...] = _key((), "المؤلفون", "authors")
    language: str = _key("ar", "لغة الكتاب (ar، ar-EG …)", "language tag of the book", form=LANGUAGE)
    kind: str = _key("", "book أو article", "book or article", ("book", "article"))
    style: str = _key("", "نمط الإخراج", "style", ("kitab", "maqal"))
    kicker: str = _key("", "نوع المقالة فوق عنوانها", "kind of an article, over its title")
    publisher: str = _key("", "دار النشر", "publisher")
    place: str = _key("", "مدينة النشر", "place of publication")
    date: str = _key("", "تاريخ النشر ‎YYYY-MM-DD", "date of publication, YYYY-MM-DD")
    edition: str = _key("", "رقم الطبعة بالكلمات (الأولى)", "edition, in words")
    isbn: str = _key("", "رقم ISBN للكتاب", "ISBN of the book")
    print_isbn: str = _key("", "رقم ISBN للطبعة الورقية", "ISBN of the print edition")
    series: str = _key("", "السلسلة", "series")
    series_number: str = _key("", "رقم الكتاب في السلسلة", "number in the series")
    description: str = _key("", "وصف الكتاب", "description")
    keywords: tuple[str, ...] = _key((), "كلمات مفتاحية", "keywords")
    subjects: tuple[str, ...] = _key((), "رموز Thema", "Thema codes")
    rights: str = _key("", "عبارة الحقوق", "statement of rights")
    slug: str = _key("", "اسم الملفات المصنوعة بالحروف اللاتينية", "ASCII name of the made files")
    front: tuple[str, ...] = _key((), "ملفات ما قبل المتن", "files of the front matter")
    chapters: tuple[str, ...] = _key((), "ملفات المتن بترتيبها", "files of the body, in order")
    back: tuple[str, ...] = _key((), "ملفات ما بعد المتن", "files of the back matter")
    page: PageSettings = dataclasses.field(default_factory=PageSettings)
    typography: TypographySettings = dataclasses.field(default_factory=TypographySettings)
    numbering: NumberingSettings = dataclasses.field(default_factory=NumberingSettings)
    notes: NoteSettings = dataclasses.field(default_factory=NoteSettings)
    fonts: FontSettings = dataclasses.field(default_factory=FontSettings)
    pdf: PdfSettings = dataclasses.field(default_factory=PdfSettings)
    epub: EpubSettings = dataclasses.field(default_factory=EpubSettings)
    outline: dict[str, str] = _key(
        {}, "سطرٌ بنصّه وما هو: heading 2 أو paragraph …", "a line by its text, and what it is: heading 2, paragraph …"
    )


TABLES = tuple(f.name for f in dataclasses.fields(Settings) if dataclasses.is_dataclass(f.default_factory))
"""Names of the tables of `book.toml`."""
