"""Block tokens to blocks: one function a kind of token, found in `READERS`."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from publisher.diagnostic import Said, error, note, warning
from publisher.nodes import (
    Block,
    Blocks,
    CodeBlock,
    Definition,
    Definitions,
    Figure,
    Formula,
    Image,
    Inlines,
    List,
    ListItem,
    Note,
    Paragraph,
    Quotation,
    Role,
    Separator,
    Text,
    inline_text,
)
from publisher.readers.heading import heading_of
from publisher.readers.languages import foreign_language
from publisher.readers.lines import joined, leading_text, trimmed, without_start
from publisher.readers.markdown.arabic_lists import arabic_list
from publisher.readers.markdown.context import Context, classes
from publisher.readers.markdown.divs import NAMES
from publisher.readers.markdown.html_marks import COMMENT, RAW_HTML
from publisher.readers.markdown.inlines import inline_of
from publisher.readers.markdown.raw_divs import read_quran, read_verse
from publisher.readers.markdown.tree import Branch, content
from publisher.readers.markdown.typed_lists import with_labels
from publisher.readers.neighbours import speeches, with_roles
from publisher.readers.set_off import boxed, with_source
from publisher.readers.tables import read_table, with_captions
from publisher.source import Span

UNKNOWN_DIV = warning(
    "unknown-div",
    Said("لا يُعرف «{name}» بعد ‎:::‎", "::: does not know the name “{name}”"),
    Said(
        "الأسماء المعروفة: {names}. وقد بقي ما فيه نصًّا عاديًّا.",
        "it knows: {names}; what it holds was kept as plain text.",
    ),
)
OPEN_DIV = warning(
    "div-not-closed",
    Said("فُتح ‎:::‎ ولم يُغلق", "::: was opened and not closed"),
    Said("أغلقه بسطر فيه ‎:::‎ وحدها.", "close it with a line that holds ::: alone."),
)
DROPPED_CELLS = error(
    "table-row-too-long",
    Said("في صف الجدول خانات أكثر من أعمدته: {cells}", "the row has more cells than the table has columns: {cells}"),
    Said("زد أعمدة الرأس، أو اكتب \\| داخل الخانة.", "add columns to the head, or write \\| inside a cell."),
)
INDENTED_TEXT = warning(
    "indented-text",
    Said("كلام عربي أُزيح أربع مسافات، فصار شيفرة برمجية", "Arabic text indented by four spaces became code"),
    Said(
        "احذف المسافات من أول السطر؛ إزاحة الفقرات من شأن نمط الكتاب.",
        "take the spaces away; the style indents paragraphs.",
    ),
)
STRAY_DIV = note(
    "div-not-open",
    Said("‎:::‎ تغلق ما لم يُفتح", "::: closes what was not opened"),
    Said("احذف هذا السطر.", "delete this line."),
)


def read_blocks(context: Context, children: Sequence[Branch]) -> Blocks:
    """Return the blocks of sibling tokens; captions join their tables, a paragraph that introduces a list knows it."""
    blocks = [block for branch in children for block in READERS[branch.token.type](context, branch)]
    return tuple(with_roles(with_captions(blocks)))


# ------------------------------------------------------------------ headings and paragraphs


def _heading(context: Context, branch: Branch) -> Iterator[Block]:
    token = branch.token
    title = joined(content(context, branch))
    yield heading_of(
        int(token.tag[1]),
        title,
        context.language,
        context.lines(token.map),
        identifier=str(token.attrs.get("id", "")),
        unnumbered="unnumbered" in classes(token.attrs),
    )


def _paragraph(context: Context, branch: Branch) -> Iterator[Block]:
    found = content(context, branch)
    span = context.lines(branch.token.map)
    if (figure := _figure(context, branch, found, span)) is not None:
        yield figure
    elif inline_text(found).strip(": ") == "" and inline_text(found).startswith(":::"):
        context.say(STRAY_DIV, span)
    elif (listed := arabic_list(found, span)) is not None:
        yield from listed
    elif found:
        attributes = branch.token.attrs
        language = str(attributes.get("lang", "")) or foreign_language(inline_text(found), context.language)
        identifier = str(attributes.get("id", ""))
        for part in speeches(found):
            place = next((node.span for node in part if node.span is not None), span) if part is not found else span
            yield Paragraph(trimmed(joined(part)), Role.BODY, identifier, language, place)
            identifier = ""


def _figure(context: Context, branch: Branch, found: Inlines, span: Span | None) -> Figure | None:
    """Return the figure that a paragraph is when it holds one image and nothing else."""
    shown = [node for node in found if not (isinstance(node, Text) and not node.text.strip())]
    if len(shown) != 1 or not isinstance(image := shown[0], Image):
        return None
    tokens = branch.children[0].token.children or []
    attributes = next(token.attrs for token in tokens if token.type == "image")
    caption = str(attributes.get("title", ""))
    identifier = str(attributes.get("id", "") or branch.token.attrs.get("id", ""))
    return Figure(image, inline_of(context, caption, span), identifier, span=span)


def _separator(context: Context, branch: Branch) -> Iterator[Block]:
    yield Separator(context.lines(branch.token.map))


_SENTENCE = re.compile(r"\s*(?:[\u0621-\u0652]+[\s،؛.؟!:«»]+){4}")


def _code(context: Context, branch: Branch) -> Iterator[Block]:
    token = branch.token
    language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
    if token.type == "code_block" and _SENTENCE.match(token.content):
        context.say(INDENTED_TEXT, context.lines(token.map))
    yield CodeBlock(token.content.rstrip("\n"), language, context.lines(token.map))


def _formula(context: Context, branch: Branch) -> Iterator[Block]:
    span = context.lines(branch.token.map)
    yield Paragraph((Formula(branch.token.content.strip(), is_display=True, span=span),), span=span)


def _html(context: Context, branch: Branch) -> Iterator[Block]:
    span = context.lines(branch.token.map)
    text = branch.token.content.strip()
    is_comment = text.startswith("<!--") and text.endswith("-->") and text.count("<!--") == 1
    context.say(
        COMMENT if is_comment else RAW_HTML, span, line=span.line if span else 0, text=text.splitlines()[0][:60]
    )
    yield from ()


# ------------------------------------------------------------------ quotations, lists, definitions, notes


def _quotation(context: Context, branch: Branch) -> Iterator[Block]:
    blocks, source = with_source(read_blocks(context, branch.children))
    yield quotation(context, blocks, source, branch.token)


def quotation(context: Context, blocks: Blocks, source: Inlines, token: Token) -> Quotation:
    """Return a quotation; its language is its attribute's, or the one that all its paragraphs are in."""
    languages = {block.language if isinstance(block, Paragraph) else "" for block in blocks}
    language = str(token.attrs.get("lang", "")) or (languages.pop() if len(languages) == 1 else "")
    return Quotation(blocks, source, language, context.lines(token.map))


def _list(context: Context, branch: Branch) -> Iterator[Block]:
    token = branch.token
    items = tuple(_item(context, child) for child in branch.children)
    is_tight = not any(
        inner.token.type == "paragraph_open" and not inner.token.hidden
        for item in branch.children
        for inner in item.children
    )
    is_ordered = token.type == "ordered_list_open"
    start = int(token.attrs.get("start", 1))
    yield List(items, is_ordered, start, None, is_tight, context.lines(token.map))


_TASK = re.compile(r"\[(?P<mark>[ xX])\][ \t]+")


def _item(context: Context, branch: Branch) -> ListItem:
    blocks = read_blocks(context, branch.children)
    typed = branch.token.info or None
    checked: bool | None = None
    if blocks and isinstance(first := blocks[0], Paragraph) and (task := _TASK.match(leading_text(first.content))):
        checked = task["mark"] != " "
        blocks = (replace(first, content=without_start(first.content, task.end())), *blocks[1:])
    return ListItem(blocks, typed, None, checked, context.lines(branch.token.map))


def _definitions(context: Context, branch: Branch) -> Iterator[Block]:
    items: list[Definition] = []
    for child in branch.children:
        if child.token.type == "dt_open":
            items.append(Definition(trimmed(joined(content(context, child))), ()))
        elif items:
            items[-1] = replace(items[-1], blocks=items[-1].blocks + read_blocks(context, child.children))
    yield Definitions(tuple(items), context.lines(branch.token.map))


def _note(context: Context, branch: Branch) -> Iterator[Block]:
    blocks = read_blocks(context, branch.children)
    label = branch.token.meta["label"]
    context.notes.append(Note(label, blocks, typed=label, span=context.lines(branch.token.map)))
    yield from ()


# ------------------------------------------------------------------ fenced divs


def _div(context: Context, branch: Branch) -> Iterator[Block]:
    token = branch.token
    span = context.lines(token.map)
    if not token.meta["is_closed"]:
        context.say(OPEN_DIV, span)
    blocks = read_blocks(context, branch.children)
    kind = NAMES.get(token.meta["name"])
    if kind is None:
        context.say(UNKNOWN_DIV, span, name=token.meta["name"], names="، ".join(sorted(set(NAMES.values()))))
        yield from blocks
    elif kind == "quote":
        yield quotation(context, *with_source(blocks), token)
    elif kind == "list":
        yield from with_labels(blocks, str(token.attrs.get("labels", "")))
    else:
        title = inline_of(context, str(token.attrs.get("title", "")), span)
        yield boxed(kind, blocks, title, span)


def _raw_div(context: Context, branch: Branch) -> Iterator[Block]:
    token = branch.token
    if not token.meta["is_closed"]:
        context.say(OPEN_DIV, context.lines(token.map))
    read = read_verse if NAMES[token.meta["name"]] == "verse" else read_quran
    yield from read(context, token)


# ------------------------------------------------------------------ tables


def _table(context: Context, branch: Branch) -> Iterator[Block]:
    rows: list[list[Inlines]] = []
    heads = 0
    for part in branch.children:
        for row in part.children:
            _tell_dropped_cells(context, row)
            rows.append([trimmed(joined(content(context, cell))) for cell in row.children])
            heads += part.token.type == "thead_open"
    last = branch.children[-1].children[-1].children[0].token
    identifier = str(branch.token.attrs.get("id", "") or last.attrs.get("id", ""))
    yield read_table(rows, heads, identifier, context.lines(branch.token.map))


def _tell_dropped_cells(context: Context, row: Branch) -> None:
    """Tell the cells that the parser drops: those past the columns of the head."""
    span = context.lines(row.token.map)
    if span is None:
        return
    cells = escapedSplit(context.source.line_text(span.line).strip().strip("|"))
    extra = [cell.strip() for cell in cells[len(row.children) :] if cell.strip()]
    if extra:
        context.say(DROPPED_CELLS, span, cells=" | ".join(extra)[:60])


READERS: Final[dict[str, Callable[[Context, Branch], Iterator[Block]]]] = {
    "heading_open": _heading,
    "paragraph_open": _paragraph,
    "hr": _separator,
    "fence": _code,
    "code_block": _code,
    "math_block": _formula,
    "html_block": _html,
    "blockquote_open": _quotation,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "dl_open": _definitions,
    "footnote_reference_open": _note,
    "table_open": _table,
    "div_open": _div,
    "div_raw": _raw_div,
}
