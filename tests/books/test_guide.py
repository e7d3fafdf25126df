"""The guide tells the truth: every typed example of its chapter on plain text is read as the guide says."""

import re
from pathlib import Path

import pytest

from publisher.build import outline
from publisher.cli.outline import lines

CHAPTER = Path(__file__).parents[2] / "docs/guide/03-asl.md"
_PAIR = re.compile(r"```text\n(.*?)\n```\n\n```outline\n(.*?)\n```", re.DOTALL)
EXAMPLES = _PAIR.findall(CHAPTER.read_text("utf-8"))


def test_every_typed_example_says_how_it_is_read() -> None:
    """No example stands without its outline."""
    assert len(EXAMPLES) == CHAPTER.read_text("utf-8").count("```text") > 15


@pytest.mark.parametrize(("typed", "told"), EXAMPLES, ids=[told.splitlines()[0] for _, told in EXAMPLES])
def test_an_example_is_read_as_the_guide_says(typed: str, told: str, tmp_path: Path) -> None:
    """What `publisher outline` prints for it, in Arabic, is what the guide prints."""
    manuscript = tmp_path / "asl.txt"
    manuscript.write_text(typed + "\n", encoding="utf-8")
    found, _ = outline(manuscript)
    assert "\n".join(lines(found, "ar")) == told
