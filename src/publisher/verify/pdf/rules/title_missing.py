"""TITLE: the file has no title, or does not show it (PDF-01)."""

from collections.abc import Iterator

import pikepdf

from publisher.diagnostic import Diagnostic
from publisher.verify.finding import must
from publisher.verify.pdf.file import PdfFile
from publisher.verify.pdf.rule import Rule

NONE = must(
    "PDF-TITLE",
    ("ليس للملف عنوان في بياناته.", "the file has no title in its metadata"),
    ("اكتب عنوان الكتاب في ‎/Title‎ وفي XMP (‎dc:title‎).", "write the book's title in /Title and in XMP (dc:title)"),
)
NOT_SHOWN = must(
    "PDF-TITLE",
    ("يعرض القارئ اسم الملف بدل عنوان الكتاب.", "viewers show the file's name instead of the book's title"),
    ("اجعل ‎/DisplayDocTitle true‎ في ‎ViewerPreferences‎.", "set /DisplayDocTitle true in ViewerPreferences"),
)


def check(file: PdfFile) -> Iterator[Diagnostic]:
    """Yield a finding for each."""
    if not _title(file):
        yield NONE.at(file.here)
    preferences = file.root.get("/ViewerPreferences", {})
    if not bool(preferences.get("/DisplayDocTitle", False)):
        yield NOT_SHOWN.at(file.here)


def _title(file: PdfFile) -> str:
    stated = str(file.pdf.docinfo.get("/Title", "")).strip()
    if stated:
        return stated
    try:
        with file.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            return str(metadata.get("dc:title", "") or "").strip()
    except (pikepdf.PdfError, ValueError, SyntaxError):
        return ""


RULE = Rule("TITLE", check)
