"""Faces that the composer cannot set: one with CFF outlines, one that varies."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis
from tests.composer.setting_up import AMIRI

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةءؤئ٠١٢٣٤٥٦٧٨٩0123456789،؛:.«»() "


def cubic_face(path: Path) -> Path:
    """Write a face with CFF outlines, a square for each letter, and return its path."""
    names = {ord(c): f"uni{ord(c):04X}" for c in LETTERS}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    pen = T2CharStringPen(500, None)
    pen.moveTo((50, 0))
    for point in ((450, 0), (450, 400), (50, 400)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.getCharString()
    builder.setupCFF("Cubic", {}, dict.fromkeys([".notdef", *names.values()], square), {})
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Cubic", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


def variable_face(path: Path) -> Path:
    """Write Amiri with an axis of weight, and return its path."""
    font = TTFont(AMIRI)
    axis = Axis()
    axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue = "wght", 400, 400, 700
    axis.axisNameID = font["name"].addName("Weight")
    font["fvar"] = newTable("fvar")
    font["fvar"].axes = [axis]
    font.save(path)
    return path
