"""How a line opens: typed marks around it (`##`, `**`), its label, and where what it says begins and ends."""

import re
from dataclasses import dataclass

from publisher.readers.plain.labels import Label, read_label
from publisher.readers.plain.lines import EDGE, Line

_HASHES = re.compile(f"#{{1,6}}(?!#)[{EDGE}]*(?=[^{EDGE}])")
_TAGS = re.compile(r"#[^\s#]+(?:\s+#[^\s#]+)+|#[^\s#_]+(?:_[^\s#_]+)+")
"""Tags that a post ends with: #زراعة #نعناع."""
_BOLD = re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.+?)(?<=\S)\1(:?)$")
_STARRED = re.compile(
    r"\*(?=[^\s*])([^*]{1,120})(?<=[^\s*])\*(:?)[\U0001f1e6-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d ]*$"
)
"""Strong words as a phone marks them; the line is not a bulleted one, which has no star at its end."""
_BOLD_LABEL = re.compile(r"\*\*([^*]{1,40}?)\*\*\s*([:.)\-–—]?)\s*")
_PICTURES = "".join(chr(c) for c in (*range(0x1F1E6, 0x1FB00), *range(0x2600, 0x27C0), 0x2B50, 0xFE0F, 0x200D, 0x20))
_HEADING_FORMS = ("ordinal", "noun", "decimal", "number", "letter", "first")


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands at the edges of a line."""

    start: int
    """Where the words begin, after marks and label."""
    end: int
    """Where the words end, before closing marks."""
    label: Label | None = None
    hashes: int = 0
    is_bold: bool = False
    """Whether all its words are between marks of strong emphasis."""
    picture: str = ""
    """A pictograph that decorates it."""

    @property
    def is_marked(self) -> bool:
        """Whether marks typed around the line set it apart."""
        return self.hashes > 0 or self.is_bold

    @property
    def form(self) -> str:
        """Form of its label, or nothing."""
        return self.label.form if self.label else ""


def open_line(line: Line, *, labelled: bool = True) -> Opening:
    """Return how a line opens; its label is not looked for when it is known to have none."""
    text = line.text
    start, end = 0, len(text)
    hashes = 0
    marks = _HASHES.match(text) if not _TAGS.fullmatch(text) else None
    if marks is not None:
        hashes, start = marks[0].count("#"), marks.end()
        bare = text.rstrip("#")
        if bare != text and bare[-1] in EDGE and len(bare.rstrip(EDGE)) > start:
            end = len(bare.rstrip(EDGE))
    start, end, is_bold = _inside_bold(text, start, end)
    if not labelled:
        return Opening(start, end, None, hashes, is_bold)
    label = read_label(text[start:end] if end < len(text) else text[start : start + 200])
    picture = ""
    if label is not None and label.form == "picture":
        inner_start, inner_end, inner_bold = _inside_bold(text, start + label.end, end)
        inner = read_label(text[inner_start:inner_end])
        end = start + len(text[start:end].rstrip(_PICTURES))
        if hashes or (inner is not None and inner.form.startswith(_HEADING_FORMS)):
            picture, start, end, is_bold, label = label.mark, inner_start, inner_end, is_bold or inner_bold, inner
    if label is None and text.startswith("**", start):
        label, start = _bold_label(text, start, end)
    elif label is not None:
        start += label.end
        start, end, inner_bold = _inside_bold(text, start, end)
        is_bold = is_bold or inner_bold
    return Opening(start, end, label, hashes, is_bold, picture)


def _bold_label(text: str, start: int, end: int) -> tuple[Label | None, int]:
    """Return the label of a line whose label alone is strong (`**أولًا:** …`), and where its words begin."""
    found = _BOLD_LABEL.match(text, start, end)
    label = read_label(found[1] + found[2] + " ") if found is not None else None
    if found is None or label is None or label.is_bullet or label.end < len(found[1]):
        return None, start
    return label, found.end()


def _inside_bold(text: str, start: int, end: int) -> tuple[int, int, bool]:
    if not text.startswith(("*", "__"), start):
        return start, end, False
    starred = _STARRED.match(text, start, end)
    if starred is not None:
        return starred.start(1), starred.end(1), True
    found = _BOLD.match(text, start, end)
    if found is None or found[1] in found[2]:
        return start, end, False
    return found.start(2), found.end(2), True
