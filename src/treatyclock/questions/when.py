"""What instants may a text mean, on which clocks, and why?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from treatyclock.civil.calendars import read
from treatyclock.civil.historic import historic_zone, historic_zone_names
from treatyclock.civil.labels import label as find_label
from treatyclock.civil.moments import Fold, Moment, Widening, local_text, moment
from treatyclock.civil.zones import Zone, iana_names
from treatyclock.civil.zones import zone as find_zone
from treatyclock.errors import TimeFormatError, UnknownZoneError
from treatyclock.instants import iso


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
    zone: Sequence[str | Zone] = (),
    place: str | None = None,
    label: str | None = None,
    calendar: str | None = None,
    fold: Fold | str = Fold.BOTH,
    widen: Widening | str = Widening.NONE,
    also: Sequence[str] = (),
) -> When:
    """Read a text as a historian meets it.

    Args:
        text: Anything that :func:`~treatyclock.civil.moments.moment` or, for dates in words or in another
            calendar, :func:`~treatyclock.civil.calendars.read` reads.
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
    """
    clocks: list[str | Zone] = [*zone, *([find_place(place)] if place is not None else [])]
    shown = tuple(find_zone(name) for name in also)

    def at(written: str) -> Moment:
        own = clocks
        if label is not None:
            days = moment(written, zone="UTC", widen=widen).days
            # A label may change its meaning within a month; what it meant at either end is a candidate.
            own = [clock for day in (days.first, days.last) for clock in find_label(label, day).candidates(day)]
        return moment(written, zone=tuple(own) or None, fold=fold, widen=widen)

    refused = None
    if calendar is None:
        try:
            found = at(text)
            return When(text=text, symbol=str(found), moment=found, notes=found.notes, also=shown)
        except TimeFormatError as error:
            refused = error
    try:
        written = read(text, calendar)
    except TimeFormatError as error:
        raise refused or error from None
    found = at(written.edtf)
    return When(text=text, symbol=str(written), moment=found, notes=(*written.notes, *found.notes), also=shown)


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
