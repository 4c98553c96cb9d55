"""A moment: what a source says of a time, and its support, the instants that it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
            WrongTypeError: If there is no such name.
        """
        for each in cls:
            if fold in (each, each.value):
                return each
        raise WrongTypeError("fold", fold, "'both', 'earlier' or 'later'")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Moment:
    """What a source says of a time, and the instants that it may mean.

    Attributes:
        text: The symbol as written.
        days: The civil date printed, or the range in which it may lie (a month, a year, a season).
        wall: The date with the time of day printed beside it, as a naive ``datetime`` (24:00 is 00:00 of the
            next day); None for a bare date.
        zones: The clocks that it may be on; empty if the source names no clock.
        support: The instants that it may mean, never empty.
        remarks: What else a reader must know of how it was read.
        ranges: The dates on which it may lie, if those are not all of ``days``: of a mask, of a set.
        fold: Which instant is meant if a clock showed ``wall`` twice.

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
        """The instants that it covers on every clock that it may be on; empty if no instant is certain.

        As with fuzzy sets, the support is what it may cover, and the core is what it covers for certain. Two
        clocks share a part of their day. All clocks on earth share no part of a day, but they share all of a year
        except its first and its last 26 hours. A wall time that was shown twice is one of two instants.

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
        """Return the instants that it may mean if it is on a clock; there are none if the clock never showed it.

        Example:
            >>> from treatyclock.civil.moments.read import moment
            >>> from treatyclock.civil.clocks.zones import zone
            >>> print(moment("1945-08-09").on(zone("Asia/Tokyo")))
            [1945-08-08T15:00:00Z, 1945-08-09T15:00:00Z)
        """
        if self.wall is not None:
            return points(_meant(clock.instants(self.wall), self.fold))
        return IntervalSet(tuple(_parts(clock, self._days)))

    def unplaced(self) -> Moment:
        """Return the same date or dates on no clock; what has a time of day stays as it is."""
        if self.wall is not None:
            return self
        return replace(on_days(self.text, self._days, ()), remarks=self.remarks)

    def placed(self, zones: tuple[Zone, ...]) -> Moment:
        """Return the same date or dates on clocks; what has a time of day stays as it is."""
        return self if self.wall is not None else on_days(self.text, self._days, zones, self.remarks)

    def legal_days(self, clock: Zone | None) -> Days:
        """Return the date from which the law counts: the printed date.

        An instant given in UTC has no place of its own, so its date is the date on ``clock``.
        """
        if self.wall is not None and clock is not None and [z.key for z in self.zones] == ["UTC"]:
            start = self.span.start
            assert start is not None
            return Days.on(clock.local(start).date())
        return self.days

    def __repr__(self) -> str:
        """Write code that makes an equal moment."""
        shown = [f"{each}={getattr(self, each)!r}" for each in ("text", "days", "wall", "zones", "support")]
        shown += [f"{each}={getattr(self, each)!r}" for each in ("remarks", "ranges") if getattr(self, each)]
        if self.fold is not Fold.BOTH:
            shown.append(f"fold={self.fold}")
        return f"Moment({', '.join(shown)})"

    def __str__(self) -> str:
        """Write the text with its zones."""
        if self.wall is not None and [clock.key for clock in self.zones] == ["UTC"]:
            return self.text
        if self.wall is not None and all(_names(self.text, clock) for clock in self.zones):
            return self.text
        return " ".join([self.text, "/".join(clock.key for clock in self.zones)]).strip()


def _names(text: str, clock: Zone) -> bool:
    """Tell whether a text names a clock. An offset may be written +09:00, +0900 or +09."""
    offset = clock.key.replace(":", "")
    short = clock.basis.source == "fixed offset" and offset.removesuffix("00") in text.replace(":", "")
    return short or clock.key in text


def on_days(text: str, ranges: Sequence[Days], zones: tuple[Zone, ...], remarks: tuple[str, ...] = ()) -> Moment:
    """Make the moment of some unknown instant in ranges of days, which are in order and do not touch.

    Raises:
        NoSuchDateError: If none of the clocks had such a day.
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
    """Return a support if it is a single instant; return the empty set instead of any other."""
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
