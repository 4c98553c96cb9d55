"""A record: what it holds by name, who reads it how, and whose midnights may count."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from small_treaties import SIGNED, TWO_OF_THREE, act, clause, entry, reading, status, three, two
from treatyclock.civil.periods import Period
from treatyclock.errors import TreatyFileError, UnknownActError, UnknownPartyError, UnknownReadingError
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.clauses.term import Term
from treatyclock.law.parties import Party
from treatyclock.law.readings import TEXT, Reading
from treatyclock.law.record import MOST_MIDNIGHTS, Record

RECORD = two(SIGNED, clause("sunset", lasts="P1Y"), reading("mine")).record


def test_what_it_holds_by_name() -> None:
    assert RECORD.party("AAA").name == "AAA"
    assert RECORD.act("signature-aaa-bbb").by == ("AAA", "BBB")
    assert RECORD.reading("mine").id == "mine"
    assert RECORD.reading(None) is RECORD.reading("text") is TEXT
    sunset = RECORD.clause(Sunset)
    assert sunset is not None and sunset.lasts == Period.of("P1Y")
    assert RECORD.clause(Term) is None


def test_what_it_does_not_hold() -> None:
    for look, error in (
        (RECORD.party, UnknownPartyError), (RECORD.act, UnknownActError), (RECORD.reading, UnknownReadingError)
    ):  # fmt: skip
        with pytest.raises(error, match="hint: "):
            look("nothing")


def test_it_compares_by_value() -> None:
    same = two(SIGNED, clause("sunset", lasts="P1Y"), reading("mine")).record
    assert same == RECORD
    assert same is not RECORD
    assert hash(same) == hash(RECORD)
    RECORD.midnights()
    again = pickle.loads(pickle.dumps(RECORD))
    assert again == RECORD and hash(again) == hash(same)
    for other in (replace(RECORD, note="x"), replace(RECORD, acts=()), replace(RECORD, readings=())):
        assert other != RECORD


@pytest.mark.parametrize(
    ("text", "bilateral"),
    [
        (SIGNED, True),
        (SIGNED + act("accession", "AAA", "1940-01-01"), False),
        (SIGNED + clause("joining", delay="P1M"), True),  # until somebody has joined
        (entry({"instruments": 2}) + clause("joining", delay="P1M"), False),  # a file may list two of many
        (entry({"ratified_by": ["AAA", "BBB"]}) + clause("joining", delay="P1M"), True),
        (entry({"ratified_by": "AAA"}) + clause("joining", delay="P1M"), False),
        (SIGNED + clause("minimum_parties", number=2), False),
        (entry({"instruments": 2}), True),
        (entry({"instruments": 3}), False),
        (entry("pairwise"), False),
    ],
)
def test_whether_it_is_between_two(text: str, bilateral: bool) -> None:
    assert two(text).record.bilateral == bilateral
    assert not three(TWO_OF_THREE).record.bilateral


def test_whose_midnights_may_count() -> None:
    seats = ("Europe/Moscow", "Asia/Tokyo")
    depositary = '[depositary]\nname = "X"\nclock = "Europe/Zurich"\n'
    assert two(SIGNED, clocks=seats).record.midnights() == seats
    assert two(SIGNED, clocks=("Asia/Tokyo", "Asia/Tokyo")).record.midnights() == ("Asia/Tokyo",)
    assert two(SIGNED, clocks=("Asia/Tokyo", None)).record.midnights() == ()
    assert two(SIGNED, depositary, clocks=seats).record.midnights() == ("Europe/Zurich",)
    assert two(SIGNED, depositary, clause("counting", midnight="UTC"), clocks=seats).record.midnights() == ("UTC",)


def test_of_many_seats_none_is_known_to_count() -> None:
    clocks = ["Asia/Tokyo", "Europe/Moscow", "Europe/Paris", "Europe/London", "Europe/Rome"]
    parties = tuple(Party(id=f"P{n}", name="x", clock=clock) for n, clock in enumerate(clocks))
    few = Record(id="x", title="x", parties=parties[:MOST_MIDNIGHTS])
    assert len(few.midnights()) == MOST_MIDNIGHTS
    assert replace(few, parties=parties).midnights() == ()


# --- as a reading has it -------------------------------------------------------------------------


def test_a_reading_has_clauses_of_its_own_and_takes_others_away() -> None:
    own = Sunset(lasts=Period.of("P9Y"))
    instead = RECORD.read_as(Reading(id="x", title="t", holder="h", clauses=(own,)))
    assert [type(each).__name__ for each in instead.clauses] == ["EntryIntoForce", "Sunset"]
    assert instead.clause(Sunset) is own
    without = RECORD.read_as(Reading(id="x", title="t", holder="h", without=("sunset",)))
    assert without.clause(Sunset) is None
    assert len(without.clauses) == len(RECORD.clauses) - 1
    assert RECORD.read_as(Reading(id="x", title="t", holder="h", rejects=("signature-aaa-bbb",))) is RECORD


def test_a_clause_taken_away_in_a_file() -> None:
    left = TWO_OF_THREE + clause("denunciation", when="at any time") + act("withdrawal", "AAA", "1940-01-01")
    text = left + clause("sunset", lasts="P5Y", first_day="not counted")
    found = three(text, reading("no-sunset", without="sunset"))
    assert status(found, "1943", "AAA") == {"surviving effect"}
    assert status(found, "1943", "AAA", "no-sunset") == {"former party"}
    with pytest.raises(TreatyFileError, match="is not a clause of this treaty"):
        three(text, reading("x", without="renewal"))
    with pytest.raises(TreatyFileError, match="also given by this reading"):
        three(text, reading("x", without="sunset", sunset={"lasts": "P1Y", "ref": "r"}))
