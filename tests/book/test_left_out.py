"""Treaties that a book leaves out for their faults, and why no answer may pass over them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import polars
import pytest

import treatyclock as tc
from treatyclock.book.left_out import states_in_file
from treatyclock.book.statuses import TRUTHS
from treatyclock.instants import date_microseconds

COLUMNS = {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from", "treaty_end": "to"}
GOOD = {"id": "A", "one": 2, "two": 200, "from": "1900-01-01", "to": "1910-12-31", "kind": "defence"}
FAULTY = {"id": "B", "one": 2, "two": 200, "from": "1905-13-01", "to": "", "kind": "trade"}
OTHER = {"id": "C", "one": 2, "two": 220, "from": "1900-01-01", "to": "", "kind": "trade"}


def made(*rows: dict[str, Any], **more: Any) -> tc.Book:
    return tc.Book.from_table(rows, COLUMNS, kinds="kind", effect_day="last in force", **more)


def truth(book: tc.Book, one: object, other: object, **more: Any) -> str:
    return book.in_force("1920-01-01", between=(one, other), **more).truth.value


def compiled_truth(book: tc.Book, one: object, other: object) -> str:
    compiled = book.compile(by="day")
    codes = compiled.codes([str(one), str(other)])
    at = [date_microseconds(date(1920, 1, 1))]
    return TRUTHS[int(compiled.any(codes[0], codes[1], at)[0])].value


@pytest.mark.parametrize("whole", [False, True])
def test_between_two_that_it_names_nothing_is_surely_out_of_force(whole: bool) -> None:
    book = made(GOOD, FAULTY, OTHER, whole=whole)
    assert [(each.treaty, each.states) for each in book.left_out] == [("b", ("Party_2", "Party_200"))]
    pairs = {(2, 200): "unknown", (2, 220): "yes", (200, 220): "no"}
    assert {pair: truth(book, *pair) for pair in pairs} == pairs
    assert {pair: compiled_truth(book, *pair) for pair in pairs} == pairs
    found = book.in_force("1920-01-01", between=(2, 200))
    assert str(found) == "B: unknown (row 2: from: there was no `1905-13-01`: months run from 1 to 12)"
    assert book.in_force("1905-01-01", between=(2, 200)).truth is tc.Truth.YES


def test_by_kind() -> None:
    book = made(GOOD, FAULTY)
    assert truth(book, 2, 200, kind="defence") == truth(book.of_kind("defence"), 2, 200) == "no"
    assert truth(book, 2, 200, kind="trade") == truth(book.of_kind("trade"), 2, 200) == "unknown"


def test_of_many_and_of_no_name() -> None:
    rows = [{**FAULTY, "one": one, "two": two} for one, two in ((2, 200), (220, ""))]
    book = made(GOOD, *rows, {**OTHER, "id": "", "one": 200, "two": 325}, {**GOOD, "id": "D", "two": 325})
    assert [each.states for each in book.left_out] == [
        ("Party_200", "Party_325"), ("Party_2", "Party_200", "Party_220"),
    ]  # fmt: skip
    pairs = {(200, 220): "unknown", (200, 325): "unknown", (2, 325): "no"}
    assert {pair: truth(book, *pair) for pair in pairs} == pairs
    assert {pair: compiled_truth(book, *pair) for pair in pairs} == pairs


def test_a_timeline_has_it_as_unknown_at_all_times() -> None:
    rows = list(made(GOOD, FAULTY).timeline((2, 200)))
    assert len(rows) > 1
    assert all("b" in row.unknown for row in rows)


def test_frames_tell_why_it_is_unknown() -> None:
    asked = polars.DataFrame({"a": [2], "b": [200], "t": ["1920-01-01"]})
    found = tc.frames.in_force(made(GOOD, FAULTY), asked, between=("a", "b"), at="t").rows(named=True)[0]
    assert (found["truth"], found["perhaps"], found["status"]) == ("unknown", ["b"], ["not known"])
    told = "left out for its faults: row 2: from: there was no `1905-13-01`: months run from 1 to 12"
    assert found["depends_on"] == [f"b: {told}"]


def test_a_file_with_faults_names_its_parties_all_the_same(tmp_path: Path) -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    (tmp_path / "a.toml").write_text(tc.dumps(pact).replace("[renewal]", "[renewl]"), encoding="utf-8")
    (tmp_path / "b.toml").write_text("nothing", encoding="utf-8")
    (tmp_path / "c.toml").write_text('[parties]\nEUR = {name = "E", members = {FRA = {}}}\n', encoding="utf-8")
    assert [states_in_file(tmp_path / name) for name in ("a.toml", "b.toml", "c.toml", "d.toml")] == [
        ("SUN", "JPN"), (), ("EUR", "FRA"), (),
    ]  # fmt: skip
    book = tc.Book.from_folder(tmp_path, whole=True)
    assert truth(book, "SUN", "JPN") == compiled_truth(book, "SUN", "JPN") == "unknown"


def test_a_file_in_which_no_party_can_be_read_may_name_any(tmp_path: Path) -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    (tmp_path / "a.toml").write_text(tc.dumps(pact), encoding="utf-8")
    readable = tc.Book.from_folder(tmp_path)
    assert readable.in_force("1950-01-01", between=("SUN", "JPN")).truth is tc.Truth.NO
    (tmp_path / "b.toml").write_text('id = "b', encoding="utf-8")
    book = tc.Book.from_folder(tmp_path)
    found = book.in_force("1950-01-01", between=("SUN", "JPN"))
    assert (found.truth, found.unknown) == (tc.Truth.UNKNOWN, ())
    assert compiled_truth(book, "SUN", "JPN") == "unknown"
    assert "b.toml" in str(found)
