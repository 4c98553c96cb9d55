"""Acts that reached several depositaries on different days: which of the days counts."""

import pytest

import treatyclock as tc
from treatyclock.formats.treaties.as_tables import tables_of
from treatyclock.formats.treaties.tables import load_tables

TREATY = """
schema  = 1
id      = "two-depositaries"
title   = "A treaty with two depositaries"
parties = { AAA = "A", BBB = "B", CCC = "C" }

[depositary]
name    = "N and S"
several = { north = { name = "N", clock = "+01:00" }, south = { name = "S", clock = "+03:00" } }
DEPOSIT

[entry_into_force]
when = { instruments = 2 }
ref  = "art. 1"

[denunciation]
when      = "at any time"
notice    = "P6M"
first_day = "not counted"
ref       = "art. 2"

[[act]]
kind = "ratification"
by   = "AAA"
on   = "2000-01-01"
ref  = "r"

[[act]]
kind     = "ratification"
by       = "BBB"
on       = "2000-02-01"
received = { north = "2000-02-01", south = "2000-03-01" }
ref      = "r"
"""


def with_deposit(words: str = "") -> tc.Treaty:
    return tc.loads(TREATY.replace("DEPOSIT", f'deposit = "{words}"' if words else ""))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("", ["2000-02-01", "2000-03-01"]),
        ("the first", ["2000-02-01"]),
        ("the last", ["2000-03-01"]),
        ("with all", ["2000-03-01"]),
    ],
)
def test_the_text_says_which_deposit_counts_or_leaves_it_open(words: str, days: list[str]) -> None:
    found = with_deposit(words).dates().entry_into_force
    assert [each.value for each in found] == [(day,) for day in days]


def test_whoever_asks_may_choose_the_deposit() -> None:
    mine = tc.Reading(id="mine", title="the first", holder="me", choose=(("deposit", "the first"),))
    assert with_deposit("").dates(reading=mine).entry_into_force[0].value == ("2000-02-01",)
    # A reading goes before the text.
    assert with_deposit("with all").dates(reading=mine).entry_into_force[0].value == ("2000-02-01",)


def test_it_is_told_by_depositary_and_the_argument_says_which_counts() -> None:
    argument = with_deposit("the last").in_force("2000-04-01", party="BBB").explain()
    assert "received by N on 1 February 2000, received by S on 1 March 2000" in argument
    assert "of its deposits the last counts, that of 1 March 2000" in " ".join(argument.split())


def test_midnights_are_those_of_all_depositaries_whose_clocks_are_known() -> None:
    assert with_deposit().record.midnights() == ("+01:00", "+03:00")
    one = tc.loads(TREATY.replace("DEPOSIT", "").replace("+03:00", "+01:00")).in_force("2005-01-01")
    assert "the midnight of +01:00, the clock of the depositary's seat" in " ".join(one.explain().split())
    assert "N and S: it is an assumption that the day begins at the midnight of its seat" in [
        each.text for each in one.rests_on
    ]


def test_a_notice_counts_by_the_same_deposit() -> None:
    notice = {
        "kind": "denunciation",
        "by": "BBB",
        "on": "2001-01-01",
        "received": {"north": "2001-01-01", "south": "2001-02-01"},
        "ref": "n",
    }
    last = with_deposit("with all").what_if(add=notice).dates(party="BBB").last_day_in_force
    assert [each.value for each in last] == [("2001-08-01",)]
    first = with_deposit("the first").what_if(add=notice).dates(party="BBB").last_day_in_force
    assert [each.value for each in first] == [("2001-07-01",)]


def test_what_lacks_at_a_depositary_is_complete_on_no_known_day_where_all_must_have_it() -> None:
    text = TREATY.replace("DEPOSIT", 'deposit = "with all"').replace(', south = "2000-03-01"', "")
    treaty = tc.loads(text)
    assert treaty.in_force("2000-01-15").truth is tc.Truth.NO
    assert treaty.in_force("2000-06-01").truth is tc.Truth.UNKNOWN
    first = tc.loads(TREATY.replace("DEPOSIT", 'deposit = "the last"').replace(', south = "2000-03-01"', ""))
    assert first.in_force("2000-02-02").truth is tc.Truth.YES


def test_what_one_depositary_alone_knew_was_no_consent_where_all_must_have_it() -> None:
    assert with_deposit("with all").in_force("2000-06-01", known_as_of="2000-02-15").truth is tc.Truth.NO
    assert with_deposit("the first").in_force("2000-06-01", known_as_of="2000-02-15").truth is tc.Truth.YES
    assert with_deposit("").in_force("2000-06-01", known_as_of="2000-02-15").truth is tc.Truth.UNKNOWN


def test_a_vague_day_of_one_depositary_leaves_its_bounds_open() -> None:
    text = TREATY.replace("DEPOSIT", 'deposit = "the first"').replace('south = "2000-03-01"', 'south = "not known"')
    assert tc.loads(text).dates().entry_into_force[0].value == ("2000-02-01",)
    vague = TREATY.replace("DEPOSIT", 'deposit = "the last"').replace('south = "2000-03-01"', 'south = "2000-03"')
    treaty = tc.loads(vague)
    assert treaty.in_force("2000-02-20").truth is tc.Truth.NO
    assert treaty.in_force("2000-03-15").truth is tc.Truth.UNKNOWN


def test_the_file_says_it_again() -> None:
    for words in ("", "the first", "with all"):
        treaty = with_deposit(words)
        assert load_tables(tables_of(treaty.record)) == treaty.record
