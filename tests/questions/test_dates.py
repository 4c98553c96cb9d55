"""The dates that follow: one shape for all of them, and no outcome where there is no such date."""

from __future__ import annotations

from datetime import date

from small_treaties import HALF_A_YEAR, SIGNED, TWO_OF_THREE, act, clause, entry, ratified, three, two
from treatyclock.civil.days import Days
from treatyclock.derive.overlays.overlay import WithoutLimit
from treatyclock.questions.dates import days_text


def values(outcomes: object) -> list[tuple[str, ...]]:
    return [each.value for each in outcomes]  # type: ignore[attr-defined]


def test_every_date_of_a_treaty_with_a_term() -> None:
    term = clause("term", lasts="P5Y", from_="signature")
    found = two(SIGNED, term, clause("denunciation", when="at the end of the term", notice="P1Y")).dates()
    first_day = [(("first_day", "not counted"),), (("first_day", "counted"),)]
    assert [(each.value, each.under) for each in found.entry_into_force] == [(("1930-01-15",), ())]
    assert [each.under for each in found.last_day_in_force] == first_day
    assert values(found.last_day_in_force) == [("1935-01-15",), ("1935-01-14",)]
    assert values(found.last_timely_notice) == [("1934-01-15",), ("1934-01-14",)]
    assert values(found.begins) == [("1930-01-15T00:00:00Z",)]
    assert values(found.ends) == [("1935-01-16T00:00:00Z",), ("1935-01-15T00:00:00Z",)]
    assert (found.again, found.surviving_until, found.applies_from) == ((), (), ())


def test_a_treaty_that_never_entered_has_no_dates() -> None:
    found = two(entry("ratified by all")).dates()
    for name in ("entry_into_force", "last_day_in_force", "begins", "ends"):
        assert values(getattr(found, name)) == [()]
    assert found.last_timely_notice == ()


def test_every_value_of_every_date_is_a_tuple_of_texts() -> None:
    again = act("withdrawal", "AAA", "1940-01-01") + act("accession", "AAA", "1950-01-01")
    retroactive = clause("retroactive_effect", from_="1935-01-01")
    found = three(TWO_OF_THREE, HALF_A_YEAR, clause("sunset"), retroactive, again).dates(party="AAA")
    assert values(found.again) == [("1950-01-01/..",)]
    assert values(found.surviving_until) == [("..",)]
    assert values(found.applies_from) == [("1935-01-01",)]
    for outcomes in found.by_name().values():
        for value in values(outcomes):
            assert isinstance(value, tuple)
            assert all(isinstance(text, str) for text in value)


def test_the_last_day_is_that_of_the_first_time() -> None:
    again = act("withdrawal", "AAA", "1940-01-01") + act("accession", "AAA", "1950-01-01")
    found = three(TWO_OF_THREE, HALF_A_YEAR, again).dates(party="AAA")
    assert values(found.last_day_in_force) == [("1940-06-30",)]
    assert values(found.entry_into_force) == [("1936-01-01",)]


def test_vague_days_and_instants_are_ranges() -> None:
    found = three(entry({"instruments": 1}), ratified(AAA="1936-02")).dates()
    assert values(found.entry_into_force) == [("[1936-02-01..1936-02-29]",)]
    assert values(found.begins) == [("1936-02-01T00:00:00Z/1936-02-29T00:00:00Z",)]


def test_how_a_day_is_written() -> None:
    assert days_text(None) == ()
    assert days_text(WithoutLimit.FOR_EVER) == ("..",)
    assert days_text(Days.on(date(1936, 1, 1))) == ("1936-01-01",)
