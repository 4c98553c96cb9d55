"""For whom an event by a State ends what survives: days by hand."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import act, clause, entry, ratified, three, two

OUT = clause("denunciation", when="at any time", notice="P1Y", first_day="not counted")
LEFT = act("denunciation", "AAA", "1937-01-01") + act("denunciation", "BBB", "1937-01-01")
JOINED = entry({"instruments": 1}) + ratified(AAA="1936-01-01", BBB="1936-01-01", CCC="1936-01-01")
PAID = act("event", "AAA", "1940-06-30", id="a-paid")


def until(*parts: str, party: str | None = "BBB", **sunset: object) -> list[str]:
    common = {"until_event": ["a-paid", "b-paid"], "event_day": "end of the day"}
    treaty = three(JOINED, OUT, LEFT, clause("sunset", **{**common, **sunset}), *parts)
    return [" ".join(each.value) or "none" for each in treaty.dates(party=party).surviving_until]


def test_an_event_is_over_for_its_author_and_open_for_who_else_has_left() -> None:
    assert until(PAID, party="AAA") == ["1940-06-30"]
    assert until(PAID) == ["1940-06-30", ".."]


@pytest.mark.parametrize(("ends_for", "days"), [("all", ["1940-06-30"]), ("its author", [".."])])
def test_the_text_may_say_so(ends_for: str, days: list[str]) -> None:
    assert until(PAID, ends_for=ends_for) == days


def test_each_may_have_its_own() -> None:
    own = act("event", "BBB", "1942-03-31", id="b-paid")
    assert until(PAID, own, ends_for="its author") == ["1942-03-31"]
    assert until(PAID, own, ends_for="all") == ["1940-06-30"]
    assert until(PAID, own, party="AAA", ends_for="its author") == ["1940-06-30"]


def test_beside_a_period_the_period_goes_on() -> None:
    counted = {"lasts": "P10Y", "first_day": "counted", "termination_day": "first out"}
    assert until(PAID, ends_for="its author", **counted) == ["1948-01-01"]


def test_what_no_party_did_is_over_for_all_and_so_is_an_end_that_came_to_all() -> None:
    assert until(act("event", "AAA BBB CCC", "1940-06-30", id="a-paid")) == ["1940-06-30"]
    signed = entry("signed") + act("signature", "AAA BBB", "1936-01-01") + clause("term", until="1938-12-31")
    both = two(signed, clause("sunset", until_event="a-paid", event_day="end of the day"), PAID)
    assert str(both.dates(party="BBB").surviving_until) == str(both.dates(party="AAA").surviving_until)
    each = two(signed, clause("sunset", until_event="a-paid", event_day="end of the day", ends_for="its author"), PAID)
    assert each.status("1950-01-01", party="BBB") == frozenset({tc.Status.SURVIVING})
    assert each.status("1950-01-01", party="AAA") == frozenset({tc.Status.FORMER_PARTY})
    assert each.status("1950-01-01") == frozenset({tc.Status.SURVIVING})
