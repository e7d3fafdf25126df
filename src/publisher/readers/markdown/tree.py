"""Block tokens as a tree, and the inline content of one of its branches."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from publisher.nodes import Inlines
from publisher.readers.markdown.context import Context
from publisher.readers.markdown.inlines import read_inlines
from publisher.readers.places import Places


@dataclass
class Branch:
    """A block token with the tokens inside it."""

    token: Token
    children: "list[Branch]" = field(default_factory=list)


def branches(tokens: Sequence[Token]) -> list[Branch]:
    """Return tokens as a tree of opening tokens."""
    root: list[Branch] = []
    levels = [root]
    for token in tokens:
        if token.nesting < 0:
            levels.pop()
            continue
        branch = Branch(token)
        levels[-1].append(branch)
        if token.nesting > 0:
            levels.append(branch.children)
    return root


def content(context: Context, branch: Branch) -> Inlines:
    """Return the inline content of a paragraph, heading or term, with its typed line ends."""
    inline = branch.children[0].token if branch.children else None
    if inline is None:
        return ()
    span = context.lines(inline.map or branch.token.map)
    places = Places(context.source, span.start if span else 0, span.end if span else len(context.source.text))
    return read_inlines(context, inline.children or (), places)
