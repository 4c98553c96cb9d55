"""Treaties together: from files, a folder and one table; what was in force; tidy rows."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

import treatyclock as tc
from beside_treaties import THREE, treaty
from treatyclock.errors import (
    BookError,
    UnknownChoiceError,
    UnknownReadingError,
    UnknownTreatyError,
    UnreadFileError,
    WrongTypeError,
)

MANY = treaty("many", "1990-01-01", "1991-01-01", "1995-01-01", parties=THREE)
TWO = treaty("two", "1992-01-01", "1993-01-01")
PACT = tc.load("soviet-japanese-neutrality-pact")
BOOK = tc.Book.of([MANY, TWO, PACT], kinds={"two": ["defence", "trade"], "many": ["trade"]})


def test_which_treaties_were_in_force_between_two() -> None:
    found = BOOK.in_force("1993-06-01", between=("AAA", "BBB"))
    assert ([each.treaty for each in found.yes], found.unknown, found.truth) == (["many", "two"], (), tc.Truth.YES)
    assert found.yes[1].answer == TWO.in_force("1993-06-01", between=("AAA", "BBB"))
    assert found.yes[1].kinds == ("defence", "trade")
    assert str(BOOK.in_force("1990-06-01", between=("AAA", "CCC"))) == "none of the book's treaties"


def test_for_one_state_of_one_kind_by_a_reading_and_by_what_was_known() -> None:
    assert [each.treaty for each in BOOK.in_force("1996", party="CCC")] == ["many"]
    assert [each.treaty for each in BOOK.in_force("1996", party="AAA", kind="defence")] == ["two"]
    asked: dict[str, Any] = {"between": ("SUN", "JPN"), "zone": "Asia/Tokyo"}
    assert BOOK.in_force("1945-08-09T00:10", **asked).truth is tc.Truth.YES
    assert BOOK.in_force("1945-08-09T00:10", reading="ended-by-notice", **asked).truth is tc.Truth.NO
    known = BOOK.in_force("1946-04-25T12:00Z", between=("SUN", "JPN"), known_as_of="1945-04-01")
    assert known.truth is tc.Truth.YES
    with pytest.raises(UnknownReadingError):
        BOOK.in_force("1945", party="SUN", reading="none")
    with pytest.raises(UnknownChoiceError, match="defence"):
        BOOK.in_force("1945", party="SUN", kind="defense")


def test_of_whom_no_treaty_tells_it_is_unknown_unless_the_book_is_whole() -> None:
    found = BOOK.in_force("1996", between=("AAA", "XXX"))
    assert (found.truth, len(found)) == (tc.Truth.UNKNOWN, 0)
    assert "whether other treaties do is not known" in str(found)
    assert tc.Book.of([MANY], whole=True).in_force("1996", between=("AAA", "XXX")).truth is tc.Truth.NO


def test_a_treaty_of_which_no_dates_can_be_worked_out_does_not_stop_the_others() -> None:
    term = {"lasts": "P9000Y", "from": "entry into force", "ref": "r"}
    endless = treaty("endless", "1992-01-01", "1993-01-01", term=term)
    found = tc.Book.of([endless, TWO]).in_force("1996", between=("AAA", "BBB"))
    assert ([each.treaty for each in found], found.truth) == (["two"], tc.Truth.YES)
    assert [each.treaty for each in found.unusable] == ["endless"]
    alone = tc.Book.of([endless], whole=True)
    assert alone.in_force("1996", between=("AAA", "BBB")).truth is tc.Truth.UNKNOWN
    compiled = alone.compile()
    assert compiled.any(0, 1, [0]).tolist() == [2]
    assert "years 1 to 9999" in compiled.texts[compiled.reason(0, 0, 1, [0])[0, 0]]


def test_what_is_no_question_is_refused() -> None:
    for between in (("AAA",), ("AAA", "AAA"), "AAA"):
        with pytest.raises(WrongTypeError, match="two"):
            BOOK.in_force("1996", between=between)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError):
        BOOK.in_force("1996", party="AAA", between=("AAA", "BBB"))
    with pytest.raises(UnknownChoiceError):
        BOOK.compile(by="month")
    with pytest.raises(UnknownTreatyError, match="many"):
        BOOK["manny"]
    assert ["many" in BOOK, "manny" in BOOK, TWO in BOOK, 5 in BOOK] == [True, False, True, False]


def test_each_treaty_has_an_id_and_a_kind_a_treaty() -> None:
    with pytest.raises(BookError, match="`two`"):
        tc.Book.of([TWO, TWO])
    with pytest.raises(UnknownTreatyError):
        tc.Book.of([TWO], kinds={"to": ["trade"]})
    with pytest.raises(WrongTypeError):
        tc.Book.of([TWO], kinds={"two": "trade"})
    with pytest.raises(WrongTypeError):
        tc.Book.of(["two"])  # type: ignore[list-item]
    with pytest.raises(WrongTypeError, match="several"):
        tc.Book.of(TWO)  # type: ignore[arg-type]


def test_a_folder_of_files_keeps_those_without_faults(tmp_path: Path) -> None:
    for each in (MANY, TWO):
        each.dump(tmp_path / f"{each.record.id}.toml")
    (tmp_path / "again.toml").write_text(tc.dumps(TWO))
    (tmp_path / "broken.toml").write_text(tc.dumps(TWO).replace('"two"', '"to"').replace("1992-01-01", "1992-13-01"))
    (tmp_path / "none.toml").write_text("x = ")
    (tmp_path / "notes.txt").write_text("not a treaty")
    book = tc.Book.from_folder(tmp_path, kinds={"many": ["trade"]})
    assert [each.record.id for each in book] == ["two", "many"]
    assert {each.treaty for each in book.faults} == {"broken.toml", "none.toml", "two.toml"}
    broken = next(each for each in book.faults if each.treaty == "broken.toml")
    assert (broken.column, broken.value) == ("act[1].on", "1992-13-01")
    assert broken.row is not None
    with pytest.raises(UnreadFileError, match="no such folder"):
        tc.Book.from_folder(tmp_path / "nowhere")


def test_entries_periods_and_timelines_are_tidy_rows() -> None:
    book = tc.Book.of([MANY, TWO])
    assert [(row.treaty, row.party, row.number, row.first_day) for row in book.entries()] == [
        ("many", "AAA", 1, "1991-01-01"), ("many", "BBB", 1, "1991-01-01"), ("many", "CCC", 1, "1995-01-01"),
        ("two", "AAA", 1, "1993-01-01"), ("two", "BBB", 1, "1993-01-01"),
    ]  # fmt: skip
    rows = [row for row in book.periods() if row.in_force == "yes"]
    assert [(row.treaty, row.party, row.first_day, row.last_day) for row in rows][2:4] == [
        ("many", "CCC", "1995-01-01", ".."), ("two", "AAA", "1993-01-01", "..")
    ]  # fmt: skip
    assert {(row.party, row.other) for row in book.periods(pairs=True)} == {
        ("AAA", "BBB"), ("AAA", "CCC"), ("BBB", "CCC"),
    }  # fmt: skip
    timeline = list(book.timeline(("AAA", "BBB")))
    assert [row.in_force for row in timeline] == [(), ("many",), ("many", "two")]
    assert timeline[1].to_dict()["end"] == timeline[2].start
    assert timeline[2].start is not None
    assert timeline[2].start.isoformat() == "1993-01-01T00:00:00+00:00"
    assert [row.in_force for row in tc.Book.of([]).timeline(("AAA", "BBB"))] == [()]


def test_what_falls_due_between_two_days() -> None:
    clauses: dict[str, Any] = {
        "term": {"lasts": "P5Y", "from": "entry into force", "first_day": "counted", "ref": "r"},
        "renewal": {"block": "P5Y", "times": "for ever", "ref": "r"},
        "denunciation": {"when": "at the end of the term", "notice": "P1Y", "ref": "r"},
    }
    book = tc.Book.of([treaty("old", "2000-01-01", "2000-02-01", **clauses), TWO])
    rows = [(row.day, row.treaty, row.what) for row in book.deadlines("2008", "2010")]
    assert [row for row in rows if row[2] == "the last day of a term"] == [
        ("2010-01-31", "old", "the last day of a term")
    ]
    assert {row[0] for row in rows if row[2] == "the last day for a notice"} <= {"2009-01-30", "2009-01-31"}
    assert len(rows) > 1
    assert list(book.deadlines("2008", "2010", party="CCC")) == []


def test_it_travels() -> None:
    again = pickle.loads(pickle.dumps(BOOK))
    assert again.treaties == BOOK.treaties
    assert repr(again) == "<Book: 3 treaties, 5 States>"


def test_of_a_kind_alone_the_book_still_knows_whom_its_other_treaties_name() -> None:
    pact, paris = tc.load("soviet-japanese-neutrality-pact"), tc.load("paris-agreement-2015")
    kinds = {pact.record.id: ["neutrality"], paris.record.id: ["climate"]}
    book = tc.Book.of([pact, paris], kinds=kinds)
    found = book.in_force("2018-01-01", between=("USA", "JPN"), kind="neutrality")
    assert (found.named, found.truth, len(found)) == (True, tc.Truth.NO, 0)
    assert book.in_force("1945-08-08", between=("USA", "XXX"), kind="neutrality").truth is tc.Truth.UNKNOWN
    assert [each.treaty for each in book.in_force("1945-08-08", party="JPN", kind="neutrality")] == [pact.record.id]


def test_of_a_part() -> None:
    annex = {"id": "annex", "title": "Annex", "consent": "its own", "ref": "p"}
    accepted = {"kind": "acceptance", "by": ["AAA", "BBB"], "on": "1995-01-01", "part": "annex", "ref": "r"}
    found = treaty("parted", "1992-01-01", "1993-01-01", part=[annex], acts=(accepted,))
    book = tc.Book.of([TWO, found], whole=True)
    asked: dict[str, Any] = {"between": ("AAA", "BBB")}
    for day, whole, part in (("1994-01-01", ["two", "parted"], []), ("1996-01-01", ["two", "parted"], ["parted"])):
        assert [each.treaty for each in book.in_force(day, **asked)] == whole
        assert [each.treaty for each in book.of_part("annex").in_force(day, **asked)] == part
    assert {row.first_day for row in book.of_part("annex").entries()} == {"1995-01-01"}
    with pytest.raises(UnknownChoiceError, match="annex"):
        book.of_part("anex")
