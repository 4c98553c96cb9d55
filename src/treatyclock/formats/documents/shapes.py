"""Shapes of single values: a text, a choice, a number, true or false.

A shape checks a value, says what is wrong with it, and knows its JSON Schema. The loader and the schema for editors
are made from the same shapes, so they cannot drift apart. Lists and tables have their shapes in
:mod:`treatyclock.formats.documents.containers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from typing import Any, Protocol

from treatyclock.errors import nearest
from treatyclock.formats.documents.flaws import Flaw, KeyPath


class Shape(Protocol):
    """What a value must be."""

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield everything that is wrong with a value."""
        ...

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema of the shape."""
        ...


# No control characters but tab and line end, and none that turn the direction of writing.
_CLEAN = r"[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShape:
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

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong."""
        if not isinstance(value, str):
            yield Flaw(path, value, f"is {what_it_is(value)}, not text", self.hint)
        elif not re.fullmatch(self.pattern, value):
            yield Flaw(path, value, "is empty" if not value else "is not of the right form", self.hint)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return described({"type": "string", "pattern": whole(self.pattern)}, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceShape:
    """One of some fixed values.

    Attributes:
        values: The values.
        doc: What it is.
        also: Other names that people use, each with the values that it may mean.
    """

    values: tuple[str | int, ...]
    doc: str = ""
    also: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong."""
        # True == 1 in Python, so the type is compared too.
        if not any(type(value) is type(each) and value == each for each in self.values):
            names = [str(each) for each in self.values]
            # The text "1" looks like the number 1 in a message.
            mistaken = isinstance(value, str) and value in [str(each) for each in self.values if type(each) is int]
            hint = f"write {value} without quotes" if mistaken else nearest(value, names, self.also)
            yield Flaw(path, value, "is not one of the allowed values", hint)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return described({"enum": list(self.values)}, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeNumberShape:
    """A whole number in a range."""

    least: int
    most: int
    doc: str = ""

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong."""
        if type(value) is not int or not self.least <= value <= self.most:
            hint = f"write a whole number from {self.least} to {self.most}"
            yield Flaw(path, value, "is not an allowed number", hint)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return described({"type": "integer", "minimum": self.least, "maximum": self.most}, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberShape:
    """A positive number, whole or not."""

    doc: str = ""

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong."""
        # To Python true is a number. TOML has nan and inf, and neither is below the bound.
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 10**15:
            yield Flaw(path, value, "is not an allowed number", "write a number above 0, without quotes")

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return described({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 10**15}, self.doc)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagShape:
    """True or false."""

    doc: str = ""
    example: bool = True

    def flaws(self, value: object, path: KeyPath) -> Iterator[Flaw]:
        """Yield what is wrong."""
        if not isinstance(value, bool):
            hint = "write true or false, without quotes"
            yield Flaw(path, value, f"is {what_it_is(value)}, not true or false", hint)

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema."""
        return described({"type": "boolean"}, self.doc)


def what_it_is(value: object) -> str:
    """Say in a word what a file has at a place.

    Example:
        >>> what_it_is([1])
        'a list'
    """
    names: dict[type, str] = {
        bool: "true or false", int: "a number", float: "a number", str: "text", dict: "a table", list: "a list",
        time: "a time of day",
    }  # fmt: skip
    return names.get(type(value), type(value).__name__)


def whole(pattern: str) -> str:
    """Return the pattern that JSON Schema needs where the whole of a text must match."""
    # In some dialects, Python's among them, $ also matches before a last line end.
    return f"^(?:{pattern})$(?!\\n)"


def described(schema: dict[str, Any], doc: str) -> dict[str, Any]:
    """Return a JSON Schema with its description, if it has one."""
    return {"description": doc, **schema} if doc else schema
