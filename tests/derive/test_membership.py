"""When a State was a party: joined, left, back again, and never where the treaty had ended before."""

from __future__ import annotations

import pytest

from small_treaties import (
    ALL,
    HALF_A_YEAR,
    SIGNED,
    TWO_OF_THREE,
    act,
    begins,
    clause,
    ends,
    entry,
    ratified,
    said,
    status,
    three,
    truth,
    two,
)
from treatyclock.civil.days import Days
from treatyclock.derive.membership import releases_all
from treatyclock.derive.reasons import Derived, Key
from treatyclock.derive.timing import Span
from treatyclock.instants import iso
from treatyclock.law.subjects import Subject

OUT = act("withdrawal", "AAA", "1940-01-01", id="out")  # the last day is 30 June 1940


def back(on: str, kind: str = "accession") -> str:
    return act(kind, "AAA", on, id="back")


def test_whom_one_notice_releases() -> None:
    for_all = clause("denunciation", when="at any time", notice="P6M", ends_for="all")
    assert releases_all(two(SIGNED, HALF_A_YEAR).record)
    assert not releases_all(three(TWO_OF_THREE, HALF_A_YEAR).record)
    assert releases_all(three(TWO_OF_THREE, for_all).record)
    assert not releases_all(three(TWO_OF_THREE).record)


@pytest.mark.parametrize(
    ("on", "again"),
    [("1939-12-31", ()), ("1940-07-01", ("1940-07-01/..",)), ("1950-03-01", ("1950-03-01/..",))],
)
def test_who_has_left_may_come_back_once_it_has_left(on: str, again: tuple[str, ...]) -> None:
    found = three(TWO_OF_THREE, HALF_A_YEAR, OUT, back(on)).dates(party="AAA")
    assert tuple(text for each in found.again for text in each.value) == again
    assert [each.value for each in found.last_day_in_force] == [("1940-06-30",)]


def test_a_second_consent_of_a_party_moves_nothing() -> None:
    found = three(TWO_OF_THREE, act("acceptance", "AAA", "1950-01-01"))
    assert begins(found, "AAA") == ["1936-01-01"]
    assert found.dates(party="AAA").again == ()


def test_a_notice_of_the_first_time_ends_no_second() -> None:
    second = act("withdrawal", "AAA", "1951-01-01", id="second")  # the last day is 30 June 1951
    found = three(TWO_OF_THREE, HALF_A_YEAR, OUT, back("1950-03-01"), second).dates(party="AAA")
    assert [each.value for each in found.again] == [("1950-03-01/1951-06-30",)]


def test_who_has_left_stays_a_former_party_when_it_takes_back_a_new_consent() -> None:
    text = TWO_OF_THREE + HALF_A_YEAR + OUT + clause("joining", delay="P1Y") + act("signature", "AAA", "1935-12-01")
    taken_back = act("withdrawal of consent", "AAA", "1950-06-01")
    assert status(three(text, back("1950-03-01"), taken_back), "1960", "AAA") == {"former party"}


def test_a_consent_taken_back_before_entry_into_force() -> None:
    text = TWO_OF_THREE + clause("joining", delay="P6M") + ratified(CCC="1937-01-01")  # in force from 1 July 1937
    for on, after in (("1937-06-30", "never a party"), ("1937-07-01", "party")):
        assert status(three(text, act("withdrawal of consent", "CCC", on)), "1938-01-01", "CCC") == {after}
    signed = act("signature", "CCC", "1936-06-01") + act("withdrawal of consent", "CCC", "1937-03-01")
    assert status(three(text, signed), "1938-01-01", "CCC") == {"signatory"}


@pytest.mark.parametrize(("until", "first"), [("1937-06-30", "none"), ("1937-07-01", "1937-07-01")])
def test_it_is_never_in_force_for_whom_it_had_ended_before(until: str, first: str) -> None:
    text = TWO_OF_THREE + clause("joining", delay="P6M") + ratified(CCC="1937-01-01")
    found = three(text, clause("term", until=until))
    assert begins(found, "CCC") == [first]
    if first == "none":
        assert "it had ended before it could enter into force" in said(found.in_force("1938", party="CCC"))


@pytest.mark.parametrize(("on", "lasts"), [("1930", "P6M"), ("1930-04", "P10D"), ("1930", "P1D")])
def test_a_term_counted_from_a_vague_entry_cannot_end_before_it(on: str, lasts: str) -> None:
    term = clause("term", lasts=lasts, from_="entry into force")
    found = two(entry("signed"), act("signature", "AAA BBB", on), term, clocks=("Europe/Moscow", "Asia/Tokyo"))
    assert [each.under for each in found.dates().entry_into_force] == [()]
    assert "none" not in ends(found)


def test_of_several_ends_the_first_comes() -> None:
    text = TWO_OF_THREE + HALF_A_YEAR + OUT + clause("term", until="1940-03-31")
    assert ends(three(text), "AAA") == ["1940-03-31"]
    later = three(TWO_OF_THREE, HALF_A_YEAR, OUT, clause("term", until="1945-03-31"))
    assert (ends(later, "AAA"), ends(later, "BBB")) == (["1940-06-30"], ["1945-03-31"])


def test_the_question_whether_it_had_ended_before_names_the_acts_that_decide() -> None:
    found = three(
        TWO_OF_THREE,
        act("termination by consent", ALL, "1938-01", id="end"),
        act("accession", "CCC", "1938-01-15", id="joins"),
    )
    worlds = found.life().course(Subject(("CCC",))).worlds
    questions = {question.key: question.acts for world in worlds for question, _ in world.choices}
    assert questions["ended before entry into force for CCC"] == ("end",)


def test_an_entry_that_never_came_is_told_as_one() -> None:
    found = three(TWO_OF_THREE, act("termination by consent", ALL, "1938-01-01"), act("accession", "CCC", "1938-01-15"))
    text = said(found.in_force("1940-01-01", party="CCC"))
    assert "the treaty would have entered into force for that State on 15 January 1938" in text
    assert "the treaty entered into force for that State" not in text
    assert "the treaty entered into force on 1 January 1936" in text


def test_a_notice_of_the_day_of_entry_beside_one_at_the_first_hour_of_a_day_elsewhere() -> None:
    clocks = ("+09:00", "+03:00")
    text = SIGNED + clause("denunciation", when="at any time")
    by_day = act("denunciation", "BBB", "1930-01-15", id="by-day")
    at_hour = act("denunciation", "AAA", "1930-01-15T00:00:00+03:00", id="at-hour")
    found = two(text, clause("counting", midnight="+09:00"), by_day, at_hour, clocks=clocks)
    assert (truth(found, "1930-01-14T15:00Z"), truth(found, "1930-01-14T21:00Z")) == ("unknown", "no")
    alone = two(text, clause("counting", midnight="+03:00"), at_hour, clocks=clocks)
    assert begins(alone) == ["none"]  # at the very instant of its entry


def test_what_came_of_a_consent_that_brought_nothing_is_not_written_over_by_a_later_one() -> None:
    member = clause("tied_to", organisation="the Union")
    out = act("end of membership", "CCC", "1935-03-01", id="out")
    anew = act("membership", "CCC", "1939-01-01", id="in")
    joins = ratified(CCC="1935-01-01") + act("accession", "CCC", "1940-01-01", id="again")
    leaves = act("withdrawal", "CCC", "1945-01-01", id="leaves")
    found = three(TWO_OF_THREE, member, HALF_A_YEAR, out, anew, joins, leaves)
    assert begins(found, "CCC") == ["1940-01-01"]
    for world in found.life().course(Subject(("CCC",))).worlds:
        reasons = world.result.findings.reasons
        never = reasons[Key("never", "CCC")]
        assert isinstance(never, Derived)
        entered, ended = (reasons[key] for key in never.because)
        assert isinstance(entered, Derived) and isinstance(ended, Derived)
        assert isinstance(entered.value, Days) and isinstance(ended.value, Span)
        assert str(entered.value) == "1936-01-01" and iso(ended.value.latest) < "1936"
