"""Several treaties from one table, whatever made it, and a table of what is wrong."""

from __future__ import annotations

import csv
import io
import tempfile
from importlib import import_module
from typing import Any

import numpy
import pandas
import polars
import pytest

import treatyclock as tc
from treatyclock.book.table import OF_TREATIES, treaty_ids
from treatyclock.errors import TreatyFileError, WrongTypeError, nearest
from treatyclock.formats.treaties.party_rows import ROLES

LIST = """\
Treaty,State,Signed,Ratified,Left,About
Pact of Paris,FRA,1990-01-01,1991-01-01,,peace; trade
Pact of Paris,Côte d'Ivoire,1990-01-01,1991-02-01,2000-01-01,peace
Second pact,FRA,1995-01-01,1995-13-01,,trade
Second pact,Ruritania,1995-01-01,1996-01-01,-,trade
,Ruritania,1995-01-01,,,
"""
COLUMNS = {"treaty": "Treaty", "party": "State", "signature": "Signed", "consent": "Ratified", "end": "Left"}
ENTRY = {"entry_into_force": {"when": {"instruments": 2}, "ref": "art. 5"}}
EXIT = {"denunciation": {"when": "at any time", "notice": "P1Y", "ends_for": "the notifier", "ref": "art. 6"}}


def rows(text: str = LIST) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(text)))


def made(table: Any = None, columns: Any = None, **more: Any) -> tc.Book:
    asked = {"clauses": {"*": ENTRY, "Pact of Paris": EXIT}, "missing": ["-"], "kinds": "About", **more}
    return tc.Book.from_table(rows() if table is None else table, columns or COLUMNS, **asked)


def faults(book: tc.Book) -> list[tuple[Any, ...]]:
    return [(each.treaty, each.row, each.column, each.value) for each in book.faults]


def test_each_treaty_is_made_of_its_rows_and_one_with_faults_does_not_lose_the_others() -> None:
    book = made()
    assert [each.record.id for each in book] == ["pact-of-paris"]
    assert book["Pact of Paris"] == book["pact-of-paris"]
    assert book["Pact of Paris"].record.title == "Pact of Paris"
    assert dict(book.kinds) == {"pact-of-paris": ("peace", "trade")}
    assert faults(book) == [("", 5, "Treaty", None), ("Second pact", 3, "Ratified", "1995-13-01")]
    assert "1995-13-01" in str(book.faults[1])
    assert "hint" in str(book.faults[1])
    assert book.faults[1].to_dict()["row"] == 3


def test_it_answers_as_the_single_lists_would() -> None:
    alone = tc.from_table(
        [row for row in rows() if row["Treaty"] == "Pact of Paris"],
        {role: column for role, column in COLUMNS.items() if role != "treaty"},
        id="pact-of-paris", title="Pact of Paris", clauses={**ENTRY, **EXIT},
        source="a table of treaties and their parties",
    )  # fmt: skip
    book = made()
    found = book.in_force("1995-01-01", between=("FRA", "Côte d'Ivoire"))
    assert found.truth is tc.Truth.YES
    assert found.yes[0].answer == alone.in_force("1995-01-01", between=("FRA", "Cote_d_Ivoire"))
    assert book.in_force("2002-01-01", between=("FRA", "Cote_d_Ivoire")).truth is tc.Truth.NO


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_a_frame_gives_what_its_rows_give(library: str) -> None:
    module = import_module(library)
    table = {column: [row[column] or None for row in rows()] for column in rows()[0]}
    frame = module.table(table) if library == "pyarrow" else module.DataFrame(table)
    book = made(frame)
    assert book.treaties == made().treaties
    assert faults(book) == faults(made())


def test_a_row_may_have_both_parties_and_codes_that_are_numbers() -> None:
    table = [
        {"id": 1, "one": 2, "two": 200.0, "from": "1900-01-01", "to": "1950-12-31"},
        {"id": 2, "one": 2, "two": float("nan"), "from": "1900-01-01", "to": None},
        {"id": 3, "one": None, "two": None, "from": "1900-01-01", "to": None},
    ]
    columns = {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from", "treaty_end": "to"}
    book = made(table, columns, clauses=None, kinds={"1": ["war"]}, effect_day="last in force")
    assert book.in_force("1950-12-31", between=(2, 200)).truth is tc.Truth.YES
    assert book.in_force("1951-01-01", between=("2", "200")).truth is tc.Truth.NO
    assert dict(book.kinds) == {"treaty-1": ("war",)}
    assert faults(book) == [("2", 2, "one, two", "1"), ("3", 3, "one, two", "0")]


def test_what_libraries_have_for_no_value_is_no_treaty_no_party_and_no_day() -> None:
    row = {"id": "a", "one": "FRA", "two": "RUR", "from": "1900-01-01", "to": numpy.datetime64("NaT")}
    columns = {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from", "treaty_end": "to"}
    table = [row, {**row, "id": pandas.NA}, {**row, "id": "b", "to": -9.0}, {**row, "id": "c", "to": pandas.NaT}]
    book = made(table, columns, clauses=None, kinds=None, missing=[-9])
    assert [each.record.id for each in book] == ["a", "b", "c"]
    assert faults(book) == [("", 2, "id", None)]
    assert all(len(each.record.clauses) == 1 for each in book)


@pytest.mark.parametrize("day", ["0001-01-01", "0002-11-30", "9999-12-31", "-9", -9.0, 0])
@pytest.mark.parametrize("column", ["from", "to", "since"])
def test_a_placeholder_is_a_fault_until_it_is_named(day: Any, column: str) -> None:
    usual = {"id": "a", "from": "1900-01-01", "to": "1910-01-01", "since": None, column: day}
    table = [{**usual, "State": state} for state in ("FRA", "RUR")]
    columns = {"treaty": "id", "party": "State", "treaty_entry": "from", "treaty_end": "to", "entry": "since"}
    asked = {"clauses": None, "kinds": None}
    told = made(table, columns, **asked).faults
    assert {(each.column, each.problem) for each in told} == {(column, "looks like a placeholder")}
    text = str(int(day)) if isinstance(day, float) else str(day)
    assert told[0].hint == f"where it stands for no day: missing=['{text}']"
    assert not made(table, columns, **asked, missing=[text]).faults


def test_rows_of_a_treaty_that_contradict_each_other_are_told() -> None:
    table = [
        {"id": "a", "State": "FRA", "from": "1900-01-01"},
        {"id": "a", "State": "GBR", "from": "1901-01-01"},
        {"id": "a", "State": "ITA", "from": "1901-01-01"},
        {"id": "b", "State": "FRA", "from": "1902-02-30"},
        {"id": "b", "State": "GBR", "from": "1902-02-30"},
    ]
    book = made(table, {"treaty": "id", "party": "State", "treaty_entry": "from"}, clauses=None, kinds=None)
    assert faults(book) == [("a", 2, "from", "1901-01-01"), ("b", 4, "from", "1902-02-30")]


def test_readings_and_clauses_by_treaty_and_what_no_row_is_about() -> None:
    reading = {"id": "mine", "title": "Mine", "holder": "I", "ref": "r", "choose": {"midnight": "+00:00"}}
    book = made(readings={"Pact of Paris": [reading]})
    assert [each.id for each in book["Pact of Paris"].record.readings] == ["mine"]
    book = made(clauses={"*": ENTRY, "Third pact": EXIT}, readings={"fourth": []})
    assert [each[:3] for each in faults(book)][:2] == [("Third pact", None, "clauses"), ("fourth", None, "readings")]


def test_what_is_wrong_with_all_treaties_is_refused_at_once_and_makes_no_answers() -> None:
    with pytest.raises(TreatyFileError) as caught:
        made(
            columns={**COLUMNS, "signature": "Sined", "sign": "Signed"},
            kinds="Abuot", effect_day="first", unknown_after="1999-13-01",
        )  # fmt: skip
    assert {(each.key, each.value): each.hint for each in caught.value.faults} == {
        ("columns.signature", "Sined"): "did you mean `Signed`?",
        ("columns.sign", "sign"): nearest("sign", {**ROLES, **OF_TREATIES}),
        ("kinds", "Abuot"): "did you mean `About`?",
        ("effect_day", "first"): "did you mean `first out`?",
        ("unknown_after", "1999-13-01"): "check year (0001 to 9999), month and day",
    }


def test_a_byte_order_mark_is_told() -> None:
    table = [{"\ufeffTreaty": "a", "State": "FRA"}]
    with pytest.raises(TreatyFileError, match="open it with encoding='utf-8-sig'"):
        made(table, {"treaty": "Treaty", "party": "State"}, kinds=None)


def test_a_table_without_rows_is_a_book_without_treaties() -> None:
    assert made([], clauses=None) == tc.Book.of([])


def test_how_far_the_table_goes_is_how_far_it_tells() -> None:
    book = made(unknown_after="1999-12-31")
    assert book.in_force("1999-01-01", between=("FRA", "Cote_d_Ivoire")).truth is tc.Truth.YES
    assert book.in_force("2010-01-01", between=("FRA", "Cote_d_Ivoire")).truth is not tc.Truth.YES


def test_ids_of_any_labels() -> None:
    assert list(treaty_ids(["a b", "A-b", "日本", "1"]).values()) == ["a-b", "a-b-2", "treaty", "treaty-1"]


@pytest.mark.parametrize("asked", [{"table": 5}, {"columns": {"party": "State"}}, {"missing": "-"}, {"columns": 5}])
def test_what_is_no_table_is_refused(asked: dict[str, Any]) -> None:
    with pytest.raises(WrongTypeError):
        made(**asked)


@pytest.mark.parametrize("whole", [False, True])
def test_after_the_last_day_of_the_table_nothing_is_surely_out_of_force(whole: bool) -> None:
    table = [
        {"id": "a", "one": "FRA", "two": "RUR", "from": "1900-01-01", "to": "1910-12-31"},
        {"id": "b", "one": "FRA", "two": "UTO", "from": "1900-01-01", "to": ""},
    ]
    columns = {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from", "treaty_end": "to"}
    book = tc.Book.from_table(table, columns, unknown_after="1939", effect_day="first out", whole=whole)
    times = ["1938-12-31", "1939-01-01", "1939-01-02", "1939", "1939-01-01T09:00Z", "1939-01-01T11:00Z"]
    found = [book.in_force(at, between=("RUR", "FRA")) for at in times]
    assert [each.truth.value for each in found] == ["no", "no", "unknown", "unknown", "no", "unknown"]
    assert str(found[2]) == "the table goes up to 1939-01-01: whether there is a later treaty is not known"
    for some in (times[:4], times[4:]):
        asked = polars.DataFrame({"a": ["RUR"] * len(some), "b": ["FRA"] * len(some), "t": some})
        told = tc.frames.in_force(book, asked, between=("a", "b"), at="t")
        assert told["truth"].to_list() == [found[times.index(each)].truth.value for each in some]
        lacking = ["does the book lack a treaty?"]
        assert told["depends_on"].to_list() == [lacking * (each == "unknown") for each in told["truth"]]
    assert tc.Compiled.load(_saved(book.compile())).until == book.compile().until


def _saved(compiled: tc.Compiled) -> str:
    path = tempfile.mkdtemp() + "/book.npz"
    compiled.save(path)
    return path


def test_rows_call_states_as_the_table_does() -> None:
    table = [{"id": "a", "one": 2, "two": "Côte d'Ivoire", "from": "1900-01-01", "to": "1910-12-31"}]
    columns = {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from", "treaty_end": "to"}
    book = made(table, columns, clauses=None, kinds=None, effect_day="last in force")
    assert [(row.party, row.last_day) for row in book.entries()] == [
        ("2", "1910-12-31"),
        ("Côte d'Ivoire", "1910-12-31"),
    ]
    assert {(row.party, row.other) for row in book.periods(pairs=True)} == {("2", "Côte d'Ivoire")}
    assert {row.party for row in book.deadlines("1910", "1911", party=2)} == {"2"}


def test_a_fault_in_the_clauses_of_all_is_told_once() -> None:
    wrong = {"*": {"entry_into_forc": {"when": "signed"}}, "Pact of Paris": {"denunciation": {"wen": "at any time"}}}
    book = made(clauses=wrong)
    assert [each[0] for each in faults(book) if each[2] == "entry_into_forc"] == ["*"]
    assert {each[0] for each in faults(book)} == {"*", "", "Second pact", "Pact of Paris"}
    assert len(book.left_out) == 3
    assert all(each.faults for each in book.left_out)


def test_titles_that_differ_lose_no_treaty() -> None:
    table = [
        {"id": "a", "one": "FRA", "two": state, "name": name}
        for state, name in (("RUR", ""), ("UTO", "A"), ("ITA", "B"))
    ]
    book = made(table, {"treaty": "id", "party": ["one", "two"], "title": "name"}, clauses=None, kinds=None)
    assert ([each.record.title for each in book], book.faults) == (["A"], ())
