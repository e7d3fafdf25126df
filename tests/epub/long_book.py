"""A book that no manuscript needs to be read for: parts, a very long chapter, every kind of block."""

from dataclasses import replace

from publisher.arabic.digits import to_family
from publisher.book import Book, Chapter, Metadata, Part
from publisher.nodes import (
    Bayt,
    Box,
    BoxKind,
    Cell,
    Code,
    CodeBlock,
    Definition,
    Definitions,
    Foreign,
    Formula,
    Heading,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    NoteRef,
    Paragraph,
    Quotation,
    Quran,
    Reference,
    Scripture,
    Separator,
    Style,
    Styled,
    Table,
    Text,
    Verse,
)

WORDS = "في أول الأمر كان الحرف يُقاس بالنقطة، ثم صار يُقاس بالنقط على المتر، وبقي القارئ يقيسه بعينه وحدها"


def text(words: str) -> tuple[Text, ...]:
    """Return words as inline content."""
    return (Text(words),)


def paragraph(words: str = WORDS) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph(text(words))


def heading(level: int, title: str, ident: str, label: str | None = None) -> Heading:
    """Return a heading."""
    return Heading(level, text(title), label=label, id=ident)


def every_kind() -> tuple[Chapter, ...]:
    """Return a chapter that holds every kind of block and inline."""
    rich = Paragraph(
        (
            Text("جرّب محرف "),
            Code("--flag=[x]"),
            Text(" ورابط "),
            Link("https://nuqta.example/كتاب?a=1&b=2", text("الموقع")),
            Text("، وانظر "),
            Reference("c02-tail", "المبحث الأخير"),
            Text("، ثم قول المؤلف "),
            Foreign("en", (Text("The "), Styled(Style.EMPHASIS, text("Elements")))),
            Text(" وكلمة كت"),
            Styled(Style.STRONG, text("اب")),
            Text(" والآية "),
            Scripture("نٓۚ وَٱلۡقَلَمِ"),
            LineBreak(),
            Text("والصيغة "),
            Formula(r"\frac{a}{b}"),
            Text(" وأخرى لا تُقرأ "),
            Formula(r"\frac{"),
            NoteRef("c01-n1", "١"),
            Text("، وهي عند "),
            Text("GPS III"),
            NoteRef("c01-n2", "٢"),
            NoteRef("c01-n1", "١"),
        )
    )
    items = (
        ListItem((paragraph("أول البنود"),), label="١"),
        ListItem((paragraph("ثانيها"), List((ListItem((paragraph("داخلي"),)),))), label="٢"),
    )
    blocks = (
        rich,
        heading(2, "قفزة في المستوى", "c01-s1"),
        heading(4, "تحتها بمستويين", "c01-s2"),
        List(items, is_ordered=True, style="decimal"),
        List((ListItem((paragraph("تمّ"),), is_checked=True), ListItem((paragraph("بقي"),), is_checked=False))),
        Verse((Bayt((text("صدر البيت"), text("عجز البيت"))), Bayt((text("شطر مفرد"),), opens_stanza=True)), "c01-v"),
        Quotation((paragraph("كلام منقول"),), text("قائله")),
        Quran("ٱقۡرَأۡ بِٱسۡمِ رَبِّكَ", "العلق: ١"),
        CodeBlock('print("سلام")\ny = x', "python"),
        Table(
            ((Cell(text("السنة")), Cell(text("العدد"), is_numeric=True)),),
            ((Cell(text("١٩٠٦")), Cell(text("١٢"), is_numeric=True)),),
            text("عنوان الجدول"),
            "c01-t",
            "جدول ١",
        ),
        Separator(),
        Box(BoxKind.NOTE, (paragraph("تنبيه للقارئ"),)),
        Box(BoxKind.EPIGRAPH, (paragraph("مقولة"),), source=text("صاحبها")),
        Definitions((Definition(text("نقطة"), (paragraph("ما يُقاس به الحرف"),)),)),
    )
    notes = (
        Note("c01-n1", (paragraph("حاشية أولى"), paragraph("فقرتها الثانية")), "١"),
        Note("c01-n2", (paragraph("حاشية ثانية"),), "٢"),
    )
    return (Chapter("c01", heading(1, "كل شيء", "c01-h", "الفصل الأول"), blocks, notes),)


def long_chapter(paragraphs: int = 1900) -> Chapter:
    """Return a chapter of more than three hundred kilobytes, with a note in its middle and one at its end."""
    blocks = [paragraph(f"{WORDS} ({to_family(str(number), 'arab')})") for number in range(paragraphs)]
    middle = paragraphs // 2
    blocks[middle] = replace(blocks[middle], content=(*blocks[middle].content, NoteRef("c02-n1", "١")))
    blocks[-1] = replace(blocks[-1], content=(*blocks[-1].content, NoteRef("c02-n2", "٢")))
    parts = (
        *blocks[:middle],
        heading(2, "منتصف الفصل", "c02-middle"),
        *blocks[middle:],
        heading(2, "المبحث الأخير", "c02-tail"),
        Paragraph((Text("يعود إلى "), Reference("c02-middle", "منتصف الفصل"))),
    )
    notes = tuple(Note(f"c02-n{n}", (paragraph(f"حاشية {label}"),), label) for n, label in ((1, "١"), (2, "٢")))
    return Chapter("c02", heading(1, "فصل طويل جدًّا", "c02-h", "الفصل الثاني"), parts, notes)


def generated() -> Book:
    """Return the whole book."""
    metadata = Metadata(
        "الكتاب المولَّد",
        authors=("سلمى الراوي", "John Milton"),
        publisher="ورشة النقطة",
        date="2026-03-01",
        print_isbn="978-9-9999-1200-6",
        subjects=("WFU",),
        keywords=("خط", "طباعة"),
        description="وصف\nفي سطرين",
        slug="muwallad",
    )
    opening = Chapter("p01-opening", None, (paragraph("قبل فصول الباب"),))
    part = Part("p01", heading(1, "أول الأبواب", "p01-h", "الباب الأول"), (*every_kind(), long_chapter()), opening)
    front = Chapter("f01", heading(1, "مقدمة", "f01-h"), (paragraph(),), role="preface")
    back = Chapter("b01", heading(1, "المراجع", "b01-h"), (paragraph("مرجع"),), role="bibliography")
    return Book(metadata, (part,), (front,), (back,))
