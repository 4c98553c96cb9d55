"""Pictures made up to try how they are laid out."""

from __future__ import annotations

from datetime import datetime, timedelta

from treatyclock.show.pictures.picture import Band, Bar, Fill, Picture
from treatyclock.show.pictures.scale import around, ticks


def bands_of(number: int) -> Picture:
    """Return a picture of so many parties, each from a day of its own on, every third out again, every fifth open."""
    day = timedelta(days=1)
    bands = []
    for n in range(number):
        start = datetime(1970, 1, 1) + day * (n * 61 % 9000)
        end = start + day * (40 + n * 37 % 4000) if n % 3 == 0 else None
        bars = [
            Bar(
                start=start,
                end=end,
                fill=Fill.IN_FORCE,
                begins=f"{start:%Y-%m-%d}",
                ends=f"{end:%Y-%m-%d}" if end else "",
            )
        ]
        if end is not None and n % 5 == 0:
            bars.append(Bar(start=end, end=end + day, fill=Fill.UNKNOWN, begins=f"{end:%Y-%m-%d}"))
        bands.append(Band(name=f"the State of number {n}", bars=tuple(bars)))
    edges = [edge for band in bands for bar in band.bars for edge in (bar.start, bar.end) if edge is not None]
    first, last = around(edges)
    return Picture(title="many", bands=tuple(bands), first=first, last=last, ticks=ticks(first, last))
