"""Labels: what a line may open with to take its place in a series (أولًا، الفصل الثاني، 2.1، أ-، •)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """The opening of a line, read as a member of a series."""

    form: str
    """Kind of series: `ordinal`, `number`, `decimal`, `letter`, `bullet`, `dash`, or a noun with its ordinals (`فصل`)."""
    values: tuple[tuple[int, ...], ...]
    """Places in the series that it may mean, likeliest first; empty for bullets."""
    typed: str
    """As typed, without the punctuation around it."""
    end: int
    """Place in the line where what it labels begins."""
    mark: str = ""
    """The punctuation with it: `.`, `-`, `)`, `()`, or the bullet itself."""
    rank: int = 0
    """Usual height of what it labels among others: 1 contains 2."""
    is_repeated: bool = False
    """Whether it says مكرر: it takes the place after its like, and moves nothing."""
    is_bare: bool = False
    """Whether nothing sets it off from what follows."""

    @property
    def is_bullet(self) -> bool:
        """Whether it marks an item without giving its place."""
        return not self.values

    @property
    def goes_on(self) -> bool:
        """Whether it goes on with a series of headings, past its first member."""
        named = self.form.startswith(("noun", "numeral", "ordinal", "decimal"))
        return named and bool(self.values) and all(value[-1] > 1 for value in self.values)
