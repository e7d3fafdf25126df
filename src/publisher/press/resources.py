"""The resources that all pages of a unit share."""

from typing import Any, Final

import pydyf

from publisher.press.metadata import screen_profile
from publisher.press.objects import Objects

_LAB: Final = b"[/Lab<</WhitePoint[%s]/Range[-125 125 -125 125]>>]"
_COLOURS: Final = {"lab-d50": _LAB % b"0.9642 1 0.8249", "lab-d65": _LAB % b"0.95047 1 1.08883"}


def add_resources(objects: Objects, profiles: dict[str, Any], *, is_for_press: bool) -> Any:
    """Add the dictionary of resources, and the colour spaces in it; for a press, screen colours by their profile."""
    colours = pydyf.Dictionary(dict(_COLOURS.items()))
    for key, profile in profiles.items():
        stream = _profile(objects, profile.content, len(profile.components))
        profile.pdf_reference = stream.reference
        colours[key] = pydyf.Array(("/ICCBased", stream.reference))
    if is_for_press:
        colours["DefaultRGB"] = pydyf.Array(("/ICCBased", _profile(objects, screen_profile(), 3).reference))
    objects.add_object(colours)
    resources = pydyf.Dictionary(
        {
            "ExtGState": pydyf.Dictionary(),
            "XObject": pydyf.Dictionary(),
            "Pattern": pydyf.Dictionary(),
            "Shading": pydyf.Dictionary(),
            "ColorSpace": colours.reference,
            "Font": b"~F~",
        }
    )
    objects.add_object(resources)
    return resources


def _profile(objects: Objects, content: bytes, channels: int) -> Any:
    stream = pydyf.Stream([content], pydyf.Dictionary({"N": channels}))
    objects.add_object(stream)
    objects.add_blob(stream)
    return stream
