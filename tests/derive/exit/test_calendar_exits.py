"""Exits in windows and on fixed days, as the ILO and the whaling commission have them."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest

from small_treaties import ONE_IS_ENOUGH, act, clause, day, ends, entry, evaluation, ratified, reading, three
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.exit.calendar_exits import fixed_day, windows
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.exit_times import FixedDay

# ILO Convention no. 45: in force 30 May 1937, a year of windows every ten years.
TEXT = entry({"instruments": 2}) + ratified(AAA="1937-05-30", BBB="1937-05-30", CCC="1950-01-15")


def in_windows(**window: object) -> str:
    return clause(
        "denunciation", when="in a window", notice="P1Y", first_day="not counted",
        window={"every": "P10Y", "lasts": "P1Y", **window},
    )  # fmt: skip


def on_30_june(cut_off: str = "01-01", **more: object) -> str:
    return clause("denunciation", when="on a fixed day", day={"on": "06-30", "cut_off": cut_off}, **more)


@pytest.mark.parametrize(
    ("since", "number", "opens", "closes"),
    [
        ("1937-05-30", 1, "1947-05-30", "1948-05-30"),
        ("1948-05-30", 1, "1947-05-30", "1948-05-30"),
        ("1948-05-31", 2, "1957-05-30", "1958-05-30"),
        ("1998-05-30", 6, "1997-05-30", "1998-05-30"),
    ],
)
def test_the_windows_that_close_on_a_day_or_later(since: str, number: int, opens: str, closes: str) -> None:
    found = evaluation(three(TEXT, in_windows()))
    entered, text = entry_into_force(found), found.clause(Denunciation)
    assert entered is not None and text is not None
    first = next(windows(found, text, entered, entered, date.fromisoformat(since)))
    assert (first.number, first.opens, first.closes) == (number, day(opens), day(closes))
    assert first.because[0] == entered.key


def test_windows_counted_from_a_day_that_the_text_names() -> None:
    found = evaluation(three(TEXT, in_windows(**{"from": "1940-01-01"})))
    entered, text = entry_into_force(found), found.clause(Denunciation)
    assert entered is not None and text is not None
    first = next(windows(found, text, entered, entered, date(1937, 1, 1)))
    assert (first.opens, first.because) == (day("1950-01-01"), ())


@pytest.mark.parametrize(
    ("on", "last"),
    [("1957-05-29", "none"), ("1957-05-30", "1958-05-30"), ("1958-05-30", "1959-05-30"), ("1958-05-31", "none")],
)
def test_a_notice_in_a_window_and_beside_one(on: str, last: str) -> None:
    assert ends(three(TEXT, in_windows(), act("denunciation", "AAA", on)), "AAA") == [last]


@pytest.mark.parametrize(
    ("every", "lasts"), [("P1D", "P1D"), ("P1D", "P2M"), ("P1M", "P10D"), ("P1M1D", "P1D"), ("P11M", "P3Y")]
)
@pytest.mark.parametrize("month_end", ["clamp", "roll"])
def test_the_first_window_that_is_open_is_found_without_counting_up(every: str, lasts: str, month_end: str) -> None:
    found = evaluation(three(TEXT, in_windows(every=every, lasts=lasts)), month_end=month_end)
    entered, text = entry_into_force(found), found.clause(Denunciation)
    assert entered is not None and text is not None
    all_of_them = list(islice(windows(found, text, entered, entered, date(1937, 5, 30)), 900))
    for since in (date(1937, 6, 30), date(1938, 2, 28), date(1938, 3, 1), date(1939, 1, 31), date(1939, 10, 2)):
        plain = next(each for each in all_of_them if each.closes.last >= since)
        assert next(windows(found, text, entered, entered, since)) == plain


def test_a_window_each_day_for_eight_thousand_years() -> None:
    daily = in_windows(every="P1D", lasts="P1D", **{"from": "1940-01-01"})
    assert ends(three(TEXT, daily, act("denunciation", "AAA", "9990-06-01")), "AAA") == ["9991-06-01"]
    # the year 9999 has no windows after it
    late = in_windows(every="P900Y", lasts="P1Y")
    assert ends(three(TEXT, late, act("denunciation", "AAA", "9950-06-01")), "AAA") == ["none"]


# The windows open with 30 May 1957 and close with 30 May 1958 at midnight in UTC: both ends are instants for an hour.
@pytest.mark.parametrize(
    ("at", "last"),
    [
        ("1957-05-30T00:30+09:00", "none"),  # 29 May, 15:30 in UTC
        ("1957-05-30T09:00+09:00", "1958-05-30"),
        # 30 May, 04:30 in UTC: whether the year runs from the day as printed, or from the treaty's, is open.
        ("1957-05-29T23:30-05:00", "1958-05-29 1958-05-30"),
        ("1957-05-29T18:59-05:00", "none"),
        ("1958-05-31T08:59+09:00", "1959-05-31 1959-05-30"),
        ("1958-05-31T09:00+09:00", "none"),
        ("1958-05-30T18:59-05:00", "1959-05-30"),
        ("1958-05-30T19:00-05:00", "none"),
    ],
)
def test_both_ends_of_a_window_go_by_one_clock(at: str, last: str) -> None:
    assert ends(three(TEXT, in_windows(), act("denunciation", "AAA", at)), "AAA") == last.split()


def test_windows_of_each_partys_own() -> None:
    own = in_windows(**{"from": "own entry into force"})
    for on, last in (("1957-06-01", "none"), ("1960-01-15", "1961-01-15")):
        assert ends(three(TEXT, own, act("denunciation", "CCC", on)), "CCC") == [last]


# --- fixed days ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "cut_off", "given", "effect", "by"),
    [
        ((6, 30), (1, 1), "2018-12-26", "2019-06-30", "2019-01-01"),
        ((6, 30), (1, 1), "2019-01-01", "2019-06-30", "2019-01-01"),
        ((6, 30), (1, 1), "2019-01-02", "2020-06-30", "2020-01-01"),
        ((1, 1), (6, 30), "2019-06-30", "2020-01-01", "2019-06-30"),  # the cut-off lies in the year before
        ((1, 1), (6, 30), "2019-07-01", "2021-01-01", "2020-06-30"),
        ((2, 29), (2, 1), "2019-01-01", "2019-02-28", "2019-02-01"),  # 29 February, in a year that has none
    ],
)
def test_the_fixed_day_that_a_notice_reaches(
    on: tuple[int, int], cut_off: tuple[int, int], given: str, effect: str, by: str
) -> None:
    found = fixed_day(FixedDay(on=on, cut_off=cut_off), date.fromisoformat(given))
    assert found == (date.fromisoformat(effect), date.fromisoformat(by))


def test_a_cut_off_is_a_midnight_for_a_notice_of_a_known_hour() -> None:
    text = ONE_IS_ENOUGH + on_30_june() + reading("out", choose={"effect_day": "first out"})
    for at, last in (("1938-01-02T02:00+05:00", "1938-06-29"), ("1938-01-02T06:00+05:00", "1939-06-29")):
        assert ends(three(text, act("withdrawal", "AAA", at)), "AAA", "out") == [last]


@pytest.mark.parametrize(
    ("follows", "last"),
    [
        ("1938-01-15", "1938-06-30"),  # within a month of hearing of it on 20 December
        ("1938-01-20", "1938-06-30"),
        ("1938-01-21", "1939-06-30"),
    ],
)
def test_who_follows_anothers_notice_in_time_leaves_with_it(follows: str, last: str) -> None:
    text = ONE_IS_ENOUGH + on_30_june(chain="P1M", chain_first_day="not counted", effect_day="last in force")
    first = act("withdrawal", "AAA", "1937-12-15", circulated="1937-12-20")
    assert ends(three(text, first, act("withdrawal", "BBB", follows)), "BBB") == [last]
    without = ONE_IS_ENOUGH + on_30_june(effect_day="last in force")
    assert ends(three(without, first, act("withdrawal", "BBB", follows)), "BBB") == ["1939-06-30"]


@pytest.mark.parametrize(
    "at",
    [
        "1958-05-30T23:00+00:00",
        "1958-05-31T02:00+03:00",
    ],
)
def test_a_window_closes_at_a_midnight_for_a_notice_of_a_known_hour(at: str) -> None:
    # one instant, within the last hour of 30 May in UTC, whose midnight counts
    assert ends(three(TEXT, in_windows(), act("denunciation", "AAA", at)), "AAA") != ["none"]
