"""From what a source prints to instants: a moment, and how days and wall times become its support."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.clocks.datelines import remarks as dateline_remarks
from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.days import Days
from treatyclock.errors import NaiveTimeError, NoSuchDateError, OutOfRangeError, WallTimeSkippedError, WrongTypeError
from treatyclock.instants import timedelta_microseconds, to_datetime
from treatyclock.intervals import Interval, IntervalSet


class Fold(Enum):
    """Which of the two instants is meant when a clock showed a wall time twice."""

    BOTH = "both"
    EARLIER = "earlier"
    LATER = "later"

    @classmethod
    def of(cls, fold: Fold | str) -> Fold:
        """Find one by its name.

        Raises:
            WrongTypeError: If there is none such.
        """
        for each in cls:
            if fold in (each, each.value):
                return each
        raise WrongTypeError("fold", fold, "'both', 'earlier' or 'later'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What a source says of a time, and the instants that it may mean.

    Attributes:
        text: The symbol as written.
        days: The civil date printed, or the range it may lie in (a month, a year, a season).
        wall: The time of day printed with it, as a naive ``datetime`` (24:00 is the next
            day's 00:00); None for a bare date.
        zones: The clocks it may be on; empty where the source names none.
        support: The instants it may mean, never empty.
        remarks: What else a reader must know of how it was read.
        ranges: The dates it may lie on, where those are not all of ``days``: a mask, a set.
        fold: Which instant is meant where a clock showed ``wall`` twice.

    Example:
        >>> from treatyclock.civil.moments.read import moment
        >>> night = moment("1945-08-09T00:10", zone="Asia/Tokyo")
        >>> str(night.support)
        '[1945-08-08T15:10:00Z, 1945-08-08T15:10:00.000001Z)'
        >>> day = moment("1945-08-09")
        >>> str(day.support)
        '[1945-08-08T10:00:00Z, 1945-08-10T12:00:00Z)'
    """

    text: str
    days: Days
    wall: datetime | None
    zones: tuple[Zone, ...]
    support: IntervalSet
    remarks: tuple[str, ...] = ()
    ranges: tuple[Days, ...] = ()
    fold: Fold = Fold.BOTH

    @property
    def span(self) -> Interval:
        """The hull of the support."""
        parts = self.support.intervals
        return Interval(parts[0].start, parts[-1].end)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know of how the text was read."""
        notes = (note for clock in self.zones for note in clock.notes(self.span))
        found = [*self.remarks, *dict.fromkeys(notes)]
        if not self.zones:
            found.append(f"{self.text} names no zone: it may mean any instant in {self.span}")
        elif len(self.zones) > 1:
            found.append(f"{self.text} may be on the clock of {' or of '.join(clock.key for clock in self.zones)}")
        return tuple(found)

    @property
    def core(self) -> IntervalSet:
        """The instants that it covers however its clock is settled; empty where nothing is certain.

        Support and core are to unknown clocks what they are to fuzzy sets: what it may cover and what it
        covers for certain. Two clocks share a part of their day; all clocks on earth share none of it, but
        of a year all but its first and its last 26 hours. A wall time shown twice is one of two instants.

        Example:
            >>> from treatyclock.civil.moments.read import moment
            >>> print(moment("1945").core)
            [1945-01-01T12:00:00Z, 1945-12-31T10:00:00Z)
            >>> moment("1945-08-09").core
            IntervalSet(intervals=())
        """
        if self.wall is not None:
            return single(self.support)
        if not self.zones:
            certain = ((starts_anywhere(days.first)[1], starts_anywhere(_after(days.last))[0]) for days in self._days)
            return IntervalSet(tuple(Interval(start, end) for start, end in certain if start < end))
        found = self.support
        for clock in self.zones:
            found &= self.on(clock)
        return found

    @property
    def _days(self) -> tuple[Days, ...]:
        return self.ranges or (self.days,)

    def on(self, clock: Zone) -> IntervalSet:
        """Return the instants it may mean if it is on a clock; none if that clock never showed it.

        Example:
            >>> from treatyclock.civil.moments.read import moment
            >>> from treatyclock.civil.clocks.zones import zone
            >>> print(moment("1945-08-09").on(zone("Asia/Tokyo")))
            [1945-08-08T15:00:00Z, 1945-08-09T15:00:00Z)
        """
        if self.wall is not None:
            return points(_meant(clock.instants(self.wall), self.fold))
        return IntervalSet(tuple(_parts(clock, self._days)))

    def legal_days(self, clock: Zone | None) -> Days:
        """Return the date that the law counts from: the one printed.

        An instant given in UTC has no place of its own, so its date is the one on ``clock``.
        """
        if self.wall is not None and clock is not None and [z.key for z in self.zones] == ["UTC"]:
            start = self.span.start
            assert start is not None
            return Days.on(clock.local(start).date())
        return self.days

    def __str__(self) -> str:
        """Write the text with its zones."""
        if self.wall is not None and [clock.key for clock in self.zones] == ["UTC"]:
            return self.text
        if self.wall is not None and all(clock.key in self.text for clock in self.zones):
            return self.text
        return " ".join([self.text, "/".join(clock.key for clock in self.zones)]).strip()


def on_days(text: str, ranges: Sequence[Days], zones: tuple[Zone, ...], remarks: tuple[str, ...] = ()) -> Moment:
    """Make the moment of some unknown instant in ranges of days, which are in order and do not touch.

    Raises:
        NoSuchDateError: If no clock of it had such a day.
        OutOfRangeError: If a day after it cannot be written.
    """
    if ranges[-1].last == date.max:
        raise OutOfRangeError(f"the end of {text}")
    found: list[Interval] = []
    meant, notes = [], list(remarks)
    for clock in zones:
        parts = list(_parts(clock, ranges))
        found += parts
        if parts:
            meant.append(clock)
            notes += dateline_remarks(text, clock, ranges)
        else:
            notes.append(f"the clock of {clock.key} skipped {text}, so that clock is not meant")
    if not zones:
        bounds = ((starts_anywhere(each.first)[0], starts_anywhere(_after(each.last))[1]) for each in ranges)
        found = [Interval(start, end) for start, end in bounds]
    if not found:
        places = " or ".join(clock.key for clock in zones)
        raise NoSuchDateError(text, f"the clocks of {places} skipped that day", "take the day before or after")
    hull = Days(first=ranges[0].first, last=ranges[-1].last)
    return Moment(
        text=text,
        days=hull,
        wall=None,
        zones=tuple(meant),
        support=IntervalSet(tuple(found)),
        remarks=tuple(dict.fromkeys(notes)),
        ranges=tuple(ranges) if len(ranges) > 1 else (),
    )


def at_wall(text: str, wall: datetime, zones: tuple[Zone, ...], fold: Fold) -> Moment:
    """Make the moment of a wall time.

    Raises:
        NaiveTimeError: If there is no clock.
        WallTimeSkippedError: If no clock ever showed it.
    """
    if not zones:
        raise NaiveTimeError(text)
    found: dict[Zone, tuple[int, ...]] = {}
    remarks = []
    for clock in zones:
        instants = clock.instants(wall)
        if len(instants) > 1:
            meant = {Fold.BOTH: "both instants are", Fold.EARLIER: "the earlier is", Fold.LATER: "the later is"}[fold]
            remarks.append(f"{text} was shown twice by {clock.key}: {meant} meant")
            instants = _meant(instants, fold)
        if instants:
            found[clock] = instants
        else:
            remarks.append(f"{text} was never shown by {clock.key}, so that clock is not meant")
    if not found:
        at, before, after = zones[0].gap(wall)
        stops = [to_datetime(at + timedelta_microseconds(o)).strftime("%Y-%m-%d %H:%M:%S") for o in (before, after)]
        raise WallTimeSkippedError(text, zones[0].key, stops[0], stops[1])
    day = wall.date() if text[11:13] != "24" else wall.date() - timedelta(days=1)
    support = points(instant for instants in found.values() for instant in instants)
    return Moment(
        text=text,
        days=Days.on(day),
        wall=wall,
        zones=tuple(found),
        support=support,
        remarks=tuple(remarks),
        fold=fold,
    )


def points(instants: Iterable[int]) -> IntervalSet:
    """Return single instants as a set."""
    return IntervalSet(tuple(Interval.point(instant) for instant in instants))


def single(support: IntervalSet) -> IntervalSet:
    """Return a support that is one instant as it is, nothing instead of any other."""
    first = support.intervals[0]
    return support if len(support) == 1 and first.start is not None and first.end == first.start + 1 else IntervalSet()


def _meant(instants: tuple[int, ...], fold: Fold) -> tuple[int, ...]:
    if len(instants) < 2:
        return instants
    return {Fold.BOTH: instants, Fold.EARLIER: instants[:1], Fold.LATER: instants[1:]}[fold]


def _parts(clock: Zone, ranges: Iterable[Days]) -> Iterator[Interval]:
    for days in ranges:
        yield from clock.during(days.first, days.last)


def _after(day: date) -> date:
    return day + timedelta(days=1)
