"""Kinds of value in a treaty file: each checks itself, explains itself, and knows its JSON Schema.

The loader and the schema for editors are made from the same kinds, so they cannot drift apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Protocol

from treatyclock.errors import nearest

Path = tuple[str | int, ...]
Found = tuple[Path, object, str, str]
"""A fault in the making: path, value (None where it is missing), problem, hint."""


class Kind(Protocol):
    """What a value must be."""

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield everything wrong with a value."""
        ...

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the kind."""
        ...


MOST_NESTED = 40
"""Tables and lists within one another; what is deeper could use up the stack of whatever walks through it."""


def too_deep(value: Any) -> bool:
    """Tell whether a value is nested deeper than is read, be it without end.

    Example:
        >>> too_deep({"a": [{"b": 1}]})
        False
    """
    layer = [value]
    for _ in range(MOST_NESTED + 1):
        inner = (item for each in layer for item in (each.values() if isinstance(each, Mapping) else each))
        layer = list({id(item): item for item in inner if isinstance(item, Mapping | list | tuple)}.values())
        if not layer:
            return False
    return True


def plain_values(value: Any) -> Any:
    """Reduce what TOML can hold to what JSON can.

    A date or date-time becomes the text that would have been quoted, and a fraction that is a
    whole number becomes one, as a JSON Schema takes it.
    """
    if isinstance(value, dict):
        return {key: plain_values(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_values(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    # Python refuses to print a number of thousands of digits, so it would break every message.
    return "a number too large" if isinstance(value, int) and value.bit_length() > 64 else value


def _named(value: object) -> str:
    names: dict[type, str] = {
        bool: "true or false", int: "a number", float: "a fraction", str: "text", dict: "a table", list: "a list",
        time: "a time of day",
    }  # fmt: skip
    return names.get(type(value), type(value).__name__)


# No control characters but tab and line end, and none that turn the direction of writing.
_CLEAN = r"[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of some form.

    Attributes:
        pattern: A regular expression for the whole of it.
        hint: What a right one looks like.
        doc: What it means.
        example: A right one.
    """

    pattern: str = _CLEAN
    hint: str = "write plain text without control characters"
    doc: str = ""
    example: str = "..."

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong."""
        if not isinstance(value, str):
            yield path, value, f"is {_named(value)}, not text", self.hint
        elif not re.fullmatch(self.pattern, value):
            yield path, value, "is empty" if not value else "is not of the right form", self.hint

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return _described({"type": "string", "pattern": _whole(self.pattern)}, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One of some fixed values."""

    values: tuple[str | int, ...]
    doc: str = ""

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong."""
        # True == 1 in Python, so the type is compared too.
        if not any(type(value) is type(each) and value == each for each in self.values):
            names = [str(each) for each in self.values]
            yield path, value, "is none of the values known here", nearest(value, names)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return _described({"enum": list(self.values)}, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A whole number in a range."""

    least: int
    most: int
    doc: str = ""

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong."""
        if type(value) is not int or not self.least <= value <= self.most:
            yield path, value, "is no such number", f"write a whole number from {self.least} to {self.most}"

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return _described({"type": "integer", "minimum": self.least, "maximum": self.most}, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A positive number, whole or not."""

    doc: str = ""

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong."""
        # A float that is no number, or infinite, is neither above nor below.
        if type(value) not in (int, float) or not 0 < value < 10**15:  # type: ignore[operator]
            yield path, value, "is no such number", "write a number above 0, without quotes"

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return _described({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 10**15}, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """True or false."""

    doc: str = ""
    example: bool = True

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong."""
        if not isinstance(value, bool):
            yield path, value, f"is {_named(value)}", "write true or false, without quotes"

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return _described({"type": "boolean"}, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf:
    """Any of several kinds; the first says what is wrong."""

    kinds: tuple[Kind, ...]
    doc: str = ""

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong by the kind that comes nearest."""
        results = [list(kind.faults(value, path)) for kind in self.kinds]
        if all(results):
            same = [r for kind, r in zip(self.kinds, results, strict=True) if _takes(kind, value)]
            yield from (same or results)[0]

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return _described({"anyOf": [kind.schema() for kind in self.kinds]}, self.doc)


def _takes(kind: Kind, value: object) -> bool:
    wanted = list if isinstance(kind, Several) else dict if isinstance(kind, Table | Named) else str
    return isinstance(value, wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """A list of one kind."""

    kind: Kind
    doc: str = ""
    least: int = 1
    most: int = 50
    hint: str = "put it in [ ]"

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong with the list and with each of its items."""
        if not isinstance(value, list):
            yield path, value, f"is {_named(value)}, not a list", self.hint
            return
        if len(value) > self.most:
            yield path, f"{len(value)}", "has too many entries", f"no more than {self.most} are read"
            return
        if len(value) < self.least:
            yield path, value, "is empty", "leave the key out, or put something in"
        for number, item in enumerate(value):
            yield from self.kind.faults(item, (*path, number))

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        found = {"type": "array", "items": self.kind.schema(), "minItems": self.least, "maxItems": self.most}
        return _described(found, self.doc)


def one_or_several(kind: Kind, doc: str = "") -> AnyOf:
    """Return the kind that is one of something or a list of it."""
    return AnyOf(kinds=(kind, Several(kind=kind)), doc=doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A table whose keys the file chooses."""

    kind: Kind
    key: str
    key_hint: str
    key_example: str
    least: int = 0
    most: int | None = None
    count_hint: str = ""
    doc: str = ""

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong with the table, its keys and its values."""
        if not isinstance(value, dict):
            yield path, value, f"is {_named(value)}, not a table", self.key_hint
            return
        if len(value) < self.least or (self.most is not None and len(value) > self.most):
            yield path, f"{len(value)}", "has the wrong number of entries", self.count_hint
        for key, item in value.items():
            if not re.fullmatch(self.key, key):
                yield (*path, key), key, "is no name for an entry here", self.key_hint
            yield from self.kind.faults(item, (*path, key))

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        found: dict[str, Any] = {
            "type": "object",
            "propertyNames": {"pattern": _whole(self.key)},
            "additionalProperties": self.kind.schema(),
            "minProperties": self.least,
        }
        if self.most is not None:
            found["maxProperties"] = self.most
        return _described(found, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of known keys.

    Attributes:
        keys: The kinds by key.
        required: Keys that must be there.
        any_of: Groups of keys of which at least one must be there, with a hint for each.
        one_of: Groups of which exactly one must be there.
        doc: What the table is.
    """

    keys: Mapping[str, Kind]
    required: tuple[str, ...] = ()
    any_of: tuple[tuple[tuple[str, ...], str], ...] = ()
    one_of: tuple[tuple[tuple[str, ...], str], ...] = ()
    doc: str = ""

    def faults(self, value: object, path: Path) -> Iterator[Found]:
        """Yield what is wrong with the table, and with each of its keys."""
        if not isinstance(value, dict):
            yield (
                path,
                value,
                f"is {_named(value)}, not a table",
                f"write a table with {', '.join(self.required or self.keys)}",
            )
            return
        for key in self.required:
            if key not in value:
                yield (*path, key), None, "is missing", self._say(key)
        for group, hint in self.any_of:
            if not any(key in value for key in group):
                yield (*path, group[0]), None, f"is missing, or else {' or '.join(group[1:])}", hint
        for group, hint in self.one_of:
            there = [key for key in group if key in value]
            if not there:
                yield (*path, group[0]), None, f"is missing, or else {' or '.join(group[1:])}", hint
            elif len(there) > 1:
                yield (*path, there[1]), there[1], f"stands beside {there[0]}", hint
        for key, item in value.items():
            kind = self.keys.get(key)
            if kind is None:
                yield (*path, key), key, "is no key known here", nearest(key, self.keys)
            else:
                yield from kind.faults(item, (*path, key))

    def _say(self, key: str) -> str:
        doc = self.keys[key].schema().get("description", "")
        return f"add {key}: {doc}" if doc else f"add {key}"

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        found: dict[str, Any] = {
            "type": "object",
            "properties": {key: kind.schema() for key, kind in self.keys.items()},
            "required": list(self.required),
            "additionalProperties": False,
        }
        groups: list[tuple[str, Callable[[str], dict[str, Any]], tuple[tuple[tuple[str, ...], str], ...]]] = [
            ("anyOf", _requires, self.any_of),
            ("oneOf", _requires, self.one_of),
        ]
        rules = [{name: [make(key) for key in group]} for name, make, of in groups for group, _ in of]
        if rules:
            found["allOf"] = rules
        return _described(found, self.doc)


def _requires(key: str) -> dict[str, Any]:
    return {"required": [key]}


def _whole(pattern: str) -> str:
    # In some dialects, Python's among them, $ also matches before a last line end.
    return f"^(?:{pattern})$(?!\\n)"


def _described(found: dict[str, Any], doc: str) -> dict[str, Any]:
    return {"description": doc, **found} if doc else found
