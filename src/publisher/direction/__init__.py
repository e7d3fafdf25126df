"""XHTML tree → XHTML tree with explicit direction and joining (BID-01…27, SHP-03, SHP-16, PUN-09).

Every left-to-right run is wrapped in an element that says so, wherever it crosses other elements, so that no engine
has to find its order by itself, line by line.
"""

from publisher.direction.resolve import resolve

__all__ = ["resolve"]
