"""A life by the calendar: its timeline in days of the treaty, as in a question about a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from treatyclock.answers.chronology import Chronology, Stage
from treatyclock.answers.supposed import Supposed
from treatyclock.civil.clocks.zones import Zone, zone
from treatyclock.derive.histories.by_date import clocks_of
from treatyclock.derive.histories.history import Statuses
from treatyclock.derive.histories.life import Life
from treatyclock.instants import DAY, timedelta_microseconds, to_datetime, up_to_whole
from treatyclock.intervals import Timeline
from treatyclock.law.subjects import Subject


def chronology(life: Life, subject: Subject) -> Chronology:
    """Return the statuses possible on each day.

    Args:
        life: A life whose dates are compared as dates.
        subject: For whom.
    """
    lines: dict[Timeline[Statuses], None] = {}
    for world in life.course(subject).worlds:
        for key in clocks_of(life.record, life.reading, world):
            lines[_on_the_clock(world.result.line, zone(key))] = None
    first, *others = lines
    whole = first.combine(lambda *several: frozenset().union(*several), *others)
    return Chronology(
        stages=tuple(
            Stage(start=_civil(during.start), end=_civil(during.end), status=statuses)
            for during, statuses in whole.pieces()
        ),
        supposed=Supposed.by(life.record, life.reading),
    )


def _on_the_clock(line: Timeline[Statuses], clock: Zone) -> Timeline[Statuses]:
    """Return a timeline in civil time: counted in microseconds as a clock shows them."""
    return Timeline.of(line.values[0], _shown(line, clock))


def _shown(line: Timeline[Statuses], clock: Zone) -> Iterator[tuple[int, Statuses]]:
    reached = None
    for edge, value in zip(line.edges, line.values[1:], strict=True):
        whole = up_to_whole(edge)
        shown = whole + timedelta_microseconds(clock.offset_at(whole))
        midnight = shown // DAY * DAY
        if midnight != shown and clock.start_of_day(to_datetime(midnight).date()) == whole:
            shown = midnight  # the clock skipped midnight, and the day began later
        reached = shown if reached is None else max(shown, reached)  # a clock may go back
        yield reached, value


def _civil(shown: int | None) -> datetime | None:
    return None if shown is None else to_datetime(shown).replace(tzinfo=None)
