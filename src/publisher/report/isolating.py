"""Isolates what is written from left to right inside an Arabic message: paths, tags, commands keep their order."""

import re

LEFT_TO_RIGHT, FIRST_STRONG, END = "\u2066", "\u2068", "\u2069"
_RUN = re.compile(r"[!-~]+(?: [!-~]+)*")
_LATIN = re.compile(r"[A-Za-z]|\.\./")
_SIGNS = ".,;:!?"
_OPENING = re.compile(r"[0-9]*[.,;:!?]+ ")
_PAIRS = {")": "(", "]": "[", "}": "{"}


def isolated(text: str) -> str:
    """Return text as one run from left to right."""
    return f"{LEFT_TO_RIGHT}{text}{END}"


def with_latin_isolated(message: str) -> str:
    """Return an Arabic message whose Latin runs are isolated, without the sentence's own signs at their edges."""
    return _RUN.sub(lambda run: _isolate(run[0]), message)


def _isolate(run: str) -> str:
    if not _LATIN.search(run):
        return run
    end = len(run)
    while run[end - 1] in _SIGNS or _is_odd(run[:end]):
        end -= 1
    start = opening.end() if (opening := _OPENING.match(run)) else 0
    return run[:start] + isolated(run[start:end]) + run[end:]


def _is_odd(run: str) -> bool:
    """Whether a run ends in a bracket that it does not open."""
    opener = _PAIRS.get(run[-1])
    return opener is not None and run.count(run[-1]) > run.count(opener)
