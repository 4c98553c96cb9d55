"""Many questions at once: which treaties, which status, which reason, of whom."""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

import treatyclock as tc
from beside_treaties import THREE, treaty
from compiled_pairs import differences
from treatyclock.book.statuses import mask_of
from treatyclock.errors import UnknownActorError, UnknownTreatyError, WrongTypeError
from treatyclock.law.status import Status

MANY = treaty("many", "1990-01-01", "1991-01-01", "1995-01-01", parties=THREE)
TWO = treaty("two", "1992-01-01", "1993-01-01")
OPEN = treaty("open", "1994-01-01", "1994-02-01", record={"parties": "in part", "ref": "r"})
BOOK = tc.Book.of([MANY, TWO])


def days(*texts: str) -> NDArray[np.int64]:
    return np.array(texts, dtype="datetime64[us]").view(np.int64)


def test_the_book_is_as_its_treaties_are_at_every_edge() -> None:
    for by in ("instant", "day"):
        assert not list(differences(tc.Book.of([MANY, TWO, OPEN]), by))


def test_which_treaties_and_whether_any() -> None:
    compiled = BOOK.compile(by="day")
    a, b, c = compiled.codes(["AAA", "BBB", "CCC"])
    when = days("1990-06-01", "1992-06-01", "1993-06-01", "1996-01-01")
    assert compiled.any(a, b, when).tolist() == [0, 1, 1, 1]
    assert [[compiled.treaties[id] for id, _ in each] for each in compiled.find(a, b, when)] == [
        [], ["many"], ["many", "two"], ["many", "two"]
    ]  # fmt: skip
    assert compiled.any([a, c], [c, b], days("1994-01-01", "1996-01-01")).tolist() == [0, 1]


def test_one_of_many_treaties_and_why() -> None:
    compiled = BOOK.compile(by="day")
    a, b, c = compiled.codes(["AAA", "BBB", "CCC"])
    many, two = compiled.treaty("many"), compiled.treaty("two")
    when = days("1996-01-01")
    assert compiled.status([many, two], a, c, when).tolist() == [mask_of(frozenset({Status.PARTY})), 0]
    assert compiled.truth(many, a, c, when).tolist() == [1]
    told = [compiled.texts[place] for place in compiled.reason(many, a, c, when)[0]]
    assert told == ["entry into force", "entry into force"]
    assert compiled.texts[compiled.reason(two, a, b, when)[0][0]] == "entry into force"
    assert compiled.reason(two, a, c, when).tolist() == [[-1, -1]]
    with pytest.raises(UnknownTreatyError, match="no treaty of the book is called"):
        compiled.treaty("none")


def test_the_members_on_each_of_many_days() -> None:
    compiled = BOOK.compile(by="day")
    codes, truths = compiled.members(compiled.treaty("many"), days("1990-06-01", "1992-01-01", "1996-01-01"))
    assert compiled.actors[codes].tolist() == ["AAA", "BBB", "CCC"]
    assert truths.tolist() == [[0, 0, 0], [1, 1, 0], [1, 1, 1]]


def test_the_members_of_a_treaty_between_two() -> None:
    compiled = BOOK.compile(by="day")
    codes, truths = compiled.members(compiled.treaty("two"), days("1990-06-01", "1996-01-01"))
    assert compiled.actors[codes].tolist() == ["AAA", "BBB"]
    assert truths.tolist() == [[0, 0], [1, 1]]


@pytest.mark.parametrize("place", [-1, 2, "many"])
def test_a_treaty_that_is_not_there_is_refused(place: Any) -> None:
    compiled, when = BOOK.compile(by="day"), days("1996-01-01")
    for ask in (lambda: compiled.members(place, when), lambda: compiled.truth(place, 0, 1, when)):
        with pytest.raises(WrongTypeError):
            ask()


def test_a_time_that_is_missing_is_refused_and_never_answered_with_no() -> None:
    compiled = BOOK.compile(by="day")
    for ask in (lambda: compiled.any(0, 1, days("1996-01-01", "NaT")), lambda: compiled.members(0, days("NaT"))):
        with pytest.raises(WrongTypeError, match="NaT"):
            ask()


def test_of_whom_no_treaty_tells_nothing_is_known_unless_the_book_is_whole() -> None:
    when = days("1996-01-01")
    for whole, truth in ((False, 2), (True, 0)):
        compiled = tc.Book.of([MANY, TWO], whole=whole).compile(by="day")
        a, x, y = compiled.codes(["AAA", "XXX", "YYY"])
        assert x == y == compiled.other
        assert compiled.any([a, x], [x, y], when).tolist() == [truth, truth]
    assert tc.Book.of([MANY], whole=True).compile(by="day").find(a, x, when).treaties.tolist() == []


def test_a_treaty_that_lists_some_parties_may_bind_any_state() -> None:
    compiled = tc.Book.of([MANY, OPEN], whole=True).compile(by="day")
    codes = compiled.codes(["CCC", "XXX", "AAA"])
    when = days("1996-01-01")
    assert compiled.any(codes, codes[[1, 1, 0]], when)[[0, 2]].tolist() == [2, 1]
    assert compiled.any(codes[1], codes[1], when).tolist() == [2]  # two States that nothing names
    assert compiled.truth(compiled.treaty("open"), codes[0], codes[1], when).tolist() == [2]


def test_where_too_much_is_open_to_work_out_dates_it_is_unknown_and_never_no() -> None:
    ordered = [{"kind": "ratification", "by": "CCC", "on": "not known", "ref": "r", "id": f"c{n}"} for n in range(2)]
    found = treaty("worlds", "1990", "1991", parties=THREE, acts=tuple(ordered))
    compiled = tc.Book.of([found], whole=True).compile()
    times = np.array([found.timeline(between=("AAA", "BBB")).edges[0]])
    assert compiled.any(0, 1, times).tolist() == [2]


def test_codes_are_names_and_labels_and_numbers() -> None:
    rows = [{"id": 7, "one": 2, "two": 200, "from": "1900-01-01"}]
    book = tc.Book.from_table(rows, {"treaty": "id", "party": ["one", "two"], "treaty_entry": "from"})
    compiled = book.compile(by="day")
    assert compiled.actors[compiled.codes([2, 200])].tolist() == ["Party_2", "Party_200"]
    assert compiled.codes(["2", "Party_2", "3"]).tolist() == [0, 0, compiled.other]
    assert compiled.codes([]).tolist() == []
    with pytest.raises(UnknownActorError, match="row 1: no treaty of the book names `3`"):
        compiled.codes(["2", "3"], strict=True)


def test_what_is_no_question_is_refused() -> None:
    compiled = BOOK.compile()
    with pytest.raises(WrongTypeError, match="two different States"):
        compiled.any([0, 1], [1, 1], [0, 0])
    with pytest.raises(WrongTypeError, match="as many of each"):
        compiled.any([0, 1, 0], [1, 0], [0, 0])
    with pytest.raises(WrongTypeError, match="one from 0 to 3"):
        compiled.any([0], [9], [0])
    with pytest.raises(WrongTypeError, match="microseconds as int64"):
        compiled.any([0], [1], np.array(["1990-01-01"], dtype="datetime64[D]"))
    with pytest.raises(WrongTypeError, match="whole numbers"):
        compiled.any([0], [1], [0.5])


def test_nobody_writes_into_it_and_it_travels_by_its_arrays() -> None:
    compiled = BOOK.compile()
    with pytest.raises(ValueError, match="read-only"):
        compiled.life_keys[0] = 5
    compiled.any([0], [1], [0])
    again = pickle.loads(pickle.dumps(compiled))
    asked = ([0, 0], [1, 2], days("1993-06-01", "1996-01-01"))
    assert again.any(*asked).tolist() == compiled.any(*asked).tolist() == [1, 1]
    assert repr(again) == repr(compiled)


def test_an_empty_book_has_none() -> None:
    compiled = tc.Book.of([], whole=True).compile()
    assert compiled.any([0], [0], [0]).tolist() == [0]
    assert list(compiled.find([0], [0], [0])) == [()]
    with pytest.raises(WrongTypeError, match="cannot be `0`"):
        compiled.status(0, [0], [0], [0])


def test_of_what_was_known_and_by_a_reading() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    book = tc.Book.of([pact, MANY])
    asked: dict[str, Any] = {"reading": "ended-by-notice"}
    compiled = book.compile(**asked)
    codes = compiled.codes(["SUN", "JPN"])
    at = days("1945-08-08T15:10:00")
    expected = pact.in_force("1945-08-08T15:10Z", between=("SUN", "JPN"), **asked).truth
    assert expected is tc.Truth.NO
    assert compiled.any(codes[0], codes[1], at).tolist() == [0]
    assert book.compile().any(codes[0], codes[1], at).tolist() == [1]
    assert not list(differences(tc.Book.of([pact]), "instant", known_as_of=date(1945, 4, 1)))
