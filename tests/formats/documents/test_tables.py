"""Tables of Python: what they may hold, and where their faults are placed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from treatyclock.errors import TreatyFileError
from treatyclock.formats.documents.containers import TableShape
from treatyclock.formats.documents.flaws import MOST_FLAWS, Flaw
from treatyclock.formats.documents.shapes import TextShape
from treatyclock.formats.documents.tables import made_of, plain_tables

GRAMMAR = TableShape(keys={"a": TextShape(), "b": TextShape()})


def built(tables: Mapping[str, Any], file: str, refused: Sequence[Flaw]) -> tuple[str | None, list[Flaw]]:
    flaws = [Flaw(("b",), "x", "is no letter", "write y")] if tables.get("b") == "x" else []
    return f"{file}: {tables['a']}" if "a" in tables else None, flaws


def test_what_is_made_of_tables_without_faults() -> None:
    assert made_of({"a": "1"}, file="f", grammar=GRAMMAR, build=built, error=TreatyFileError) == "f: 1"


def test_faults_of_the_grammar_and_of_the_builder_are_told_together_by_path_or_place() -> None:
    tables = {"a": 5, "b": "x"}
    with pytest.raises(TreatyFileError) as caught:
        made_of(tables, file="f", grammar=GRAMMAR, build=built, error=TreatyFileError)
    assert [(each.line, each.key, each.structural) for each in caught.value.faults] == [
        (None, "a", True),
        (None, "b", False),
    ]
    with pytest.raises(TreatyFileError) as caught:
        made_of(
            tables,
            file="f",
            grammar=GRAMMAR,
            build=built,
            error=TreatyFileError,
            place=lambda path: (2 if path == ("a",) else 1, f"<{path[0]}>"),
        )
    assert [(each.line, each.key) for each in caught.value.faults] == [(1, "<b>"), (2, "<a>")]


def test_what_was_wrong_before_refuses_the_document() -> None:
    known = [Flaw(("a",), None, "stands alone", "add more")]
    with pytest.raises(TreatyFileError, match="a: stands alone"):
        made_of({"a": "1"}, file="f", grammar=GRAMMAR, build=built, error=TreatyFileError, known=known)


def test_too_many_faults_are_said_to_be_too_many() -> None:
    tables = {f"k{number}": "" for number in range(MOST_FLAWS + 1)}
    with pytest.raises(TreatyFileError) as caught:
        made_of(tables, file="f", grammar=GRAMMAR, build=built, error=TreatyFileError)
    assert len(caught.value.faults) == MOST_FLAWS + 1
    assert caught.value.faults[-1].problem == "the file has more faults than these"


def test_objects_of_python_become_what_a_file_holds() -> None:
    tables = {"a": (date(1990, 1, 2), datetime(1990, 1, 2, 15, tzinfo=UTC)), 5: "x", "b": {None: 1, "c": [{7: 1}]}}
    plain, flaws = plain_tables(tables, file="f", error=TreatyFileError)  # type: ignore[arg-type] # keys of any type
    assert plain == {"a": ["1990-01-02", "1990-01-02T15:00:00+00:00"], "b": {"c": [{}]}}
    assert [flaw.path for flaw in flaws] == [(), ("b",), ("b", "c", 0)]


def test_tables_that_hold_themselves_are_refused() -> None:
    tables: dict[str, Any] = {}
    tables["a"] = tables
    with pytest.raises(TreatyFileError, match="nested too deeply"):
        plain_tables(tables, file="f", error=TreatyFileError)
