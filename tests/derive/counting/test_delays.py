"""A delay applied to a day: from the day or from the first of its month, and the day on which it lands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from small_treaties import SIGNED, day, evaluation, two
from treatyclock.civil.periods import Period
from treatyclock.derive.counting.delays import before_end, delayed, last_day_by_notice
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.clauses.delays import AT_ONCE, CountedFrom, Delay, Lands
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import BeforeEnd, Denunciation, ExitWhen
from treatyclock.law.clauses.joining import Joining


@pytest.mark.parametrize(
    ("on", "delay", "reached"),
    [
        ("1936-01-15", AT_ONCE, "1936-01-15"),
        ("1936-01-15", Delay(period=Period.of("P30D")), "1936-02-14"),
        ("1936-01-15", Delay(period=Period.of("P1M"), lands=Lands.DAY_AFTER), "1936-02-16"),
        ("1936-01-15", Delay(lands=Lands.DAY_AFTER), "1936-01-16"),
        ("1936-01-15", Delay(lands=Lands.NEXT_MONTH), "1936-02-01"),
        ("1936-01-31", Delay(lands=Lands.NEXT_MONTH), "1936-02-01"),
        ("1936-02-01", Delay(lands=Lands.NEXT_MONTH), "1936-03-01"),
        ("1936-12-31", Delay(lands=Lands.NEXT_MONTH), "1937-01-01"),
        ("1936-01-31", Delay(period=Period.of("P6M"), counted_from=CountedFrom.MONTH), "1936-07-01"),
    ],
)
def test_the_day_that_is_reached(on: str, delay: Delay, reached: str) -> None:
    assert delayed(evaluation(two(SIGNED)), day(on), delay, EntryIntoForce) == (day(reached), ())


def test_a_month_that_lacks_the_day_is_a_convention_used() -> None:
    for answer, reached in (("clamp", "1936-02-29"), ("roll", "1936-03-01")):
        found = evaluation(two(SIGNED), month_end=answer)
        month = (Key("convention", "month_end"),)
        assert delayed(found, day("1936-01-31"), Delay(period=Period.of("P1M")), EntryIntoForce) == (
            day(reached),
            month,
        )


def test_a_vague_day_stays_vague() -> None:
    found = delayed(evaluation(two(SIGNED)), day("1936-01-20", "1936-02-05"), Delay(lands=Lands.NEXT_MONTH), Joining)
    assert found == (day("1936-02-01", "1936-03-01"), ())


@pytest.mark.parametrize(
    ("given", "month_end", "entry", "counted", "not_counted"),
    [
        # 2020 is a leap year: 31 August and six months are 29 February, or 1 March where what is lacking rolls over
        ("2019-08-31", "clamp", "2020-02-29", "2020-02-28", "2020-02-29"),
        ("2019-08-31", "roll", "2020-03-01", "2020-02-29", "2020-03-01"),
        ("2019-08-29", "clamp", "2020-02-29", "2020-02-28", "2020-02-29"),
        ("2018-08-30", "clamp", "2019-02-28", "2019-02-27", "2019-02-28"),
        ("2018-08-30", "roll", "2019-03-01", "2019-02-28", "2019-03-01"),
    ],
)
def test_a_notice_takes_effect_on_the_day_on_which_a_treaty_would_enter_into_force(
    given: str, month_end: str, entry: str, counted: str, not_counted: str
) -> None:
    period = Period.of("P6M")
    asked = evaluation(two(SIGNED), month_end=month_end)
    assert delayed(asked, day(given), Delay(period=period), EntryIntoForce)[0] == day(entry)
    for first_day, last in (("counted", counted), ("not counted", not_counted)):
        found = evaluation(two(SIGNED), month_end=month_end, notice_first_day=first_day)
        clause = Denunciation(when=ExitWhen.ANY_TIME, notice=period)
        assert last_day_by_notice(found, day(given), period, clause)[0] == day(last)


@pytest.mark.parametrize(
    ("end", "notice", "month_end", "back", "forward"),
    [
        # where no month is short there is one way only
        ("1946-04-25", "P1Y", "clamp", "1945-04-25", None),
        ("1946-03-31", "P1M", "clamp", "1946-02-28", None),
        # 31 August less six months is 28 February, or rolled over 1 March; six months from 1 March go beyond the end
        ("1946-08-31", "P6M", "roll", "1946-03-01", "1946-02-28"),
        # six months from 31 August are over on 28 February, so a notice of that day is in time
        ("1946-02-28", "P6M", "clamp", "1945-08-28", "1945-08-31"),
        ("1946-02-28", "P6M", "roll", "1945-08-28", None),
        # a year from 29 February 1944 is over on 28 February 1945
        ("1945-02-28", "P1Y", "clamp", "1944-02-28", "1944-02-29"),
        # a month and ten days: back over February, or forward over January
        ("1946-03-05", "P1M10D", "clamp", "1946-01-26", "1946-01-23"),
        ("1946-03-05", "P40D", "clamp", "1946-01-24", None),
        ("1946-03-05", "P0D", "clamp", "1946-03-05", None),
    ],
)
def test_a_period_before_an_end_has_two_ways_where_a_month_is_short(
    end: str, notice: str, month_end: str, back: str, forward: str | None
) -> None:
    clause = Denunciation(when=ExitWhen.END_OF_TERM, notice=Period.of(notice))
    for way, last in ((BeforeEnd.BACK, back), (BeforeEnd.FORWARD, forward or back)):
        found = evaluation(two(SIGNED), month_end=month_end, notice_before_end=way.value)
        made, keys = before_end(found, day(end), clause)
        assert made == day(last)
        assert (Key("convention", "notice_before_end") in keys) == (forward is not None)
        told = replace(clause, notice_before_end=way)
        assert before_end(evaluation(two(SIGNED), month_end=month_end), day(end), told)[0] == day(last)
