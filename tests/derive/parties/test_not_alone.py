"""A treaty that needs two is in force for none before it may be for a second: the days by hand."""

from __future__ import annotations

from typing import Any

import pytest

from small_treaties import act, clause, ends, entry, status, three, truth

LATER = act("ratification", "AAA", "1936-01-01") + act("ratification", "BBB", "1936-01-01", recorded="1938-01-01")


def entered(when: Any, *more: str) -> tuple[str, str]:
    weights = "[weights.tonnage]\ntotal = 4\nref = 'r'\n[weights.tonnage.shares]\nAAA = 2\nBBB = 1\n"
    found = three(entry(when), weights, LATER, *more)
    return truth(found, "1937-06-01", party="AAA"), truth(found, "1938-01-02", party="AAA")


@pytest.mark.parametrize(
    ("when", "before"),
    [
        ({"instruments": 2}, "no"),
        ({"instruments": 1}, "yes"),  # one is enough, by the text
        ({"ratified_by": ["AAA", "BBB"]}, "no"),
        ({"all_of": [{"ratified_by": "AAA"}, {"instruments": 1, "among": ["BBB", "CCC"]}]}, "no"),
        ({"all_of": [{"ratified_by": "AAA"}, {"instruments": 1}]}, "yes"),
        ({"any_of": [{"ratified_by": ["AAA", "BBB"]}, {"instruments": 2}]}, "no"),
        ({"any_of": [{"ratified_by": "AAA"}, {"instruments": 2}]}, "yes"),
        ({"share": "60%", "of": "tonnage"}, "no"),
        ({"share": "50%", "of": "tonnage"}, "yes"),
        ({"not_before": "1936-01-01"}, "yes"),  # the text names no number at all
    ],
)
def test_what_the_condition_needs(when: Any, before: str) -> None:
    assert entered(when) == (before, "yes")


def test_a_third_that_is_there_makes_two() -> None:
    assert entered({"instruments": 2}, act("ratification", "CCC", "1936-01-01")) == ("yes", "yes")
    found = three(entry({"instruments": 2}), LATER, act("ratification", "CCC", "1937-01-01"))
    assert [truth(found, f"{day}T12:00Z", party="AAA") for day in ("1936-12-31", "1937-01-01")] == ["no", "yes"]


def test_a_recorded_day_and_others_than_those_listed_leave_it_as_it_is() -> None:
    recorded = three(clause("entry_into_force", when={"instruments": 2}, recorded="1936-01-01"), LATER)
    assert truth(recorded, "1937-06-01", party="AAA") == "yes"
    assert entered({"instruments": 2}, clause("record", parties="in part"))[0] != "no"


def test_the_term_runs_from_then_and_nobody_is_a_party_before() -> None:
    term = clause("term", lasts="P1Y", from_="entry into force", first_day="not counted")
    found = three(entry({"instruments": 2}), LATER, term)
    assert ends(found) == ["1939-01-01"]
    assert (status(found, "1937"), status(found, "1937", party="AAA")) == ({"negotiating"}, {"contracting State"})
    told = " ".join(found.in_force("1938-06-01").explain().split())
    assert "the treaty would have entered into force on 1 January 1936" in told
    assert (
        "by then one State alone could be a party, so it entered into force when a second could: on 1 January 1938"
        in told
    )


GONE = act("withdrawal of consent", "AAA", "1936-02-01")


def test_it_enters_into_force_for_no_one_alone() -> None:
    both = act("ratification", "AAA BBB", "1936-01-01")
    found = three(entry({"instruments": 2}, delay="P1Y"), both, GONE)
    assert (truth(found, "1938"), status(found, "1938", party="BBB")) == ("no", {"contracting State"})
    told = " ".join(found.in_force("1938", party="BBB").explain().split())
    assert "by then one State alone could be a party, and no second can" in told
    # Nor for none of them.
    none = three(entry({"instruments": 2}, delay="P1Y"), both, act("withdrawal of consent", "AAA BBB", "1936-02-01"))
    assert truth(none, "1938") == "no"
    # One instrument is enough, by the text.
    assert truth(three(entry({"instruments": 1}, delay="P1Y"), both, GONE), "1938", party="BBB") == "yes"


def test_between_sides_it_waits_for_one_on_the_other_side() -> None:
    sides = clause("[side]", parties=["AAA", "CCC"]) + clause("[side]", parties=["BBB"])
    parts = [sides, entry({"instruments": 2}, delay="P1Y"), clause("joining", delay="P2Y"), GONE]
    both = act("ratification", "AAA BBB", "1936-01-01")
    found = three(*parts, both, act("accession", "CCC", "1936-06-01"))
    assert [truth(found, day, party="BBB") for day in ("1937-05-31", "1938-06-01")] == ["no", "yes"]
    assert truth(three(*parts, both), "1938", party="BBB") == "no"
