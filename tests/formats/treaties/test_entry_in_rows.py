"""When a treaty entered into force, by a list that only tells since when it is in force for each party."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from treatyclock.formats.treaties.entry_in_rows import entry_in_rows

COLUMNS = {"party": "State", "consent": "Ratified", "entry": "Since"}


def made(*rows: tuple[str, str | None, str | None], **more: Any) -> tc.Treaty:
    table = [dict(zip(COLUMNS.values(), row, strict=True)) for row in rows]
    return tc.from_table(table, COLUMNS, id="pact", title="Pact", **more)


def truths(treaty: tc.Treaty, party: str | None, *days: str) -> list[str]:
    return [treaty.in_force(day, party=party).truth.value for day in days]


def test_it_is_in_force_for_each_since_its_own_day() -> None:
    treaty = made(("FRA", None, "1900-01-01"), ("RUR", None, "1905-01-01"), ("UTO", None, "1910-01-01"))
    assert truths(treaty, None, "1899-12-31", "1900-01-01") == ["no", "yes"]
    assert truths(treaty, "RUR", "1904-12-31", "1905-01-01", "1950-01-01") == ["no", "yes", "yes"]
    assert treaty.in_force("1902-01-01", between=("FRA", "RUR")).truth is tc.Truth.NO


def test_a_party_whose_day_is_missing_may_have_been_first() -> None:
    treaty = made(("FRA", "1899-06-01", "1900-01-01"), ("RUR", "1899-01-01", None), ("UTO", None, "1910-01-01"))
    assert truths(treaty, "FRA", "1899-12-31", "1900-01-01") == ["no", "yes"]
    assert truths(treaty, "RUR", "1898-12-31", "1899-07-01", "1900-01-01") == ["no", "unknown", "yes"]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], None),
        (["1900-01-01", "1899"], "[1899-01-01..1899-12-31]"),
        (["not known"], "not known"),
        (["not known", "1900-01-01"], "[1000-01-01..1900-01-01]"),
        (["1900-13-01"], "not known"),
    ],
)
def test_the_day_is_as_exact_as_the_days_of_the_parties(days: list[str], expected: str | None) -> None:
    acts = [{"kind": "ratification", "by": str(n), "recorded": day} for n, day in enumerate(days)]
    assert entry_in_rows([*acts, {"kind": "denunciation", "recorded": "1800-01-01"}, 5], None, parties=3) == expected


def test_a_list_in_part_or_a_clause_of_the_users() -> None:
    acts = [{"kind": "accession", "by": "FRA", "recorded": "1900-01-01"}]
    assert entry_in_rows(acts, {"parties": "in part"}, parties=2) == "[1000-01-01..1900-01-01]"
    clauses = {"entry_into_force": {"recorded": "1901-01-01", "ref": "art. 5"}}
    treaty = made(("FRA", None, "1900-01-01"), ("RUR", None, "1905-01-01"), ("UTO", None, None), clauses=clauses)
    assert truths(treaty, None, "1900-06-01", "1901-01-01") == ["no", "yes"]


def test_a_treaty_between_two_is_in_force_for_both_from_one_day() -> None:
    treaty = made(("FRA", None, "1900-01-01"), ("RUR", None, "1905-01-01"))
    assert truths(treaty, "RUR", "1899-12-31", "1902-01-01", "1905-01-01") == ["no", "unknown", "yes"]
    assert truths(made(("FRA", None, "1900-01-01"), ("RUR", None, None)), "RUR", "1899-12-31", "1900-01-01") == [
        "no",
        "yes",
    ]


def test_so_it_is_in_a_table_of_several_treaties() -> None:
    rows = [{"id": "A", "State": state, "Since": day} for state, day in ((2, "1900-01-01"), (200, "1905-01-01"))]
    book = tc.Book.from_table(rows, {"treaty": "id", "party": "State", "entry": "Since"})
    assert book.in_force("1905-01-01", between=(2, 200)).truth is tc.Truth.YES
