"""Which structure element an XHTML element is in a tagged file, as one table."""

from typing import Any, Final

ROLES: Final = {
    "section": "Sect",
    "article": "Art",
    "nav": "Sect",
    "aside": "Div",
    "header": "Div",
    "footer": "Div",
    "div": "Div",
    "figure": "Div",
    "blockquote": "BlockQuote",
    "p": "P",
    "pre": "P",
    "address": "P",
    "figcaption": "Caption",
    "caption": "Caption",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "dt": "LI",
    "dd": "LI",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
    "code": "Code",
}
PRESENTATION: Final = {"table": "Div", "tr": "P"}
"""What the parts of a table are that only sets things side by side (verse)."""

GROUPING: Final = frozenset(("Document", "Art", "Sect", "Div", "BlockQuote"))
"""Elements that hold no text of their own: text in them gets a paragraph."""
INLINE: Final = frozenset(("Span", "Link", "Code", "Reference", "Note"))
_TABLE_PARTS: Final = frozenset(("table", "thead", "tbody", "tfoot", "tr", "th", "td"))


def is_presentation(table: Any) -> bool:
    """Whether a table is no table of data."""
    return table.get("role") == "presentation" or "verse" in (table.get("class") or "").split()


def role_of(element: Any, tag: str, in_presentation: bool) -> str | None:
    """Return the role of an element; None for one that only wraps others."""
    if "::" in tag:
        return None
    if tag in _TABLE_PARTS and in_presentation:
        return PRESENTATION.get(tag)
    if tag == "a" and not element.get("href"):
        return None
    return ROLES.get(tag)
