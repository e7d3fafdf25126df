"""E2: foreign words without markup, with half of it, with bidi controls, with an open end."""

from tests.verify.planting import text

CODE = "EPUB-E2"
PLANTS = {
    "bare": text("<p>وقرأ كتاب Gardening في الشتاء.</p>"),
    "no direction": text('<p>وقرأ كتاب <i lang="en" xml:lang="en">Gardening</i> في الشتاء.</p>'),
    "no language": text('<p>وقرأ كتاب <bdi dir="ltr">Gardening</bdi> في الشتاء.</p>'),
    "isolate": text("<p>وقرأ \u2066ثلاثة\u2069 كتب.</p>"),
    "override": text("<p>وقرأ \u202eثلاثة\u202c كتب.</p>"),
    "open end": text('<p>وقرأ كتاب <span dir="ltr" lang="en" xml:lang="en">Seeds (old)</span> كله.</p>'),
}
