"""What survives the end: from when, and how long."""

from __future__ import annotations

import pytest

from small_treaties import (
    HALF_A_YEAR,
    ONE_IS_ENOUGH,
    SIGNED,
    act,
    clause,
    day,
    evaluation,
    instant,
    reading,
    said,
    status,
    three,
    two,
)
from treatyclock.civil.periods import Period
from treatyclock.derive.overlays.sunset import survival
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span

LEFT = ONE_IS_ENOUGH + HALF_A_YEAR + act("withdrawal", "AAA", "1937-09-01")  # the last day is 28 February 1938


@pytest.mark.parametrize(
    ("sunset", "until"),
    [
        # the text is silent, so all are tried: from 1 March or from 28 February, which counts or does not
        ({}, ["1939-03-01", "1939-02-28", "1939-02-27"]),
        ({"first_day": "counted"}, ["1939-02-28", "1939-02-27"]),
        ({"first_day": "not counted"}, ["1939-03-01", "1939-02-28"]),
        ({"termination_day": "first out"}, ["1939-03-01", "1939-02-28"]),
        ({"termination_day": "first out", "first_day": "not counted"}, ["1939-03-01"]),
        ({"termination_day": "last in force", "first_day": "not counted"}, ["1939-02-28"]),
        ({"from": "the notice", "first_day": "not counted"}, ["1938-09-01"]),
        ({"from": "the notice", "first_day": "counted"}, ["1938-08-31"]),
    ],
)
def test_what_survives_is_counted_from_the_day_of_the_end_or_of_the_notice(
    sunset: dict[str, str], until: list[str]
) -> None:
    found = three(LEFT, clause("sunset", lasts="P1Y", **sunset)).dates(party="AAA")
    assert [each.value for each in found.last_day_in_force] == [("1938-02-28",)]
    assert list(dict.fromkeys(" ".join(each.value) for each in found.surviving_until)) == until


def test_nothing_survives_that_is_counted_from_the_notice_and_over_before_the_end() -> None:
    over = three(LEFT, clause("sunset", lasts="P3M", first_day="not counted", **{"from": "the notice"}))
    assert over.dates(party="AAA").surviving_until == ()
    assert status(over, "1938-06-01", "AAA") == {"former party"}
    assert "survives" not in said(over.in_force("1938-06-01", party="AAA"))
    lasting = three(LEFT, clause("sunset", lasts="P7M", first_day="not counted", **{"from": "the notice"}))
    told = said(lasting.in_force("1938-03-15", party="AAA"))
    assert status(lasting, "1938-03-15", "AAA") == {"surviving effect"}
    assert "its effect survives until 1 April 1938" in told


def test_without_limit() -> None:
    found = three(LEFT, clause("sunset"))
    assert [each.value for each in found.dates(party="AAA").surviving_until] == [("..",)]
    assert status(found, "9000-01-01", "AAA") == {"surviving effect"}
    assert status(found, "1950", "BBB") == {"party"}


def test_an_end_at_an_hour_begins_it_within_that_day() -> None:
    hour = act("termination by consent", "AAA BBB", "1940-01-01T15:00+00:00")
    found = two(SIGNED, clause("sunset", lasts="P1Y", first_day="not counted"), hour)
    assert status(found, "1940-01-01T14:59Z") == {"party"}
    assert status(found, "1940-01-01T15:00Z") == {"surviving effect"}
    assert [each.value for each in found.dates().surviving_until] == [("1941-01-01",)]


def test_who_comes_back_within_it_is_a_party_again() -> None:
    back = act("accession", "AAA", "1938-06-01")
    found = three(LEFT, clause("sunset", lasts="P1Y", first_day="counted"), back)
    assert status(found, "1938-04-01", "AAA") == {"surviving effect"}
    assert status(found, "1938-07-01", "AAA") == {"party"}


def test_without_the_clause_nothing_survives() -> None:
    found = three(LEFT)
    assert status(found, "1938-06-01", "AAA") == {"former party"}
    assert found.dates(party="AAA").surviving_until == ()


def test_a_period_after_a_last_day() -> None:
    made = survival(evaluation(two(SIGNED)), Key("x"), day("1940-01-01"), Span(5, 5), Period.of("P1Y"))
    assert made.ends == (instant("1941-01-02T00:00Z"),) * 2
    assert (made.last_day, made.begins, made.because) == (day("1941-01-01"), Span(5, 5), (Key("x"),))


def test_an_end_at_midnight_comes_with_the_end_of_the_day_before() -> None:
    # it ends with 1 January, and what survives is counted from that day or from the 2nd
    midnight = act("termination by consent", "AAA BBB", "1940-01-02T00:00+00:00")
    found = two(SIGNED, clause("sunset", lasts="P1Y", first_day="not counted"), midnight)
    assert [each.value for each in found.dates().surviving_until] == [("1941-01-02",), ("1941-01-01",)]


@pytest.mark.parametrize(
    "end",
    [
        act("termination by consent", "AAA BBB", "2018-12-01", effective="2019-04-01"),
        clause("term", until="2019-04-01"),
        clause("denunciation", when="at any time", notice="P6M")
        + act("denunciation", "AAA", "2018-01-01", effective="2019-04-01"),
        clause("denunciation", when="at any time", notice="P6M", first_day="counted")
        + act("denunciation", "AAA", "2018-01-01", recorded="2019-04-01"),
        clause("denunciation", when="at any time", notice="P6M", lands="the first of the next month")
        + act("denunciation", "AAA", "2018-09-15"),
    ],
)
@pytest.mark.parametrize("effect", ["first out", "last in force"])
def test_a_day_that_is_named_for_the_end_is_the_date_of_termination(end: str, effect: str) -> None:
    mine = reading("mine", choose={"effect_day": effect})
    silent = two(SIGNED, clause("sunset", lasts="P15Y"), end, mine).dates(reading="mine")
    assert [each.value for each in silent.surviving_until] == [("2034-04-01",), ("2034-03-31",)]
    says = clause("sunset", lasts="P15Y", first_day="not counted", termination_day="first out")
    told = two(SIGNED, says, end, mine).dates(reading="mine")
    after = "2034-04-02" if told.last_day_in_force[0].value == ("2019-04-01",) else "2034-04-01"
    assert [each.value for each in told.surviving_until] == [(after,)]  # the text goes before the name
