"""The term, its renewals and extensions, and the last day for a notice: worked out by hand."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import (
    ALL,
    BOTH,
    SIGNED,
    TWO_OF_THREE,
    act,
    asked,
    clause,
    day,
    ends,
    entry,
    evaluation,
    said,
    three,
    truth,
    two,
)
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.reasoning.facts import Extension
from treatyclock.derive.term.prolonging import extensions_of
from treatyclock.derive.term.term import Terms, first_deadline


def terms_of(treaty: tc.Treaty, **answers: str) -> Terms:
    found = evaluation(treaty, **answers)
    entered = entry_into_force(found)
    assert entered is not None
    return Terms(found, entered, extensions_of(found))


TERM = clause("term", lasts="P5Y", from_="signature", first_day="not counted")  # up to 15 January 1935
FOR_EVER = clause("renewal", block="P1Y", times="for ever")
NOTICE = clause("denunciation", when="at the end of the term", notice="P3M")


def test_every_block_is_counted_from_the_one_anchor() -> None:
    leap = entry("signed") + act("signature", BOTH, "1936-02-29")
    found = terms_of(two(leap, clause("term", lasts="P1Y", from_="signature", first_day="not counted"), FOR_EVER))
    # counted on from 28 February 1937 the fourth would end a day early
    assert [found.block(number).last for number in (0, 3)] == [day("1937-02-28"), day("1940-02-29")]


@pytest.mark.parametrize(("first_day", "last"), [("counted", "1935-01-14"), ("not counted", "1935-01-15")])
def test_whether_the_first_day_counts_is_asked_where_the_text_is_silent(first_day: str, last: str) -> None:
    silent = two(SIGNED, clause("term", lasts="P5Y", from_="signature"))
    found = evaluation(silent, first_day=first_day)
    entered = entry_into_force(found)
    assert entered is not None
    assert Terms(found, entered, extensions_of(found)).block(0).last == day(last)
    assert ends(silent) == ["1935-01-15", "1935-01-14"]
    settled = evaluation(two(SIGNED, TERM))
    entered = entry_into_force(settled)
    assert entered is not None and Terms(settled, entered, extensions_of(settled)).runs
    assert asked(settled) == []


def test_a_term_up_to_a_day_or_an_hour() -> None:
    up_to = terms_of(two(SIGNED, clause("term", until="1940-12-31")))
    assert (up_to.block(0).last, up_to.block(0).until) == (day("1940-12-31"), None)
    at_noon = terms_of(two(SIGNED, clause("term", until="1940-12-31T12:00Z")))
    assert at_noon.block(0).until is not None
    assert said(two(SIGNED, clause("term", until="1940-12-31T12:00Z")).in_force("1950")).count("1940-12-31T12:00:00Z")


def test_a_renewal_begins_with_the_day_after_the_last_day_that_is_named() -> None:
    twice = clause("renewal", block="P3M", times=2)
    assert ends(three(TWO_OF_THREE, clause("term", until="1939-03-31"), twice)) == ["1939-09-30"]


def test_how_often_it_is_renewed() -> None:
    for times, renewals in ((3, 3), ("for ever", None)):
        assert terms_of(two(SIGNED, TERM, clause("renewal", block="P1Y", times=times))).renewals[0] == renewals
    several = two(SIGNED, TERM, clause("renewal", block="P1Y", times=[1, 2]))
    assert terms_of(several, renewals="2").renewals[0] == 2
    assert ends(several) == ["1936-01-15", "1937-01-15"]
    assert terms_of(two(SIGNED, TERM)).renewals == (0, ())


@pytest.mark.parametrize("goal", [0, 1, 2, 3, 7, 8, 100])
def test_the_first_block_that_reaches_something_is_found_without_walking_all(goal: int) -> None:
    found = terms_of(two(SIGNED, TERM, FOR_EVER))
    tried: list[int] = []

    def reached(number: int) -> bool:
        tried.append(number)
        return number >= goal

    assert found.first_block(reached) == goal
    assert len(tried) <= 16
    bounded = terms_of(two(SIGNED, TERM, clause("renewal", block="P1Y", times=7)))
    assert bounded.first_block(lambda number: number >= goal) == (goal if goal <= 7 else None)


def test_the_last_day_for_a_notice() -> None:
    found = terms_of(two(SIGNED, TERM, FOR_EVER, NOTICE))
    assert [found.deadline(number).last for number in (0, 1)] == [day("1934-10-15"), day("1935-10-15")]
    evaluated = evaluation(two(SIGNED, TERM, clause("denunciation", when="at any time", notice="P3M")))
    entered = entry_into_force(evaluated)
    assert entered is not None
    assert first_deadline(evaluated, entered, Terms(evaluated, entered, extensions_of(evaluated))) is None
    assert [each.value for each in two(SIGNED, TERM, NOTICE).dates().last_timely_notice] == [("1934-10-15",)]


# --- extensions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "last"), [("1935-01-15", "1950-12-31"), ("1935-01-16", "1935-01-15")])
def test_an_extension_must_be_in_force_before_the_end_that_it_puts_off(on: str, last: str) -> None:
    found = two(SIGNED, TERM, act("extension of the term", BOTH, "1934-01-01", effective=on, until="1950-12-31"))
    assert ends(found) == [last]
    evaluated = evaluation(found)
    entered = entry_into_force(evaluated)
    assert entered is not None
    Terms(evaluated, entered, extensions_of(evaluated))
    ((_, fact),) = evaluated.findings.facts_of(Extension)
    assert (fact.in_time, fact.last_day) == (last == "1950-12-31", day("1935-01-15"))


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("1935-01-15", "1942-12-31"),  # in the first term: both renewals are still there
        ("1935-01-16", "1941-12-31"),  # one is used
        ("1936-01-15", "1941-12-31"),
        ("1937-01-15", "1940-12-31"),  # both are used
        ("1937-01-16", "1937-01-15"),  # too late
    ],
)
def test_an_extension_in_a_prolonged_term_gives_no_renewal_back(on: str, last: str) -> None:
    renewed = clause("renewal", block="P1Y", times=2)  # up to 15 January 1937
    found = two(SIGNED, TERM, renewed, act("extension of the term", BOTH, on, until="1940-12-31", id="x"))
    assert ends(found) == [last]
    assert truth(found, "1941-01-02T12:00Z") == ("yes" if last > "1941" else "no")


def test_in_which_term_a_vague_extension_came_is_asked() -> None:
    renewed = clause("renewal", block="P1Y", times=2)
    found = two(SIGNED, TERM, renewed, act("extension of the term", BOTH, "1935", until="1940-12-31", id="x"))
    assert sorted(ends(found)) == ["1941-12-31", "1942-12-31"]


def test_blocks_without_end_go_on_from_an_extension() -> None:
    renewed = clause("renewal", block="P1Y", times="for ever")
    longer = act("extension of the term", BOTH, "1960-06-01", until="1970-12-31", id="x")
    found = two(SIGNED, TERM, renewed, longer)
    assert ends(found) == ["none"]
    assert found.renewals(until="1972-01-01").values[0][-3:] == ("1960-01-15", "1970-12-31", "1971-12-31")


def test_a_last_day_agreed_for_a_treaty_without_a_term_may_be_its_last() -> None:
    goes_on = clause("renewal", block="P1Y", times=1, then="indefinite")
    longer = act("extension of the term", BOTH, "1940-06-01", until="1950-12-31", id="x")
    found = two(SIGNED, TERM, goes_on, longer)
    assert [truth(found, at) for at in ("1945-01-01", "1951-01-02")] == ["yes", "unknown"]
    assert "the treaty to end with the day named by x" in [each.key for each in found.in_force("1951-01-02").depends_on]


def test_an_extension_to_a_day_before_it_changes_nothing() -> None:
    back = act("extension of the term", BOTH, "1934-06-01", until="1932-12-31")
    found = two(SIGNED, TERM, back)
    assert ends(found) == ["1935-01-15"]
    assert "the extension came into force on 1 June 1934, after the day that it names" in said(found.in_force("1934"))


def test_the_argument_compares_with_the_term_that_ran() -> None:
    longer = act("extension of the term", BOTH, "1936-06-01", until="1940-12-31", id="x")
    renewed = clause("renewal", block="P1Y", times=2)
    text = said(two(SIGNED, TERM, renewed, longer).in_force("1940-06-01"))
    assert "the term as renewed 2 times ends with 15 January 1937" in text
    assert "the first term ends with 15 January 1935" not in text


def test_an_hour_is_compared_with_the_hour_at_which_the_term_ends() -> None:
    noon = clause("term", until="1940-12-31T12:00Z")
    for hour, last in (("11:59", "1950-12-31"), ("12:00", "1940-12-31")):
        longer = act("extension of the term", BOTH, f"1940-12-31T{hour}Z", until="1950-12-31")
        assert ends(two(SIGNED, noon, longer)) == [last]


def test_extensions_are_taken_in_the_order_of_their_dates() -> None:
    text = TWO_OF_THREE + clause("term", until="1940-12-31")
    second = act("extension of the term", ALL, "1942-06-01", until="1950-12-31", id="second")
    first = act("extension of the term", ALL, "1940-06-01", until="1943-12-31", id="first")
    assert ends(three(text, second, first)) == ["1950-12-31"]


def test_what_was_agreed_earlier_and_began_later_may_prevail_or_not() -> None:
    slow = act("extension of the term", BOTH, "1930-06-01", until="1950-12-31", effective="1940-01-01", id="slow")
    quick = act("extension of the term", BOTH, "1931-06-01", until="1945-12-31", id="quick")
    found = two(SIGNED, TERM, slow, quick)
    assert sorted(ends(found)) == ["1945-12-31", "1950-12-31"]
    assert [truth(found, at) for at in ("1945-06-01", "1946-06-01", "1951-06-01")] == ["yes", "unknown", "no"]


# --- events --------------------------------------------------------------------------------------


def test_a_term_up_to_an_event_goes_on_while_that_has_not_come() -> None:
    text = TWO_OF_THREE + clause("term", until_event="end-of-the-league", plus="P1Y")
    found = three(text)
    assert ends(found) == ["none"]
    assert "the term ends with the event end-of-the-league, and no act records that event" in said(
        found.in_force("1940")
    )
    ended = three(text, act("event", "BBB", "1946-05-01", id="end-of-the-league"))
    assert ends(ended) == ["1947-05-01", "1947-04-30"]


@pytest.mark.parametrize(
    ("said", "last", "instant"),
    [
        ("start of the day", "1946-04-30", "1946-05-01T00:00:00Z"),
        ("hour of the event", "1946-05-01", "1946-05-01T12:00:00Z"),
        ("end of the day", "1946-05-01", "1946-05-02T00:00:00Z"),
    ],
)
def test_a_term_up_to_an_event_ends_on_its_day_when_the_clause_says(said: str, last: str, instant: str) -> None:
    peace = act("event", "BBB", "1946-05-01T12:00Z", id="peace")
    found = three(TWO_OF_THREE, clause("term", until_event="peace", event_day=said), peace)
    assert ends(found) == [last]
    assert [each.value for each in found.dates().ends] == [(instant,)]


def test_where_the_clause_is_silent_the_day_of_the_event_is_open() -> None:
    text = TWO_OF_THREE + clause("term", until_event="over")
    found = three(text, act("event", "BBB", "1946-05-01", id="over", effective="1946-06-30"))
    assert set(ends(found)) == {"1946-06-29", "1946-06-30"}
    assert [truth(found, f"1946-{day}T12:00Z") for day in ("06-29", "06-30", "07-01")] == ["yes", "unknown", "no"]
    assert "event_day" in [each.key for each in found.in_force("1946-06-30T00:00Z").depends_on]


LONGER = act("extension of the term", BOTH, "1936-05-01", until="1940-12-31", id="longer")
TWICE = clause("renewal", block="P1Y", times=2)  # up to 15 January 1937


def test_an_extended_term_is_no_first_term_and_a_renewed_block_is_named_as_one() -> None:
    found = two(SIGNED, TERM, FOR_EVER, NOTICE, LONGER)
    first = said(found.last_timely_notice(at="1939-01-01"))
    assert "a notice for the end of the extended term must be given no later than 30 September 1940" in first
    third = said(found.last_timely_notice(at="1942-06-01"))
    assert "the extended term as renewed 2 times ends with 31 December 1942" in third


@pytest.mark.parametrize("renewal", [TWICE, FOR_EVER])
def test_an_extension_within_a_renewed_term_rests_on_the_end_of_that_term(renewal: str) -> None:
    text = said(two(SIGNED, TERM, renewal, LONGER).in_force("1938-01-01"))
    assert "the term as renewed 2 times ends with 15 January 1937" in text
    assert "the first term" not in text


@pytest.mark.parametrize(
    ("blocks", "times", "last"),
    [
        (["P2Y", "P1Y"], 1, "1937-01-15"),
        (["P2Y", "P1Y"], 2, "1938-01-15"),
        (["P2Y", "P1Y"], 4, "1940-01-15"),  # the last one repeats
        (["P1Y", "P2Y", "P1Y"], 3, "1939-01-15"),  # one after the other, also where two are alike
        (["P10Y"], 1, "1945-01-15"),
    ],
)
def test_renewals_of_differing_length(blocks: list[str], times: int, last: str) -> None:
    assert ends(two(SIGNED, TERM, clause("renewal", blocks=blocks, times=times))) == [last]


def test_after_an_extension_the_renewals_that_are_left_go_on() -> None:
    # The term and its first renewal end with 15 January 1937; agreed in it, 1939; then the one year that is left.
    renewal = clause("renewal", blocks=["P2Y", "P1Y"], times=2)
    extended = act("extension of the term", BOTH, "1936-06-01", until="1939-03-31")
    assert ends(two(SIGNED, TERM, renewal, extended)) == ["1940-03-31"]


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("1934-06-01", "1940-01-15"),
        ("1935-01-15", "1940-01-15"),
        ("1935-01-16", "1935-01-15"),  # after the end it revives nothing
    ],
)
def test_an_extension_by_a_period_runs_from_the_end_of_the_term(on: str, last: str) -> None:
    found = two(SIGNED, TERM, act("extension of the term", BOTH, on, period="P5Y"))
    assert ends(found) == [last]


def test_two_extensions_by_a_period_follow_each_other() -> None:
    more = [act("extension of the term", BOTH, on, id=f"on-{on}", period="P1Y") for on in ("1934-06-01", "1935-06-01")]
    assert ends(two(SIGNED, TERM, *more)) == ["1937-01-15"]


def test_a_period_that_some_alone_agree_on_extends_nothing() -> None:
    more = act("extension of the term", "AAA", "1934-06-01", period="P5Y")
    assert ends(two(SIGNED, TERM, more)) == ["1935-01-15"]


@pytest.mark.parametrize("term", ["", TERM + clause("renewal", then="indefinite")])
def test_whether_a_period_agreed_on_while_no_term_runs_is_an_end_is_open(term: str) -> None:
    found = two(SIGNED, term, act("extension of the term", BOTH, "1940-01-15", period="P5Y"))
    assert set(ends(found)) == {"1945-01-15", "none"}


def test_in_a_term_up_to_an_hour_the_period_begins_within_that_day() -> None:
    more = act("extension of the term", BOTH, "1934-06-01", period="P1Y")
    assert ends(two(SIGNED, clause("term", until="1935-06-30T12:00Z"), more)) == ["1936-06-30"]
