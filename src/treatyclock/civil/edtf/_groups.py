"""Intervals and sets of dates as EDTF writes them, with the days that they may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from typing import TypeAlias

from treatyclock.civil._day_runs import DayRun
from treatyclock.civil.edtf._dates import Date
from treatyclock.civil.edtf.masks import ordinal
from treatyclock.civil.edtf.seasons import Season
from treatyclock.civil.edtf.symbols import AFTER_ALL, BEFORE_ALL, Symbol


class IntervalEnd(Enum):
    """What stands in an interval in place of a date.

    OPEN is written ``..``: the interval has no end (or no start). UNKNOWN is written as nothing: the interval has an
    end that the source does not know. On some later day ``1945/..`` still runs, and ``1945/`` may or may not run.
    """

    OPEN = ".."
    UNKNOWN = ""

    def __str__(self) -> str:
        """Write it as EDTF does."""
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class DateInterval(Symbol):
    """A time from one date to another, both inside. At least one of its two ends is a date.

    Its range runs from the first day on which it may start to the last day on which it may end. An end that is open
    or unknown has no bound in the range; ``start`` and ``end`` tell which of the two it is.

    Example:
        >>> from treatyclock.civil.edtf import parse_edtf
        >>> runs_on, ended = parse_edtf("1945-08/.."), parse_edtf("1945-08/")
        >>> runs_on.end, ended.end, runs_on.ranges() == ended.ranges()
        (<IntervalEnd.OPEN: '..'>, <IntervalEnd.UNKNOWN: ''>, True)
    """

    start: Date | Season | IntervalEnd
    end: Date | Season | IntervalEnd

    @property
    def dates(self) -> tuple[Date | Season, ...]:
        """The dates written at its ends."""
        return tuple(each for each in (self.start, self.end) if not isinstance(each, IntervalEnd))

    def _runs(self) -> Iterator[DayRun]:
        first = BEFORE_ALL if isinstance(self.start, IntervalEnd) else ordinal(self.start.first_day())
        last = AFTER_ALL if isinstance(self.end, IntervalEnd) else ordinal(self.end.last_day())
        yield first, last

    def __str__(self) -> str:
        """Write it as it was read."""
        return f"{self.start}/{self.end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Between(Symbol):
    """Consecutive dates in a set: ``1670..1672``, ``..1984`` (that or earlier), ``1760-12..`` (that or later).

    Attributes:
        first: None if it is open.
        last: None if it is open; at least one of the two is a date.

    Example:
        >>> from treatyclock.civil.edtf import parse_edtf
        >>> parse_edtf("[..1984]").members[0].last.year.text
        '1984'
    """

    first: Date | Season | None
    last: Date | Season | None

    @property
    def dates(self) -> tuple[Date | Season, ...]:
        """The dates written at its ends."""
        return tuple(each for each in (self.first, self.last) if each is not None)

    def _runs(self) -> Iterator[DayRun]:
        first = BEFORE_ALL if self.first is None else ordinal(self.first.first_day())
        last = AFTER_ALL if self.last is None else ordinal(self.last.last_day())
        yield first, last

    def __str__(self) -> str:
        """Write it as it was read."""
        return f"{self.first or ''}..{self.last or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _SetOfDates(Symbol):
    members: tuple[Date | Season | Between, ...]

    @property
    def dates(self) -> tuple[Date | Season, ...]:
        """The dates written in it, in the order of the text."""
        return tuple(chain.from_iterable(each.dates for each in self.members))

    def _runs(self) -> Iterator[DayRun]:
        return chain.from_iterable(each._runs() for each in self.members)


@dataclass(frozen=True, slots=True, kw_only=True)
class OneMember(_SetOfDates):
    """One of several dates; nobody knows which. Its ranges are the days on which it may lie.

    Example:
        >>> from treatyclock.civil.edtf import parse_edtf
        >>> [str(first) for first, last in parse_edtf("[1945-05-08,1945-05-09,1945-06]").ranges()]
        ['1945-05-08', '1945-06-01']
    """

    def __str__(self) -> str:
        """Write it as it was read."""
        return f"[{','.join(str(each) for each in self.members)}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllMembers(_SetOfDates):
    """Several dates, all of them meant. Its ranges are the days that belong to them together.

    Example:
        >>> from treatyclock.civil.edtf import parse_edtf
        >>> len(parse_edtf("{1667,1668,1670..1672}").ranges())
        2
    """

    def __str__(self) -> str:
        """Write it as it was read."""
        return f"{{{','.join(str(each) for each in self.members)}}}"


Edtf: TypeAlias = Date | Season | DateInterval | OneMember | AllMembers
