"""One line brought to its measure: kashidas first, then what is left shared by the word spaces."""

from dataclasses import dataclass, field
from typing import Final

from publisher.composer.measure import Run
from publisher.composer.paragraph import Paragraph
from publisher.composer.stretch import Place, Policy, kashidas, relaxed
from publisher.composer.units import FIXED_SPACE, SPACE, WORD, Token

_WORTH_IT: Final = 0.55
"""Less than this much of a tatweel is left to the spaces."""


@dataclass
class Justified:
    """What fills a line. Lengths are CSS pixels."""

    width: float
    """Width of the line as it is set."""
    extra: float = 0.0
    """What is added to each word space."""
    stretched: dict[int, Run] = field(default_factory=dict)
    """Stretched words, by their place among the line's tokens."""
    middles: list[float] = field(default_factory=list)
    """Where the kashidas stand, from the start of the line."""


def natural(tokens: list[Token]) -> Justified:
    """Leave a line as wide as its words and spaces are."""
    return Justified(sum(token.width for token in tokens))


def justified(
    paragraph: Paragraph, tokens: list[Token], measure: float, policy: Policy, above: list[float]
) -> Justified:
    """Bring a line to the measure."""
    spaces = sum(token.kind in (SPACE, FIXED_SPACE) for token in tokens)
    made, slack = _filled(paragraph, tokens, measure, policy, above, spaces)
    if spaces and paragraph.facts.space + slack / spaces > policy.loose * paragraph.facts.size:
        made, slack = _filled(paragraph, tokens, measure, relaxed(policy), above, spaces)
    if spaces and made.width:
        made.extra = slack / spaces
        slack = 0.0
    made.width = measure - slack
    return made


def _filled(
    paragraph: Paragraph, tokens: list[Token], measure: float, policy: Policy, above: list[float], spaces: int
) -> tuple[Justified, float]:
    """Put kashidas into a line by one policy, and return it with what is left to fill."""
    made = natural(tokens)
    slack = measure - made.width
    facts = paragraph.facts
    tatweel = facts.type.tatweel * facts.size
    kept = (policy.ideal - 1) * facts.space * spaces
    if tatweel and policy.most and slack - kept > _WORTH_IT * tatweel:
        slack = _stretch(paragraph, tokens, made, slack, kept, policy, above)
    return made, slack


def _stretch(
    paragraph: Paragraph,
    tokens: list[Token],
    made: Justified,
    slack: float,
    kept: float,
    policy: Policy,
    above: list[float],
) -> float:
    """Put kashidas in and return what is left."""
    size = paragraph.facts.size
    places, at, count = _places(tokens)
    chosen = kashidas(places, count, slack - kept, size, paragraph.facts.type.tatweel * size, policy, above)
    spare = 0.02 * size * max(1, count - 1)
    for place, tatweels in chosen:
        token = tokens[at[place.word]]
        run, gain = _longest(token, place, tatweels, slack + spare)
        if run is not None:
            slack -= gain
            made.stretched[at[place.word]] = run
            made.middles.append(place.x)
    return slack


def _longest(token: Token, place: Place, tatweels: int, room: float) -> tuple[Run | None, float]:
    """Return a stretched word that fits the room, with up to so many tatweels, and what it gains."""
    facts = token.leaf.facts
    text = token.word.runs[0].text
    for count in range(tatweels, 0, -1):
        run = facts.type.stretched(text, place.at, count)
        gain = (run.width - token.word.width) * facts.size
        if gain <= room:
            return run, gain
    return None, 0.0


def _places(tokens: list[Token]) -> tuple[list[Place], list[int], int]:
    """Return the words that may be stretched, the token of each word, and how many words there are."""
    places = []
    at: list[int] = []
    x = 0.0
    for i, token in enumerate(tokens):
        if token.kind == WORD:
            word = token.word
            if word.opportunities and not token.is_joined and token.leaf.facts.kashida != "none":
                rank, index = word.opportunities[0]
                places.append(Place(len(at), rank, index, x + token.width / 2))
            at.append(i)
        x += token.width
    return places, at, len(at)
