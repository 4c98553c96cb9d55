"""Conditions of entry: what they are made of, and which no treaty between two would wait for."""

from __future__ import annotations

import pytest

from treatyclock.law.clauses.conditions import AllOf, AnyOf, Condition, Consented, Instruments, Pairwise, Signed
from treatyclock.law.clauses.entry import EntryIntoForce

TREE = AllOf(conditions=(Signed(), AnyOf(conditions=(Consented(by=("AAA",)), Instruments(needed=3)))))


def test_all_that_is_within_it() -> None:
    assert [type(each).__name__ for each in TREE.walk()] == ["AllOf", "Signed", "AnyOf", "Consented", "Instruments"]
    assert [type(each).__name__ for each in Signed().walk()] == ["Signed"]


@pytest.mark.parametrize(
    ("condition", "many"),
    [
        (TREE, True), (Instruments(needed=2), False), (Instruments(needed=3), True), (Pairwise(), True),
        (Consented(), False), (AllOf(conditions=(Signed(), Instruments(needed=2))), False),
    ],
)  # fmt: skip
def test_what_presupposes_many(condition: Condition, many: bool) -> None:
    assert EntryIntoForce(when=condition).presupposes_many == many


def test_their_words() -> None:
    assert TREE.says() == "all parties have signed it and (AAA has ratified it, or 3 instruments are deposited)"


def test_conditions_within_conditions_are_said_with_their_grouping() -> None:
    both = AllOf(conditions=(Consented(by=("AAA",)), Consented(by=("BBB",))))
    assert AnyOf(conditions=(both, Signed())).says() == (
        "(AAA has ratified it and BBB has ratified it), or all parties have signed it"
    )
    assert AllOf(conditions=(both, AnyOf(conditions=(Signed(),)))).says() == (
        "AAA has ratified it and BBB has ratified it and all parties have signed it"
    )
