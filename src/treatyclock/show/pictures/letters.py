"""How wide a text is about to be, so that two never overlap: by generous widths, whatever the font is."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, east_asian_width

_NARROW = frozenset("iljtfrI.,:;'|!()[] ")
_WIDE = frozenset("mwMW@%&—")


def width_of(text: str, size: float) -> float:
    """Return the width of a text in letters of a size; generous, since fonts differ.

    Example:
        >>> width_of("1945", 10) < width_of("1945-08-09", 10)
        True
        >>> width_of("東京", 10)
        20.0
    """
    return size * sum(_ems(letter) for letter in text)


def _ems(letter: str) -> float:
    if combining(letter):
        return 0.0
    if east_asian_width(letter) in "WF":
        return 1.0
    return 0.36 if letter in _NARROW else 0.92 if letter in _WIDE else 0.72 if letter.isupper() else 0.6


def shortened(text: str, size: float, room: float) -> str:
    """Return a text cut so that it fits, with an ellipsis where it was cut.

    Example:
        >>> shortened("Union of Soviet Socialist Republics", 10, 60)
        'Union of S…'
    """
    if width_of(text, size) <= room:
        return text
    while text and width_of(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def rows_of(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Return a row for each label, from 0, so that no two in a row overlap; each takes the first row with room.

    Args:
        spans: Where each label begins and ends, in the order in which they take their rows. In a row they go from left
            to right.
        gap: How much room there must be between two.

    Example:
        >>> rows_of([(0, 50), (40, 90), (95, 120)], gap=4)
        [0, 1, 0]
    """
    free: list[float] = []
    found = []
    for start, end in spans:
        row = next((number for number, reached in enumerate(free) if reached + gap <= start), len(free))
        if row == len(free):
            free.append(end)
        free[row] = end
        found.append(row)
    return found
