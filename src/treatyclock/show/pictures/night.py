"""The clocks of a night: one band a clock, the same instants on all, so that two dates are seen to be one moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from treatyclock.civil.clocks.zones import Zone
from treatyclock.errors import plain
from treatyclock.instants import to_datetime
from treatyclock.show.pictures.picture import Band, Bar, Fill, Mark, Picture, Tick
from treatyclock.show.words import day

_EVERY = 3
"""A band has a tick every so many hours of its own clock."""


def clocks_of_a_night(
    clocks: Mapping[str, Zone], first: int, last: int, marks: Sequence[tuple[int, str]] = (), title: str = ""
) -> Picture:
    """Return a picture of what several clocks showed between two instants.

    A band is cut where its clock showed midnight; each piece is named by its date. Where a clock was set forward or
    back, its hours are as it showed them.

    Args:
        clocks: The clocks, each with what to call its band.
        first: The first instant.
        last: The last.
        marks: Instants marked through all bands, each with what to write.
        title: What it shows.
    """
    bands = tuple(_band(name, clock, first, last, [at for at, _ in marks]) for name, clock in clocks.items())
    return Picture(
        title=title or f"What {len(clocks)} clocks showed at the same instants",
        bands=bands,
        first=_utc(first),
        last=_utc(last),
        marks=tuple(Mark(at=_utc(at), label=plain(label)) for at, label in marks),
    )


def _utc(instant: int) -> datetime:
    return to_datetime(instant).replace(tzinfo=None)


def _band(name: str, clock: Zone, first: int, last: int, marked: Sequence[int]) -> Band:
    """Return the band of a clock: a bar for each date that it showed, a tick every few hours, its time at each mark."""
    begins = clock.local(first).date()
    days = [begins + timedelta(days=n) for n in range((clock.local(last).date() - begins).days + 1)]
    bars = []
    for number, each in enumerate(days):
        start, end = max(clock.start_of_day(each), first), min(clock.end_of_day(each), last)
        if start < end:
            fill = Fill.NEXT_DAY if number % 2 else Fill.DAY
            told = f"{day(each)} from {clock.local(start):%H:%M} to {clock.local(end):%H:%M}"
            bars.append(Bar(start=_utc(start), end=_utc(end), fill=fill, label=day(each), told=told))
    ticks = (
        Tick(at=_utc(instant), label=f"{hour:02}", strong=hour == 0)
        for each in days
        for hour in range(0, 24, _EVERY)
        for instant in clock.instants(datetime.combine(each, time(hour)))
        if first <= instant <= last
    )
    below = tuple(Tick(at=_utc(at), label=f"{clock.local(at):%H:%M}") for at in marked)
    ordered = tuple(sorted(ticks, key=lambda tick: tick.at))
    return Band(name=plain(name), bars=tuple(bars), ticks=ordered, below=below)
