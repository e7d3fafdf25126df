"""Where a word may be stretched: the joins between its letters, ranked by a table of rules (KSH).

A kashida stands between two joined letters, before the second and after the first one's marks. The table is data:
`NEVER` forbids, `RANKS` says how well a join bears it (1 is best). The face has the last word (`measure`): it must
be safe, by HarfBuzz, to put a tatweel there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from publisher.arabic.letters import TATWEEL, is_mark, joining_type

SEEN: Final = frozenset("سشصض")
ALEF: Final = frozenset("اأإآٱ")
DAL: Final = frozenset("دذڈ")
REH: Final = frozenset("رزژڑ")
HEH: Final = frozenset("هةہ")
ASCENDING: Final = frozenset("طظلكکگ")
TOOTH: Final = frozenset("بتثنيئپی")
ROUND: Final = frozenset("وؤعغقف")
YEH: Final = frozenset("يىی")
ARTICLES: Final = frozenset(("ال", "وال", "فال", "بال", "كال", "أال", "وبال", "وكال", "لل", "ولل", "فلل"))

SHORTEST: Final = 4
"""Words of fewer letters are left alone."""
WORST: Final = 7
"""The last rank in use: other joins inside a word are not stretched."""


class Join(NamedTuple):
    """Two joined letters of a word and what stands around them."""

    before: str
    after: str
    at: int
    """Where in the word the second letter stands."""
    is_medial: bool
    """The first letter is joined to the one before it."""
    is_final: bool
    """The second letter is the last of its joined group."""
    next: str
    """The letter after the second, or nothing."""
    next_is_final: bool
    head: str
    """The letters up to the first of the two, without marks."""


@dataclass(frozen=True)
class Rule:
    """One line of the table."""

    name: str
    rank: int
    holds: Callable[[Join], bool]


NEVER: Final = (
    Rule("lam-alef", 0, lambda j: j.before == "ل" and j.after in ALEF),
    Rule("after the lam of the article", 0, lambda j: j.before == "ل" and j.head in ARTICLES),
    Rule(
        "before a final yeh, unless after seen or sad",
        0,
        lambda j: j.is_final and j.after in YEH and j.before not in SEEN,
    ),
)

RANKS: Final = (
    Rule("after a tatweel of the author", 1, lambda j: j.before == TATWEEL),
    Rule("after seen or sad", 2, lambda j: j.before in SEEN),
    Rule("before final heh, teh marbuta, dal", 3, lambda j: j.is_final and j.after in HEH | DAL),
    Rule("before final reh, not after a tooth", 3, lambda j: j.is_final and j.after in REH and j.before not in TOOTH),
    Rule("before final alef, tah, lam, kaf", 4, lambda j: j.is_final and j.after in ALEF | ASCENDING),
    Rule(
        "before a tooth that carries a final reh or yeh",
        4,
        lambda j: j.after in TOOTH and not j.is_final and j.next in REH | YEH and j.next_is_final,
    ),
    Rule("before final reh, after a tooth", 5, lambda j: j.is_final and j.after in REH),
    Rule("before final waw, ain, qaf, feh", 6, lambda j: j.is_final and j.after in ROUND),
    Rule("before another final letter", 7, lambda j: j.is_final),
)
INITIAL_TOOTH: Final = 2
"""What a join loses when its first letter is a lone initial tooth (بـ تـ نـ يـ): too weak for a long bar."""


def _letters(word: str) -> list[tuple[str, int]]:
    return [(c, i) for i, c in enumerate(word) if not is_mark(c)]


def joins(word: str) -> Iterator[Join]:
    """Yield the joins of a word in logical order."""
    letters = _letters(word)
    kinds = [joining_type(c) for c, _ in letters]
    count = len(letters)

    def joined(k: int) -> bool:
        """Whether letter k is joined to the one before it."""
        return 0 < k < count and kinds[k - 1] in "DC" and kinds[k] in "DRC"

    for k in range(1, count):
        if joined(k):
            following = letters[k + 1][0] if k + 1 < count else ""
            yield Join(
                letters[k - 1][0],
                letters[k][0],
                letters[k][1],
                joined(k - 1),
                not joined(k + 1),
                following,
                not joined(k + 2),
                "".join(c for c, _ in letters[:k]),
            )


def _is_name_of_god(letters: str) -> bool:
    return letters.endswith(("الله", "لله")) or "الله" in letters


def rank(join: Join) -> int | None:
    """Return how well a join bears a kashida, or None for never."""
    if any(rule.holds(join) for rule in NEVER):
        return None
    found = next((rule.rank for rule in RANKS if rule.holds(join)), None)
    if found is not None and found > 2 and join.before in TOOTH and not join.is_medial:
        found += INITIAL_TOOTH
    return found if found is not None and found <= WORST else None


@lru_cache(1 << 15)
def opportunities(word: str) -> tuple[tuple[int, int], ...]:
    """Return (rank, index) of every join that may be stretched, best first; the kashida goes before `word[index]`."""
    letters = "".join(c for c, _ in _letters(word) if joining_type(c) in "DR" or c == "ء")
    if len(letters) < SHORTEST or _is_name_of_god(letters):
        return ()
    found = [(r, join.at) for join in joins(word) if (r := rank(join)) is not None]
    return tuple(sorted(found, key=lambda o: (o[0], -o[1])))
