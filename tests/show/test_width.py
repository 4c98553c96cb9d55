"""How wide a text is: as narrow as the terminal, and as wide as ever afterwards."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.show.width import NARROWEST, WIDEST, as_wide_as, width


@pytest.mark.parametrize(("terminal", "expected"), [(80, 80), (10, NARROWEST), (250, WIDEST)])
def test_the_lines_of_an_answer_fit(terminal: int, expected: int) -> None:
    answer = tc.load("soviet-japanese-neutrality-pact").in_force("1945-08-09")
    whole = str(answer)
    with as_wide_as(terminal):
        assert width() == expected
        lines = str(answer).splitlines()
    assert max(len(line) for line in lines if " " in line.strip()) <= expected
    assert str(answer) == whole, "the width is forgotten"


def test_an_error_within_does_not_keep_the_width() -> None:
    with pytest.raises(ZeroDivisionError), as_wide_as(60):
        raise ZeroDivisionError
    assert width() == WIDEST
