"""Was it in force: who contests the answer, and what its argument begins from."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import (
    SIGNED,
    TWO_OF_THREE,
    act,
    clause,
    reading,
    said,
    three,
    two,
)

TERM = clause("term", lasts="P5Y", from_="signature")  # up to 15 or 14 January 1935


# --- who says otherwise --------------------------------------------------------------------------


def test_who_contests_it() -> None:
    found = two(
        SIGNED, TERM, reading("counted", choose={"first_day": "counted"}), reading("endless", without="term"),
        reading("not-counted", choose={"first_day": "not counted"}),
    )  # fmt: skip
    by = {each.reading.id: each.truth for each in found.in_force("1935-01-15T12:00Z", reading="counted").contested_by}
    assert by == {"text": tc.Truth.UNKNOWN, "endless": tc.Truth.YES, "not-counted": tc.Truth.YES}
    assert [each.reading.id for each in found.in_force("1940").contested_by] == ["endless"]
    assert found.in_force("1931").contested_by == ()


def test_what_goes_on_beside_may_be_contested_alone() -> None:
    claimed = act("claimed suspension", "AAA", "1938-01-01", id="s")
    found = two(SIGNED, claimed, reading("suspended", admits="s"))
    answer = found.in_force("1939")
    assert answer.truth is tc.Truth.YES
    assert [(each.reading.id, each.truth) for each in answer.contested_by] == [("suspended", tc.Truth.YES)]
    # where a State never was a party or has left, how it stands is not contested
    assert found.in_force("1929").contested_by == ()


# --- the argument --------------------------------------------------------------------------------


def test_before_entry_the_argument_tells_nothing_of_the_end() -> None:
    found = two(SIGNED, TERM)
    assert "The term is" not in said(found.in_force("1929"))
    assert "The term is" in said(found.in_force("1931"))
    assert "The term is" in said(found.in_force("1940"))


def test_a_notice_without_effect_is_told_in_every_answer_after_entry() -> None:
    found = three(TWO_OF_THREE, act("withdrawal", "AAA", "1940-01-01"))
    assert "no clause allows a denunciation" in said(found.in_force("1950", party="AAA"))
    assert "no clause allows a denunciation" not in said(found.in_force("1934", party="AAA"))


def test_the_argument_is_worked_out_when_it_is_looked_at() -> None:
    answer = two(SIGNED).in_force("1931")
    assert answer.why._make is not None
    assert answer.derivation and answer.why._make is None
    assert answer.derivation is answer.derivation


def test_a_reading_that_agrees_on_the_truth_says_how_the_status_differs() -> None:
    claim = act("claimed suspension", "AAA", "1935-01-01", id="claim")
    found = two(SIGNED, claim, reading("of-aaa", admits="claim"))
    assert "of-aaa: yes, but suspended rather than party" in " ".join(str(found.in_force("1936-01-01")).split())
    by_reading = " ".join(str(found.in_force("1936-01-01", reading="of-aaa")).split())
    assert "text: yes, but party rather than suspended" in by_reading
