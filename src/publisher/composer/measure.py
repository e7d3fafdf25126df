"""Widths of words, by HarfBuzz: a bounded table for every type (faces, features, language), whatever the size.

A word is cut into runs, each of one face and one direction. Word spaces are never part of a word, so a width does not
depend on neighbours, and a line is as wide as the sum of its parts.
"""

import re
from typing import Any, Final

import uharfbuzz as hb
from weasyprint.text.fonts import font_features

from publisher.arabic.letters import INVISIBLE, TATWEEL, is_mark
from publisher.composer.faces import Face, Faces
from publisher.composer.joins import opportunities

TABLE_SIZE: Final = 40_000
"""Words kept for one type; a full table is emptied."""

PLAIN: Final = re.compile(
    "[\u0600-\u065f\u066a-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\u200c\u200d .,:;!?()\\[\\]«»…\"'\u2013\u2014\u00a0\ufdfa-\ufdfb-]*"
)
"""Text that runs right to left as a whole in a right-to-left paragraph: no digits, no other script, no controls."""

SIGN: Final = re.compile("[-+%#$¢-¥°±٪‰-‴₠-⃏−]")
"""Signs of bidi classes ES and ET: read as left to right by themselves, whatever stands around them."""

_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_ARABIC_SIGNS: Final = frozenset("،؛؟٪٫٬«»")
_SAFE_TO_STRETCH: Final = 4
"""HarfBuzz's glyph flag SAFE_TO_INSERT_TATWEEL."""


class Run:
    """A shaped stretch of one face and one direction."""

    __slots__ = ("codes", "face", "inserted", "is_rtl", "text", "type", "width")

    def __init__(self, type_: "Type", face: Face, text: str, is_rtl: bool, width: float, inserted: range) -> None:
        self.type = type_
        self.face = face
        self.text = text
        self.is_rtl = is_rtl
        self.width = width
        """In em."""
        self.inserted = inserted
        """The characters that a kashida put in."""
        self.codes: Any = None
        """What the text layer draws, made when first drawn."""


class Word:
    """A word of one text box: its runs in logical order, each with its level."""

    __slots__ = ("levels", "opportunities", "runs", "width")

    def __init__(self, runs: tuple[Run, ...], levels: bytes, places: tuple[tuple[int, int], ...]) -> None:
        self.runs = runs
        self.levels = levels
        self.width = sum(run.width for run in runs)
        self.opportunities = places
        """(rank, index) of the joins that may be stretched, best first."""


NO_WORD: Final = Word((), b"", ())


class Type:
    """A list of families with weight, features and language: what a style sets its words in."""

    def __init__(self, faces: Faces, style: Any) -> None:
        self._faces = faces
        self._style = style
        self.language: str = style["lang"] or "ar"
        self.features: dict[str, int] = font_features(
            style["font_kerning"],
            style["font_variant_ligatures"],
            style["font_variant_position"],
            style["font_variant_caps"],
            style["font_variant_numeric"],
            style["font_variant_alternates"],
            style["font_variant_east_asian"],
            style["font_feature_settings"],
        )
        self._face_of: dict[str, Face | None] = {}
        self._words: dict[tuple[str, bytes], Word | None] = {}
        self._runs: dict[tuple[str, bool, int, int], Run] = {}
        self.face: Face = self.face_of("م") or self.face_of("x") or faces.any_for(style)
        """The face of Arabic text."""
        self.can_compose = self.face.can_compose
        space = self.face.advance(self.face.space) / self.face.upem if self.face.space else 0.25
        self.space = space
        """The natural word space, in em."""
        self.tatweel = self._tatweel() if self.can_compose else 0.0
        """What one more tatweel adds, in em; 0 where the face cannot be stretched."""

    def face_of(self, character: str) -> Face | None:
        """Return the face of one character."""
        if character not in self._face_of:
            self._face_of[character] = self._faces.probe(character, self._style)
        return self._face_of[character]

    def shape(self, face: Face, text: str, is_rtl: bool, flags: int = 0) -> Any:
        """Shape one run and return HarfBuzz's buffer, in visual order."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "rtl" if is_rtl else "ltr"
        buffer.script = "Arab" if is_rtl or (self._is_arabic and not _LATIN.search(text)) else "Latn"
        buffer.language = self.language
        if flags:
            buffer.flags = flags
        hb.shape(face.font, buffer, self.features)
        return buffer

    @property
    def _is_arabic(self) -> bool:
        return self.language.split("-")[0] in ("ar", "fa", "ur", "ckb", "ps", "ug", "sd")

    def _width(self, face: Face, text: str, is_rtl: bool) -> float:
        return sum(p.x_advance for p in self.shape(face, text, is_rtl).glyph_positions) / face.upem

    def _tatweel(self) -> float:
        if ord(TATWEEL) not in self.face.characters:
            return 0.0
        return max(0.0, self._width(self.face, "ب" + TATWEEL * 2 + "ب", True) - self._width(self.face, "بـب", True))

    def run(self, face: Face, text: str, is_rtl: bool, at: int = 0, count: int = 0) -> Run:
        """Return a run; with `count`, so many tatweels stand before `text[at]`."""
        key = (text, is_rtl, at, count) if face is self.face else (face.sha + text, is_rtl, at, count)
        found = self._runs.get(key)
        if found is None:
            if len(self._runs) >= TABLE_SIZE:
                self._runs.clear()
            stretched = text[:at] + TATWEEL * count + text[at:] if count else text
            width = self._width(face, stretched, is_rtl)
            found = self._runs[key] = Run(self, face, stretched, is_rtl, width, range(at, at + count))
        return found

    def word(self, text: str, levels: bytes = b"") -> Word | None:
        """Return a measured word, or None when a face that it needs is missing or cannot be composed.

        `levels` holds one embedding level a character; without it the word runs right to left as a whole.
        """
        key = (text, levels)
        try:
            return self._words[key]
        except KeyError:
            if len(self._words) >= TABLE_SIZE:
                self._words.clear()
            word = self._words[key] = self._measured(text, levels)
            return word

    def _measured(self, text: str, levels: bytes) -> Word | None:
        if not levels and self.can_compose and self.face.has(text) and not SIGN.search(text):
            return self._plain(self.face, text)
        runs = []
        run_levels = []
        for face, start, end in self._pieces(text, levels or bytes([1]) * len(text)):
            if face is None or not face.can_compose:
                return None
            level = levels[start] if levels else 1
            runs.append(self.run(face, text[start:end], bool(level % 2)))
            run_levels.append(level)
        return Word(tuple(runs), bytes(run_levels), ())

    def _plain(self, face: Face, text: str) -> Word:
        """Measure a word of the main face that runs right to left, and ask which of its joins bear a kashida."""
        places = opportunities(text) if self.tatweel else ()
        if not places:
            return Word((self.run(face, text, True),), b"", ())
        buffer = self.shape(face, text, True, hb.BufferFlags.PRODUCE_SAFE_TO_INSERT_TATWEEL)
        width = sum(p.x_advance for p in buffer.glyph_positions) / face.upem
        safe = {i.cluster for i in buffer.glyph_infos if i.flags & _SAFE_TO_STRETCH}
        run = Run(self, face, text, True, width, range(0))
        self._runs.setdefault((text, True, 0, 0), run)
        return Word((run,), b"", tuple(p for p in places if p[1] in safe))

    def uncomposed(self, text: str) -> list[Face]:
        """Return the faces of a text that cannot be composed."""
        faces = dict.fromkeys(face for face in map(self.face_of, dict.fromkeys(text.strip())) if face is not None)
        return [face for face in faces if not face.can_compose]

    def _pieces(self, text: str, levels: bytes) -> list[tuple[Face | None, int, int]]:
        """Cut a word where its level or its face changes, and around signs that readers take for left to right."""
        faces = self._faces_of(text)
        pieces = []
        start = 0
        for i in range(1, len(text) + 1):
            if (
                i == len(text)
                or levels[i] != levels[start]
                or faces[i] is not faces[start]
                or (levels[i] % 2 and bool(SIGN.match(text[i])) != bool(SIGN.match(text[start])))
            ):
                pieces.append((faces[start], start, i))
                start = i
        return pieces

    def _faces_of(self, text: str) -> list[Face | None]:
        """Return the face of each character; signs and marks take their neighbour's where it has them.

        Arabic signs stay in the face of Arabic text, also after a number or a Latin word that another face sets.
        """
        faces: list[Face | None] = []
        for c in text:
            before = faces[-1] if faces else None
            is_own = c in _ARABIC_SIGNS and ord(c) in self.face.characters
            is_follower = c in INVISIBLE or is_mark(c) or not (c.isalnum() or is_own)
            if is_follower and before is not None and (c in INVISIBLE or ord(c) in before.characters):
                faces.append(before)
            elif c in INVISIBLE:
                faces.append(self.face)
            else:
                faces.append(self.face_of(c))
        return faces

    def stretched(self, text: str, at: int, count: int) -> Run:
        """Return a plain word with `count` tatweels before `text[at]`."""
        return self.run(self.face, text, True, at, count)
