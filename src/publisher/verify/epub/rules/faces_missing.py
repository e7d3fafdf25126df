"""G5: no face is embedded for the Arabic text, or a font file that cannot be read."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

NONE = must(
    "EPUB-G5",
    (
        "لا خط مضمَّنًا في الكتاب، فيظهر بخط الجهاز أيًّا كان.",
        "the book embeds no face: it shows in whatever Arabic face the device has",
    ),
    (
        "ضمّن خطًّا عربيًّا عاديًّا وغليظًا (TTF) في قاعدة ‎@font-face‎.",
        "embed an Arabic face, regular and bold (TTF), with @font-face",
    ),
)
ABSENT = must(
    "EPUB-G5",
    (
        "ملف الخط «{path}» الذي يطلبه ‎@font-face‎ ليس في الأرشيف.",
        "the font file “{path}” that @font-face names is not in the archive",
    ),
    ("أضف الملف أو صحّح مساره.", "add the file or mend its path"),
)
DAMAGED = must(
    "EPUB-G5",
    ("تعذّرت قراءة ملف الخط «{path}».", "the font file “{path}” cannot be read"),
    ("أعد تضمين الخط من أصله.", "embed the font again from its source"),
)


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each fault of the embedded faces."""
    if not archive.faces:
        yield NONE.at(archive.span(next(iter(archive.sheets), archive.opf.path)))
    for face in archive.faces:
        for path in face.paths:
            if path not in archive.files:
                yield ABSENT.at(face.span, path=path)
    for font in archive.fonts:
        if not font.form or (font.form in ("ttf", "otf", "woff") and font.font is None):
            yield DAMAGED.at(archive.span(font.path), path=font.path)


RULE = Rule("G5", check, is_rtl_only=True)
