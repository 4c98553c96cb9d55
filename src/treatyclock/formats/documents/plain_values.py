"""What a parsed document holds, reduced to what JSON can hold and to a depth that is safe to walk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

MOST_NESTED = 40
"""Levels of tables and lists that are read; more could use up the stack of whatever walks through them."""


def too_deep(value: Any) -> bool:
    """Tell whether a value is nested too deeply to be read; a value that contains itself is too.

    Example:
        >>> too_deep({"a": [{"b": 1}]})
        False
    """
    # Level by level and each value once, so that neither a circle nor shared values make it long.
    layer = [value]
    for _ in range(MOST_NESTED + 1):
        inner = (item for each in layer for item in (each.values() if isinstance(each, Mapping) else each))
        layer = list({id(item): item for item in inner if isinstance(item, Mapping | list | tuple)}.values())
        if not layer:
            return False
    return True


def plain_values(value: Any) -> Any:
    """Reduce what TOML can hold to what JSON can.

    A date or date-time becomes the text that would have been quoted. A decimal number that is whole
    becomes a whole number, as a JSON Schema takes it.

    Example:
        >>> from datetime import date
        >>> plain_values({"on": date(1941, 4, 13), "number": 2.0})
        {'on': '1941-04-13', 'number': 2}
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
