"""What instants may a text mean, on which clocks, and why? The answer is worked out here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from treatyclock.civil.clocks.label_table import is_label
from treatyclock.civil.clocks.labels import label as find_label
from treatyclock.civil.clocks.places import place_clock
from treatyclock.civil.clocks.zones import Zone
from treatyclock.civil.clocks.zones import zone as find_zone
from treatyclock.civil.moments.moment import Fold, Moment
from treatyclock.civil.moments.read import moment
from treatyclock.civil.moments.widening import Widening
from treatyclock.civil.moments.write import local_text
from treatyclock.civil.printed.clock_phrases import ClockPhrase, read_clock_phrase
from treatyclock.civil.printed.reader import PrintedDate, read_date
from treatyclock.civil.when_answer import ShownOn, WhenAnswer
from treatyclock.errors import TimeFormatError, expect, shown

_ISO = re.compile(r"\s*(?:[\[{]|[0-9XxuU]{4}(?:[-/?~%]|\s*$))")
_VAGUE = re.compile(r"\b(?:spring|summer|autumn|fall|winter|about|around|circa|ca?\.|or|between)(?!\w)", re.I)
_AS_EDTF = (
    "write 1945-21 for spring (22 summer, 23 autumn, 24 winter), 1945-05-08~ for about, [1945-05-08,1945-05-09] for"
    " one or the other, [1945-05-01..1945-05-09] for between; a time of day needs one day"
)
_OWN_CLOCK = re.compile(r"T?[0-9]{2}:[0-9]{2}.*(?:Z|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?|\])\s*$")
_UNUSED = "the text has an offset or a zone of its own: the clock asked for is not used"


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
) -> WhenAnswer:
    """Read a text as a historian meets it.

    Args:
        text: Anything that :func:`~treatyclock.civil.moments.read.moment` reads or, for dates in words or in another
            calendar, :func:`~treatyclock.civil.printed.reader.read_date` reads. Beside such a date may stand a time
            of day and the clock printed with it, as in ``"2301 hours Central European time on 8 May 1945"``.
        zone: The clock, or several that it may be on.
        place: Or a place: a historic clock or the last part of an IANA name, such as ``"Tokyo"``.
        label: Or what the document prints for its clock, such as ``"Moscow time"``.
        calendar: The calendar of the text; a date in words is also read without it.
        fold: Which instant is meant if a clock showed the wall time twice.
        widen: How far off a date with ``?``, ``~`` or ``%`` may be.
        also: Further clocks on which to show the result.

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
        raise TimeFormatError(text, "its clock is given in two ways", "give only one of zone, place and label")
    zones = (zone,) if isinstance(zone, str | Zone) else tuple(zone)
    clock = _Clock(zones=zones if place is None else (place_clock(place),), label=label)
    further = tuple(find_zone(name.strip()) for name in ([also] if isinstance(also, str) else also))

    def at(written: str, on: _Clock = clock) -> Moment:
        return moment(written, zone=on.candidates(written, widen) or None, fold=fold, widen=widen)

    refused = None
    if calendar is None:
        try:
            unused = clock.named and _OWN_CLOCK.search(text) is not None
            found = at(text, _Clock() if unused else clock)
            notes = (_UNUSED,) if unused else ()
            return _answer(text, str(found), found, notes, further)
        except TimeFormatError as error:
            refused = error
    phrase = read_clock_phrase(text)
    written = _read(text, text if phrase is None else phrase.date, calendar, refused)
    if phrase is None:
        found, symbol = at(written.edtf), str(written)
    else:
        found = at(_stamp(text, written, phrase), _clock_of(text, phrase, clock))
        symbol = " = ".join([*(f"{name}, {phrase.time}" for name in written.written), str(found)])
    return _answer(text, symbol, found, written.notes, further)


def _answer(text: str, symbol: str, found: Moment, notes: tuple[str, ...], further: tuple[Zone, ...]) -> WhenAnswer:
    also = tuple(_shown_on(clock, found) for clock in further)
    return WhenAnswer(text=text, symbol=symbol, moment=found, notes=(*notes, *found.notes), also=also)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clock:
    """The clock that is asked for, or that a text names: zones or a label."""

    zones: tuple[str | Zone, ...] = ()
    label: str | None = None

    @property
    def named(self) -> bool:
        return bool(self.zones) or self.label is not None

    def candidates(self, written: str, widen: Widening | str) -> tuple[str | Zone, ...]:
        if self.label is None:
            return self.zones
        # A label may change its meaning within a month. Whatever it meant on a day of that month is a candidate.
        return find_label(self.label).candidates(moment(written, zone="UTC", widen=widen).days)


def _read(text: str, date: str, calendar: str | None, refused: TimeFormatError | None) -> PrintedDate:
    try:
        return read_date(date, calendar)
    except TimeFormatError as error:
        if refused is not None and _ISO.match(text):
            raise refused from None
        if match := _VAGUE.search(text):
            raise TimeFormatError(text, f"{shown(match[0])} is written with a sign in EDTF", _AS_EDTF) from None
        raise error from None


def _stamp(text: str, written: PrintedDate, phrase: ClockPhrase) -> str:
    if not written.days.known:
        raise TimeFormatError(text, "it has a time of day but no single day", "name the day")
    return f"{written.day}T{phrase.time}"


def _clock_of(text: str, phrase: ClockPhrase, asked: _Clock) -> _Clock:
    if not phrase.clock:
        return asked
    if asked.named:
        problem = f"it names its clock, {shown(phrase.clock)}, and another clock is asked for"
        raise TimeFormatError(text, problem, "leave one of the two out")
    return _Clock(label=phrase.clock) if is_label(phrase.clock) else _Clock(zones=(phrase.clock,))


def _shown_on(clock: Zone, found: Moment) -> ShownOn:
    parts = tuple((_on(clock, part.start), _on(clock, part.end)) for part in found.support)
    return ShownOn(zone=clock, parts=parts)


def _on(clock: Zone, instant: int | None) -> str:
    return ".." if instant is None else local_text(instant, clock)
