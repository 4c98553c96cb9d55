"""Recorded days of entry into force that differ from the count, and the causes that rules name."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import act, clause, entry, reading, three, two
from treatyclock.questions.recorded_differences import RULES

JOINING = entry({"instruments": 2}, delay="P90D") + clause("joining", delay="P90D")
FIRST = act("ratification", "AAA", "1950-01-01") + act("ratification", "BBB", "1950-03-01")
"""In force from 30 May 1950."""


def late(on: str, recorded: str) -> str:
    return act("accession", "CCC", on, recorded=recorded)


CASES = {
    "the treaty's own day": (late("1950-04-01", "1950-05-30"), -31),
    "the day of the deposit": (late("1951-01-10", "1951-01-10"), -90),
    "before the deposit": (late("1951-01-10", "1951-01-09"), -91),
    "perhaps a slip: month and day": (late("1951-01-09", "1951-09-04"), 148),
    "perhaps a slip: right day and month": (late("1951-01-10", "1952-04-10"), 366),
    "off by one day": (late("1951-01-10", "1951-04-11"), 1),
    "": (late("1951-01-10", "1951-08-20"), 132),
}


@pytest.mark.parametrize("cause", CASES)
def test_a_rule_names_the_cause(cause: str) -> None:
    text, apart = CASES[cause]
    (row,) = three(JOINING, FIRST, text).recorded_differences()
    assert row.cause.startswith(cause) and bool(row.cause) == bool(cause)
    assert (row.party, row.days_apart) == ("CCC", apart)


EXIT = clause("denunciation", when="at any time", notice="P6M", first_day="not counted")
EXITS = {
    "off by one day": ("1960-07-10", 1),  # told as the last day in force, and meant as the first day out
    "the day of the notice itself": ("1960-01-09", -182),
    "months counted for days": ("1960-07-07", -2),
    "perhaps a slip: right day and month": ("1961-07-09", 365),
    "perhaps a slip: month and day": ("1960-09-07", 60),
    "": ("1960-08-20", 42),
}
"""What was recorded as the last day in force, of a notice of 9 January 1960, by which that is 9 July."""


@pytest.mark.parametrize("cause", EXITS)
def test_a_rule_names_the_cause_for_an_exit(cause: str) -> None:
    recorded, apart = EXITS[cause]
    notice = act("denunciation", "AAA", "1960-01-09", recorded=recorded)
    by_last_day = reading("last", choose={"effect_day": "last in force"})
    found = three(JOINING, FIRST, EXIT, notice, by_last_day).recorded_differences(reading="last")
    (row,) = found
    assert (row.of, row.party, row.act, row.days_apart) == ("exit", "AAA", "denunciation-aaa", apart)
    assert row.cause.startswith(cause) and bool(row.cause) == bool(cause)
    assert "AAA, last day in force" in str(found)


def test_an_exit_that_agrees_by_one_of_two_conventions_is_no_difference() -> None:
    notice = act("denunciation", "AAA", "1960-01-09", recorded="1960-07-10")
    assert len(three(JOINING, FIRST, EXIT, notice).recorded_differences()) == 0


def test_counted_from_the_deposit_though_the_treaty_was_not_yet_in_force() -> None:
    all_three = entry({"instruments": 3}, delay="P90D")
    early = act("ratification", "CCC", "1950-02-01", recorded="1950-05-02")
    (row,) = three(all_three, FIRST, early).recorded_differences()
    assert row.cause.startswith("counted from the deposit") and row.days_apart == -28


def test_months_counted_for_days() -> None:
    (row,) = three(JOINING, FIRST, late("1951-06-10", "1951-09-10")).recorded_differences()
    assert (row.cause, row.days_apart) == ("months counted for days, or days for months", 2)


def test_a_day_that_agrees_or_may_agree_is_no_difference() -> None:
    assert len(three(JOINING, FIRST, late("1951-01-10", "1951-04-10")).recorded_differences()) == 0
    assert len(three(JOINING, FIRST, late("1951-01-10", "1951-04")).recorded_differences()) == 0
    assert len(three(JOINING, FIRST, late("1951-01-1X", "1951-04-12")).recorded_differences()) == 0
    assert len(three(JOINING, FIRST).recorded_differences()) == 0


def test_what_is_vague_and_surely_another_day_has_no_cause() -> None:
    (row,) = three(JOINING, FIRST, late("1951-01-1X", "1951-08")).recorded_differences()
    assert (row.cause, row.days_apart) == ("", None)


def test_the_treatys_own_day_earlier_than_the_instruments_listed() -> None:
    own = entry({"instruments": 2}, delay="P90D", recorded="1950-04-20")
    (row,) = (each for each in three(own, FIRST).recorded_differences() if each.party is None)
    assert row.cause.startswith("earlier than by the instruments listed") and row.act is None
    assert (str(row.recorded), [str(day) for day in row.counted]) == ("1950-04-20", ["1950-05-30"])


def test_a_party_s_day_earlier_than_the_treaty_s_own_by_the_instruments_listed() -> None:
    early = act("ratification", "BBB", "1950-03-01", recorded="1950-04-20")
    (row,) = three(JOINING, act("ratification", "AAA", "1950-01-01"), early).recorded_differences()
    assert (row.party, row.days_apart) == ("BBB", -40)
    assert row.cause.startswith("earlier than by the instruments listed")


def test_a_year_that_is_wrong_is_told_before_a_day_before_the_deposit() -> None:
    (row,) = three(JOINING, FIRST, late("1981-11-09", "1981-02-07")).recorded_differences()
    assert row.cause == "perhaps a slip: right day and month, another year"


def test_between_two_an_exit_stands_once_and_a_party_without_a_record_has_no_row() -> None:
    notice = clause("denunciation", when="at any time", notice="P1Y")
    left = act("denunciation", "AAA", "1960-01-01", recorded="1965-01-01")
    (row,) = two(entry("ratified by all"), FIRST, notice, left).recorded_differences()
    assert (row.of, row.party, row.cause) == ("exit", "AAA", "")


def test_it_is_printed_as_a_table_and_as_data() -> None:
    found = three(JOINING, FIRST, late("1951-01-10", "1951-04-11")).recorded_differences()
    assert str(found) == (
        "     recorded    counted     apart  cause\n"
        "CCC  1951-04-11  1951-04-10  +1     off by one day"
    )  # fmt: skip
    assert found.to_dict() == {
        "treaty": "three",
        "reading": "text",
        "differences": [
            {
                "of": "entry into force",
                "party": "CCC",
                "act": "accession-ccc",
                "recorded": "1951-04-11",
                "counted": ["1951-04-10"],
                "days_apart": 1,
                "cause": "off by one day",
            }
        ],
    }
    assert str(three(JOINING, FIRST).recorded_differences()).startswith("No recorded day")


def test_every_rule_is_tried() -> None:
    started = [*CASES, "counted from the deposit", "months counted", "earlier than by the instruments listed"]
    assert [name for name in RULES if not any(each and name.startswith(each) for each in started)] == []
    assert tc.load("paris-agreement-2015").recorded_differences(reading="text").reading.id == "text"
