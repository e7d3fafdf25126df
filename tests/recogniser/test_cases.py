"""Every case of every convention is read as its outline says."""

import pytest
from tests.recogniser.cases import Case, cases, lines_of

from publisher.config import Settings
from publisher.readers.outline import outline
from publisher.readers.plain import read
from publisher.source import SourceFile


@pytest.mark.parametrize("case", tuple(cases()), ids=lambda case: case.name)
def test_a_case_is_read_as_its_outline_says(case: Case) -> None:
    assert lines_of(outline(read(SourceFile("case.txt", case.text), Settings()))) == case.outline
