"""Registers that others keep, read where they lie: every list loads, and what they code comes out."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from disputes import DUTIES, RULES, Bound, Onset, atop, later, onsets
from sources import UK, data_folder, ggo_rows, missing

import treatyclock as tc
from treatyclock.formats.registers.atop import LAST_DAY, READING, Alliance, AllianceMember
from treatyclock.formats.registers.uk_treaties import uk_treaties

real = pytest.mark.skipif(bool(missing()), reason=missing())
# The ordinary run takes every so-manieth; `-m long` takes all, which are minutes.
SPREAD = [pytest.param(179, id="some"), pytest.param(1, id="all", marks=pytest.mark.long)]
FULL = len("1990-01-01")


@real
@pytest.mark.parametrize("every", SPREAD)
def test_every_multilateral_list_loads(every: int) -> None:
    found = ggo_rows()
    assert len(found.treaties) == 712
    for name in found.treaties[::every]:
        rows = found.of(name)
        treaty = tc.from_table(rows.rows, rows.columns, id="x", title=name, clauses=rows.clauses)
        assert len(treaty.record.parties) == len({row["party"] for row in rows.rows})


@real
@pytest.mark.parametrize("every", SPREAD)
def test_alliances_come_out_as_they_are_coded(every: int) -> None:
    """The 720 phases of two members and the 129 of more: a member from its entry to its exit, or to the last day."""
    found = atop()
    assert Counter(len({each.state for each in alliance.members}) == 2 for alliance in found) == {True: 720, False: 129}
    for alliance in found[::every]:
        treaty = tc.from_dict(alliance.tables())
        for state in {each.state for each in alliance.members}:
            lives = treaty.chronology(party=f"Party_{state}", reading=READING)
            assert _certain(str(lives)) == [_core(each) for each in alliance.of(state)]


def _certain(text: str) -> list[tuple[str, str]]:
    stretches = [line.split(maxsplit=2) for line in text.splitlines()]
    return [(first, last) for first, last, status in stretches if status == "party"]


def _core(member: AllianceMember) -> tuple[str, str]:
    """Between which days a member surely was one: the last possible one of entry, the eve of the first of exit."""
    first = _bounds(member.entry)[1].isoformat()
    return first, LAST_DAY if member.exit is None else str(_bounds(member.exit)[0] - timedelta(days=1))


def _bounds(day: str) -> tuple[date, date]:
    if len(day) == FULL:
        return date.fromisoformat(day), date.fromisoformat(day)
    first = date.fromisoformat(f"{day}-01")
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


@real
@pytest.mark.parametrize("every", SPREAD)
def test_duties_at_the_onset_of_disputes(every: int) -> None:
    """The treaties say what plain comparison of the coded days says."""
    found, alliances = onsets(), atop()
    bound = Bound(alliances)
    for onset in found[::every]:
        assert bound.at(onset).truth is _plainly(onset, alliances), onset


def _plainly(onset: Onset, alliances: tuple[Alliance, ...]) -> tc.Truth:
    first, last = _bounds(onset.on)
    truths = set()
    for alliance in alliances:
        for one in alliance.of(onset.bound):
            for other in alliance.of(onset.towards):
                if not one.duties & DUTIES:
                    continue
                begun = [_bounds(each.entry) for each in (one, other)]
                over = [_bounds(each.exit) for each in (one, other) if each.exit is not None]
                sure = all(first >= day[1] for day in begun) and all(last < day[0] for day in over)
                never = any(last < day[0] for day in begun) or any(first > day[1] for day in over)
                truths.add(tc.Truth.YES if sure else tc.Truth.NO if never else tc.Truth.UNKNOWN)
    return next((each for each in (tc.Truth.YES, tc.Truth.UNKNOWN) if each in truths), tc.Truth.NO)


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ("1939-09-01", "1939-09-03", "1939-09-03"),
        ("1939-09", "1939-09-03", "1939-09"),
        ("1939-08-31", "1939-09", "1939-09"),
        ("1939-09", "1939-10-01", "1939-10-01"),
    ],
)
def test_the_later_of_two_days(one: str, other: str, day: str) -> None:
    assert later(one, other) == later(other, one) == day


@pytest.mark.parametrize(
    ("rule", "holds"),
    [("any day of the year", True), ("1 January", True), ("31 December", False), ("all year", False)],
)
def test_rules_by_year(rule: str, holds: bool) -> None:
    assert RULES[rule]("1934-01-26", "1939-04-28", 1939) is holds
    assert not RULES[rule]("1934-01-26", "1939-04-28", 1940)
    assert RULES[rule]("1934-01-26", "9999", 1940)


@real
def test_uk_treaties_are_in_force_from_the_recorded_day() -> None:
    """The table in the data was made of the register's records; here it is turned back into such records."""
    with gzip.open(data_folder() / UK, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "BI" and row["entry"]]
    found = uk_treaties([_record(row) for row in rows], until="2022-03-11")
    several = [each for each in found if len(each.parties) == 2][::150]
    assert len(several) > 10
    for each in several:
        treaty = tc.from_table(each.rows, {"party": "party"}, id=each.id, title=each.title, clauses=each.clauses)
        entry = date.fromisoformat(each.entry or "")
        eve = treaty.in_force(str(entry - timedelta(days=1))).truth
        assert (eve, treaty.in_force(str(entry)).truth) == (tc.Truth.NO, tc.Truth.YES)


def _record(row: dict[str, str]) -> dict[str, Any]:
    keys = {
        "signed": "signed_event_date",
        "entry": "definative_eif_event_date",
        "entry_effective": "definative_eif_event_effective_date",
        "terminated": "terminated_event_date",
        "terminated_effective": "terminated_event_effective_date",
    }
    days = {key: "/".join(reversed(row[name].split("-"))) for name, key in keys.items() if row[name]}
    return {"id": row["id"], "title": row["title"], "country_name": row["parties"], **days}
