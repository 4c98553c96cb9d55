"""Whether a treaty is applied provisionally at all."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, said, status, three, two

SIGNED = act("signature", "AAA BBB CCC", "1936-01-01")
PROVISIONAL = clause("provisional_application", by="who declares it")


def declared(by: str, on: str, **more: object) -> str:
    return act("provisional application", by, on, **more)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        (declared("AAA", "1936-02-01"), {"negotiating"}),
        (declared("AAA BBB", "1936-02-01"), {"provisionally applying"}),
        (declared("AAA", "1936-02-01") + declared("BBB", "1936-09-01"), {"negotiating"}),
        (declared("AAA", "1936-02-01") + declared("BBB", "1936"), {"negotiating", "provisionally applying"}),
        (
            declared("AAA BBB", "1936-02-01") + act("end of provisional application", "AAA", "1936-03-01"),
            {"negotiating"},
        ),
    ],
)
def test_by_two_at_least(acts: str, expected: set[str]) -> None:
    found = three(entry({"instruments": 3}), SIGNED, acts, PROVISIONAL)
    assert status(found, "1936-06-01") == expected


def test_two_of_one_side_are_not_enough() -> None:
    sides = clause("[side]", parties=["AAA", "CCC"]) + clause("[side]", parties="BBB")
    text = entry({"instruments": 3}) + SIGNED + sides + PROVISIONAL
    assert status(three(text, declared("AAA CCC", "1936-02-01")), "1936-06-01") == {"negotiating"}
    assert status(three(text, declared("AAA BBB", "1936-02-01")), "1936-06-01") == {"provisionally applying"}


def test_times_that_perhaps_meet() -> None:
    anew = declared("AAA", "1936-08-01", id="anew")
    over = act("end of provisional application", "AAA", "1936-06")
    found = three(entry({"instruments": 3}), SIGNED, declared("AAA BBB", "1936-02-01"), over, anew, PROVISIONAL)
    assert status(found, "1936-05-01") == {"provisionally applying"}
    assert status(found, "1936-06-15") == {"negotiating", "provisionally applying"}
    assert status(found, "1936-07-15") == {"negotiating"}
    assert status(found, "1936-08-15") == {"provisionally applying"}


def test_of_two_and_what_the_argument_says() -> None:
    both = act("signature", "AAA BBB", "1936-01-01") + declared("AAA BBB", "1936-02-01")
    answer = two(entry("ratified by all"), both, PROVISIONAL).in_force("1937")
    assert answer.truth.value == "no"
    assert {each.value for each in answer.status} == {"provisionally applying"}
    assert "two at least apply it provisionally towards each other, beginning at" in said(answer)


def test_a_treaty_that_is_in_force_for_nobody_yet_is_still_applied_provisionally() -> None:
    opened = act("event", "AAA", "1936-03-01", id="opened")
    text = entry({"event": "opened"}) + opened + SIGNED + declared("AAA BBB", "1936-02-01") + PROVISIONAL
    found = three(text, act("ratification", "CCC", "1937-01-01"))
    assert status(found, "1936-06-01") == {"provisionally applying"}
    assert status(found, "1938-06-01") == {"party"}
