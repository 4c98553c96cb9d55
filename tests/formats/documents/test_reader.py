"""A table with its place: what was refused reads as absent, and every mistake is told once."""

from __future__ import annotations

from typing import Any

from treatyclock.errors import WrongTypeError
from treatyclock.formats.documents.flaws import Flaw, FlawLog, KeyPath
from treatyclock.formats.documents.reader import TableReader

DOCUMENT: dict[str, Any] = {
    "title": "T",
    "number": 5,
    "source": ["text", "tekst", "text"],
    "act": [{"id": "a", "by": "SUN"}, "junk", {"id": "b", "by": ["SUN", 5]}],
    "term": {"lasts": "P5Y"},
}


def reader(*refused: KeyPath) -> TableReader:
    log = FlawLog.of(Flaw(path, None, "p", "h") for path in refused)
    return TableReader(table=DOCUMENT, path=(), log=log, sources=frozenset({"text"}))


def told(reader: TableReader) -> list[tuple[KeyPath, object, str, str]]:
    return [(flaw.path, flaw.value, flaw.problem, flaw.hint) for flaw in reader.log.found]


def test_what_was_refused_reads_as_absent() -> None:
    whole = reader(("title",), ("term", "lasts"))
    assert whole.has("title")
    assert (whole.get("title"), whole.text("title"), whole.text("number")) == (None, "", "")
    term = whole.sub("term")
    assert term is not None
    assert (term.path, term.get("lasts"), term.is_broken("lasts")) == (("term",), None, True)
    assert whole.sub("title") is None


def test_tables_of_a_list_keep_their_numbers() -> None:
    assert [(each.path, each.text("id")) for each in reader().items("act")] == [(("act", 0), "a"), (("act", 2), "b")]
    assert list(reader().items("title")) == []


def test_one_or_several_values_have_a_path_each() -> None:
    first, second = reader(("act", 2, "by", 1)).items("act")
    assert first.several("by") == [(("act", 0, "by"), "SUN")]
    assert second.several("by") == [(("act", 2, "by", 0), "SUN")]
    assert second.several("none") == []
    (_, second) = reader(("act", 2, "by")).items("act")
    assert second.several("by") == []


def test_names_that_nobody_declared_are_told_and_left_out() -> None:
    whole = reader()
    assert whole.cited() == ("text",)
    assert told(whole) == [(("source", 1), "tekst", "is not a source in [sources]", "did you mean `text`?")]


def test_what_cannot_be_made_is_told_where_it_stands() -> None:
    def make(value: object) -> object:
        raise WrongTypeError("a length", value, "a period")

    whole = reader()
    assert whole.made("none", make) is None
    assert whole.made("number", lambda value: value + 1) == 6
    assert told(whole) == []
    assert whole.made("number", make) is None
    assert told(whole) == [(("number",), 5, "a length cannot be `5` (type int)", "give a period")]


def test_a_flaw_of_a_whole_table_shows_no_value() -> None:
    whole = reader()
    (first, _) = whole.items("act")
    first.fault("", "is odd", "mend it")
    whole.fault("term", "is odd", "mend it")
    assert told(whole) == [(("act", 0), None, "is odd", "mend it"), (("term",), None, "is odd", "mend it")]
