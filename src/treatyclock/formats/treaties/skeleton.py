"""A treaty file to begin with: every table and key of the grammar, commented out, with what each means.

All of it is made from the grammar. A line with one ``#`` is a table or a key to be taken in by taking the ``#`` away; a
line with two is words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from treatyclock.errors import WrongTypeError
from treatyclock.formats.documents.containers import AnyShape, ListShape, MapShape, TableShape
from treatyclock.formats.documents.shapes import ChoiceShape, FlagShape, NumberShape, Shape, TextShape, WholeNumberShape
from treatyclock.formats.treaties._field_shapes import A_PARTY, BASIS, ConditionShape
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.formats.treaties.toml import load_text
from treatyclock.law.vocabulary import CLAUSES

_WIDTH = 110
_TWO, _MANY = ("AAA", "BBB"), ("AAA", "BBB", "CCC")
_HEAD = """\
A treaty file. Lines with one # are tables and keys: take the # away from those that the treaty needs, and write what \
its text says in place of the examples. Lines with two # are words. `treatyclock check FILE` tells what is wrong, and \
what is left open. Every clause and every act says where it comes from: source or ref."""

_FOR_TWO: Mapping[tuple[str, ...], Any] = {
    ("denunciation", "when"): "at the end of the term",
    ("denunciation", "ends_for"): "all",
    ("act", "kind"): "signature",
}
_FOR_MANY: Mapping[tuple[str, ...], Any] = {
    ("entry_into_force", "when"): {"instruments": 2},
    ("denunciation", "when"): "at any time",
    ("denunciation", "ends_for"): "the notifier",
    ("act", "kind"): "ratification",
}
"""Examples that suit the number of parties better than the first that the grammar has."""


def skeleton(id: str, parties: Sequence[str] = (), *, multilateral: bool = False) -> str:
    """Return the text of a treaty file in which only what every file needs is not commented out.

    Args:
        id: The treaty's name.
        parties: The codes of the parties; some to be replaced where none are given.
        multilateral: Whether it is a treaty of many; it is where more than two parties are given.

    Raises:
        TreatyFileError: If a file cannot have that name, or such parties.
        WrongTypeError: If a treaty of many has fewer than three parties.

    Example:
        >>> [line for line in skeleton("pact", ["SUN", "JPN"]).splitlines() if line and line[0] != "#"][:3]
        ['schema = 1', 'id = "pact"', 'title = "..."']
    """
    if multilateral and 0 < len(parties) < 3:
        raise WrongTypeError("the parties of a treaty of many", list(parties), "three codes at least, such as A,B,C")
    many = multilateral or len(parties) > 2
    codes = tuple(parties) or (_MANY if many else _TWO)
    writer = _Writer(codes, _FOR_MANY if many else _FOR_TWO)
    text = "\n".join(writer.treaty(id)).rstrip() + "\n"
    load_text(text, file=f"{id}.toml")
    return text


class _Writer:
    """Writes the lines, with the codes of the parties where an example names one."""

    def __init__(self, parties: Sequence[str], examples: Mapping[tuple[str, ...], Any]) -> None:
        self._parties = parties
        self._examples = examples
        self._told: set[str] = set()

    def treaty(self, id: str) -> Iterator[str]:
        yield from _words(_HEAD)
        yield ""
        active = {"schema": 1, "id": id, "title": "..."}
        tables = [
            (key, shape) for key, shape in TREATY.keys.items() if isinstance(shape, TableShape | MapShape | ListShape)
        ]
        for key, shape in TREATY.keys.items():
            if key in active:
                yield from _words(_doc(shape))
                yield f"{key} = {_value(active[key])}"
            elif (key, shape) not in tables:
                yield from self._key(key, shape, (key,), needed=False)
        for key, shape in tables:
            yield ""
            if key == "parties":
                yield from self._named_parties(shape)
            else:
                yield from self._table(shape, (key,))

    def _named_parties(self, shape: Shape) -> Iterator[str]:
        assert isinstance(shape, MapShape) and isinstance(shape.shape, AnyShape)
        yield from _words(shape.doc)
        for other in shape.shape.shapes[1:]:
            yield from _words(f"or: {self._parties[0]} = {_value(self._example(other))}")
        yield "[parties]"
        yield from (f"{_key(code)} = {_value(code)}" for code in self._parties)

    def _table(self, shape: Shape, path: tuple[str, ...]) -> Iterator[str]:
        """Write a table, one of a list of tables, or a table whose keys the file chooses."""
        yield from _words(_doc(shape))
        inner = shape.shape if isinstance(shape, ListShape) else shape
        if isinstance(inner, MapShape) and isinstance(inner.shape, TableShape):
            path, inner = (*path, inner.key_example), inner.shape
        name = ".".join(path)
        if isinstance(shape, ListShape) and shape.alone:
            yield from _words(f"where there are several, each is a [[{name}]]")
        yield f"# [[{name}]]" if isinstance(shape, ListShape) and not shape.alone else f"# [{name}]"
        if isinstance(inner, MapShape):
            key = self._parties[0] if inner.key_example == A_PARTY else inner.key_example
            yield from self._key(key, inner.shape, (*path, key), needed=True)
            return
        assert isinstance(inner, TableShape)
        groups = [group for group, _ in (*inner.one_of, *inner.any_of)]
        if groups:
            yield from _words("needed besides: " + "; ".join(" or ".join(group) for group in groups))
        own = path == ("reading",)
        below = []
        for key, each in inner.keys.items():
            if own and key in CLAUSES:
                continue
            if isinstance(each, TableShape | MapShape):
                below.append((key, each))
            else:
                yield from self._key(key, each, (*path, key), needed=key in inner.required)
        if own:
            names = ", ".join(f"[reading.{clause}]" for clause in CLAUSES)
            yield from _words(f"clauses of its own, each in place of the treaty's and with the same keys: {names}")
        for key, each in below:
            yield ""
            yield from self._table(each, (*path, key))

    def _key(self, key: str, shape: Shape, path: tuple[str, ...], *, needed: bool) -> Iterator[str]:
        words = _doc(shape) + " (needed)" * needed
        choices = ", ".join(_value(each) for each in _choices(shape))
        if words not in self._told:
            yield from _words(words + (f"; {choices}" if choices else ""))
        if key in BASIS:  # they stand in every table, and one telling is enough
            self._told.add(words)
        example = self._examples.get(path, self._example(shape))
        for other, doc in self._others(shape):
            if other != example:
                yield from _words(f"or: {key} = {_value(other)}" + (f" ({doc})" if doc else ""))
        yield f"# {key} = {_value(example)}"

    def _example(self, shape: Shape) -> Any:
        """Return a right value of a shape."""
        value: Any
        if isinstance(shape, TextShape | FlagShape):
            value = self._parties[0] if shape.example == A_PARTY else shape.example
        elif isinstance(shape, ChoiceShape | ConditionShape):
            value = _choices(shape)[0]
        elif isinstance(shape, AnyShape):
            value = self._example(shape.shapes[0])
        elif isinstance(shape, ListShape):
            value = [self._example(shape.shape)]
        elif isinstance(shape, TableShape):
            value = {key: self._example(each) for key, each in shape.keys.items()}
        elif isinstance(shape, MapShape):
            value = {shape.key_example: self._example(shape.shape)}
        else:
            assert isinstance(shape, WholeNumberShape | NumberShape)
            value = 1
        return value

    def _others(self, shape: Shape) -> Iterator[tuple[Any, str]]:
        """Yield the other shapes that a value may have, with what their keys mean."""
        if isinstance(shape, ConditionShape):
            for table in shape.tables().values():
                yield self._example(table), _inner_docs(table)
        elif isinstance(shape, AnyShape):
            for each in shape.shapes[1:]:
                if isinstance(each, ListShape):
                    yield from self._others(each.shape)
                else:
                    yield self._example(each), _inner_docs(each)


def _doc(shape: Shape) -> str:
    return str(getattr(shape, "doc", ""))


def _inner_docs(shape: Shape) -> str:
    if not isinstance(shape, TableShape):
        return ""
    found = []
    for key, each in shape.keys.items():
        choices = ", ".join(_value(choice) for choice in _choices(each))
        found.append(f"{key}: {_doc(each)}" + (f": {choices}" if choices else ""))
    return "; ".join(found)


def _choices(shape: Shape) -> tuple[str | int, ...]:
    """Return the words that a value may be."""
    if isinstance(shape, ChoiceShape):
        return shape.values
    if isinstance(shape, ConditionShape):
        return shape.words().values
    if isinstance(shape, AnyShape):
        return tuple(dict.fromkeys(choice for each in shape.shapes for choice in _choices(each)))
    return _choices(shape.shape) if isinstance(shape, ListShape) else ()


def _words(text: str) -> Iterator[str]:
    yield from (f"## {line}" for line in wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _key(text: str) -> str:
    return text if text.isascii() and text.replace("_", "a").replace("-", "a").isalnum() else json.dumps(text)


def _value(value: Any) -> str:
    """Write a value in TOML, which quotes texts as JSON does."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
