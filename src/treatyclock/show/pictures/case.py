"""The events of a case: between which instants each came, under the cheapest repairs."""

from __future__ import annotations

from datetime import datetime

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.errors import plain
from treatyclock.instants import to_datetime
from treatyclock.intervals import Interval
from treatyclock.show.pictures.picture import Band, Bar, Fill, Picture
from treatyclock.show.pictures.scale import around, ticks
from treatyclock.testimony.findings import EventTimes, is_bounded
from treatyclock.testimony.wording import span_text


def picture_of_case(found: Reconciliation) -> Picture | None:
    """Return a band for each event of which anything is known; None where there is none.

    An event that the cheapest repairs put at one time is filled; where they differ, each time is hatched.
    """
    if not found.repairs.found:
        return None
    rows = [(each, [time for time in each.bounds if is_bounded(time)]) for each in found.consequences.in_order]
    edges = [_utc(edge) for _, times in rows for time in times for edge in (time.start, time.end) if edge is not None]
    if not edges:
        return None
    first, last = around(edges)
    bands = tuple(_band(found, each, times) for each, times in rows if times)
    note = "Times in UTC, as the cheapest repairs have them."
    title = f"{plain(found.case.title)}: when each event came"
    return Picture(title=title, bands=bands, first=first, last=last, ticks=ticks(first, last, most=6), notes=(note,))


def _band(found: Reconciliation, each: EventTimes, times: list[Interval]) -> Band:
    fill = Fill.KNOWN if each.settled else Fill.ONE_OF
    bars = (
        Bar(
            start=_place(time.start), end=_place(time.end), fill=fill, begins=_short(span_text(time)),
            told=f"{span_text(time)} UTC",
        )
        for time in times
    )  # fmt: skip
    return Band(name=plain(found.case.event_title(each.event)), bars=tuple(bars))


def _short(text: str) -> str:
    return text if len(text) < len("1945-08-08 14:00 to 14:00") else text.partition(" to ")[0] + " ..."


def _place(instant: int | None) -> datetime | None:
    return None if instant is None else _utc(instant)


def _utc(instant: int) -> datetime:
    return to_datetime(instant).replace(tzinfo=None)
