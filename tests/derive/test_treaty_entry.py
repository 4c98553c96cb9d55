"""Entry into force of the treaty itself: why it has not entered, its day, what was recorded, worked out by hand."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import (
    BOTH,
    act,
    asked,
    begins,
    entry,
    evaluation,
    ratified,
    three,
    two,
)
from treatyclock.derive.entry import ENTERED
from treatyclock.derive.reasons import Derived
from treatyclock.derive.treaty_entry import ALONE, NO_CLAUSE, NOT_MET, entry_into_force


def rule_of(treaty: tc.Treaty) -> object:
    found = evaluation(treaty)
    entry_into_force(found)
    reason = found.findings.reasons[ENTERED]
    assert isinstance(reason, Derived)
    return reason.rule


def test_why_it_has_not_entered() -> None:
    assert rule_of(two(act("signature", BOTH, "1930-01-15"))) is NO_CLAUSE
    assert rule_of(two(entry("ratified by all"), ratified(AAA="1930-01-01"))) is NOT_MET


@pytest.mark.parametrize(
    ("clauses", "first"),
    [
        ({"delay": "P3M"}, "1936-04-01"),
        ({"delay": {"period": "P1M", "lands": "the day after"}}, "1936-02-02"),
        ({"delay": {"period": "P1M", "lands": "the first of the next month"}}, "1936-03-01"),
        ({"delay": {"period": "P6M", "counted_from": "the first of its month"}}, "1936-07-01"),
        ({"not_before": "1937-01-01"}, "1937-01-01"),
        ({"not_before": "1935-01-01"}, "1936-01-01"),
        ({"on": "1936-05-01", "delay": "P1Y"}, "1936-05-01"),  # met by then, so the delay does not hold
        ({"on": "1935-12-31", "delay": "P1Y"}, "1937-01-01"),
        ({"on": "1936-05-01"}, "1936-05-01"),
        ({"recorded": "1936-01-09"}, "1936-01-09"),
    ],
)
def test_the_day_of_entry(clauses: dict[str, object], first: str) -> None:
    assert begins(three(entry({"instruments": 2}, **clauses), ratified(AAA="1936-01-01", BBB="1935-06-01"))) == [first]


def test_a_recorded_day_stands_alone_where_the_acts_do_not_make_up_the_condition() -> None:
    found = three(entry({"instruments": 3}, recorded="1938-01-01"), ratified(AAA="1936-01-01"))
    assert begins(found) == ["1938-01-01"]
    assert rule_of(found) is ALONE


def test_which_date_of_an_instrument_counts() -> None:
    text = act("ratification", "AAA", "1936-01-01", received="1936-02-01", sent="1936-01-05")
    for counts, first in ((None, "1936-02-01"), ("sent", "1936-01-05"), ("dated", "1936-01-01")):
        assert begins(three(entry({"instruments": 1}, counts_from=counts or "received"), text)) == [first]
    assert begins(three(entry({"instruments": 1}), text)) == ["1936-02-01"]


def test_the_hour_is_asked_for_only_where_it_may_matter() -> None:
    done = act("ratification", BOTH, "1939-08-24T02:00", clock="+00:00")
    cases: list[tuple[dict[str, object], list[str]]] = [
        ({}, ["entry_hour"]), ({"delay": "P1D"}, []), ({"on": "1939-09-01"}, [])
    ]  # fmt: skip
    for clauses, questions in cases:
        found = evaluation(two(entry({"ratified_by": BOTH.split()}, **clauses), done))
        entry_into_force(found)
        assert asked(found) == questions
