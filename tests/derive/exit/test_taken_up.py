"""A notice that is taken up again, under each kind of exit; the days by hand."""

from __future__ import annotations

import pytest

from small_treaties import TWO_OF_THREE, act, clause, ends, reading, said, three, truth

CLOCKS = reading("on", choose={"notice_clock": "goes on"}) + reading("anew", choose={"notice_clock": "begins anew"})


def pause(given: str, stopped: str, again: str, **more: object) -> str:
    return (
        act("withdrawal", "AAA", given, id="n", **more)
        + act("suspension of a notice", "AAA", stopped, of="n")
        + act("resumption of a notice", "AAA", again, of="n")
    )


def both(*parts: str) -> dict[str, str]:
    found = three(TWO_OF_THREE, *parts, CLOCKS)
    return {by: " or ".join(ends(found, "AAA", by)) for by in ("on", "anew")}


@pytest.mark.parametrize(
    ("again", "goes_on", "anew"),
    [
        # a notice of 1 February 1946 for a year, suspended on 1 July with 214 days left
        ("1946-09-01", "1947-04-03", "1947-08-31"),
        # taken up after the window it is no notice of its own any more, but what had run goes on
        ("1948-01-01", "1948-08-02", "none"),
    ],
)
def test_in_a_window(again: str, goes_on: str, anew: str) -> None:
    text = clause("denunciation", when="in a window", notice="P1Y", first_day="counted") + (
        '[denunciation.window]\nevery = "P10Y"\nlasts = "P1Y"\n'
    )
    assert both(text, pause("1946-02-01", "1946-07-01", again)) == {"on": goes_on, "anew": anew}


@pytest.mark.parametrize(
    ("again", "goes_on", "anew"),
    [
        ("1938-12-01", "1939-06-30", "1939-06-30"),
        ("1939-03-01", "1939-06-30", "1940-06-30"),  # after the cut-off, before the day
        ("1939-07-01", "1940-06-30", "1940-06-30"),  # the day went by while it slept
        ("1940-03-01", "1940-06-30", "1941-06-30"),
    ],
)
def test_on_a_yearly_day(again: str, goes_on: str, anew: str) -> None:
    text = clause("denunciation", when="on a fixed day", effect_day="last in force") + (
        '[denunciation.day]\non = "06-30"\ncut_off = "01-01"\n'
    )
    assert both(text, pause("1938-09-01", "1938-10-01", again)) == {"on": goes_on, "anew": anew}


def test_it_lands_on_the_first_of_a_month_again() -> None:
    # three months from 10 January end on 10 April; on 10 March 31 days are left, and run from 20 May to 20 June
    text = clause(
        "denunciation", when="at any time", notice="P3M", lands="the first of the next month", effect_day="first out"
    )
    assert both(text, pause("1940-01-10", "1940-03-10", "1940-05-20")) == {"on": "1940-06-30", "anew": "1940-08-31"}


def test_a_lock_in_and_a_day_that_the_notice_names_still_count() -> None:
    text = clause("denunciation", when="at any time", notice="P3M", first_day="counted", effect_day="last in force")
    named = pause("1940-01-01", "1940-02-01", "1940-03-01", effective="1941-12-31")
    assert both(text, named)["anew"] == "1941-12-31"


INDEFINITE = (
    clause("term", lasts="P5Y", from_="entry into force", first_day="counted")
    + clause("renewal", then="indefinite")
    + clause(
        "denunciation",
        when="at the end of the term",
        notice="P1Y",
        notice_when_indefinite="P6M",
        first_day="counted",
        late_notice="from the notice",
    )
)


@pytest.mark.parametrize(
    ("again", "goes_on", "anew"),
    [
        ("1940-06-01", "1940-12-31", "1940-12-31"),  # late for the term, whose end the six months do not outlast
        ("1940-10-01", "1940-12-31", "1941-03-31"),
        # the term went by: of six months from 1 September 1939 there were 151 days left on 1 October
        ("1942-01-01", "1942-06-01", "1942-06-30"),
    ],
)
def test_once_the_term_is_over_a_period_runs(again: str, goes_on: str, anew: str) -> None:
    assert both(INDEFINITE, pause("1939-09-01", "1939-10-01", again)) == {"on": goes_on, "anew": anew}


def test_without_a_renewal_the_term_ends_it_anyway() -> None:
    text = clause("term", lasts="P5Y", from_="entry into force", first_day="counted") + clause(
        "denunciation", when="at the end of the term", notice="P1Y"
    )
    found = three(TWO_OF_THREE, text, pause("1939-09-01", "1939-10-01", "1942-01-01"), CLOCKS)
    assert ends(found, "AAA", "on") == ["1940-12-31"]


def test_it_is_told_that_it_was_resumed() -> None:
    text = clause("denunciation", when="at any time", notice="P3M", first_day="counted")
    answer = three(TWO_OF_THREE, text, pause("1940-01-01", "1940-02-01", "1940-03-01"), CLOCKS).in_force(
        "1950", party="AAA", reading="anew"
    )
    assert "the notice was resumed, and by it the end comes with 31 May 1940" in said(answer)


LATER_TERM = (
    clause("term", lasts="P5Y", from_="entry into force", first_day="counted")
    + clause("renewal", block="P5Y", times="for ever")
    + clause("denunciation", when="at the end of the term", notice="P1Y")
)


@pytest.mark.parametrize(
    ("again", "goes_on", "anew"),
    [
        # late for the term up to 1940, in time for that up to 1945: no pause before 1945 lengthens a term
        ("1941-06-01", "1945-12-31", "1945-12-31"),
        ("1945-06-01", "1945-12-31", "1950-12-31"),
        ("1946-06-01", "1950-12-31", "1950-12-31"),
    ],
)
def test_a_later_term_is_not_lengthened(again: str, goes_on: str, anew: str) -> None:
    assert both(LATER_TERM, pause("1940-03-01", "1940-06-01", again)) == {"on": goes_on, "anew": anew}


@pytest.mark.parametrize(
    ("again", "goes_on", "anew"),
    [
        # of six months from 1 March 1940 there were 91 days left on 1 June; the term ends on 31 December
        ("1940-07-01", "1940-12-31", "1940-12-31"),
        ("1940-12-01", "1941-03-02", "1941-05-31"),
    ],
)
def test_of_a_notice_that_waits_for_the_end_of_a_term_its_own_period_goes_on(
    again: str, goes_on: str, anew: str
) -> None:
    assert both(INDEFINITE, pause("1940-03-01", "1940-06-01", again)) == {"on": goes_on, "anew": anew}


def test_a_period_that_was_over_before_the_pause_leaves_nothing_to_wait_for() -> None:
    # Given in 1938 for the term up to 1940, of six months nothing was left when it was suspended in 1940.
    found = three(TWO_OF_THREE, INDEFINITE, pause("1938-09-01", "1940-10-01", "1942-01-01"), CLOCKS)
    asked = [truth(found, at, party="AAA", reading="on") for at in ("1941-12-31T12:00Z", "1942-01-01T12:00Z")]
    assert (*asked, truth(found, "1942-01-02T00:00Z", party="AAA", reading="on")) == ("yes", "unknown", "no")


def test_a_notice_at_once_that_waits_for_the_end_of_a_term_is_not_put_off_by_a_pause() -> None:
    text = INDEFINITE.replace("P6M", "P0D")
    assert both(text, pause("1940-03-01", "1940-06-01", "1940-07-01")) == {"on": "1940-12-31", "anew": "1940-12-31"}
    assert both(text, pause("1940-03-01", "1940-06-01", "1941-02-01")) == {"on": "1941-02-01", "anew": "1941-02-01"}
