"""The skeleton of a treaty file holds the whole grammar, and every line of it can be taken in."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.errors import TreatyFileError, WrongTypeError
from treatyclock.formats.documents.containers import AnyShape, ListShape, MapShape, TableShape
from treatyclock.formats.documents.shapes import Shape
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.formats.treaties.skeleton import skeleton
from treatyclock.law.vocabulary import CLAUSES

TEXTS = [skeleton("pact"), skeleton("pact", ["SUN", "JPN"]), skeleton("pact", multilateral=True),
         skeleton("pact", list("ABCDE"))]  # fmt: skip
OFF = re.compile(r"^# (?!#)")
HEADER = re.compile(r"^\[+([^\]]+)\]+$")


def with_headers(lines: list[str], number: int) -> str:
    """Take in one line, with the header that it stands under and those around that one."""
    headers = {n: found[1] for n, line in enumerate(lines[: number + 1]) if (found := HEADER.match(OFF.sub("", line)))}
    own = headers[max(headers)] if headers else ""
    above = {n for n, name in headers.items() if f"{own}.".startswith(f"{name}.")}
    return "\n".join(OFF.sub("", line) if n in above | {number} else line for n, line in enumerate(lines))


@pytest.mark.parametrize("text", TEXTS)
def test_it_loads_as_it_is(text: str) -> None:
    assert tc.loads(text).record.id == "pact"
    assert {each.code for each in tc.checks(text)} == {"no-entry-clause", "idle-party"}


@pytest.mark.parametrize("text", TEXTS)
def test_every_line_taken_in_alone_is_toml_of_the_right_form(text: str) -> None:
    lines = text.splitlines()
    numbers = [number for number, line in enumerate(lines) if OFF.match(line)]
    assert len(numbers) > 100
    for number in numbers:
        assert tomllib.loads(OFF.sub("", lines[number]))
        document = tomllib.loads(with_headers(lines, number))
        # Other keys may be needed beside it, but nothing that is there may be wrong.
        wrong = [
            flaw
            for flaw in TREATY.flaws(document, ())
            if "missing" not in flaw.problem and "entries" not in flaw.problem
        ]
        assert not wrong, lines[number]


@pytest.mark.parametrize("text", TEXTS)
def test_all_of_it_taken_in_has_the_right_form(text: str) -> None:
    whole = "\n".join(OFF.sub("", line) for line in text.splitlines())
    flaws = list(TREATY.flaws(tomllib.loads(whole), ()))
    assert [(flaw.path, flaw.problem) for flaw in flaws] == [(("act", 0, "at"), "cannot stand beside on")]


def keys_of(shape: Shape, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    if isinstance(shape, ListShape):
        yield from keys_of(shape.shape, path)
    elif isinstance(shape, TableShape):
        for key, each in shape.keys.items():
            yield (*path, key)
            if path != ("reading",) or key not in CLAUSES:
                yield from keys_of(each, (*path, key))
    elif isinstance(shape, MapShape) and isinstance(shape.shape, TableShape):
        yield from keys_of(shape.shape, (*path, shape.key_example))
    elif isinstance(shape, AnyShape):
        # An hour may be an event of a case too; it is shown as an hour.
        for each in shape.shapes[:1] if path == ("act", "at") else shape.shapes:
            yield from keys_of(each, path)


def test_every_key_of_the_grammar_is_in_it_with_its_words() -> None:
    for text in TEXTS:
        whole: Any = tomllib.loads("\n".join(OFF.sub("", line) for line in text.splitlines()))
        told = " ".join(line.removeprefix("## ") for line in text.splitlines() if line.startswith("##"))
        for path in keys_of(TREATY):
            if path[0] == "reading" and path[1:2] and path[1] in CLAUSES:
                assert f"[reading.{path[1]}]" in told
                continue
            if path[-1] in ("period", "counted_from", "lands", "elapsed", "since", "body") or path[:1] == ("parties",):
                assert path[-1] in told or path[-1] in text
                continue
            inner = whole
            for key in path:
                inner = inner[0] if isinstance(inner, list) else inner
                assert key in inner, path
                inner = inner[key]


def test_words_are_those_of_the_grammar() -> None:
    told = " ".join(line.removeprefix("## ") for line in TEXTS[0].splitlines() if line.startswith("##"))
    for shape in (*TREATY.keys.values(), *(TREATY.keys[name] for name in CLAUSES)):
        assert str(shape.schema().get("description", "")) in told


def test_names_that_a_file_cannot_have() -> None:
    for id, parties in (("No Name", ["A", "B"]), ("pact", ["A"]), ("pact", ["A", "B B"]), ('p"\n', []), ("", [])):
        with pytest.raises(TreatyFileError):
            skeleton(id, parties)
    with pytest.raises(WrongTypeError, match="three codes"):
        skeleton("pact", ["A", "B"], multilateral=True)
