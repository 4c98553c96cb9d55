"""A time in which nobody may leave, or in which leaving has no effect yet."""

from __future__ import annotations

import pytest

from small_treaties import TWO_OF_THREE, act, clause, ends, entry, ratified, said, three

TEXT = entry({"instruments": 2}) + ratified(AAA="1936-11-04", BBB="1936-11-04")


def locked(**lock: object) -> str:
    own = {"lasts": "P3Y", "first_day": "counted", **lock}
    return clause("denunciation", when="at any time", notice="P1D", first_day="counted", lock_in=own)


@pytest.mark.parametrize(
    ("bars", "on", "last"),
    [
        ("notice", "1939-11-03", ["none"]),
        ("notice", "1939-11-04", ["1939-11-04"]),
        ("exit", "1939-01-01", ["1939-11-03"]),
        ("exit", "1939-11-04", ["1939-11-04"]),
        (["notice", "exit"], "1939-01-01", ["none", "1939-11-03"]),
    ],
)
def test_a_lock_in_ends_on_the_same_day_for_notices_and_for_exits(bars: object, on: str, last: list[str]) -> None:
    assert ends(three(TEXT, locked(bars=bars), act("withdrawal", "AAA", on)), "AAA") == last


def test_where_the_first_day_does_not_count_it_is_over_a_day_later() -> None:
    text = locked(bars="notice", first_day="not counted")
    assert ends(three(TEXT, text, act("withdrawal", "AAA", "1939-11-04")), "AAA") == ["none"]
    assert ends(three(TEXT, text, act("withdrawal", "AAA", "1939-11-05")), "AAA") == ["1939-11-05"]
    kept_back = locked(bars="exit", first_day="not counted")
    assert ends(three(TEXT, kept_back, act("withdrawal", "AAA", "1939-01-01")), "AAA") == ["1939-11-04"]


@pytest.mark.parametrize(("since", "last"), [("entry into force", "1942-12-31"), ("own entry into force", "none")])
def test_what_it_is_counted_from(since: str, last: str) -> None:
    text = TWO_OF_THREE + ratified(CCC="1942-01-01") + locked(bars="notice", **{"from": since})
    assert ends(three(text, act("withdrawal", "CCC", "1942-12-31")), "CCC") == [last]


def test_what_is_said_of_a_notice_that_is_barred() -> None:
    found = three(TEXT, locked(bars="notice"), act("withdrawal", "AAA", "1939-01-01"))
    answer = found.effective_withdrawal("withdrawal-aaa")
    assert "o notice could be given before 4 November 1939, so the notice has no effect" in " ".join(
        answer.explain().split()
    )
    waits = three(TEXT, locked(bars="exit"), act("withdrawal", "AAA", "1939-01-01")).in_force("1950", party="AAA")
    assert "no exit can take effect before that time is over, so the last day in force is 3 November 1939" in said(
        waits
    )


def test_an_exit_that_nothing_keeps_back_is_not_said_to_be() -> None:
    for bars, on in (("exit", "1939-11-04"), ("notice", "1939-11-04"), ("exit", "1945-01-01")):
        answer = three(TEXT, locked(bars=bars), act("withdrawal", "AAA", on)).in_force("1950", party="AAA")
        assert "no exit can take effect before that time is over" not in said(answer)


def test_an_hour_is_compared_as_an_instant() -> None:
    at_once = clause(
        "denunciation", when="at any time", lock_in={"lasts": "P3Y", "first_day": "counted", "bars": "exit"}
    )
    found = three(TEXT, at_once, act("withdrawal", "AAA", "1939-11-04T05:00+14:00"))  # still the 3rd in UTC
    assert [found.in_force(f"1939-11-{at}", party="AAA").truth.value for at in ("03T16:00Z", "04T00:00Z")] == [
        "yes",
        "no",
    ]
