"""How many instruments there were when, by the numbers that sources give them: days by hand."""

from __future__ import annotations

from datetime import date

import pytest

from small_treaties import act, begins, entry, evaluation, ratified, three, truth
from treatyclock.civil.days import EARLIEST
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.entry.numbered import Numbered


def instruments(**numbered: tuple[str, int | None]) -> dict[str, Consent]:
    """Return the consents of States, each with its day and the number that its source gives it."""
    given = "".join(
        act("ratification", code, on, **({} if number is None else {"ordinal": number}))
        for code, (on, number) in numbered.items()
    )
    found = evaluation(three(entry({"instruments": 3}), given))
    return {each.by[0]: Consent(act=each, day=each.dated.days) for each in found.record.acts}


def of(**numbered: tuple[str, int | None]) -> Numbered:
    every = instruments(**numbered)
    return Numbered(every, every)


@pytest.mark.parametrize(
    ("numbered", "first", "last"),
    [
        # the very number
        ({"AAA": ("1950-01-01", 3)}, date(1950, 1, 1), date(1950, 1, 1)),
        # after a lower one, by the next that is listed
        ({"AAA": ("1950-01-01", 2), "BBB": ("1950-02-01", None)}, date(1950, 1, 1), date(1950, 2, 1)),
        # of the same day, the order is not known
        ({"AAA": ("1950-01-01", 2), "BBB": ("1950-01-01", None)}, date(1950, 1, 1), None),
        # before a higher one: of four, two came in December
        (
            {"AAA": ("1950-01-01", 5), "BBB": ("1949-12-01", None), "CCC": ("1949-12-10", None)},
            date(1949, 12, 1),
            date(1950, 1, 1),
        ),
        ({"AAA": ("1950-01-01", 5)}, EARLIEST, date(1950, 1, 1)),
        # nothing told
        ({"AAA": ("1950-01-01", None)}, EARLIEST, None),
    ],
)
def test_numbers_bound_the_day(numbered: dict[str, tuple[str, int | None]], first: date, last: date | None) -> None:
    found = of(**numbered)
    assert (found.not_before(3), found.by(3)) == (first, last)


def test_what_was_taken_back_is_no_longer_counted() -> None:
    every = instruments(AAA=("1948-01-01", None), BBB=("1950-01-01", 3), CCC=("1951-01-01", None))
    found = Numbered(every, {code: every[code] for code in ("BBB", "CCC")})
    assert found.exactly(3) is None
    assert found.by(3) == date(1951, 1, 1)
    assert Numbered(every, every).exactly(3) == every["BBB"]
    # What had been taken back by then, the number did not count.
    before = Numbered(every, {code: every[code] for code in ("BBB", "CCC")}, {"AAA": date(1949, 1, 1)})
    assert before.exactly(3) == every["BBB"]


def test_a_consent_taken_back_before_the_numbered_one_changes_nothing() -> None:
    back = act("withdrawal of consent", "AAA", "1949-01-01")
    numbered = act("ratification", "BBB", "1950-01-01", ordinal=3)
    assert begins(three(entry({"instruments": 3}), ratified(AAA="1948-01-01"), back, numbered)) == ["1950-01-01"]


def test_a_higher_number_than_there_are_shows_others() -> None:
    found = of(AAA=("1950-01-01", 2), BBB=("1949-01-01", None))
    assert not found.more_than_listed(set())
    later = of(AAA=("1950-01-01", 2), BBB=("1951-01-01", None))
    assert later.more_than_listed(set())
    assert not later.more_than_listed({"CCC"})


def test_numbers_of_a_whole_list_leave_nothing_open() -> None:
    listed = entry({"instruments": 3}), act("ratification", "AAA", "1950-01-01", ordinal=2)
    found = three(*listed, ratified(BBB="1949-01-01", CCC="1950-03-01"))
    assert begins(found) == ["1950-03-01"]
    assert truth(three(*listed, ratified(BBB="1949-01-01")), "1960") == "no"


@pytest.mark.parametrize(
    ("ordinals", "first"),
    [
        ({"AAA": 2, "BBB": 2}, "[1950-01-01..1950-02-01]"),  # either may be the second
        (
            {"AAA": 5, "BBB": 2},
            "[..1950-02-01]",
        ),  # the later one has the lower number: by the other it was there before
        ({"AAA": 1, "BBB": 2}, "1950-02-01"),
    ],
)
def test_numbers_that_contradict_each_other_leave_the_day_between_what_each_tells(
    ordinals: dict[str, int], first: str
) -> None:
    days = {"AAA": "1950-01-01", "BBB": "1950-02-01"}
    text = "".join(act("ratification", code, days[code], ordinal=number) for code, number in ordinals.items())
    (found,) = begins(three(entry({"instruments": 2}), text))
    assert found == first
