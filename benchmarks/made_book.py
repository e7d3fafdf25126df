"""An Arabic book of any length whose words come from roots and patterns, to time typesetters on the same text.

About ten A5 pages a chapter. Words have a long-tailed frequency (about 6,000 forms), so that caches of words meet new
ones as in a real book. The text means nothing; the same number of chapters always gives the same text.
"""

import random
from dataclasses import dataclass

SEED = 20261123
SECTIONS = 6

ROOTS = [
    "كتب",
    "درس",
    "علم",
    "عمل",
    "نظر",
    "سمع",
    "فتح",
    "جمع",
    "رسم",
    "قرأ",
    "حمل",
    "دخل",
    "خرج",
    "رجع",
    "سكن",
    "شرب",
    "طلب",
    "ظهر",
    "عرف",
    "غفر",
    "فهم",
    "قبل",
    "كشف",
    "لبس",
    "مسك",
    "نزل",
    "وصل",
    "هجر",
    "حسن",
    "حفظ",
    "حكم",
    "خلق",
    "ذكر",
    "ربط",
    "رفع",
    "زرع",
    "سبق",
    "سلم",
    "شرح",
    "شهد",
    "صبر",
    "صنع",
    "ضرب",
    "طبع",
    "عبر",
    "عقد",
    "غلب",
    "فرق",
    "قسم",
    "قصد",
    "كسر",
    "كمل",
    "لحق",
    "مدح",
    "ملك",
    "منع",
    "نشر",
    "نصر",
    "نقل",
    "هدم",
    "وضع",
    "وقف",
]
PATTERNS = [
    "{0}{1}{2}",
    "{0}ا{1}{2}",
    "م{0}{1}و{2}",
    "{0}{1}ي{2}",
    "ت{0}{1}ي{2}",
    "م{0}ا{1}{2}ة",
    "ا{0}ت{1}ا{2}",
    "است{0}{1}ا{2}",
    "{0}{1}ا{2}ة",
    "م{0}{1}{2}",
    "ي{0}{1}{2}ون",
    "ت{0}ا{1}{2}",
    "{0}{1}ا{2}",
    "م{0}{1}{2}ين",
    "{0}وا{1}{2}",
    "أ{0}{1}ا{2}",
]
PREFIXES = ("", "", "", "ال", "ال", "و", "وال", "بال", "لل", "ف", "كال")
SUFFIXES = ("", "", "", "ه", "ها", "هم", "نا", "ات", "ية")
SMALL = [
    "في",
    "من",
    "على",
    "إلى",
    "عن",
    "أن",
    "إن",
    "قد",
    "لم",
    "لا",
    "ما",
    "هذا",
    "هذه",
    "ذلك",
    "التي",
    "الذي",
    "بين",
    "كل",
    "بعد",
    "قبل",
    "ثم",
    "أو",
    "حين",
    "عند",
    "منذ",
    "غير",
    "مع",
]
LATIN = ("GPS-III", "ISO 9001", "PDF", "S-400", "Unicode", "2024", "1987", "35%")


@dataclass(frozen=True, slots=True)
class MadeList:
    """A bulleted list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MadeSection:
    """A section: its title, its paragraphs and lists."""

    title: str
    blocks: tuple[str | MadeList, ...]


@dataclass(frozen=True, slots=True)
class MadeChapter:
    """A chapter: its title and its sections."""

    title: str
    sections: tuple[MadeSection, ...]


class _Writer:
    """Draws words, sentences and blocks from one stream of chance."""

    def __init__(self) -> None:
        self.chance = random.Random(SEED)
        self.words = self._vocabulary()
        self.chance.shuffle(self.words)
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]

    def _vocabulary(self) -> list[str]:
        stems = [pattern.format(*root) for root in ROOTS for pattern in PATTERNS]
        self.chance.shuffle(stems)
        return sorted(
            {
                before + stem + after
                for stem in stems
                for before, after in [(self.chance.choice(PREFIXES), self.chance.choice(SUFFIXES)) for _ in range(6)]
            }
        )

    def line(self, count: int) -> str:
        return " ".join(self.chance.choices(self.words, self.weights, k=count))

    def sentence(self) -> str:
        text: list[str] = []
        for word in self.chance.choices(self.words, self.weights, k=self.chance.randint(7, 17)):
            text.append(word)
            if self.chance.random() < 0.45:
                text.append(self.chance.choice(SMALL))
            if self.chance.random() < 0.01:
                text.append(self.chance.choice(LATIN))
            if self.chance.random() < 0.07:
                text[-1] += "،"
        return " ".join(text).rstrip("،") + self.chance.choice((".", ".", ".", "؟"))

    def block(self) -> str | MadeList:
        if self.chance.random() < 0.2:
            return MadeList(tuple(self.sentence() for _ in range(self.chance.randint(3, 6))))
        return " ".join(self.sentence() for _ in range(self.chance.randint(3, 8)))

    def section(self) -> MadeSection:
        blocks = tuple(self.block() for _ in range(self.chance.randint(4, 7)))
        return MadeSection(self.line(4), blocks)

    def chapter(self) -> MadeChapter:
        sections = tuple(self.section() for _ in range(SECTIONS))
        return MadeChapter(self.line(3), sections)


def made_book(chapters: int) -> tuple[MadeChapter, ...]:
    """Return a book of so many chapters."""
    writer = _Writer()
    return tuple(writer.chapter() for _ in range(chapters))
