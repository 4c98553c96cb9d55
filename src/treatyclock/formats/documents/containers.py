"""Shapes of what holds other values: lists, tables, and a choice of several shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from treatyclock.errors import nearest
from treatyclock.formats.documents.flaws import Flaw, KeyPath
from treatyclock.formats.documents.shapes import Shape, WholeNumberShape, described, what_it_is, whole

KeyGroup = tuple[tuple[str, ...], str]
"""Keys, at least one of which a table needs; and the hint for a table that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyShape:
    """Any of several shapes; of a value that has none of them, the shape that comes nearest says what is wrong."""

    shapes: tuple[Shape, ...]
    doc: str = ""

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong by the shape that comes nearest."""
        results = [list(shape.flaws(value, path)) for shape in self.shapes]
        if all(results):
            same = [r for shape, r in zip(self.shapes, results, strict=True) if _is_for(shape, value)]
            yield from (same or results)[0]

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return described({"anyOf": [shape.schema() for shape in self.shapes]}, self.doc)


def _is_for(shape: Shape, value: object) -> bool:
    if isinstance(shape, WholeNumberShape):
        return type(value) is int
    wanted = list if isinstance(shape, ListShape) else dict if isinstance(shape, TableShape | MapShape) else str
    return isinstance(value, wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShape:
    """A list of values of one shape; ``alone``: one may stand there without a list."""

    shape: Shape
    doc: str = ""
    least: int = 1
    most: int = 50
    hint: str = "put it in [ ]"
    alone: bool = False

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong with the list and with each of its items."""
        if not isinstance(value, list) and self.alone:
            yield from self.shape.flaws(value, path)
            return
        if not isinstance(value, list):
            yield Flaw(path, value, f"is {what_it_is(value)}, not a list", self.hint)
            return
        if len(value) > self.most:
            yield Flaw(path, f"{len(value)}", "has too many entries", f"keep {self.most} at most")
            return
        if len(value) < self.least:
            yield Flaw(path, value, "is empty", "leave the key out, or put something in")
        for number, item in enumerate(value):
            yield from self.shape.flaws(item, (*path, number))

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        one = self.shape.schema()
        found = {"type": "array", "items": one, "minItems": self.least, "maxItems": self.most}
        return described({"anyOf": [one, found]} if self.alone else found, self.doc)


def one_or_several(shape: Shape, doc: str = "") -> AnyShape:
    """Return the shape of one value or a list of such values."""
    return AnyShape(shapes=(shape, ListShape(shape=shape)), doc=doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class MapShape:
    """A table whose keys the file chooses.

    Attributes:
        shape: The shape of each value.
        key: A regular expression for the whole of each key.
        key_hint: What a right entry looks like.
        key_example: A right key.
        least: How many entries there must be.
        most: How many there may be.
        count_hint: How many there should be, in words.
        doc: What the table is.
    """

    shape: Shape
    key: str
    key_hint: str
    key_example: str
    least: int = 0
    most: int | None = None
    count_hint: str = ""
    doc: str = ""

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong with the table, its keys and its values."""
        if not isinstance(value, dict):
            yield Flaw(path, value, f"is {what_it_is(value)}, not a table", self.key_hint)
            return
        if len(value) < self.least or (self.most is not None and len(value) > self.most):
            yield Flaw(path, f"{len(value)}", "has the wrong number of entries", self.count_hint)
        for key, item in value.items():
            if not re.fullmatch(self.key, key):
                yield Flaw((*path, key), key, "cannot be the name of an entry here", self.key_hint)
            yield from self.shape.flaws(item, (*path, key))

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        found: dict[str, Any] = {
            "type": "object",
            "propertyNames": {"pattern": whole(self.key)},
            "additionalProperties": self.shape.schema(),
            "minProperties": self.least,
        }
        if self.most is not None:
            found["maxProperties"] = self.most
        return described(found, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """A table of known keys.

    Attributes:
        keys: The shapes by key.
        required: Keys that must be there.
        any_of: Groups of keys; of each, one key or more must be there.
        one_of: Groups of keys; of each, exactly one must be there.
        doc: What the table is.
        also: Other names that people use for its keys, each with the keys that it may mean.
    """

    keys: Mapping[str, Shape]
    required: tuple[str, ...] = ()
    any_of: tuple[KeyGroup, ...] = ()
    one_of: tuple[KeyGroup, ...] = ()
    doc: str = ""
    also: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong with the table, and with each of its keys."""
        if not isinstance(value, dict):
            hint = f"write a table with {', '.join(self.required or self.keys)}"
            yield Flaw(path, value, f"is {what_it_is(value)}, not a table", hint)
            return
        for key in self.required:
            if key not in value:
                yield Flaw((*path, key), None, "is missing", self._say(key))
        for group, hint in (*self.any_of, *self.one_of):
            if not any(key in value for key in group):
                yield Flaw((*path, group[0]), None, f"is missing, and so {_are(group[1:])}", hint)
        for group, hint in self.one_of:
            there = [key for key in group if key in value]
            if len(there) > 1:
                yield Flaw((*path, there[1]), there[1], f"cannot stand beside {there[0]}", hint)
        for key, item in value.items():
            shape = self.keys.get(key)
            if shape is None:
                yield Flaw((*path, key), key, "is not a known key", nearest(key, self.keys, self.also))
            else:
                yield from shape.flaws(item, (*path, key))

    def _say(self, key: str) -> str:
        doc = self.keys[key].schema().get("description", "")
        return f"add {key}: {doc}" if doc else f"add {key}"

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        found: dict[str, Any] = {
            "type": "object",
            "properties": {key: shape.schema() for key, shape in self.keys.items()},
            "required": list(self.required),
            "additionalProperties": False,
        }
        rules = [
            {name: [{"required": [key]} for key in group]}
            for name, groups in (("anyOf", self.any_of), ("oneOf", self.one_of))
            for group, _ in groups
        ]
        if rules:
            found["allOf"] = rules
        return described(found, self.doc)


def _are(keys: Sequence[str]) -> str:
    """Write keys as the rest of a sentence: ``is ref``, ``are offset and label``.

    Example:
        >>> _are(["ref"]), _are(["a", "b", "c"])
        ('is ref', 'are a, b and c')
    """
    *first, last = keys
    return f"are {', '.join(first)} and {last}" if first else f"is {last}"
