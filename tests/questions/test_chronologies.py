"""Lives side by side are those that are asked for one by one."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import act, clause, entry, two

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_of_many_parties_those_that_are_alike_share_a_row() -> None:
    paris = tc.load("paris-agreement-2015")
    lives = paris.chronologies()
    assert len(lives) == len(paris.record.parties) + 1
    assert len(lives.alike()) < len(lives) / 2
    assert lives["USA"] == paris.chronology(party="USA")
    with pytest.raises(KeyError):
        lives["XXX"]
    with pytest.raises(tc.TreatyclockError, match="`by` cannot be `parties`"):
        paris.chronologies("parties")


def test_by_part_they_are_those_of_each_part() -> None:
    annex = (
        clause("[part]", id="annex", consent="its own"), clause("part.entry_into_force", when="ratified by all"),
        act("ratification", "AAA BBB", "1931-03-01", part="annex"),
    )  # fmt: skip
    treaty = two(entry("signed"), act("signature", "AAA BBB", "1930-01-15"), *annex)
    for view in (treaty.under(party="AAA"), treaty.under(party="AAA", part="annex")):
        found = view.chronologies("part")
        assert [each.id for each in found] == ["", "annex"]
        assert found[""] == treaty.chronology(party="AAA")
        assert found["annex"] == treaty.chronology(party="AAA", part="annex")
    assert len(PACT.chronologies("part")) == 1
    assert PACT.overview().by_part is None


def test_by_reading_they_are_those_of_each_reading() -> None:
    found = PACT.chronologies("reading", party="JPN")
    assert [each.id for each in found] == ["", *(each.id for each in PACT.record.readings)]
    for each in found:
        assert each.chronology == PACT.chronology(party="JPN", reading=each.id or None)


def test_an_answer_brings_those_that_contest_it() -> None:
    answer = PACT.in_force("1945-08-09")
    assert [each.id for each in answer.lives.value][1:] == [each.reading.id for each in answer.contested_by]
