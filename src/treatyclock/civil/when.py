"""What instants may a text mean, on which clocks, and why?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from treatyclock.civil.calendars.names import read
from treatyclock.civil.clocks.historic import historic_zone, historic_zone_names
from treatyclock.civil.clocks.labels import is_label
from treatyclock.civil.clocks.labels import label as find_label
from treatyclock.civil.clocks.zones import Zone, iana_names
from treatyclock.civil.clocks.zones import zone as find_zone
from treatyclock.civil.moments.read import Fold, Moment, Widening, local_text, moment
from treatyclock.civil.printed.clock_phrases import Hours, read_hours
from treatyclock.civil.printed.reader import WrittenDate
from treatyclock.errors import TimeFormatError, UnknownZoneError, expect, shown
from treatyclock.instants import iso

_ISO = re.compile(r"\s*(?:[\[{]|[0-9XxuU]{4}(?:[-/?~%]|\s*$))")
_VAGUE = re.compile(r"\b(?:spring|summer|autumn|fall|winter|about|around|circa|ca?\.|or|between)(?!\w)", re.I)
_AS_EDTF = (
    "write 1945-21 for spring (22 summer, 23 autumn, 24 winter), 1945-05-08~ for about, [1945-05-08,1945-05-09] for"
    " one or the other, [1945-05-01..1945-05-09] for between; a time of day needs one day"
)
_OWN_CLOCK = re.compile(r"T?[0-9]{2}:[0-9]{2}.*(?:Z|[+-][0-9]{2}:?[0-9]{2}(?::?[0-9]{2})?|\])\s*$")
_UNUSED = "the text has an offset or a zone of its own: the clock asked for is not used"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A text, and the instants that it may mean.

    Attributes:
        text: The text.
        symbol: What it says: as read, or as a calendar of documents calls the day.
        moment: The moment it was read as.
        notes: How it was read, and what that rests on.
        also: Further clocks to show the bounds of the support on.
    """

    text: str
    symbol: str
    moment: Moment
    notes: tuple[str, ...]
    also: tuple[Zone, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return {
            "text": self.text,
            "symbol": self.symbol,
            "support": [{"from": iso(part.start), "to": iso(part.end)} for part in self.moment.support],
            "clocks": [clock.key for clock in self.moment.zones],
            "notes": list(self.notes),
            "also": [
                {"zone": clock.key, "from": _shown(part.start, clock), "to": _shown(part.end, clock)}
                for clock in self.also
                for part in self.moment.support
            ],
        }

    def __str__(self) -> str:
        """Write it for a reader."""
        lines = [self.symbol]
        for part in self.moment.support:
            single = part.start is not None and part.end == part.start + 1
            ends = [part.start] if single else [part.start, part.end]
            lines.append("  " + " to ".join(iso(end) for end in ends))
            for clock in self.also:
                lines.append("    = " + " to ".join(_shown(end, clock) for end in ends))
        return "\n".join([*lines, *(f"  note: {note}" for note in self.notes)])


def when(
    text: str,
    *,
    zone: str | Zone | Sequence[str | Zone] = (),
    place: str | None = None,
    label: str | None = None,
    calendar: str | None = None,
    fold: Fold | str = Fold.BOTH,
    widen: Widening | str = Widening.NONE,
    also: str | Sequence[str] = (),
) -> When:
    """Read a text as a historian meets it.

    Args:
        text: Anything that :func:`~treatyclock.civil.moments.read.moment` or, for dates in words or in another
            calendar, :func:`~treatyclock.civil.calendars.names.read` reads; beside such a date a time of day and
            the clock printed with it, as in ``"2301 hours Central European time on 8 May 1945"``.
        zone: The clock, or several that it may be on.
        place: A place instead: a historic clock or the last part of an IANA name, such as ``"Tokyo"``.
        label: What the document prints for its clock instead, such as ``"Moscow time"``.
        calendar: The calendar of the text; a date in words is read without one too.
        fold: Which instant is meant by a wall time that was shown twice.
        widen: How far off a date with ``?``, ``~`` or ``%`` may be.
        also: Clocks to show the result on besides.

    Raises:
        CivilTimeError: If the text, a zone or a calendar is not known.

    Example:
        >>> when("13th day of the 4th month of Showa 16", place="Tokyo").symbol
        '13th day of the 4th month of Showa 16 = 1941-04-13'
        >>> print(when("1945-05-08 23:01", label="Central European time").moment.support)
        [1945-05-08T22:01:00Z, 1945-05-08T22:01:00.000001Z)
        >>> when("11 p.m. Moscow time, 8 August 1945").symbol
        '8 August 1945, 23:00 = 1945-08-08T23:00 Moscow time +03:00'
    """
    expect(text, str, "a text", "what the source prints")
    if not text.strip():
        raise TimeFormatError(text, "there is nothing to read", "write a date, such as 1945-08-09 or 9 August 1945")
    if sum([bool(zone), place is not None, label is not None]) > 1:
        raise TimeFormatError(text, "its clock is asked for in two ways", "give one of zone, place and label")
    zones = (zone,) if isinstance(zone, str | Zone) else tuple(zone)
    clock = _Clock(zones=zones if place is None else (find_place(place),), label=label)
    shown_on = tuple(find_zone(name.strip()) for name in ([also] if isinstance(also, str) else also))

    def at(written: str, on: _Clock = clock) -> Moment:
        return moment(written, zone=on.candidates(written, widen) or None, fold=fold, widen=widen)

    refused = None
    if calendar is None:
        try:
            found = at(text)
            notes = (_UNUSED,) if clock.named and _OWN_CLOCK.search(text) else ()
            return When(text=text, symbol=str(found), moment=found, notes=(*notes, *found.notes), also=shown_on)
        except TimeFormatError as error:
            refused = error
    hours = read_hours(text)
    written = _read(text, text if hours is None else hours.date, calendar, refused)
    if hours is None:
        found, symbol = at(written.edtf), str(written)
    else:
        found = at(_stamp(text, written, hours), _clock_of(text, hours, clock))
        symbol = " = ".join([*(f"{name}, {hours.time}" for name in written.written), str(found)])
    return When(text=text, symbol=symbol, moment=found, notes=(*written.notes, *found.notes), also=shown_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """The clock that is asked for, or that a text names: zones, or a label."""

    zones: tuple[str | Zone, ...] = ()
    label: str | None = None

    @property
    def named(self) -> bool:
        return bool(self.zones) or self.label is not None

    def candidates(self, written: str, widen: Widening | str) -> tuple[str | Zone, ...]:
        if self.label is None:
            return self.zones
        # A label may change its meaning within a month: what it meant on any day of it is a candidate.
        return find_label(self.label).candidates(moment(written, zone="UTC", widen=widen).days)


def _read(text: str, date: str, calendar: str | None, refused: TimeFormatError | None) -> WrittenDate:
    try:
        return read(date, calendar)
    except TimeFormatError as error:
        if refused is not None and _ISO.match(text):
            raise refused from None
        if match := _VAGUE.search(text):
            raise TimeFormatError(text, f"{shown(match[0])} has a sign in EDTF", _AS_EDTF) from None
        raise error from None


def _stamp(text: str, written: WrittenDate, hours: Hours) -> str:
    if not written.days.known:
        raise TimeFormatError(text, "it has a time of day, and no single day", "name the day")
    return f"{written.day}T{hours.time}"


def _clock_of(text: str, hours: Hours, asked: _Clock) -> _Clock:
    if not hours.clock:
        return asked
    if asked.named:
        problem = f"it names its clock, {shown(hours.clock)}, and another is asked for"
        raise TimeFormatError(text, problem, "leave one of the two out")
    return _Clock(label=hours.clock) if is_label(hours.clock) else _Clock(zones=(hours.clock,))


def find_place(name: str) -> Zone:
    """Find the clock of a place: a historic one by its name, or the IANA zone whose name ends with it.

    Raises:
        UnknownZoneError: If no clock is known for it.

    Example:
        >>> find_place("Tokyo").key, find_place("Manchukuo").key
        ('Asia/Tokyo', 'Manchukuo')
    """
    if historic_zone(name) is not None:
        return find_zone(name)
    wanted = name.casefold().replace(" ", "_")
    found = sorted(key for key in iana_names() if key.rpartition("/")[2].casefold() == wanted)
    places = {key.rpartition("/")[2] for key in iana_names()}
    if len({find_zone(key).basis.link_to or key for key in found}) != 1:
        raise UnknownZoneError(name, {*places, *historic_zone_names()})
    return next((find_zone(key) for key in found if find_zone(key).basis.link_to is None), find_zone(found[0]))


def _shown(instant: int | None, clock: Zone) -> str:
    return ".." if instant is None else local_text(instant, clock)
