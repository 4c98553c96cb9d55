"""What all values of EDTF share: parts with their qualifiers, and ranges of days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Flag, auto
from itertools import chain
from typing import TypeAlias

from treatyclock.civil._day_runs import DayRun, joined
from treatyclock.civil._months import YearMonthDay

DayBounds: TypeAlias = tuple[date | None, date | None]
"""The first and the last of consecutive days, both inside; None if there is no such bound."""

# Ordinals that stand for no bound. With them, ranges without a bound sort and join like all others.
BEFORE_ALL, AFTER_ALL = 0, date.max.toordinal() + 1


class Qualifier(Flag):
    """How sure a source is of a part of a date. It does not say how far off the part may be.

    Example:
        >>> Qualifier.UNCERTAIN | Qualifier.APPROXIMATE is Qualifier.BOTH
        True
    """

    UNCERTAIN = auto()
    APPROXIMATE = auto()
    BOTH = UNCERTAIN | APPROXIMATE

    @property
    def words(self) -> str:
        """Write it in English; nothing for no qualifier."""
        return " and ".join(str(each.name).lower() for each in self)


_MARKS = {"": Qualifier(0), "?": Qualifier.UNCERTAIN, "~": Qualifier.APPROXIMATE, "%": Qualifier.BOTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePart:
    """A year, month, day or season as written.

    Attributes:
        text: Its digits, with ``X`` for each open digit; a year may have a sign and ``Y``.
        before: ``?``, ``~`` or ``%`` to its left; it qualifies this part alone.
        after: ``?``, ``~`` or ``%`` to its right; it qualifies this part and all parts to its left.
    """

    text: str
    before: str = ""
    after: str = ""

    @property
    def marks(self) -> Qualifier:
        """What the qualifiers beside it say, the one to its left and the one to its right together."""
        return _MARKS[self.before] | _MARKS[self.after]

    def __str__(self) -> str:
        """Write it as it was read."""
        return f"{self.before}{self.text}{self.after}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualified:
    """A part of a date, if its source is not sure of it.

    Example:
        >>> from treatyclock.civil.edtf import parse_edtf
        >>> [str(each) for each in parse_edtf("1945-08~/1945-09-?02").qualifiers]
        ['the year of 1945-08~ is approximate', 'the month of 1945-08~ is approximate', \
'the day of 1945-09-?02 is uncertain']
    """

    of: DatedSymbol
    part: str
    qualifier: Qualifier

    def __str__(self) -> str:
        """Say it in English."""
        return f"the {self.part} of {self.of} is {self.qualifier.words}"


class Symbol:
    """What every value of EDTF can tell."""

    __slots__ = ()

    @property
    def dates(self) -> tuple[DatedSymbol, ...]:
        """The dates written in it, in the order of the text."""
        raise NotImplementedError

    @property
    def qualifiers(self) -> tuple[Qualified, ...]:
        """The parts that are uncertain or approximate, in the order of the text."""
        return tuple(chain.from_iterable(each.qualifiers for each in self.dates))

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know of how it was read: which months a season was taken to be."""
        return tuple(dict.fromkeys(chain.from_iterable(each.notes for each in self.dates)))

    def ranges(self) -> tuple[DayBounds, ...]:
        """Return the days of the proleptic Gregorian calendar on which it may lie, or which an interval covers.

        Qualifiers widen nothing. A mask as wide as ``XXXX-XX-X1`` has hundreds of thousands of ranges.

        Returns:
            Ranges in order that neither overlap nor touch; there is at least one.

        Raises:
            OutOfRangeError: If a date lies outside the years 1 to 9999.

        Example:
            >>> from treatyclock.civil.edtf import parse_edtf
            >>> parse_edtf("1945-08-0X").ranges()
            ((datetime.date(1945, 8, 1), datetime.date(1945, 8, 9)),)
            >>> parse_edtf("[..1945-08-09]").ranges()
            ((None, datetime.date(1945, 8, 9)),)
        """
        return tuple((_bound(first), _bound(last)) for first, last in joined(sorted(self._runs())))

    def _runs(self) -> Iterable[DayRun]:
        raise NotImplementedError


class DatedSymbol(Symbol):
    """What dates and seasons can tell besides."""

    __slots__ = ()

    @property
    def qualifiers(self) -> tuple[Qualified, ...]:
        """The parts that are uncertain or approximate, in the order of the text."""
        # A mark to the right of a part also holds for all parts to its left, so the parts are taken from the right.
        inherited, found = Qualifier(0), []
        for name, part in reversed(self.parts()):
            inherited |= _MARKS[part.after]
            if qualifier := inherited | _MARKS[part.before]:
                found.append(Qualified(of=self.dates[0], part=name, qualifier=qualifier))
        return tuple(reversed(found))

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know of how it was read: which months a season was taken to be."""
        return ()

    def qualifier(self, part: str) -> Qualifier:
        """Return what qualifies the ``"year"``, ``"month"``, ``"day"`` or ``"season"``; it is false if nothing does."""
        return next((each.qualifier for each in self.qualifiers if each.part == part), Qualifier(0))

    def first_day(self) -> YearMonthDay:
        """Return the first day that it may be or include, also if no ``date`` can hold it."""
        raise NotImplementedError

    def last_day(self) -> YearMonthDay:
        """Return the last day that it may be or include, also if no ``date`` can hold it."""
        raise NotImplementedError

    def parts(self) -> tuple[tuple[str, DatePart], ...]:
        """Return the year, the month and so on as written, each with its name."""
        raise NotImplementedError


def _bound(number: int) -> date | None:
    return date.fromordinal(number) if BEFORE_ALL < number < AFTER_ALL else None
