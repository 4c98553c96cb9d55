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
from treatyclock.derive.entry.entry import ENTERED
from treatyclock.derive.entry.treaty_entry import ALONE, LAPSED, NO_CLAUSE, NOT_MET, entry_into_force
from treatyclock.derive.reasoning.reasons import Derived


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


@pytest.mark.parametrize(
    ("met_by", "ratified_on", "first"),
    [
        ("1936-03-31", "1936-03-31", "1936-05-01"),
        ("1936-03-31", "1936-04-01", "1936-05-31"),
        ("1936-03-31", "1936-03", "1936-05-01"),
        (None, "1936-04-30", "1936-05-01"),
    ],
)
def test_the_last_day_for_the_condition_may_come_before_the_day_of_entry(
    met_by: str | None, ratified_on: str, first: str
) -> None:
    more = {} if met_by is None else {"met_by": met_by}
    clauses = entry({"instruments": 2}, on="1936-05-01", delay="P60D", **more)
    assert begins(three(clauses, act("ratification", "AAA BBB", ratified_on))) == [first]


def test_where_the_text_does_not_say_what_holds_after_that_day_it_is_open() -> None:
    clauses = entry({"instruments": 2}, on="1936-05-01", met_by="1936-03-31")
    assert begins(three(clauses, ratified(AAA="1936-03-01", BBB="1936-04-10"))) == ["[1936-05-01..]"]


@pytest.mark.parametrize(("ratified_on", "first"), [("1936-12-31", "1937-01-30"), ("1937-01-01", "none")])
def test_a_treaty_whose_condition_is_not_met_by_its_day_lapses(ratified_on: str, first: str) -> None:
    clauses = entry({"instruments": 2}, delay="P30D", lapses="1936-12-31")
    found = three(clauses, act("ratification", "AAA BBB", ratified_on))
    assert begins(found) == [first]
    assert (rule_of(found) is LAPSED) == (first == "none")


def test_what_the_depositary_recorded_did_not_lapse() -> None:
    clauses = entry({"instruments": 2}, lapses="1936-12-31", recorded="1937-02-01")
    assert begins(three(clauses, act("ratification", "AAA BBB", "1937-02-01"))) == ["1937-02-01"]
