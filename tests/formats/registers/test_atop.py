"""The member file of ATOP, in made-up rows: its coding is a reading, and its days stay as vague as they are."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.errors import TreatyFileError
from treatyclock.formats.registers.atop import READING, Duty, alliances

NONE = dict.fromkeys((duty.value for duty in Duty), 0)


def row(state: int, entry: tuple[Any, Any, Any], exit: tuple[Any, Any, Any] = (0, 0, 0), **more: Any) -> dict[str, Any]:
    days = dict(zip(("yrent", "moent", "dayent", "yrexit", "moexit", "dayexit"), (*entry, *exit), strict=True))
    return {"atopid": 9001, "phase": 0, "member": state, **days, **NONE, **more}


def treaty(*rows: dict[str, Any]) -> tc.Treaty:
    return tc.from_dict(alliances(rows)[0].tables())


def lines(of: tc.Treaty, state: int) -> list[str]:
    return str(of.chronology(party=f"Party_{state}", reading=READING)).splitlines()


def test_of_two_from_signature_to_the_coded_end_whose_day_stays_open() -> None:
    pact = treaty(*(row(state, (1901, 3, 5), (1904, 7, 9)) for state in (991, 992)))
    assert lines(pact, 991) == [
        "..          1901-03-04  negotiating",
        "1901-03-05  1904-07-08  party",
        "1904-07-09  1904-07-09  former party or party",
        "1904-07-10  ..          former party",
    ]
    answer = pact.in_force("1904-07-09", between=("Party_991", "Party_992"), reading=READING)
    assert answer.truth is tc.Truth.UNKNOWN
    assert [each.key for each in answer.depends_on] == ["effect_day"]


def test_without_the_reading_the_coded_end_has_no_effect() -> None:
    pact = treaty(*(row(state, (1901, 3, 5), (1904, 7, 9)) for state in (991, 992)))
    assert pact.in_force("1902-01-01").truth is tc.Truth.NO
    assert {act.disputed for act in pact.record.acts if act.kind.is_notice} == {True}


def test_a_member_at_the_end_of_the_file_is_open_after_it() -> None:
    pact = treaty(row(991, (1901, 3, 5)), row(992, (1901, 3, 5)))
    assert lines(pact, 991)[-2:] == ["1901-03-05  2018-12-31  party", "2019-01-01  ..          former party or party"]


@pytest.mark.parametrize("day", ["", None, -9])
def test_a_day_that_is_not_known_is_its_month(day: Any) -> None:
    pact = treaty(*(row(state, (1901, 3, 5), (1904, 7, day)) for state in (991, 992)))
    assert "1904-07-01  1904-07-31  former party or party" in lines(pact, 992)


def test_members_come_and_go_and_come_back() -> None:
    pact = treaty(
        row(991, (1901, 3, 5)),
        row(992, (1901, 3, 5), (1910, 1, 1)),
        row(993, (1905, 6, 7)),
        row(992, (1920, 1, 1)),
    )
    assert lines(pact, 993)[1] == "1905-06-07  2018-12-31  party"
    assert [line[:10] for line in lines(pact, 992) if line.endswith("  party")] == ["1901-03-05", "1920-01-01"]
    assert pact.in_force("1915-01-01", between=("Party_991", "Party_993"), reading=READING).truth is tc.Truth.YES
    assert pact.in_force("1915-01-01", between=("Party_991", "Party_992"), reading=READING).truth is tc.Truth.NO


def test_more_founders_than_a_condition_can_name() -> None:
    pact = treaty(*(row(state, (1901, 3, 5)) for state in range(900, 955)))
    assert lines(pact, 954)[1] == "1901-03-05  2018-12-31  party"


def test_each_member_has_its_own_duties() -> None:
    found = alliances([row(991, (1901, 3, 5), defense=1, nonagg="1.0"), row(992, (1901, 3, 5), neutral=1)])[0]
    assert [each.duties for each in found.members] == [{Duty.DEFENSE, Duty.NONAGGRESSION}, {Duty.NEUTRALITY}]
    assert found.duties == {Duty.DEFENSE, Duty.NONAGGRESSION, Duty.NEUTRALITY}


def test_phases_are_alliances_of_their_own() -> None:
    found = alliances([row(991, (1901, 3, 5), phase=phase) for phase in (1, 2)])
    assert [each.id for each in found] == ["atop-9001-phase-1", "atop-9001-phase-2"]


def test_names_of_states() -> None:
    found = alliances([row(991, (1901, 3, 5)), row(992, (1901, 3, 5))])[0].tables({991: "Ruritania"})
    assert found["parties"] == {"Party_991": "Ruritania", "Party_992": "State 992"}


def test_every_fault_is_told_with_its_row_and_column() -> None:
    with pytest.raises(TreatyFileError) as raised:
        alliances(
            [
                row(991, (1901, 13, 5)),
                row(992, ("", "", "")),
                row(993, (1901, 1, 1), (-9, -9, -9)),
                row(994, (1901, 1, 1)),
                row(994, (1902, 1, 1)),
                row(995, (1901, 1, 1), defense="x"),
            ]
        )
    assert [(fault.line, fault.key) for fault in raised.value.faults] == [
        (1, "yrent, moent, dayent"),
        (2, "yrent, moent, dayent"),
        (3, "yrexit, moexit, dayexit"),
        (5, "member"),
        (6, "defense"),
    ]


@pytest.mark.parametrize(
    ("wrong", "column", "value"),
    [
        (row(992, (1901, 3, 5), ("", "", "")), "yrexit, moexit, dayexit", None),
        (row(992, (1901, 3, 5), (1900, 3, 5)), "yrexit, moexit, dayexit", "1900-03-05"),
        (row(992, (1901, 3, 5), (1900, 0, 0)), "yrexit, moexit, dayexit", "1900"),
        (row(992, (1901, 3, 5), defense=2), "defense", "2"),
    ],
)
def test_a_blank_is_no_member_for_ever_and_no_code_is_read_as_another(wrong: Any, column: str, value: Any) -> None:
    with pytest.raises(TreatyFileError) as caught:
        alliances([row(991, (1901, 3, 5)), wrong])
    assert [(each.line, each.key, each.value) for each in caught.value.faults] == [(2, column, value)]


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_frame_gives_what_its_rows_give(library: str) -> None:
    module = import_module(library)
    rows = [row(state, (1901, 3, None), (1904, 7, 9)) for state in (991, 992)]
    table = {column: [each[column] for each in rows] for column in rows[0]}
    frame = module.table(table) if library == "pyarrow" else module.DataFrame(table)
    assert alliances(frame) == alliances(rows)
