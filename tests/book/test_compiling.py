"""Treaties made into arrays one after the other: what stands for whom."""

from __future__ import annotations

import pytest

import answered_cases
import treatyclock as tc
from beside_treaties import THREE, treaty
from compiled_pairs import differences
from treatyclock.book import compiling
from treatyclock.book.lines import Line, line_of
from treatyclock.derive.histories.life import Life
from treatyclock.errors import OutOfRangeError, UnusableRecordError
from treatyclock.law.subjects import Subject

MANY = treaty("many", "1990-01-01", "1991-01-01", "1995-01-01", parties=THREE)


def test_a_state_for_which_too_much_is_open_is_asked_about_pair_by_pair(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(life: Life, subject: Subject, by: str) -> Line:
        if subject.parties == ("CCC",):
            raise UnusableRecordError("many", "text", OutOfRangeError("it"))
        return line_of(life, subject, by)

    monkeypatch.setattr(compiling, "line_of", refused)
    book = tc.Book.of([MANY], whole=True)
    assert not list(differences(book, "instant"))
    compiled = book.compile()
    assert len(compiled.pair_keys) == 2  # of CCC with each of the two others
    codes, truths = compiled.members(0, [0])
    assert compiled.actors[codes].tolist() == ["AAA", "BBB", "CCC"]
    assert truths.tolist() == [[0, 0, 2]]


def test_the_names_for_other_states_are_nobodys() -> None:
    parties = {code: {"name": code, "clock": "+00:00"} for code in ("X0", "x1", "AAA")}
    record = {"parties": "in part", "ref": "r"}
    book = tc.Book.of([treaty("t", "1990-01-01", "1991-01-01", parties=parties, record=record)])
    compiled = book.compile()
    assert compiled.actors.tolist() == ["AAA", "X0", "x1", "", ""]
    at = [book["t"].timeline(between=("X0", "x1")).edges[-1]]
    one, two, unnamed = compiled.codes(["X0", "x1", "YYY"])
    assert compiled.any(one, two, at).tolist() == [1]
    assert compiled.any(one, unnamed, at).tolist() == [2]


def test_members_and_territories_are_compiled_through_their_party() -> None:
    parties = {
        "EUR": {"name": "E", "clock": "+00:00", "members": {"FRA": {"name": "F", "from": "1995-01-01"}}},
        "GBR": {"name": "G", "clock": "+00:00", "territories": {"HKG": {"name": "H", "until": "1997-06-30"}}},
        "CHE": {"name": "C", "clock": "+00:00"},
    }
    book = tc.Book.of([treaty("t", "1990-01-01", "1991-01-01", "1992-01-01", parties=parties)], whole=True)
    for by in ("instant", "day"):
        assert not list(differences(book, by))


@pytest.mark.parametrize(
    "file",
    [
        "part-and-a-companion-of-two",
        "part-between-sides",
        "part-from-a-day-for-one",
        "part-amendment-after-an-accession",
    ],
)
def test_a_part_is_compiled_as_it_is_asked(file: str) -> None:
    found = answered_cases.treaty(f"{file}.cases")
    for part in found.record.parts:
        book = tc.Book.of([MANY, found], whole=True).of_part(part.id)
        assert [each.record.id for each in book] == [found.record.id]
        for by in ("day", "instant"):
            assert not list(differences(book, by))
