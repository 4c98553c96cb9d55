"""The events of a case: between which instants each came, under the cheapest repairs, and what these give up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.errors import plain
from treatyclock.instants import to_datetime
from treatyclock.intervals import Interval
from treatyclock.show.pictures.picture import Band, Bar, Fill, Picture
from treatyclock.show.pictures.scale import around, ticks
from treatyclock.testimony.claims.hours_and_dates import ClockReading
from treatyclock.testimony.findings import EventTimes, is_bounded
from treatyclock.testimony.wording import span_text


def picture_of_case(found: Reconciliation) -> Picture | None:
    """Return a band for each event of which anything is known; None where there is none.

    An event that the cheapest repairs put at one time is filled; where they differ, each time is hatched. An hour or a
    date that they all give up stands beside it, outlined, as its claim has it.
    """
    if not found.repairs.found:
        return None
    rows = [(each, [time for time in each.bounds if is_bounded(time)]) for each in found.consequences.in_order]
    given_up = list(_given_up(found))
    times = [*(time for _, those in rows for time in those), *(time for _, time in given_up)]
    edges = [_utc(edge) for time in times for edge in (time.start, time.end) if edge is not None]
    if not edges:
        return None
    first, last = around(edges)
    bands = tuple(_band(found, each, those, given_up) for each, those in rows if those)
    notes = ["Times in UTC, as the cheapest repairs have them."]
    others = [name for name in _all_given_up(found) if name not in {claim.id for claim, _ in given_up}]
    if others:
        notes.append(f"Given up as well, or read otherwise: {', '.join(plain(each) for each in others)}.")
    title = f"{plain(found.case.title)}: when each event came"
    return Picture(
        title=title, bands=bands, first=first, last=last, ticks=ticks(first, last, most=6), notes=tuple(notes)
    )


def _band(
    found: Reconciliation, each: EventTimes, times: list[Interval], given_up: list[tuple[ClockReading, Interval]]
) -> Band:
    fill = Fill.KNOWN if each.settled else Fill.ONE_OF
    bars = [
        Bar(
            start=_place(time.start), end=_place(time.end), fill=fill, begins=_short(span_text(time)),
            told=f"{span_text(time)} UTC",
        )
        for time in times
    ]  # fmt: skip
    bars += [
        Bar(
            start=_place(time.start), end=_place(time.end), fill=Fill.GIVEN_UP, begins=plain(claim.id),
            told=f"{plain(claim.id)}: {plain(claim.sentence(found.case))}",
        )
        for claim, time in given_up
        if claim.event == each.event
    ]  # fmt: skip
    return Band(name=plain(found.case.event_title(each.event)), bars=tuple(bars))


def _all_given_up(found: Reconciliation) -> list[str]:
    """Name what any of the cheapest repairs gives up or reads otherwise, each once."""
    assumptions = found.model.assumptions
    return list(dict.fromkeys(assumptions[each.assumption].id for repair in found.best for each in repair.changes))


def _given_up(found: Reconciliation) -> Iterator[tuple[ClockReading, Interval]]:
    """Yield the hours and dates that every one of the cheapest repairs gives up, each where its own clock has it."""
    in_all = set.intersection(*({each.assumption for each in repair.changes} for repair in found.best))
    for place in sorted(in_all):
        claim = found.model.assumptions[place].about
        if not isinstance(claim, ClockReading):
            continue
        zones = [clock for name in claim.clocks for clock in found.case.clock(name).zones]
        for first, last in claim.spans:
            shown = [(clock.instants(_utc(first)), clock.instants(_utc(last))) for clock in zones]
            for begins, ends in shown:
                if begins and ends:
                    yield claim, Interval(begins[0], max(ends[-1], begins[0] + 1))


def _short(text: str) -> str:
    return text if len(text) < len("1945-08-08 14:00 to 14:00") else text.partition(" to ")[0] + " ..."


def _place(instant: int | None) -> datetime | None:
    return None if instant is None else _utc(instant)


def _utc(instant: int) -> datetime:
    return to_datetime(instant).replace(tzinfo=None)
