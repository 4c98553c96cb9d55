"""Claims that read a clock: how exact they are, what they may say, and readings that no clock showed."""

from __future__ import annotations

import pytest

import treatyclock as tc
from testimony_cases import case, claim, reconcile
from treatyclock.errors import CaseFileError
from treatyclock.testimony.claims.hours_and_dates import ClockReading, DateLabel, WallTime

CLOCKS = """
paris  = { name = "Paris", zone = "Europe/Paris" }
cet    = { name = "Central European time", label = "CET" }
[words]
"long ago" = { from = "-P999999D", to = "PT0S" }
"some day" = { from = "P1D", to = "P40000D" }
"""


def made(**keys: str) -> ClockReading:
    """Make a claim."""
    (found,) = case(claim("x", event="e", **keys), CLOCKS).claims
    assert isinstance(found, ClockReading)
    return found


@pytest.mark.parametrize(
    ("at", "microseconds"),
    [
        ("1945-08-08T17:00", 60_000_000),
        ("1945-08-08T17:00:30", 1_000_000),
        ("1945-08-08T17:00:30.5", 1),
    ],
)
def test_a_reading_lasts_until_the_next(at: str, microseconds: int) -> None:
    found = made(at=at, clock="moscow")
    assert isinstance(found, WallTime)
    assert found.last - found.first + 1 == microseconds
    assert found.readings_named == found.between


def test_words_say_how_exact_it_is() -> None:
    exact, vague = (
        made(at="1945-08-08T17:00", clock="moscow"),
        made(at="1945-08-08T17:00", clock="moscow", words="about"),
    )
    assert vague.first < exact.first < exact.last < vague.last
    assert vague.phrase is not None


def test_a_date_is_the_whole_day() -> None:
    found = made(dated="1945-08-08", clock="moscow")
    assert isinstance(found, DateLabel)
    assert found.last - found.first + 1 == 86_400_000_000


@pytest.mark.parametrize("clock", ["paris", "cet"])
@pytest.mark.parametrize(
    ("at", "words", "problem"),
    [
        ("0001-01-01T00:00", "just before", "outside the years 1 to 9999"),
        ("9999-12-31T23:59", "just after", "outside the years 1 to 9999"),
        ("1945-01-01T00:00", "long ago", "outside the years 1 to 9999"),
        ("1945-01-01T00:00", "some day", "more than a century open"),
    ],
)
def test_words_that_reach_too_far_are_faults(clock: str, at: str, words: str, problem: str) -> None:
    with pytest.raises(CaseFileError, match=problem):
        made(at=at, clock=clock, words=words)


def test_a_date_of_a_millennium_is_a_fault_and_one_of_a_century_is_none() -> None:
    with pytest.raises(CaseFileError, match="more than a century open"):
        made(dated="2XXX", clock="paris")
    assert reconcile(claim("x", event="e", dated="19XX", clock="paris"), CLOCKS).consistent


def test_a_skipped_reading_that_stands_is_still_a_reading() -> None:
    # Half past two was skipped; half past one was not. Whatever the data of the second period, both cannot be.
    skipped = claim("skip", "two", event="e", at="2021-03-28T02:30", clock="paris")
    found = reconcile(skipped + claim("real", event="e", at="2021-03-28T01:30", clock="paris"), CLOCKS)
    for repair in found.to_dict()["repairs"]:
        changed = {each["claim"] for each in repair["changes"]}
        assert changed & {"skip", "real"} or "paris@2021-03-28" in changed, repair["text"]
        assert changed != {"paris@2021-03-25"}


def test_its_sentence_names_every_clock_until_one_is_settled() -> None:
    made_case = case(claim("x", event="e", at="1945-08-08T17:00", clock=["moscow", "tokyo"]))
    (found,) = made_case.claims
    assert found.sentence(made_case) == "the call came at 1945-08-08 17:00 on the clock of Moscow or Tokyo"
    read = [each.read for each in tc.reconcile(made_case).model.assumptions[-1].variants[:2]]  # type: ignore[union-attr]
    assert found.sentence(made_case, read[1]) == "the call came at 1945-08-08 17:00 on the clock of Tokyo"
    assert found.way_text(made_case, read[1], read) == "on the clock of Tokyo"


def test_a_date_has_a_sentence_too() -> None:
    made_case = case(claim("x", event="e", dated="1945-08-08", clock="moscow"))
    assert made_case.claims[0].sentence(made_case) == "the call is dated 1945-08-08 on the clock of Moscow"
