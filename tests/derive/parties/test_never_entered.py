"""What had ended before it could enter into force was never in force."""

from __future__ import annotations

import pytest

from small_treaties import (
    ALL,
    SIGNED,
    TWO_OF_THREE,
    act,
    begins,
    clause,
    ends,
    entry,
    ratified,
    said,
    three,
    truth,
    two,
)
from treatyclock.law.subjects import Subject


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
