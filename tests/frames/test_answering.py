"""The columns of an answer: statuses beside the treaties, and the open questions of what is unknown alone."""

from __future__ import annotations

import numpy as np

from frame_kinds import ALLIES, PACT, compiled
from treatyclock.book.stretches import AGREED, Stretches
from treatyclock.frames.answering import COLUMNS, answers
from treatyclock.instants import DAY


def test_columns_fit_each_other() -> None:
    book, random = compiled("day"), np.random.default_rng(1943)
    size = 3000
    one = random.integers(0, book.other, size)
    other = (one + random.integers(1, book.other, size)) % book.other
    first = random.integers(-11_700, -8_400, size)
    last = first + random.integers(0, 60, size)
    there = np.ones(size, dtype=bool)
    asked = Stretches.of(book, one, other, first=first * DAY, last=last * DAY)
    found = {name: column.to_pylist() for name, column in answers(book, asked, AGREED, there, COLUMNS).items()}
    assert tuple(found) == COLUMNS
    for row in range(size):
        treaties, perhaps, depends = (found[name][row] for name in ("treaties", "perhaps", "depends_on"))
        assert len(found["status"][row]) == len(treaties) + len(perhaps)
        assert all("party" in status for status in found["status"][row][: len(treaties)])
        assert not treaties or found["truth"][row] == "yes"
        assert found["truth"][row] != "unknown" or depends
        assert all(any(each.startswith(f"{treaty}: ") for each in depends) for treaty in perhaps)
        assert {each.partition(": ")[0] for each in depends} <= {*perhaps, PACT, ALLIES, "which of these times was it?"}


def test_rows_without_a_question_have_no_answer() -> None:
    book = compiled("day")
    codes = book.codes(["JPN", "SUN"])
    at = np.array([-9000 * DAY])
    asked = Stretches.of(book, codes[:1], codes[1:], first=at, last=at)
    found = answers(book, asked, AGREED, np.array([False, True, False]), ("truth", "treaties"))
    assert found["truth"].to_pylist() == [None, "yes", None]
    assert found["treaties"].to_pylist() == [None, [PACT], None]
