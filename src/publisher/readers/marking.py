"""A reading written out as Markdown with clean marks: what the reader understood, for the author to go on from.

No character of the text is lost: what would be a mark in Markdown is escaped where it is text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from publisher.nodes import (
    Block,
    Blocks,
    Box,
    Code,
    CodeBlock,
    Definitions,
    Figure,
    Foreign,
    Formula,
    Heading,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    NoteRef,
    PageRef,
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
    inline_text,
)
from publisher.readers.markdown.arabic_lists import is_series
from publisher.readers.markdown.typed_lists import SEPARATOR
from publisher.readers.reading import Reading

_SPECIAL = re.compile(r"([\\`*_\[\]<>$~^{}|]|(?<!\w)#|&(?=\w+;|#))")
_OPENING = re.compile(r"^(\s*)([-+>#=:]|[•▪◦]|\d{1,9}[.)]|[٠-٩۰-۹]{1,9}[.)\-]|\(?[\wء-ي]{1,2}[)\-.])")
_STYLES = {Style.EMPHASIS: "*", Style.STRONG: "**", Style.STRUCK: "~~", Style.RAISED: "^", Style.LOWERED: "~"}
HEMISTICHS = " … "


def as_markdown(reading: Reading) -> str:
    """Return a reading as Markdown."""
    parts: list[str] = []
    title = _run(reading.title)
    if title:
        parts.append(f'---\ntitle: "{_quoted(reading.title)}"\n---')
    if reading.subtitle:
        parts.append(_paragraph(reading.subtitle))
    parts.append(_blocks(reading.blocks))
    parts += [f"[^{note.id}]: " + _indented(_blocks(note.blocks), 4).lstrip() for note in reading.notes]
    return "\n\n".join(parts) + "\n"


def _quoted(title: Inlines) -> str:
    return " ".join(_attribute(inline_text(title)).split())


def _blocks(blocks: Blocks) -> str:
    """Return blocks as Markdown; a comment parts two lists that would be one."""
    texts: list[str] = []
    for before, block in pairwise((None, *blocks)):
        if isinstance(before, List) and isinstance(block, List) and before.is_ordered == block.is_ordered:
            texts.append("<!-- -->")
        texts += _block(block) if block is not None else ()
    return "\n\n".join(texts)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level=level, typed=typed, title=title):
            words = ": ".join(x for x in (_escaped(typed or ""), _run(title)) if x)
            yield f"{'#' * level} {words}"
        case Paragraph(content=content):
            yield _paragraph(content)
        case List():
            yield _list(block)
        case Verse(bayts=bayts):
            lines: list[str] = []
            for bayt in bayts:
                if bayt.opens_stanza and lines:
                    lines.append("")
                lines.append(HEMISTICHS.join(map(_run, bayt.hemistichs)))
            yield "::: verse\n" + "\n".join(lines) + "\n:::"
        case Quotation(blocks=inner, source=source):
            text = _blocks(inner) + (f"\n\n— {_run(source)}" if source else "")
            yield "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
        case Quran(text=text, reference=reference):
            attribute = f' {{ref="{reference}"}}' if reference else ""
            yield f"::: quran{attribute}\n{text}\n:::"
        case CodeBlock(text=text, language=language):
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
            yield f"{fence}{language}\n{text.rstrip(chr(10))}\n{fence}"
        case Figure(image=image, caption=caption):
            yield f'![{_escaped(image.alternative)}]({image.path} "{_plain(caption)}")'
        case Table():
            yield _table(block)
        case Separator():
            yield "---"
        case Box(kind=kind, blocks=inner, title=title):
            attribute = f' {{title="{_plain(title)}"}}' if title else ""
            yield f"::: {kind}{attribute}\n{_blocks(inner)}\n:::"
        case Definitions(items=items):
            yield "\n\n".join(f"{_run(i.term)}\n:   {_indented(_blocks(i.blocks), 4).lstrip()}" for i in items)


def _list(found: List) -> str:
    """Return a list; markers that Markdown has no form for are written as they were typed, or named before the list."""
    typed = [item.typed or "" for item in found.items]
    numbers = [str(number) for number in range(found.start, found.start + len(typed))]
    if not found.is_ordered or not any(typed) or typed == numbers:
        return _items(found, numbers)
    if found.is_tight and _is_flat(found) and is_series(typed):
        return "\n".join(f"{item.typed}- {_blocks(item.blocks)}" for item in found.items)
    return f'::: list {{labels="{_attribute(SEPARATOR.join(typed))}"}}\n{_items(found, numbers)}\n:::'


def _items(found: List, numbers: list[str]) -> str:
    lines = []
    for number, item in zip(numbers, found.items, strict=True):
        marker = f"{number}. " if found.is_ordered else "- "
        task = "" if item.is_checked is None else "[x] " if item.is_checked else "[ ] "
        text = _indented(_blocks(item.blocks), len(marker)).lstrip()
        lines.append(marker + task + text)
    return ("\n" if found.is_tight else "\n\n").join(lines)


def _is_flat(found: List) -> bool:
    """Whether each item is one line."""
    texts = [_blocks(item.blocks) for item in found.items]
    return len(texts) > 1 and all(text and "\n" not in text for text in texts)


def _attribute(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _table(table: Table) -> str:
    rows = [*table.head, *table.rows]
    width = max(map(len, rows))
    head = rows[0] if table.head else ()
    body = rows[1:] if table.head else rows
    lines = [_row(head, width), "|" + "---|" * width, *(_row(row, width) for row in body)]
    caption = " ".join(x for x in (_escaped(table.label or ""), _run(table.caption)) if x)
    return "\n".join(lines) + (f"\n\n: {caption}" if caption else "")


def _row(cells: tuple, width: int) -> str:  # type: ignore[type-arg]  # cells of one row
    texts = [_run(cell.content).replace("\n", " ") for cell in cells]
    return "| " + " | ".join([*texts, *[""] * (width - len(texts))]) + " |"


def _indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line if line else line for line in text.split("\n"))


def _paragraph(content: Inlines) -> str:
    """Return a paragraph; an opening that Markdown would read as a mark is escaped."""
    text = _run(content)
    return _OPENING.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}" if m[2][-1] in "-+>#=:.)" else m[0], text)


def _run(content: Inlines) -> str:
    return "".join(map(_inline, content))


def _plain(content: Inlines) -> str:
    return "".join(node.text if isinstance(node, Text) else _inline(node) for node in content)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _inline(node: Inline) -> str:
    match node:
        case Text(text=text):
            return _escaped(text)
        case Styled(style=style, content=inner):
            mark = _STYLES.get(style, "")
            return f"{mark}{_run(inner)}{mark}"
        case Foreign(language=language, content=inner):
            return f"[{_run(inner)}]{{lang={language}}}"
        case Code(text=text):
            return f"`` {text} ``" if "`" in text else f"`{text}`"
        case Formula(tex=tex, is_display=is_display):
            return f"$${tex}$$" if is_display else f"${tex}$"
        case Link(target=target, content=inner):
            return f"[{_run(inner)}]({target})"
        case Image(path=path, alternative=alternative):
            return f"![{_escaped(alternative)}]({path})"
        case NoteRef(note=note):
            return f"[^{note}]"
        case Reference(target=target):
            return f"[](#{target})"
        case PageRef(target=target):
            return f"[](#{target}){{.page}}"
        case Scripture(text=text):
            return f"﴿{text}﴾"
        case LineBreak():
            return "\\\n"
        case _:
            return ""
