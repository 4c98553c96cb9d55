"""What makes a pair differ from its two lives, held against treaties that are drawn, and one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

import treatyclock as tc
from beside_treaties import THREE, treaty
from compiled_pairs import differences
from treatyclock.book.lines import BY_INSTANT, line_of
from treatyclock.book.pairs import own_pairs
from treatyclock.errors import UnusableRecordError
from treatyclock.law.coverage import Extent
from treatyclock.law.subjects import Subject
from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.specifications.choices import Dice
from treatyclock.testing.specifications.many import treaty_of_many
from treatyclock.testing.specifications.many_text import to_toml


def drawn(seed: int, **coverage: Any) -> tc.Treaty:
    """A treaty of many drawn with a seed, of which a list has not everything."""
    record = tc.loads(to_toml(treaty_of_many(Dice(f"book {seed}")))).record
    return tc.Treaty(replace(record, coverage=replace(record.coverage, **coverage)))


# Of those that are drawn with these seeds little is open, so that each takes some hundredths of a second; the long run
# takes all.
SEEDS = [1, 2, 3, 5, 8, 10, 13, 16, 18, 20, 22, 24, 30, 32]
OF_DAYS = [1, 3, 5, 10, 13, 18, 20, 24, 32, 36, 41]


@pytest.mark.parametrize(("by", "seed"), [*(("instant", each) for each in SEEDS), *(("day", each) for each in OF_DAYS)])
def test_of_drawn_treaties_every_pair_is_as_the_treaty_itself_says(by: str, seed: int) -> None:
    assert not list(differences(tc.Book.of([drawn(seed)], whole=True), by))


@pytest.mark.parametrize(
    "seed", [1, 3, 5, 8, 13, 22, 32, 41, 43, 45, 52, 53]
)  # those that leave little open: others take seconds
def test_so_of_lists_of_some_parties_where_any_state_may_be_one(seed: int) -> None:
    book = tc.Book.of([drawn(seed, parties=Extent.IN_PART)], whole=True)
    assert not list(differences(book, "instant"))


@pytest.mark.long
@pytest.mark.parametrize("by", ["instant", "day"])
def test_so_of_thousands(by: str) -> None:
    for seed in range(5000):
        try:
            assert not list(differences(tc.Book.of([drawn(seed)], whole=True), by)), seed
        except (UnusableRecordError, UnsettledError):  # too much is open, or the law has no answer
            continue


def pairs(found: tc.Treaty) -> set[tuple[str, str]]:
    life = found.life()
    codes = [party.id for party in found.record.parties]
    return own_pairs(life, codes, {code: line_of(life, Subject((code,)), BY_INSTANT) for code in codes})


DAYS = ("1990-01-01", "1991-01-01", "1992-01-01")
AC, BC, AB = ("AAA", "CCC"), ("BBB", "CCC"), ("AAA", "BBB")
JOINS = {"kind": "accession", "by": "CCC", "on": "1992-01-01", "ref": "r", "id": "joined"}


def test_two_who_only_joined_have_no_life_of_their_own() -> None:
    assert pairs(treaty("t", *DAYS, parties=THREE)) == set()


def test_of_a_treaty_between_two_the_pair_has() -> None:
    assert pairs(treaty("t", *DAYS[:2])) == {AB}


@pytest.mark.parametrize(
    ("acts", "own"),
    [
        ([{"kind": "objection to an accession", "by": "AAA", "of": "joined", "on": "1992-03-01", "ref": "r"}], {AC}),
        ([{"kind": "suspension", "by": "AAA", "to": ["BBB"], "on": "1995-01-01", "ref": "r"}], {AB, AC}),
        ([{"kind": "termination by consent", "by": ["AAA", "BBB"], "on": "1995-01-01", "ref": "r"}], {AB}),
    ],
    ids=["objection", "towards some", "agreed by two"],
)
def test_an_act_between_two_gives_them_one(acts: list[dict[str, Any]], own: set[tuple[str, str]]) -> None:
    found = treaty("t", *DAYS[:2], parties=THREE, acts=(JOINS, *acts))
    assert pairs(found) == own
    assert not list(differences(tc.Book.of([found]), "instant"))
    assert not list(differences(tc.Book.of([found]), "day"))


def test_so_do_a_side_and_a_companion() -> None:
    sides = [{"parties": ["AAA", "BBB"], "ref": "r"}, {"parties": ["CCC"], "ref": "r"}]
    assert pairs(treaty("t", *DAYS, parties=THREE, side=sides)) == {AB}
    companion = [{"treaty": "other", "between": ["AAA", "CCC"], "in_force": "only while it is", "ref": "r"}]
    assert pairs(treaty("t", *DAYS, parties=THREE, companion=companion)) == {AC}


def test_an_open_question_ties_two_where_both_turn_on_it() -> None:
    """By one midnight the one is out before the other is in; by the other midnight too. Each by itself may be in."""
    clocks = {"midnight": ["+00:00", "+12:00"], "ref": "r"}
    leaves = {"kind": "withdrawal", "by": "AAA", "on": "1995-01-01", "recorded": "1996-01-01", "ref": "r"}
    exits = {"when": "at any time", "notice": "P1Y", "ends_for": "the notifier", "effect_day": "first out", "ref": "r"}
    late = {"kind": "ratification", "by": "CCC", "on": "1995-12-01", "recorded": "1996-01-01", "ref": "r"}
    found = treaty("t", *DAYS[:2], parties=THREE, acts=(leaves, late), counting=clocks, denunciation=exits)
    assert AC in pairs(found)
    assert BC not in pairs(found)
    assert not list(differences(tc.Book.of([found]), "instant"))
