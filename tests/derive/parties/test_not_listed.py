"""Whether others than the listed States were parties, by what the record shows."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, evaluation, ratified, three
from treatyclock.derive.parties.not_listed import needed, perhaps_others, surely_others
from treatyclock.law.clauses.conditions import AllOf, AnyOf, Consented, Instruments, Pairwise

BOTH_RATIFIED = ratified(AAA="1936-01-01", BBB="1936-01-01")


@pytest.mark.parametrize(
    ("number", "more", "surely"),
    [
        (2, "", False),
        (3, "", True),
        (3, "[record]\nacts = 'in part'\n", False),  # the third may be CCC
        (4, "[record]\nacts = 'in part'\n", True),
        (2, ratified(CCC="1937-01-01"), False),
        (3, ratified(CCC="1936-06-01"), False),
        (3, ratified(CCC="1937-01-01"), True),  # too late to be the third
    ],
)
def test_a_recorded_entry_shows_how_many_there_were(number: int, more: str, surely: bool) -> None:
    found = evaluation(three(entry({"instruments": number}, recorded="1936-06-01"), BOTH_RATIFIED, more))
    assert surely_others(found) is surely


def test_those_who_are_taken_for_parties_count() -> None:
    found = evaluation(three(entry({"instruments": 3}, recorded="1936-06-01"), BOTH_RATIFIED))
    assert not surely_others(found, {"AAA", "BBB", "CCC"})
    assert surely_others(found, {"AAA", "BBB"})


def test_a_number_shows_it_without_a_recorded_day() -> None:
    numbered = act("ratification", "AAA", "1936-01-01", ordinal=2)
    assert surely_others(evaluation(three(entry({"instruments": 2}), numbered)))
    assert not surely_others(evaluation(three(entry({"instruments": 2}), ratified(AAA="1936-01-01"))))


def test_it_is_told_why() -> None:
    in_part = clause("record", parties="in part").replace('ref = "r"\n', "")
    assert perhaps_others(evaluation(three(in_part, entry({"instruments": 2})))) == "The list of parties is in part."
    assert perhaps_others(evaluation(three(entry({"instruments": 2}), BOTH_RATIFIED))) == ""
    more = evaluation(three(entry({"instruments": 20}, recorded="1936-06-01"), BOTH_RATIFIED))
    assert perhaps_others(more) == "More States consented than are on the list."


def test_how_many_a_condition_needs() -> None:
    of_some, of_all = Instruments(needed=5), Consented()
    assert needed(of_some) == 5
    assert needed(Instruments(needed=5, among=("AAA",))) == 0
    assert needed(AllOf(conditions=(of_some, of_all))) == 5
    assert needed(AnyOf(conditions=(of_some, Pairwise()))) == 2
    assert needed(of_all) == 0
