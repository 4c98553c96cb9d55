"""The time of day behind the ``T`` of an EDTF text: whole seconds, then ``Z``, an offset or nothing."""

from __future__ import annotations

from treatyclock.errors import EdtfError

_DIGITS = frozenset("0123456789")
_PARTS = "a time has hours, minutes and seconds, two digits each, with `:` between them"
_FORMS = "write hours, minutes and seconds as T23:20:30, and behind them nothing, Z, +09 or +09:00"


def read_time(text: str, start: int) -> str:
    """Read the time from ``start`` to the end of a text; ``24:00:00`` ends a day.

    Raises:
        EdtfError: If it is not a time.

    Example:
        >>> read_time("1945-08-09T00:10:00+09:00", 11)
        '00:10:00+09:00'
    """
    hours, minutes, seconds = (_number(text, start + i, ":" if i < 6 else "") for i in (0, 3, 6))
    if hours == 24 and (minutes or seconds):
        raise EdtfError(text, start, text[start : start + 8], "the last time of a day is 24:00:00", _FORMS)
    for at, number, most in ((start, hours, 24), (start + 3, minutes, 59), (start + 6, seconds, 59)):
        _at_most(text, at, number, most)
    _offset(text, start + 8)
    return text[start:]


def _offset(text: str, start: int) -> None:
    rest = text[start:]
    if rest in ("", "Z"):
        return
    if rest[0] not in ("+", "-"):
        problem = "EDTF has no parts of a second" if rest[0] in (".", ",") else "only `Z` or an offset can follow"
        raise EdtfError(text, start, "", problem, _FORMS)
    if rest in ("-00", "-00:00"):
        raise EdtfError(text, start, rest, "an offset of zero has the sign plus", "write +00:00 or Z")
    _at_most(text, start + 1, _number(text, start + 1, ""), 23)
    if len(rest) == 3:
        return
    if rest[3] != ":":
        raise EdtfError(text, start + 3, "", "`:` stands between hours and minutes", _FORMS)
    _at_most(text, start + 4, _number(text, start + 4, ""), 59)
    if len(rest) > 6:
        raise EdtfError(text, start + 6, rest[6:], "an offset has only hours and minutes", _FORMS)


def _number(text: str, at: int, then: str) -> int:
    for i in (at, at + 1):
        if text[i : i + 1] not in _DIGITS:
            raise EdtfError(text, i, "", _PARTS, _FORMS)
    if then and text[at + 2 : at + 3] != then:
        raise EdtfError(text, at + 2, "", _PARTS, _FORMS)
    return int(text[at : at + 2])


def _at_most(text: str, at: int, number: int, most: int) -> None:
    if number > most:
        raise EdtfError(text, at, text[at : at + 2], f"it cannot be more than {most}", _FORMS)
