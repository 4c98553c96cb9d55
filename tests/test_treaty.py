"""The object that users hold: its questions, what-if, and its argument in words."""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime

import pytest

import treatyclock as tc
from small_treaties import SIGNED, act, two
from treatyclock.errors import (
    DuplicateActError,
    NaiveTimeError,
    TreatyFileError,
    UnknownActError,
    UnknownChoiceError,
    UnknownPartyError,
    UnknownReadingError,
)
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.exit import DENUNCIATION

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_the_status_of_two_is_that_of_the_pair() -> None:
    three = tc.loads("""
schema = 1
id = "three"
title = "A treaty of three"
parties = { AAA = "A", BBB = "B", CCC = "C" }
entry_into_force = { when = { instruments = 2 }, ref = "art. 1" }
act = [
  { kind = "ratification", by = "AAA", on = "1950-01-01", ref = "deposit" },
  { kind = "ratification", by = "BBB", on = "1950-02-01", ref = "deposit" },
]
""")
    assert three.status("1951-01-01", between=("AAA", "BBB")) == {tc.Status.PARTY}
    assert three.status("1951-01-01", between=("AAA", "CCC")) == {tc.Status.NEVER_PARTY}


def notice(day: str) -> dict[str, str]:
    return {"kind": "denunciation", "by": "SUN", "on": day, "ref": "art. 3"}


@pytest.mark.parametrize(
    ("day", "last_days"),
    [
        ("1945-04-23", {"1946-04-25", "1946-04-24"}),
        ("1945-04-24", {"1946-04-25", "1946-04-24"}),
        ("1945-04-25", {"1946-04-25", "1951-04-24"}),
        ("1945-04-27", {"1951-04-25", "1951-04-24"}),
    ],
)
def test_had_the_notice_been_given_on_another_day(day: str, last_days: set[str]) -> None:
    other = PACT.what_if(drop="denunciation", add=[notice(day)])
    assert {each.value[0] for each in other.dates().last_day_in_force} == last_days
    expected = {"1945-04-25": tc.Truth.UNKNOWN, "1945-04-27": tc.Truth.YES}.get(day, tc.Truth.NO)
    answer = other.in_force("1948-01-01")
    assert answer.truth is expected
    assert [each.key for each in answer.depends_on] == (["first_day"] if day == "1945-04-25" else [])


def test_had_there_been_no_notice_and_prolongation_repeated() -> None:
    other = PACT.what_if(drop=["denunciation"])
    assert other.in_force("1952-01-01").truth is tc.Truth.NO
    assert other.in_force("1952-01-01", reading="prolonged-again-and-again").truth is tc.Truth.YES
    assert [each.value for each in other.dates(reading="prolonged-again-and-again").last_day_in_force] == [()]


@pytest.mark.parametrize("party", ["SUN", "JPN"])
def test_statuses_of_each_party(party: str) -> None:
    asked = {
        "1941-04-01": {tc.Status.NEGOTIATING},
        "1941-04-20": {tc.Status.SIGNATORY},
        "1945-08-09": {tc.Status.PARTY},
        "1946-05-01": {tc.Status.FORMER_PARTY},
    }
    for day, statuses in asked.items():
        assert PACT.status(day, party=party) == statuses


@pytest.mark.parametrize(("parties", "end"), [(8, "P6, P7"), (9, "P6, P7 and 1 more"), (200, "P6, P7 and 192 more")])
def test_of_many_parties_the_first_are_shown(parties: int, end: str) -> None:
    names = "\n".join(f'P{n} = "a State"' for n in range(parties))
    treaty = tc.loads(f'schema = 1\nid = "many"\ntitle = "Many"\n[parties]\n{names}')
    assert str(treaty).startswith("many: P0, P1, ")
    assert str(treaty).endswith(end)


@pytest.mark.parametrize("note", ["", "a note", "a backslash \\\\ in it", "three quotes ''' in it"])
def test_repr_is_code_that_makes_an_equal_treaty(note: str) -> None:
    treaty = tc.loads(f'''schema = 1\nid = "two"\ntitle = "Two"\nnote = "{note or "-"}"\n[parties]\nA = "A"\nB = "B"''')
    assert eval(repr(treaty), {"treatyclock": tc}) == treaty
    assert ("\n" in repr(treaty)) == (note in ("", "a note"))


def test_repr_of_what_ships_is_short_and_of_what_no_file_says_is_no_code() -> None:
    assert repr(PACT) == "treatyclock.load('soviet-japanese-neutrality-pact')"
    assert repr(PACT.what_if(drop="denunciation")) == "<Treaty soviet-japanese-neutrality-pact: SUN, JPN>"


def test_one_party_alone_has_ratified() -> None:
    late = PACT.what_if(
        drop="ratification-jpn", add=[{"kind": "ratification", "by": "JPN", "on": "1941-06-01", "ref": "art. 4"}]
    )
    assert late.status("1941-05-10", party="SUN") == {tc.Status.CONTRACTING}
    assert late.status("1941-05-10", party="JPN") == {tc.Status.SIGNATORY}
    assert late.in_force("1941-05-10").truth is tc.Truth.NO
    assert [each.value for each in late.dates().entry_into_force] == [("1941-06-01",)]


def test_knowledge_time_with_an_hour() -> None:
    at = "1950-01-01"
    assert PACT.in_force(at, known_as_of="1945-04-05T14:59", zone="Europe/Moscow").truth is tc.Truth.YES
    assert PACT.in_force(at, known_as_of="1945-04-05T15:01", zone="Europe/Moscow").truth is tc.Truth.NO
    assert PACT.in_force(at, known_as_of=date(1945, 4, 4)).truth is tc.Truth.YES
    with pytest.raises(NaiveTimeError):
        PACT.in_force(at, known_as_of=datetime(1945, 4, 5, 15, 1))


def test_what_is_not_there() -> None:
    with pytest.raises(UnknownPartyError, match="not a party"):
        PACT.in_force("1945", party="USA")
    with pytest.raises(UnknownPartyError):
        PACT.timeline(party="USA")
    with pytest.raises(UnknownReadingError, match="did you mean `ended-by-notice`"):
        PACT.in_force("1945", reading="ended-by-notices")
    with pytest.raises(UnknownActError, match="did you mean `denunciation`"):
        PACT.what_if(drop="denunciaton")
    with pytest.raises(TreatyFileError) as caught:
        PACT.what_if(add=[{"kind": "denunciation", "by": "USA", "on": "1945-04-31"}])
    assert len(caught.value.faults) == 3
    with pytest.raises(UnknownChoiceError, match="did you mean `counted`"):
        tc.Reading(id="x", title="x", holder="x", choose=(("first_day", "count"),))
    with pytest.raises(UnknownChoiceError):
        tc.Reading(id="x", title="x", holder="x", choose=(("first", "counted"),))


# --- as a value ----------------------------------------------------------------------------------


def test_two_treaties_are_equal_if_their_records_are() -> None:
    one, same, other = two(SIGNED), two(SIGNED), two(SIGNED, act("publication", "AAA", "1931-01-01"))
    assert one == same
    assert one is not same and one.record is not same.record
    assert hash(one) == hash(same)
    assert one != other
    assert one != one.record
    assert len({one, same, other}) == 2
    one.dates()
    assert one == same  # what was worked out of it changes nothing


def test_a_treaty_travels_as_its_record() -> None:
    one = two(SIGNED)
    one.dates()
    for again in (pickle.loads(pickle.dumps(one)), copy.copy(one), copy.deepcopy(one)):
        assert again == one
        assert hash(again) == hash(one)
        assert again.dates() == one.dates()
    assert len(pickle.dumps(one)) < len(pickle.dumps(two(SIGNED))) + 50  # none of its lives


def test_what_if_leaves_the_treaty_as_it_is() -> None:
    one = two(SIGNED)
    other = one.what_if(add={"kind": "publication", "by": "AAA", "on": "1931-01-01", "ref": "x"})
    assert len(one.record.acts) == 1 and len(other.record.acts) == 2
    assert other.what_if(drop="publication-aaa") == one


def test_an_act_is_not_added_twice_nor_a_reading_built_on_nothing() -> None:
    again = Act(id="denunciation", kind=DENUNCIATION, by=("SUN",), dated=tc.moment("1945-04-27"))
    with pytest.raises(DuplicateActError, match="already records"):
        PACT.what_if(add=[again])
    with pytest.raises(UnknownActError):
        PACT.in_force("1945", reading=tc.Reading(id="x", title="x", holder="x", rejects=("denunciaton",)))
