"""Zones, each with the data it rests on, and what their clocks showed.

IANA zones come from the packaged ``tzdata``; clocks that the database lacks come from the historic table beside
this file; a fixed offset and the mean time of a longitude are their own basis. A label that a document prints
("Moscow time") is not a zone: see :mod:`treatyclock.civil.clocks.labels`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from treatyclock.civil.clocks._longitudes import longitude_text, parse_longitude
from treatyclock.civil.clocks.basis import ZoneBasis
from treatyclock.civil.clocks.database import LABEL_KEYS, iana_names, links, tzdata_version
from treatyclock.civil.clocks.historic import historic_zone, historic_zone_names, standing_for
from treatyclock.civil.clocks.label_table import is_label
from treatyclock.civil.clocks.offsets import is_offset, offset_text, parse_offset
from treatyclock.errors import LongitudeError, UnknownZoneError, expect
from treatyclock.instants import (
    DAY,
    date_microseconds,
    local_microseconds,
    packaged_zone,
    timedelta_microseconds,
    to_datetime,
)
from treatyclock.intervals import Interval, IntervalSet

# Python can tell an offset only inside the years 1 to 9999, whatever the clock.
_LOWEST = date_microseconds(date.min) + 2 * DAY
_HIGHEST = date_microseconds(date.max) - 2 * DAY

# The sources whose clocks :func:`zone` finds by name; a label alone does not say which of its clocks is meant.
_NAMED = ("tzdata package", "historic table", "local mean time", "fixed offset")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Zone:
    """A clock: its name, its offsets, and the data they rest on.

    Example:
        >>> zone("Asia/Harbin").basis.link_to
        'Asia/Shanghai'
        >>> str(zone("Europe/Moscow").offset_at(0))
        '3:00:00'
    """

    key: str
    basis: ZoneBasis
    tzinfo: tzinfo = field(compare=False)

    def __repr__(self) -> str:
        """Write code that makes an equal zone."""
        if self.basis.source in _NAMED:
            return f"zone({self.key!r})"
        return f"Zone(key={self.key!r}, basis={self.basis!r}, tzinfo={self.tzinfo!r})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Write the same where Hypothesis or IPython prints it, which else write every field of a dataclass."""
        printer.text(repr(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by name: zone data that were read from a file cannot be pickled, and every installation has them."""
        if isinstance(self.tzinfo, timezone):
            return _fixed, (self.key, self.basis, self.tzinfo)
        return zone, (self.key,)

    def offset_at(self, instant: int) -> timedelta:
        """Return how far the clock was ahead of UTC at an instant."""
        within = min(max(instant, _LOWEST), _HIGHEST)
        offset = to_datetime(within).astimezone(self.tzinfo).utcoffset()
        assert offset is not None
        return offset

    def local(self, instant: int) -> datetime:
        """Return what the clock showed at an instant, as a naive ``datetime``.

        Raises:
            OutOfRangeError: Outside the years 1 to 9999.
        """
        return to_datetime(instant + timedelta_microseconds(self.offset_at(instant))).replace(tzinfo=None)

    def instants(self, wall: datetime) -> tuple[int, ...]:
        """Return the instants at which the clock showed a wall time: none, one or two.

        There is none in a gap (the clock jumped over the wall time), and there are two in a fold (the clock
        showed it twice), the earlier first.

        Args:
            wall: A naive ``datetime``.
        """
        return tuple(sorted({at for at in self._candidates(wall) if self._shows(at, wall)}))

    def start_of_day(self, day: date) -> int:
        """Return the first instant whose date on this clock is ``day`` or later.

        A day that the clock skipped starts where the next day starts, so it is empty.
        """
        return _start_of_day(self, day)[0]

    def end_of_day(self, day: date) -> int:
        """Return the first instant after the last at which the date on this clock was ``day``.

        If the clock went back over midnight, the day ends after its evening came again, though the next day had begun.
        A day that the clock skipped ends where it starts.

        Example:
            >>> clock, day = zone("America/St_Johns"), date(1990, 10, 27)
            >>> (clock.end_of_day(day) - clock.start_of_day(day + timedelta(days=1))) // 60_000_000
            60
        """
        start, again = _start_of_day(self, day + timedelta(days=1))
        return start if again is None else again[1]

    def during(self, first: date, last: date) -> tuple[Interval, ...]:
        """Return exactly the instants whose date on this clock lies between two dates, both inside.

        There are none if the clock skipped these dates. There are several parts if the clock went back over
        midnight: the day that had begun was interrupted, and the day before it came again.

        Example:
            >>> [str(part) for part in zone("America/St_Johns").during(date(1990, 10, 27), date(1990, 10, 27))]
            ['[1990-10-27T02:30:00Z, 1990-10-28T02:30:00Z)', '[1990-10-28T02:31:00Z, 1990-10-28T03:30:00Z)']
        """
        start, interrupted = _start_of_day(self, first)
        end, again = _start_of_day(self, last + timedelta(days=1))
        if interrupted is None and again is None:
            return (Interval(start, end),) if start < end else ()
        whole, out, back = (
            IntervalSet((Interval(*each),) if each is not None and each[0] < each[1] else ())
            for each in ((start, end), interrupted, again)
        )
        return ((whole - out) | back).intervals

    def notes(self, span: Interval) -> tuple[str, ...]:
        """Return what a reader must know of this zone's data for a period."""
        basis, found = self.basis, []
        if basis.link_to is not None:
            better = " and ".join(f"`{id}`" for id in standing_for(self.key, span))
            found.append(
                f"{self.key} is only a link to {basis.link_to} in {basis}: the answer is for {basis.link_to}, and if"
                f" {self.key} ever had another clock, these data do not have it"
                + (f"; the historic table has {better}" if better else "")
            )
        if basis.vouched is not None and not IntervalSet((span,)).issubset(basis.vouched):
            found.append(
                f"the {basis.source} vouches for {self.key} only in {_few(basis.vouched)};"
                " here it is used outside that period" + (f" ({basis.outside})" if basis.outside else "")
            )
        return (*found, *basis.notes)

    def _candidates(self, wall: datetime) -> tuple[int, int]:
        early, late = wall.replace(fold=0, tzinfo=self.tzinfo), wall.replace(fold=1, tzinfo=self.tzinfo)
        fields = local_microseconds(wall)
        return (
            fields - timedelta_microseconds(early.utcoffset() or timedelta()),
            fields - timedelta_microseconds(late.utcoffset() or timedelta()),
        )

    def _shows(self, instant: int, wall: datetime) -> bool:
        return instant + timedelta_microseconds(self.offset_at(instant)) == local_microseconds(wall)

    def gap(self, wall: datetime) -> tuple[int, timedelta, timedelta]:
        """Return the change by which the clock skipped a wall time: instant, offset before, offset after."""
        high, low = max(self._candidates(wall)), min(self._candidates(wall)) - 1
        return self.change(low, high), self.offset_at(low), self.offset_at(high)

    def change(self, low: int, high: int) -> int:
        """Return the instant at which the clock was changed, by bisection; there must be one change between the two."""
        before = self.offset_at(low)
        while high - low > 1:
            middle = (low + high) // 2
            if self.offset_at(middle) == before:
                low = middle
            else:
                high = middle
        return high


def _few(periods: IntervalSet) -> str:
    if len(periods) <= 2:
        return str(periods)
    parts = periods.intervals
    return f"{len(parts)} periods of {Interval(parts[0].start, parts[-1].end)}"


def _fixed(key: str, basis: ZoneBasis, offset: timezone) -> Zone:
    return Zone(key=key, basis=basis, tzinfo=offset)


@lru_cache(maxsize=65536)
def _start_of_day(clock: Zone, day: date) -> tuple[int, tuple[int, int] | None]:
    """Return when a day starts, and the period, if any, in which the clock then went back to the day before."""
    midnight = datetime.combine(day, time())
    found = clock.instants(midnight)
    if len(found) < 2:
        return (found[0] if found else clock.gap(midnight)[0]), None
    back = clock.change(found[0], found[1])
    return found[0], (back, found[1]) if back < found[1] else None


def zone(name: str) -> Zone:
    """Find a zone by its IANA name, its name in the historic table, its offset, or a longitude.

    Args:
        name: ``"Europe/Moscow"``, ``"Manchukuo"``, ``"+09:00"``, ``"UTC"``; for the local mean time of
            a longitude ``"LMT+139.7333"`` or ``"LMT 139°44'E"``.

    Raises:
        UnknownZoneError: With the nearest names.
        LongitudeError: If the text behind ``LMT`` is not a longitude.

    Example:
        >>> zone("Manchukuo").basis.source
        'historic table'
        >>> zone("+09:00").basis.source
        'fixed offset'
        >>> zone("LMT 139°44'E").basis.source
        'local mean time'
    """
    expect(name, str, "a zone", "its name, such as 'Europe/Moscow', or an offset such as '+09:00'")
    return _zone(name)


@cache
def _zone(name: str) -> Zone:
    if name in ("UTC", "Z", "z"):
        return Zone(key="UTC", basis=ZoneBasis(source="fixed offset"), tzinfo=UTC)
    if is_offset(name):
        offset = parse_offset(name)
        return Zone(key=offset_text(offset), basis=ZoneBasis(source="fixed offset"), tzinfo=timezone(offset))
    if name.startswith("LMT"):
        return lmt(name[3:])
    if name in LABEL_KEYS:
        why = " here: it is a label that documents print, and the database has another clock under that spelling"
        raise UnknownZoneError(name, ["+01:00", "Europe/Paris"], why, label=is_label(name))
    if name in iana_names():
        basis = ZoneBasis(source="tzdata package", version=tzdata_version(), link_to=links().get(name))
        return Zone(key=name, basis=basis, tzinfo=packaged_zone(name))
    row = historic_zone(name)
    if row is None:
        raise UnknownZoneError(name, [*iana_names(), *historic_zone_names()], label=is_label(name))
    basis = ZoneBasis(
        source="historic table",
        version=row.version,
        citation=row.citation,
        vouched=IntervalSet((row.vouched,)),
        outside=row.outside,
    )
    return Zone(key=row.id, basis=basis, tzinfo=row.tzinfo)


def lmt(longitude: float | str) -> Zone:
    r"""Return the local mean time of a longitude: the clock of a place before standard time.

    It is four minutes of time a degree, rounded to whole seconds. The sign also chooses the side of the date line, and
    that is not geography alone. Manila counted its days from America until 1844, so its clock was then 24 hours behind
    the clock of its longitude.

    Args:
        longitude: Degrees east of Greenwich, west being minus; or text as in :func:`parse_longitude`.

    Raises:
        LongitudeError: If it cannot be read or lies beyond 180 degrees.

    Example:
        >>> offset_text(lmt("139°44'28\"E").offset_at(0)), offset_text(lmt(-0.0833).offset_at(0))
        ('+09:18:58', '-00:00:20')
        >>> lmt(139.7333).key
        'LMT+139.7333'
    """
    expect(longitude, (str, int, float), "a longitude", 'degrees east of Greenwich, or text such as "139°44\'E"')
    if isinstance(longitude, str):
        east = parse_longitude(longitude)
    elif not -180 <= longitude <= 180:  # NaN compares false, so it is refused too
        raise LongitudeError(longitude, "it does not lie within 180 degrees")
    else:
        east = Fraction(f"{longitude:.9f}")
    text = longitude_text(east)
    return Zone(
        key=f"LMT{text}" if text[0] in "+-" else f"LMT {text}",
        basis=ZoneBasis(source="local mean time"),
        tzinfo=timezone(timedelta(seconds=round(east * 240))),
    )
