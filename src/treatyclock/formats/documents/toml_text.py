"""Tables as TOML, laid out as people write them: values under one another, a table inside a line where it is short."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from treatyclock.formats.documents.containers import ListShape, MapShape, TableShape
from treatyclock.formats.documents.shapes import Shape

_WIDTH = 110
_FEW_DOTS = 40
"""Dots in a row of a text; the reader takes a line of 100 at most, and other values may stand on the same line."""

_UP_TO_DOTS = re.compile(rf"(?:[^.]*\.){{1,{_FEW_DOTS}}}\s*|[^.]+")
_INDENT = "  "


def toml_text(tables: Mapping[str, Any], grammar: TableShape, *, inline: frozenset[str] = frozenset()) -> str:
    """Write tables as TOML.

    Args:
        tables: The tables, in the order in which they are to stand.
        grammar: What the document may hold: what it calls a table has a header of its own; anything else is a value.
        inline: Keys of tables that are written as values all the same.

    Example:
        >>> from treatyclock.formats.documents.shapes import TextShape
        >>> inner = TableShape(keys={"c": TextShape()})
        >>> print(toml_text({"id": "a", "b": {"c": "d"}}, TableShape(keys={"id": TextShape(), "b": inner})))
        id = "a"
        <BLANKLINE>
        [b]
        c = "d"
        <BLANKLINE>
    """
    lines = list(_table(tables, grammar, "", "", inline))
    return "\n".join(lines[1:] if lines[0] == "" else lines) + "\n"


def _table(table: Mapping[str, Any], shape: Shape, name: str, indent: str, inline: frozenset[str]) -> Iterator[str]:
    """Yield the lines of a table without its header: its values, then the tables within it."""
    below = {key: each for key in table if key not in inline and _has_header(each := _shape_of(shape, key))}
    values = [key for key in table if key not in below]
    width = max(map(len, values), default=0)
    for key in values:
        yield f"{indent}{key:<{width}} = {value_text(table[key], indent, len(indent) + width + 3)}"
    for key, each in below.items():
        inner = f"{name}.{key}" if name else key
        if isinstance(each, ListShape) and isinstance(table[key], Mapping):  # one, which needs no list
            yield from _headed(table[key], each.shape, inner, indent + _INDENT if name and values else indent, inline)
        elif isinstance(each, ListShape):
            for item in table[key]:
                yield from ("", f"{indent}[[{inner}]]")
                yield from _table(item, each.shape, inner, indent, inline)
        else:
            yield from _headed(table[key], each, inner, indent + _INDENT if name and values else indent, inline)


def _headed(table: Mapping[str, Any], shape: Shape, name: str, indent: str, inline: frozenset[str]) -> Iterator[str]:
    """Yield a table with its header; one that holds tables alone needs none."""
    if any(not _has_header(_shape_of(shape, key)) for key in table):
        yield from (*([""] if not indent else []), f"{indent}[{name}]")
    yield from _table(table, shape, name, indent, inline)


def _shape_of(shape: Shape, key: str) -> Shape:
    if isinstance(shape, TableShape):
        return shape.keys[key]
    assert isinstance(shape, MapShape)
    return shape.shape


def _has_header(shape: Shape) -> bool:
    inner = shape.shape if isinstance(shape, ListShape) else shape
    return isinstance(inner, TableShape | MapShape)


def value_text(value: Any, indent: str = "", column: int = 0) -> str:
    """Write a value.

    Args:
        value: A text, a number, true or false, a list, or a table of these.
        indent: What stands before the lines of the table.
        column: Where the value begins on its line; a list that would end beyond the margin is broken.

    Example:
        >>> print(value_text({"on": "1941-04-25", "by": ["SUN", "JPN"], "counts": False}))
        { on = "1941-04-25", by = ["SUN", "JPN"], counts = false }
    """
    if isinstance(value, Mapping):
        pairs = (f"{key} = {value_text(item, indent, column)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list):
        return _list(value, indent, column)
    if isinstance(value, str):
        return _text(value)
    return repr(value).lower() if isinstance(value, bool) else repr(value)


def _list(values: list[Any], indent: str, column: int) -> str:
    inner = indent + _INDENT
    items = [value_text(each, inner, len(inner)) for each in values]
    line = f"[{', '.join(items)}]"
    if column + len(line) <= _WIDTH:
        return line
    rows = [inner]
    for item in items:
        if len(rows[-1]) > len(inner) and len(rows[-1]) + len(item) + 2 > _WIDTH:
            rows.append(inner)
        rows[-1] += f"{' ' if len(rows[-1]) > len(inner) else ''}{item},"
    return "\n".join(["[", *rows, f"{indent}]"])


def _text(text: str) -> str:
    """Write a text: on one line, unless it has several or more dots than a line may have."""
    if "\n" not in text and text.count(".") <= _FEW_DOTS:
        return _escaped(text, '"')
    lines = ("\\\n".join(_escaped(part) for part in _UP_TO_DOTS.findall(line)) for line in text.split("\n"))
    return '"""\n' + "\n".join(lines) + '"""'


def _escaped(text: str, quote: str = "") -> str:
    """Write a text with the escapes of JSON, all of which TOML has too."""
    return quote + json.dumps(text, ensure_ascii=False)[1:-1] + quote
