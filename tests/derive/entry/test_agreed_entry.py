"""A day of entry into force that the acts name which bring it about."""

import pytest

from small_treaties import BOTH, TWO_OF_THREE, act, entry, said, three, truth, two

BY_NOTES = entry("ratified by all")


def notes(*days: str | None) -> str:
    """Write a note of each State, on 2 and on 9 May 1955, which names a day of effect or none."""
    written = zip(BOTH.split(), ("1955-05-02", "1955-05-09"), days, strict=True)
    return "".join(act("exchange of notes", by, on, **({"effective": day} if day else {})) for by, on, day in written)


@pytest.mark.parametrize(
    ("days", "entered"),
    [
        ((None, None), ["1955-05-09"]),
        (("1955-06-01", None), ["1955-06-01"]),
        (("1955-06-01", "1955-06-01"), ["1955-06-01"]),
        (("1955-06-01", "1955-07-01"), ["1955-05-09", "[1955-06-01..1955-07-01]"]),  # they agreed on no day
    ],
)
def test_notes_with_effect_from_a_day(days: tuple[str | None, str | None], entered: list[str]) -> None:
    found = two(BY_NOTES, notes(*days)).dates().entry_into_force
    assert sorted(value for each in found for value in each.value) == entered


def test_a_day_before_the_notes_may_reach_back() -> None:
    found = two(BY_NOTES, notes("1955-01-01", "1955-01-01"))
    assert {each.value for each in found.dates().entry_into_force} == {("1955-01-01",), ("1955-05-09",)}


def test_what_the_clause_provides_may_go_before() -> None:
    found = two(entry("ratified by all", delay="P30D"), notes("1955-06-01", None))
    assert truth(found, "1955-06-03") == "unknown"
    assert "does the treaty enter into force on the day that the acts name" in str(found.in_force("1955-06-03"))
    assert truth(two(entry("ratified by all", delay="P30D"), notes("1955-06-08", None)), "1955-06-08") == "yes"


def test_of_many_a_day_that_some_name_is_their_own() -> None:
    found = three(TWO_OF_THREE + act("accession", "CCC", "1950-01-01", effective="1951-01-01"))
    assert truth(found, "1950-06-01") == "yes"


def test_the_argument_says_who_agreed() -> None:
    told = said(two(BY_NOTES, notes("1955-06-01", None)).in_force("1956"))
    assert "those who consented agreed on 1 June 1955 for the entry into force" in told


@pytest.mark.parametrize(
    ("days", "entered"),
    [
        ((None, None), ["1955-06-08"]),
        (("1955-07-01", None), ["1955-06-08", "1955-07-01"]),  # one names it, and the other may have agreed or not
        (("1955-07-01", "1955-07-01"), ["1955-07-01"]),
        ((None, "1955-07-01"), ["1955-06-08"]),  # the first cannot have agreed to what came later
        (("1955-06-20", "1955-07-01"), ["1955-06-08"]),  # two days named: they agreed on none
        (("1955-07", "1955-07-01"), ["1955-06-08", "1955-07-01"]),  # one day, or two
        (("1955-05-05", "1955-05-05"), ["1955-05-05", "1955-06-08"]),  # before the second note: perhaps it reaches back
    ],
)
def test_or_on_another_day_as_agreed(days: tuple[str | None, str | None], entered: list[str]) -> None:
    found = two(entry("ratified by all", delay="P30D", or_as_agreed=True), notes(*days)).dates().entry_into_force
    assert sorted({value for each in found for value in each.value}) == entered


def agreed_by_two(third: str, on: str) -> list[str]:
    """Return the day of entry of a treaty for which two agree on 1 July 1955, with a third that names no day."""
    both = act("ratification", "AAA BBB", "1955-05-09", effective="1955-07-01")
    found = three(entry({"instruments": 2}, delay="P30D", or_as_agreed=True) + both, act(third, "CCC", on))
    return [value for each in found.dates().entry_into_force for value in each.value]


@pytest.mark.parametrize("third", ["ratification", "accession"])
def test_who_consents_later_makes_the_day_agreed_no_less_sure(third: str) -> None:
    assert agreed_by_two(third, "1958-01-01") == ["1955-07-01"]
    assert agreed_by_two(third, "1955-07-02") == ["1955-07-01"]
    # Since the two had agreed on another day, the treaty did not enter into force on 8 June, and does so no more.
    assert agreed_by_two(third, "1955-06-15") == ["1955-07-01"]
    for in_between in ("1955-06-05", "1955"):
        assert len(agreed_by_two(third, in_between)) == 2


def test_where_the_text_lets_them_agree_on_another_day_it_has_one_of_its_own() -> None:
    found = two(entry("ratified by all", or_as_agreed=True), notes("1955-06-01", None)).dates().entry_into_force
    assert {value for each in found for value in each.value} == {"1955-05-09", "1955-06-01"}
    (one,) = (
        two(entry("ratified by all", or_as_agreed=True), notes("1955-06-01", "1955-06-01")).dates().entry_into_force
    )
    assert one.value == ("1955-06-01",)
