"""Who may have been a party when, by acts that the record lacks: days by hand."""

from __future__ import annotations

from datetime import date

import pytest

from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, clause, evaluation, three
from treatyclock.derive.histories.for_all import what_holds_for_all
from treatyclock.derive.histories.history import Standing
from treatyclock.derive.parties.headcount import Memberships
from treatyclock.derive.parties.membership import membership
from treatyclock.derive.parties.perhaps_parties import as_they_may_have_been, exit_not_on_record, why_parties_open
from treatyclock.derive.reasoning.evaluation import Evaluation

RECORDED = TWO_OF_THREE.replace('ref = "r"', 'recorded = "1936-01-01"\nref = "r"', 1) + HALF_A_YEAR
OUT = act("withdrawal", "AAA", "1940-01-01")


def in_part(**record: object) -> Evaluation:
    return evaluation(three(RECORDED, OUT, clause("record", **record)))


def perhaps(found: Evaluation, number: int = 0) -> Memberships | None:
    treaty = what_holds_for_all(found).entry
    assert treaty is not None
    endless = Standing(entry=treaty, end=None)
    listed = [membership(found, endless, party.id, listed=True).periods for party in found.record.parties]
    return as_they_may_have_been(found, treaty, listed, number)


def days(memberships: Memberships | None) -> list[str]:
    """Return the first and the last days of the periods of each, ``-`` where a period has no end."""
    return [
        " and ".join(f"{each.entry.day} to {each.end.last_day if each.end else '-'}" for each in periods)
        for periods in memberships or ()
    ]


@pytest.mark.parametrize(
    ("record", "since"),
    [
        ({"until": "1950-12-31"}, [None, None]),  # an end for all is open from then on in any case
        ({"acts": "in part"}, [None, None]),
        ({"acts": "in part", "of": ["AAA"]}, [date(1000, 1, 1), None]),
        ({"acts": "in part", "of": ["AAA"], "until": "1950-12-31"}, [date(1000, 1, 1), None]),
        ({"acts": "in part", "of": ["AAA"], "missing": "consent"}, [None, None]),
        ({"parties": "in part"}, [None, None]),
    ],
)
def test_from_which_day_a_listed_state_may_have_left(record: dict[str, object], since: list[date | None]) -> None:
    assert [exit_not_on_record(in_part(**record), each) for each in ("AAA", "BBB")] == since


def test_a_state_that_is_not_listed_may_have_left_at_any_time() -> None:
    assert exit_not_on_record(in_part(parties="in part"), listed=False) == date(1000, 1, 1)
    assert exit_not_on_record(in_part(acts="in part", of=["AAA"]), listed=True) is None


@pytest.mark.parametrize(
    ("record", "found"),
    [
        # after its last day each may join, or join again; an end for all is open then in any case
        (
            {"until": "1980-12-31"},
            [
                "1936-01-01 to 1940-06-30 and [1981-01-01..] to [1981-01-01..]",
                "1936-01-01 to - and [1981-01-01..] to -",
                "[1981-01-01..] to -",
            ],
        ),
        # who left by the record may have left before, or have taken its notice back
        (
            {"acts": "in part", "missing": "exit", "of": ["AAA", "CCC"]},
            ["1936-01-01 to [1936-01-01..]", "1936-01-01 to -", ""],
        ),
        # a notice on record has an effect if a consent made its author a party
        (
            {"acts": "in part", "missing": "consent", "of": ["AAA", "CCC"]},
            ["1936-01-01 to 1940-06-30 and [1936-01-01..] to [1936-01-01..]", "1936-01-01 to -", "[1936-01-01..] to -"],
        ),
        (
            {"parties": "in part"},
            ["1936-01-01 to 1940-06-30", "1936-01-01 to -", "", *["[1936-01-01..] to [1936-01-01..]"] * 2],
        ),
    ],
)
def test_for_which_periods_each_may_have_been_a_party(record: dict[str, object], found: list[str]) -> None:
    assert days(perhaps(in_part(**record), 2)) == found


def test_of_a_whole_record_nothing_is_open() -> None:
    assert perhaps(evaluation(three(RECORDED, OUT)), 2) is None


def test_why_it_is_open() -> None:
    assert why_parties_open(in_part(acts="in part", of=["AAA"])) == "The acts are listed in part."
    assert why_parties_open(in_part(parties="in part")) == "The list of parties is in part."
