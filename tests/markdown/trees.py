"""Nodes as readable text: one line a block, marks in ⟨angle brackets⟩. Cases are compared in this form."""

from collections.abc import Iterator

from publisher.nodes import (
    Block,
    Box,
    Cell,
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
    Note,
    NoteRef,
    PageRef,
    Paragraph,
    Quotation,
    Quran,
    Reference,
    Role,
    Scripture,
    Separator,
    Styled,
    Table,
    Text,
    Verse,
)


def tree(blocks: tuple[Block, ...], notes: tuple[Note, ...] = ()) -> str:
    """Return blocks and notes as text."""
    lines = [line for block in blocks for line in _block(block)]
    for note in notes:
        lines += [f"note {note.id}", *_inside(note.blocks)]
    return "\n".join(lines)


def inline(content: Inlines) -> str:
    return "".join(map(_inline, content))


def _inline(node: Inline) -> str:
    match node:
        case Text(text=text):
            return text.replace("\u00a0", "~")
        case Styled(style=style, content=content):
            return f"⟨{style} {inline(content)}⟩"
        case Foreign(language=language, content=content):
            return f"⟨{language}: {inline(content)}⟩"
        case Code(text=text):
            return f"⟨code {text}⟩"
        case Formula(tex=tex, is_display=is_display):
            return f"⟨{'display' if is_display else 'formula'} {tex}⟩"
        case Link(target=target, content=content):
            return f"⟨link {target} {inline(content)}⟩"
        case Image(path=path, alternative=alternative):
            return f"⟨image {path or '-'} {alternative}⟩"
        case NoteRef(note=note):
            return f"⟨note {note}⟩"
        case Reference(target=target):
            return f"⟨ref {target}⟩"
        case PageRef(target=target):
            return f"⟨page {target}⟩"
        case Scripture(text=text):
            return f"⟨quran {text}⟩"
        case LineBreak():
            return "⟨break⟩"
        case _:
            return f"⟨{type(node).__name__}⟩"


def _said(**values: object) -> str:
    return "".join(f" {key}={value}" for key, value in values.items() if value not in (None, "", False))


def _inside(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from ("  " + line for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            said = _said(typed=block.typed, id=block.id, unnumbered=not block.is_numbered)
            yield f"heading {block.level}{said}: {inline(block.title)}"
        case Paragraph():
            role = "" if block.role is Role.BODY else f" {block.role}"
            yield f"paragraph{role}{_said(id=block.id, lang=block.language)}: {inline(block.content)}"
        case List():
            kind = f"ordered from {block.start}" if block.is_ordered else "bullets"
            yield f"list {kind}{_said(style=block.style, loose=not block.is_tight)}"
            for item in block.items:
                yield f"  item{_said(typed=item.typed)}{'' if item.is_checked is None else f' checked={item.is_checked}'}"
                yield from ("  " + line for line in _inside(item.blocks))
        case Verse():
            yield f"verse{_said(id=block.id)}"
            for bayt in block.bayts:
                yield f"  {'stanza ' if bayt.opens_stanza else ''}bayt: {' … '.join(map(inline, bayt.hemistichs))}"
        case Quotation():
            yield f"quotation{_said(lang=block.language, source=inline(block.source))}"
            yield from _inside(block.blocks)
        case Quran():
            yield f"quran{_said(reference=block.reference)}: {block.text}"
        case CodeBlock():
            yield f"code{_said(language=block.language)}: {block.text!r}"
        case Figure():
            yield f"figure{_said(id=block.id)} {block.image.path or '-'} ({block.image.alternative}): {inline(block.caption)}"
        case Table():
            yield f"table{_said(id=block.id)}: {inline(block.caption)}"
            yield from (f"  head | {_row(row)}" for row in block.head)
            yield from (f"  row | {_row(row)}" for row in block.rows)
        case Separator():
            yield "separator"
        case Box():
            yield f"{block.kind}{_said(title=inline(block.title), source=inline(block.source))}"
            yield from _inside(block.blocks)
        case Definitions():
            yield "definitions"
            for definition in block.items:
                yield f"  term: {inline(definition.term)}"
                yield from ("  " + line for line in _inside(definition.blocks))


def _row(row: tuple[Cell, ...]) -> str:
    return " | ".join(("№ " if cell.is_numeric else "") + inline(cell.content) for cell in row)
