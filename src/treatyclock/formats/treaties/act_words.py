"""An act as a command line writes it: words of the form key=value, with the keys of an ``[[act]]``."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from typing import Any

from treatyclock.errors import BadOptionError
from treatyclock.formats.documents.containers import AnyShape, ListShape
from treatyclock.formats.documents.shapes import ChoiceShape, FlagShape, WholeNumberShape
from treatyclock.formats.treaties._acts import act_ids
from treatyclock.formats.treaties.grammar import ACT

NO_SOURCE = "as supposed"
"""Where an act stands that stands nowhere."""

_MOST_DIGITS = 9
"""More than any number has that the grammar allows."""

_FORM = "write words such as kind=denunciation by=SUN on=1945-04-27; several parties as by=SUN,JPN"


def act_table(text: str, taken: Iterable[str]) -> dict[str, Any]:
    """Return the table of an act; its id and where it stands may be left out.

    Args:
        text: The words.
        taken: Ids that other acts have.

    Raises:
        BadOptionError: If these are no words of that form.

    Example:
        >>> act_table("kind=denunciation by=SUN,JPN on=1945-04-27", [])["by"]
        ['SUN', 'JPN']
    """
    table: dict[str, Any] = {}
    for key, value in _words(text):
        if key in table:
            raise BadOptionError("--with", text, f"says {key} twice", "leave out one of the two")
        table[key] = _value(key, value)
    if not {"ref", "source"} & set(table):
        table["ref"] = NO_SOURCE
    if {"kind", "by"} <= set(table) and "id" not in table:
        table["id"] = _free_id(next(act_ids({"act": [table]})), set(taken))
    return table


def _words(text: str) -> Iterator[tuple[str, str]]:
    try:
        words = shlex.split(text)
    except ValueError:
        raise BadOptionError("--with", text, "a quotation mark has no other that closes it", _FORM) from None
    for word in words:
        key, _, value = word.partition("=")
        if not (key and value):
            hint = f"{_FORM}; a value of several words in quotation marks: kind='end of a conflict'"
            raise BadOptionError("--with", text, f"`{word}` is no key with its value", hint)
        yield key, value
    if not words:
        raise BadOptionError("--with", text, "says of no act what it is", _FORM)


def _value(key: str, text: str) -> str | bool | int | list[str]:
    """Read a value as the grammar of treaty files has it: a list where commas may join several, true or false."""
    shape = ACT.keys.get(key)
    if isinstance(shape, WholeNumberShape) and text.isdecimal() and len(text) <= _MOST_DIGITS:
        return int(text)
    if isinstance(shape, FlagShape) and text in ("true", "false"):
        return text == "true"
    several = isinstance(shape, AnyShape) and any(isinstance(each, ListShape) for each in shape.shapes)
    return [each.strip() for each in text.split(",")] if several and "," in text else text


def _free_id(id: str, taken: set[str]) -> str:
    """Return an id that no other act has, made from one that another may have."""
    number = 2
    found = id
    while found in taken:
        found, number = f"{id}-{number}", number + 1
    return found


def choices_of(key: str) -> tuple[str, ...]:
    """Return what the key of an act may be; its keys where there is no such key, nothing where that is no choice.

    Example:
        >>> choices_of("outcome")
        ('indefinite', 'ends')
    """
    shape = ACT.keys.get(key)
    if shape is None:
        return tuple(ACT.keys)
    return tuple(map(str, shape.values)) if isinstance(shape, ChoiceShape) else ()
