"""Treaties as tables of Python: the same grammar and the same faults as of a text."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.corpus import text_of
from treatyclock.errors import TreatyFileError, WrongTypeError

TWO: dict[str, Any] = {"schema": 1, "id": "two", "title": "Two", "parties": {"AAA": "A", "BBB": "B"}}


def test_what_tomllib_makes_of_a_file_is_the_treaty_of_that_file() -> None:
    for id in ("paris-agreement-2015", "soviet-japanese-declaration-1941"):
        assert tc.from_dict(tomllib.loads(text_of(id).text)) == tc.load(id)


def test_dates_of_python_and_tuples_are_taken() -> None:
    act = {"kind": "signature", "by": ("AAA", "BBB"), "on": date(1990, 1, 2), "ref": "r"}
    notice = {"kind": "denunciation", "by": "AAA", "at": datetime(1991, 1, 2, 15, tzinfo=UTC), "ref": "r"}
    signed, denounced = tc.from_dict({**TWO, "act": (act, notice)}).record.acts
    assert signed.dated == tc.moment("1990-01-02")
    assert denounced.dated.support == tc.moment("1991-01-02T15:00Z").support


FAULTY = {
    **TWO,
    "term": {"lasts": "5 years", "from": "signature", "ref": "art. 5"},
    "act": [{"kind": "signature", "by": ["AAA", "CCC"], "on": date(1990, 1, 2)}],
}


def test_faults_are_those_of_the_text_with_paths_in_place_of_lines() -> None:
    with pytest.raises(TreatyFileError) as caught:
        tc.from_dict(FAULTY)
    text = """
schema = 1
id = "two"
title = "Two"
parties = { AAA = "A", BBB = "B" }
term = { lasts = "5 years", from = "signature", ref = "art. 5" }
act = [{ kind = "signature", by = ["AAA", "CCC"], on = 1990-01-02 }]
"""
    with pytest.raises(TreatyFileError) as of_text:
        tc.loads(text)
    told = {(each.key, each.value, each.problem, each.hint) for each in caught.value.faults}
    assert told == {(each.key, each.value, each.problem, each.hint) for each in of_text.value.faults}
    assert len(told) == 3 and {each.line for each in caught.value.faults} == {None}
    assert "<dict>: act[1].by[2]: is not a party of this treaty: `CCC`" in str(caught.value)


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="give a dict"):
        tc.from_dict("schema = 1")  # type: ignore[arg-type] # what a user may confuse with loads()
    with pytest.raises(TreatyFileError, match="has a key that is not text: `5`"):
        tc.from_dict({**TWO, 5: "x"})  # type: ignore[dict-item] # a key of the wrong type
