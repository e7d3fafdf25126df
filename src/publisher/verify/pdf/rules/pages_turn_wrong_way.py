"""DIRECTION: the viewer is not told that the pages turn from right to left."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.rule import Rule

WRONG = must(
    "PDF-DIRECTION",
    (
        "لا يقول الملف إن صفحاته تُقلَّب من اليمين، فتنعكس الصفحتان المتقابلتان.",
        "the file does not say that its pages turn from right to left: spreads come out mirrored",
    ),
    ("أضف إلى ‎ViewerPreferences‎ القيمة ‎/Direction /R2L‎.", "add /Direction /R2L to ViewerPreferences"),
)


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding when the direction is not stated."""
    preferences = file.root.get("/ViewerPreferences", {})
    if str(preferences.get("/Direction", "")) != "/R2L":
        yield WRONG.at(file.here)


RULE = Rule("DIRECTION", check, is_rtl_only=True)
