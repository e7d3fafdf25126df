"""G9: Western digits that reading systems may set in old style, where 123 looks like I23."""

import re
from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import should

OLD_STYLE = should(
    "EPUB-G9",
    (
        "في الكتاب أرقام لاتينية بلا ‎font-variant-numeric: lining-nums‎، وبعض القارئات تعرضها بصورها القديمة.",
        "the book has Western digits without font-variant-numeric: lining-nums; some reading systems set them in old style",
    ),
    ("أضف ‎body {{ font-variant-numeric: lining-nums }}‎.", "add body {{ font-variant-numeric: lining-nums }}"),
)
_DIGIT = re.compile("[0-9]")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding when there are Western digits and nothing asks for lining ones."""
    if not any(_DIGIT.search(page.text) for page in archive.text_pages):
        return
    for style in archive.styles:
        for d in style.values("font-variant-numeric", "font-variant", "font-feature-settings"):
            if "lining-nums" in d.value or "lnum" in d.value:
                return
    yield OLD_STYLE.at(archive.span(next(iter(archive.sheets), archive.opf.path)))


RULE = Rule("G9", check, is_rtl_only=True)
