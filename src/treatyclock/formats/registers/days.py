"""Days as registers write them: in one cell or in three, and what a cell has where there is no day.

What a placeholder stands for is never guessed. The well-known ones are refused until a table says what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from math import isnan
from typing import Any, TypeVar

from treatyclock.civil.moments.read import moment
from treatyclock.errors import TreatyclockError, UnknownChoiceError, expect

NOT_KNOWN = "not known"
_E = TypeVar("_E", bound=Enum)
_NOTORIOUS = frozenset({"0001", "0002", "2099", "9999"})
_HINT = "say what it stands for: placeholders={'%s': 'open'}, or 'not known' or 'a day'"
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?\d+(\.0+)?")


class PlaceholderMeaning(Enum):
    """What a placeholder stands for."""

    OPEN = "open"
    """It has not come: nothing was done, or it goes on."""
    UNKNOWN = "not known"
    """It has come, and the register does not know when."""
    DAY = "a day"
    """It is no placeholder: it is meant."""


class DayOrder(Enum):
    """How a register writes a day."""

    YEAR_FIRST = "year-month-day"
    DAY_FIRST = "day/month/year"
    MONTH_FIRST = "month/day/year"


class UnreadableDayError(ValueError):
    """Raised by :class:`DayCells` for a cell, and caught by the reader, which knows the row and the column.

    Args:
        value: What the cell has.
        problem: What is wrong.
        hint: What would mend it.
    """

    def __init__(self, value: str, problem: str, hint: str) -> None:
        """Keep what is wrong."""
        super().__init__(problem)
        self.value, self.problem, self.hint = value, problem, hint


def cell_text(value: Any) -> str:
    """Return what a cell says as text: nothing for None, nan and NaT, and whole numbers without a fraction.

    Example:
        >>> cell_text(" 1990-01-01 "), cell_text(float("nan")), cell_text(1902.0), cell_text(date(1990, 1, 1))
        ('1990-01-01', '', '1902', '1990-01-01')
    """
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = " ".join(str(value).split())
    if text in ("NaT", "<NA>"):
        return ""
    if isinstance(value, datetime) and value.time().isoformat() == "00:00:00":
        return value.date().isoformat()  # a spreadsheet has a day as its midnight
    return text


@dataclass(frozen=True, kw_only=True)
class DayCells:
    """How a register writes days.

    Attributes:
        placeholders: What a cell has where there is no day, and what that stands for. In a day of three cells, a
            placeholder may also stand in one of them.
        written: In which order a day of one cell is written.

    Example:
        >>> days = DayCells.of({"9999-12-31": "open", "-9": "not known"}, "year-month-day")
        >>> days.day("9999-12-31"), days.day("1990-01-01"), days.parts(1902, 5, -9), days.parts(1902, 5, 7)
        (None, '1990-01-01', '1902-05', '1902-05-07')
    """

    placeholders: Mapping[str, PlaceholderMeaning] = field(default_factory=dict)
    written: DayOrder = DayOrder.YEAR_FIRST

    @classmethod
    def of(cls, placeholders: Mapping[Any, PlaceholderMeaning | str], written: DayOrder | str) -> DayCells:
        """Make it of words.

        Raises:
            UnknownChoiceError: If a word is none of these.
            WrongTypeError: If the placeholders are no table.
        """
        expect(placeholders, Mapping, "placeholders", "what stands for no day: placeholders={'9999-12-31': 'open'}")
        order = _choice("written", DayOrder, written)
        return cls(
            placeholders={
                cell_text(key): _choice("placeholders", PlaceholderMeaning, word) for key, word in placeholders.items()
            },
            written=order,
        )

    def day(self, value: Any) -> str | None:
        """Return the day of a cell as a treaty file writes it; None where nothing has come.

        Raises:
            UnreadableDayError: If it is no day.
        """
        text = cell_text(value)
        stands = self.placeholders.get(text)
        if not text or stands is PlaceholderMeaning.OPEN:
            return None
        if stands is PlaceholderMeaning.UNKNOWN or text == NOT_KNOWN:
            return NOT_KNOWN
        plain = self._year_first(text)
        if stands is None and ((_NUMBER.fullmatch(text) and len(text) < 4) or plain[:4] in _NOTORIOUS):
            raise UnreadableDayError(text, "looks like a placeholder", _HINT % text)
        problem = _problem(plain)
        if problem:
            hint = "write the day as 1990-12-31, or name what it stands for in `placeholders`"
            raise UnreadableDayError(text, problem, hint)
        return plain

    def parts(self, year: Any, month: Any, day: Any) -> str | None:
        """Return the day of three cells: a month or a year where the rest is not known; None where nothing has come.

        Raises:
            UnreadableDayError: If they are no day.
        """
        texts = [cell_text(each) for each in (year, month, day)]
        stands = [
            self.placeholders.get(text, PlaceholderMeaning.UNKNOWN if not text else PlaceholderMeaning.DAY)
            for text in texts
        ]
        shown = "-".join(texts)
        if stands[0] is PlaceholderMeaning.OPEN or not any(texts):
            return None
        if stands[0] is PlaceholderMeaning.UNKNOWN:
            return NOT_KNOWN
        known = [
            _number(text, shown) for text, each in zip(texts, stands, strict=True) if each is PlaceholderMeaning.DAY
        ]
        if stands[1] is not PlaceholderMeaning.DAY and stands[2] is PlaceholderMeaning.DAY:
            raise UnreadableDayError(shown, "has a day without a month", "give the month, or leave the day out")
        plain = "-".join(f"{number:0{width}}" for number, width in zip(known, (4, 2, 2), strict=False))
        problem = _problem(plain)
        if problem:
            hint = "check year, month and day, or name what a number stands for in `placeholders`"
            raise UnreadableDayError(shown, problem, hint)
        return plain

    def _year_first(self, text: str) -> str:
        found = _SLASHED.fullmatch(text)
        if self.written is DayOrder.YEAR_FIRST or found is None:
            return text
        one, other, year = found.groups()
        day, month = (one, other) if self.written is DayOrder.DAY_FIRST else (other, one)
        return f"{year}-{month:0>2}-{day:0>2}"


@lru_cache(maxsize=4096)
def _problem(plain: str) -> str:
    """Return why a text is no day; nothing if it is one, which may be imprecise. Registers repeat the same days."""
    if _WHOLE.fullmatch(plain):
        with suppress(ValueError):  # what is wrong with it is told below
            date.fromisoformat(plain)
            return ""
    try:
        moment(plain)
    except TreatyclockError as error:
        return str(error).splitlines()[0]
    return ""


def _number(text: str, shown: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise UnreadableDayError(shown, f"has `{text}`, which is no number", "write year, month and day as numbers")
    number = int(float(text))
    if number <= 0 or f"{number:04}" in _NOTORIOUS - {"0001", "0002"}:
        raise UnreadableDayError(shown, f"has `{text}`, which looks like a placeholder", _HINT % text)
    return number


def _choice(what: str, kind: type[_E], word: _E | str) -> _E:
    if isinstance(word, kind):
        return word
    known = {str(each.value): each for each in kind}
    if word not in known:
        raise UnknownChoiceError(what, word, list(known))
    return known[str(word)]
