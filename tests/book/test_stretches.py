"""Stretches of time beside the same question asked of every day in them."""

from __future__ import annotations

import numpy as np
import pytest

from frame_kinds import compiled
from treatyclock.book.statuses import NO, UNKNOWN, YES
from treatyclock.book.stretches import AGREED, ANY, EVERY, Stretches, combined
from treatyclock.instants import DAY


def one_by_one(truths: list[int], how: str) -> int:
    if how == ANY:
        return YES if YES in truths else NO if set(truths) == {NO} else UNKNOWN
    if how == EVERY:
        return NO if NO in truths else YES if set(truths) == {YES} else UNKNOWN
    return truths[0] if len(set(truths)) == 1 else UNKNOWN


@pytest.mark.parametrize("how", [AGREED, ANY, EVERY])
def test_a_stretch_is_what_its_days_say(how: str) -> None:
    book, random = compiled("day"), np.random.default_rng(1939)
    one = random.integers(0, book.other, 250)
    other = (one + random.integers(1, book.other, 250)) % book.other
    first = random.integers(-11_700, -8_250, 250)
    last = first + random.integers(0, 500, 250) * (random.random(250) < 0.8)
    asked = Stretches.of(book, one, other, first=first * DAY, last=last * DAY)
    truths, found = asked.truths(book, how).tolist(), list(asked.find(book, how))
    seen = set()
    for row in range(250):
        days = np.arange(first[row], last[row] + 1) * DAY
        mine, theirs = np.full(len(days), one[row]), np.full(len(days), other[row])
        assert truths[row] == one_by_one(book.any(mine, theirs, days).tolist(), how)
        several = [dict(each) for each in book.find(mine, theirs, days)]
        wanted = {
            treaty: one_by_one([each.get(treaty, NO) for each in several], how) for each in several for treaty in each
        }
        assert dict(found[row]) == {treaty: truth for treaty, truth in wanted.items() if truth != NO}
        seen.add(truths[row])
    assert seen >= ({NO, YES, UNKNOWN} if how == AGREED else {NO, YES})


def test_of_two_points_nothing_between_them_is_meant() -> None:
    book = compiled("instant")
    one, other = (np.array([code]) for code in book.codes(["JPN", "SUN"]))
    first, last = np.array([-40 * 365 * DAY]), np.array([40 * 365 * DAY])
    assert Stretches.of(book, one, other, first=first, last=last, points=True).truths(book, AGREED).tolist() == [NO]
    assert Stretches.of(book, one, other, first=first, last=last).truths(book, AGREED).tolist() == [UNKNOWN]


def test_groups_of_one_are_themselves() -> None:
    truths = np.array([NO, YES, UNKNOWN], dtype=np.int8)
    assert all(combined(truths, np.arange(4), how).tolist() == [NO, YES, UNKNOWN] for how in (AGREED, ANY, EVERY))
