"""G3: a logical property without the physical one before it, for engines that know only the physical."""

from collections.abc import Iterator

from publisher.diagnostic import Diagnostic
from publisher.verify.epub.archive import Archive
from publisher.verify.epub.css import Style
from publisher.verify.epub.rule import Rule
from publisher.verify.finding import must

ALONE = must(
    "EPUB-G3",
    (
        "‎{name}‎ وحده، وبعض القارئات لا تعرف إلا الخصائص المادّية.",
        "{name} stands alone; some reading systems know only physical properties",
    ),
    (
        "اكتب قبله ‎{physical}‎ بالقيمة نفسها، واجعله بعده داخل ‎@supports‎.",
        "write {physical} with the same value before it, and put it inside @supports after",
    ),
)
_BOXES = ("margin", "padding", "border", "inset", "float", "clear", "scroll-margin", "scroll-padding")
_AXES = ("-inline", "-block")


def check(archive: Archive) -> Iterator[Diagnostic]:
    """Yield a finding for each property that has no physical one for the same selector."""
    physical: dict[str, set[str]] = {}
    for style in archive.styles:
        if "supports" not in style.conditions:
            names = {_family(d.name) for d in style.declarations if not _is_logical(d.name)}
            physical.setdefault(style.selector, set()).update(names)
    for style in archive.styles:
        for declaration in style.declarations:
            if _is_logical(declaration.name) and declaration.value.split()[0] not in ("0", "auto", "inherit"):
                family = _family(declaration.name)
                if family not in _known(style, physical):
                    yield ALONE.at(declaration.span, name=declaration.name, physical=_physical(declaration.name))


def _known(style: Style, physical: dict[str, set[str]]) -> set[str]:
    if style.owner is not None:
        return {_family(d.name) for d in style.declarations if not _is_logical(d.name)}
    return physical.get(style.selector, set())


def _is_logical(name: str) -> bool:
    return any(axis in name for axis in _AXES) and name.startswith(_BOXES)


def _family(name: str) -> str:
    """Return the box property: margin, padding, border; for `left` and the like, inset."""
    if name in ("top", "bottom", "left", "right"):
        return "inset"
    return next((box for box in _BOXES if name.startswith(box)), name)


def _physical(name: str) -> str:
    sides = (("-inline-start", "-right"), ("-inline-end", "-left"), ("-block-start", "-top"), ("-block-end", "-bottom"))
    for logical, side in sides:
        if logical in name:
            return name.replace(logical, side).removeprefix("inset-")
    return name.replace("-inline", "").replace("-block", "")


RULE = Rule("G3", check, is_rtl_only=True)
