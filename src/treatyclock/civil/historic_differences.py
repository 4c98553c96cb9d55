"""Where the historic table and the packaged database differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from treatyclock.civil.clocks.database import packaged_data
from treatyclock.civil.clocks.historic import historic_zones
from treatyclock.civil.clocks.offsets import offset_text
from treatyclock.civil.clocks.tzif import read_tzif
from treatyclock.intervals import Interval, IntervalSet, Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoricDifference:
    """A period in which a clock of the historic table and the packaged database disagree throughout.

    Attributes:
        clock: The clock's name in the historic table.
        name: The name that the packaged database has for the place, or lists it under.
        during: The period; the table vouches for all of it.
        table: The offsets of the table in that period, in the order of their first use.
        packaged: The offsets of the packaged database, likewise.
    """

    clock: str
    name: str
    during: Interval
    table: tuple[timedelta, ...]
    packaged: tuple[timedelta, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, ready for JSON."""
        return {
            "clock": self.clock,
            "name": self.name,
            "during": str(self.during),
            "table": [offset_text(each) for each in self.table],
            "packaged": [offset_text(each) for each in self.packaged],
        }

    def __str__(self) -> str:
        """Write the period and the offsets of both."""
        ours, theirs = (", ".join(map(offset_text, offsets)) for offsets in (self.table, self.packaged))
        return f"{self.during}: {ours} here, {theirs} in the packaged {self.name}"


def historic_notes() -> tuple[str, ...]:
    """Return where the historic table stands in for the packaged database, one line a clock."""
    return tuple(f"{clock.id} ({clock.place}) {clock.vouched}: {clock.instead}" for clock in historic_zones())


def historic_differences() -> tuple[HistoricDifference, ...]:
    """Return where the historic table and the packaged database differ, by place and period.

    Example:
        >>> zagreb = next(each for each in historic_differences() if each.clock == "Zagreb")
        >>> print(zagreb)
        [1945-04-02T01:00:00Z, 1945-05-08T01:00:00Z): +02:00 here, +01:00 in the packaged Europe/Zagreb
    """
    found = []
    for clock in historic_zones():
        packaged = read_tzif(packaged_data(clock.stands_for))
        unlike = IntervalSet.from_timeline(clock.offsets.combine(lambda a, b: a != b, packaged))
        for during in unlike & IntervalSet((clock.vouched,)):
            ours, theirs = (tuple(_shown(line, during)) for line in (clock.offsets, packaged))
            found.append(
                HistoricDifference(clock=clock.id, name=clock.stands_for, during=during, table=ours, packaged=theirs)
            )
    return tuple(found)


def historic_lines(most: int = 6) -> Iterator[str]:
    """Write each clock of the historic table, and under it the periods in which it differs.

    Args:
        most: How many periods of a clock are written out. A clock without summer time differs twice a year from a
            clock that has it.
    """
    differences = historic_differences()
    for clock, note in zip(historic_zones(), historic_notes(), strict=True):
        own = [each for each in differences if each.clock == clock.id]
        yield note
        yield from (f"  {each}" for each in own[:most])
        if len(own) > most:
            yield f"  and {len(own) - most} more, the last {own[-1]}"


def _shown(line: Timeline[int], during: Interval) -> Iterator[timedelta]:
    values = dict.fromkeys(value for _, value in line.during(IntervalSet((during,))))
    return (timedelta(seconds=value) for value in values)
