"""Longitudes as people write them: ``139°44'28"E``, ``+139.7411``; exact, as fractions of a degree."""

from __future__ import annotations

import re
from fractions import Fraction

from treatyclock.errors import LongitudeError

_MINUTE, _SECOND = "['\u2019\u2032]", '["\u201d\u2033]'
_DECIMAL = re.compile(r"([+-]?)([0-9]{1,3}(?:\.[0-9]{1,9})?)\s*\N{DEGREE SIGN}?\s*([EW]?)", re.IGNORECASE)
_SEXAGESIMAL = re.compile(
    rf"([0-9]{{1,3}})\s*\N{{DEGREE SIGN}}\s*([0-9]{{1,2}})\s*{_MINUTE}\s*(?:([0-9]{{1,2}})\s*{_SECOND}\s*)?([EW])",
    re.IGNORECASE,
)


def parse_longitude(text: str) -> Fraction:
    """Read a longitude into degrees east of Greenwich.

    Args:
        text: Degrees with a sign, east being plus (``+139.7411``, ``-43.2``), or with E or W behind
            (``139.7411 E``, ``139°44'E``, ``139°44'28"E``).

    Raises:
        LongitudeError: If it has no such form, or lies beyond 180 degrees.

    Example:
        >>> parse_longitude("139°44'E")
        Fraction(2096, 15)
        >>> parse_longitude("0.5 W")
        Fraction(-1, 2)
    """
    text = text.strip()
    if match := _SEXAGESIMAL.fullmatch(text):
        minutes, seconds = int(match[2]), int(match[3] or 0)
        if minutes > 59 or seconds > 59:
            raise LongitudeError(text, "minutes and seconds of arc run to 59")
        east = int(match[1]) + Fraction(minutes, 60) + Fraction(seconds, 3600)
        return _inside(text, -east if match[4] in "Ww" else east)
    match = _DECIMAL.fullmatch(text)
    # A sign and a letter would say the same thing twice, or two things.
    if match is None or bool(match[1]) == bool(match[3]):
        raise LongitudeError(text, "its form is not known")
    east = Fraction(match[2])
    return _inside(text, -east if match[1] == "-" or match[3] in ("W", "w") else east)


def longitude_text(east: Fraction) -> str:
    """Write a longitude so that it can be read again: in degrees, minutes and seconds if it has whole seconds.

    Example:
        >>> longitude_text(parse_longitude("+139.7333")), longitude_text(parse_longitude("-2.5"))
        ('+139.7333', "2°30'W")
    """
    arc = abs(east) * 3600
    if arc.denominator != 1:
        return f"{float(east):+.9f}".rstrip("0")
    degrees, rest = divmod(int(arc), 3600)
    seconds = f'{rest % 60:02}"' if rest % 60 else ""
    return f"{degrees}\N{DEGREE SIGN}{rest // 60:02}'{seconds}{'W' if east < 0 else 'E'}"


def _inside(text: str, east: Fraction) -> Fraction:
    if abs(east) > 180:
        raise LongitudeError(text, "it lies beyond 180 degrees")
    return east
