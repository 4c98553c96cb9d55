"""How much a record holds, as a file says it."""

from __future__ import annotations

from datetime import date

import pytest

import treatyclock as tc
from small_treaties import TWO_OF_THREE, act, clause, three, two
from treatyclock.civil.days import EARLIEST
from treatyclock.errors import TreatyFileError, UnknownPartyError
from treatyclock.law.coverage import Coverage, Missing


def of(**record: object) -> Coverage:
    return three(TWO_OF_THREE + clause("record", **record)).record.coverage


def test_a_file_that_says_nothing_is_whole() -> None:
    coverage = three(TWO_OF_THREE).record.coverage
    assert coverage == Coverage() and coverage.lists_all_parties
    assert [coverage.lacks_from(each, "AAA") for each in Missing] == [None, None]


def test_what_may_lack() -> None:
    assert [of(acts="in part").lacks(each, "AAA") for each in Missing] == [True, True]
    consents = of(acts="in part", missing="consent", of=["AAA"])
    assert [consents.lacks(each, "AAA") for each in Missing] == [True, False]
    assert not consents.lacks(Missing.CONSENT, "BBB") and not consents.lacks(Missing.CONSENT)
    assert of(until="1950").lacks_from(Missing.EXIT) == date(1950, 1, 2)
    assert of(parties="in part").lacks_from(Missing.CONSENT, "XYZ", listed=False) == EARLIEST


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"acts": "whole", "missing": "exit"}, "says which acts may lack, and none may"),
        ({"parties": "in part", "of": "AAA"}, "says which acts may lack, and none may"),
        ({"acts": "in part", "of": "XYZ"}, "is not a party of this treaty"),
        ({"parties": "partly"}, "parties"),
        ({}, "say what is in part"),
    ],
)
def test_what_a_file_cannot_say(record: dict[str, object], said: str) -> None:
    with pytest.raises(TreatyFileError) as caught:
        three(TWO_OF_THREE + clause("record", **record))
    assert said in str(caught.value)


def test_a_code_of_a_state_that_is_not_listed() -> None:
    part = three(TWO_OF_THREE + clause("record", parties="in part"))
    assert part.in_force("1950-01-01", party="XYZ").truth is tc.Truth.UNKNOWN
    with pytest.raises(UnknownPartyError):
        part.in_force("1950-01-01", party="no code")
    with pytest.raises(UnknownPartyError) as caught:
        three(TWO_OF_THREE).in_force("1950-01-01", party="XYZ")
    assert 'parties = "in part" in [record]' in caught.value.hint


def test_where_the_day_of_entry_alone_is_told_silence_tells_no_consent() -> None:
    fact = clause("entry_into_force", recorded="1950-01-01")
    acts = act("signature", "AAA", "1949-01-01") + act("accession", "BBB", "1951-01-01")
    coverage = three(fact, acts).record.coverage
    assert [coverage.lacks(Missing.CONSENT, party) for party in ("AAA", "BBB", "CCC")] == [True, False, True]
    assert not coverage.lacks(Missing.EXIT, "AAA")
    assert two(fact).record.coverage == Coverage()
