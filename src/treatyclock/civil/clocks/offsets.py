"""Offsets from UTC as they are written."""

from __future__ import annotations

import re
from datetime import timedelta

from treatyclock.errors import UnknownZoneError

_OFFSET = re.compile(r"([+-])([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2}))?)?")


def is_offset(text: str) -> bool:
    """Tell whether a text has the form of an offset.

    Example:
        >>> is_offset("+09:00"), is_offset("Asia/Tokyo")
        (True, False)
    """
    return _OFFSET.fullmatch(text) is not None


def parse_offset(text: str) -> timedelta:
    """Read ``+09:00``, ``-0330``, ``+02:31:19``, ``+09``.

    Raises:
        UnknownZoneError: If it is not an offset of less than a day.
    """
    match = _OFFSET.fullmatch(text)
    if match is None or int(match[2]) > 23 or int(match[3] or 0) > 59 or int(match[4] or 0) > 59:
        raise UnknownZoneError(text, ["+09:00"], ": an offset is a sign, hours to 23, minutes and seconds to 59")
    size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0), seconds=int(match[4] or 0))
    return -size if match[1] == "-" else size


def offset_text(offset: timedelta) -> str:
    """Write an offset as ``+09:00``, with seconds if it has any.

    Example:
        >>> offset_text(timedelta(hours=-3, minutes=-30))
        '-03:30'
    """
    seconds = offset.days * 86_400 + offset.seconds
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    text = f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}"
    return text + (f":{seconds % 60:02}" if seconds % 60 else "")
