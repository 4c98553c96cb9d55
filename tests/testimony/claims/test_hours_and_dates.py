"""Claims that read a clock: how exact they are, what they may say, and readings that no clock showed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        ("1945-08-08T17:00:30.5", 100_000),
        ("1945-08-08T17:00:30.000001", 1),
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


# --- sets of dates, and dates that are qualified ----------------------------------------------------


def test_the_days_between_the_dates_of_a_set_are_not_possible() -> None:
    dated = claim("x", event="e", dated="[1941-04-24,1941-04-26]", clock="moscow")
    noon = claim("y", event="e", at="1941-04-25T12:00", clock="moscow", confidence="low")
    found = reconcile(dated + noon)
    assert not found.consistent
    assert [[each["claim"] for each in repair["changes"]] for repair in found.to_dict()["repairs"][:1]] == [["y"]]
    assert [(str(each)) for each in found.bounds("e")] == [
        "[1941-04-23T21:00:00Z, 1941-04-24T21:00:00Z)",
        "[1941-04-25T21:00:00Z, 1941-04-26T21:00:00Z)",
    ]
    text = found.explain()
    assert "if x is dated 1941-04-24:" in text
    assert "x: the call is dated 1941-04-26 on the clock of Moscow [one]" in text
    assert "1941-04-24 00:00 to 23:59" not in str(found)  # that day begins at 21:00 UTC on the 23rd


@settings(deadline=None)
@given(
    days=st.sets(st.integers(1, 12), min_size=1, max_size=4),
    told=st.integers(0, 13),
    hour=st.integers(0, 23),
    clock=st.sampled_from(["moscow", "tokyo"]),
)
def test_an_hour_agrees_with_a_set_exactly_if_it_lies_on_one_of_its_dates(
    days: set[int], told: int, hour: int, clock: str
) -> None:
    dates = ",".join(f"1941-04-{day:02}" for day in sorted(days))
    at = (datetime(1941, 4, 1, hour) + timedelta(days=told - 1)).isoformat()
    found = reconcile(claim("x", event="e", dated=f"[{dates}]", clock="moscow") +
                      claim("y", event="e", at=at, clock=clock))  # fmt: skip
    moscow = datetime.fromisoformat(at) - timedelta(hours=6 if clock == "tokyo" else 0)
    assert found.consistent == (moscow.month == 4 and moscow.day in days)


def test_a_set_is_its_dates_and_one_of_too_many_is_a_fault() -> None:
    days = [f"1941-{month:02}-{day:02}" for month in range(1, 5) for day in range(1, 17, 2)]
    assert len(made(dated=f"[{','.join(days[:31])}]", clock="moscow").spans) == 31
    with pytest.raises(CaseFileError, match="leaves 32 dates open that do not follow each other") as caught:
        made(dated=f"[{','.join(days)}]", clock="moscow")
    assert "name at most 31, or the range that holds them all: [1941-01-01..1941-04-15]" in str(caught.value)
    assert len(made(dated="1941-04-2X", clock="moscow").spans) == 1
    assert len(made(dated="1941-XX-24", clock="moscow").spans) == 12


@pytest.mark.parametrize("qualifier", ["~", "?", "%"])
def test_a_qualifier_is_noted(qualifier: str) -> None:
    found = reconcile(claim("x", event="e", dated=f"1941-04-24{qualifier}", clock="moscow"))
    word = {"~": "approximate", "?": "uncertain", "%": "uncertain and approximate"}[qualifier]
    remark = f"the day of 1941-04-24{qualifier} is {word}"
    for text in (str(found), found.explain()):
        assert f"x: {remark}" in text
    (told,) = [each["remarks"] for each in found.to_dict()["claims"] if each["id"] == "x"]
    assert remark in told
    assert (
        found.case.claims[0].sentence(found.case) == f"the call is dated 1941-04-24{qualifier} on the clock of Moscow"
    )


def test_a_season_says_what_it_is_taken_to_be() -> None:
    assert "x: 1941-21 is taken to be March to May, in the north" in str(
        reconcile(claim("x", event="e", dated="1941-21", clock="moscow"))
    )


def test_a_qualified_day_chooses_no_offset() -> None:
    with pytest.raises(CaseFileError, match="it is no single day for certain"):
        case(claim("x", clock="moscow", offset="+03:00", on="1941-04-24~"))
