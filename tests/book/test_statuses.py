from __future__ import annotations

from itertools import combinations

import pytest

from treatyclock.book.statuses import (
    NO,
    NOTHING_KNOWN,
    ORDER,
    TRUTHS,
    UNKNOWN,
    YES,
    less_advanced,
    mask_of,
    statuses_of,
    truth_of,
    union,
)
from treatyclock.derive.histories.history import the_less_advanced
from treatyclock.law.status import Status
from treatyclock.questions.looked_up import truth_of_piece

SETS = [frozenset(each) for size in (1, 2, 3) for each in combinations(ORDER, size)]


@pytest.mark.parametrize("statuses", SETS, ids=lambda each: "-".join(sorted(one.value for one in each)))
def test_a_set_is_a_mask_and_has_the_truth_of_its_statuses(statuses: frozenset[Status]) -> None:
    assert statuses_of(mask_of(statuses)) == statuses
    assert TRUTHS[truth_of(mask_of(statuses))] is truth_of_piece(statuses)


def test_where_nothing_was_known_nothing_is_told() -> None:
    assert mask_of(frozenset()) == NOTHING_KNOWN
    assert truth_of(NOTHING_KNOWN) == UNKNOWN
    party = mask_of(frozenset({Status.PARTY}))
    assert truth_of(NOTHING_KNOWN | party) == UNKNOWN
    assert less_advanced(NOTHING_KNOWN, party) == NOTHING_KNOWN
    assert (truth_of(party), truth_of(mask_of(frozenset({Status.SIGNATORY})))) == (YES, NO)


def test_what_two_have_together_is_what_their_sets_have() -> None:
    for one in SETS[:40]:
        for other in SETS[20:60]:
            if Status.SAME_SIDE not in one | other:  # a pair has it, and no State by itself
                assert statuses_of(less_advanced(mask_of(one), mask_of(other))) == the_less_advanced(one, other)


def test_a_union_has_all() -> None:
    assert union([1, 4, 5]) == 5
