"""E10: a level of heading skipped, a second main heading."""

from tests.verify.planting import text

CODE = "EPUB-E10"
PLANTS = {
    "skipped": text("<section><h2>فرع</h2><section><h4>فرع بعيد</h4></section></section>"),
    "second": text("<h1>عنوان رئيس ثانٍ</h1>"),
}
