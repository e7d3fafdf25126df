"""Faces: found and verified by the manifest, their coverage, subsets, and the `@font-face` rules that name them."""

from publisher.fonts.choosing import Faces, choose
from publisher.fonts.coverage import characters_of_book, check_coverage, substitute_pictographs
from publisher.fonts.manifest import Face, shipped
from publisher.fonts.rules import file_name, font_face_rules
from publisher.fonts.subsetting import subset

__all__ = [
    "Face",
    "Faces",
    "characters_of_book",
    "check_coverage",
    "choose",
    "file_name",
    "font_face_rules",
    "shipped",
    "subset",
    "substitute_pictographs",
]
