"""Treaties between two of which a table tells nothing but the days: their lives differ by these days alone.

Where a record has no day but those recorded for the entry into force, for the end and for how far the list goes,
nothing is counted and no clock is named. So two such treaties, whose days come in the same order, have the same life,
moved to their own days. That is learnt from the lives of two of them, worked out in the ordinary way; all others are
moved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from itertools import pairwise

from treatyclock.book.lines import BY_DAY, Outline
from treatyclock.civil.clocks.anywhere import starts_anywhere
from treatyclock.civil.moments.moment import Moment
from treatyclock.instants import date_microseconds
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.end import RecordedEnd
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.record import Counting, Record

Kind = tuple[object, ...]
"""What two records have in common whose lives differ by their days alone."""

_APART = 40
"""Days of a record that are nearer to each other than that many days might meet on some clock, or in some step."""

_FIRST, _LAST = date(1000, 1, 1), date(9000, 1, 1)
_USUAL: dict[type, list[tuple[str, object]]] = {
    kind: [(each.name, each.default) for each in fields(kind) if each.name not in ("recorded", "basis", "effect_day")]
    for kind in (EntryIntoForce, RecordedEnd)
}
_COUNTING = Counting()


def plain(record: Record) -> tuple[Kind, tuple[date, ...]] | None:
    """Return what a plain record has in common with others of its kind, and its days; None for any other record."""
    if not _of_two_alone(record) or not all(map(_usual, record.clauses)):
        return None
    coverage = record.coverage
    moments = [("until", coverage.until), *((clause.TABLE, _recorded(clause)) for clause in record.clauses)]
    if not all(moment is None or _a_day(moment) for _, moment in moments):
        return None
    days = sorted((moment.days.first, name) for name, moment in moments if moment is not None)
    if any((later - earlier).days < _APART for (earlier, _), (later, _) in pairwise(days)):
        return None
    order = tuple(name for _, name in days)
    effect_days = tuple(clause.effect_day for clause in record.clauses if isinstance(clause, RecordedEnd))
    untold = tuple(party.id in coverage.untold for party in record.parties)
    kind = (len(record.clauses), order, effect_days, coverage.parties, coverage.acts, coverage.missing, untold)
    return kind, tuple(day for day, _ in days)


def _of_two_alone(record: Record) -> bool:
    """Tell whether it is a treaty between two, and says nothing but in clauses and of how far the list goes."""
    more = (record.acts, record.parts, record.beside, record.weights, record.depositary, record.whole, record.added)
    named = [party.clock or party.members or party.territories for party in record.parties]
    return (
        not any(more)
        and not any(named)
        and not record.dropped
        and not record.coverage.of
        and record.counting == _COUNTING
        and record.bilateral
    )


def _recorded(clause: Clause) -> Moment | None:
    return clause.recorded if isinstance(clause, EntryIntoForce | RecordedEnd) else None


def _usual(clause: Clause) -> bool:
    """Tell whether a clause says nothing but the day that was recorded."""
    usual = _USUAL.get(type(clause))
    return usual is not None and all(getattr(clause, name) == value for name, value in usual)


def _a_day(moment: Moment) -> bool:
    """Tell whether a moment is one day, without a clock and without a qualifier."""
    day = moment.days.first
    return moment.wall is None and not moment.zones and moment.text == day.isoformat() and _FIRST < day < _LAST


@dataclass(slots=True)
class PlainLives:
    """The lives of plain treaties, learnt kind by kind.

    Attributes:
        by: Whether they are about instants or days.
    """

    by: str
    _learnt: dict[Kind, _Learnt | None] = field(default_factory=dict)

    def outline(self, record: Record, ordinary: Callable[[], Outline]) -> Outline:
        """Return the life between the two parties of a treaty.

        Args:
            record: The record of the treaty.
            ordinary: Works it out in the ordinary way.
        """
        found = plain(record)
        if found is None:
            return ordinary()
        kind, days = found
        learnt = self._learnt.get(kind)
        if learnt is not None and learnt.sure:
            return learnt.moved(days, self.by)
        line = ordinary()
        if kind not in self._learnt:
            self._learnt[kind] = _Learnt.of(line, days, self.by)
        elif learnt is not None:
            # A second treaty with the same days would confirm nothing.
            if learnt.moved(days, self.by) != line:
                self._learnt[kind] = None
            elif days != learnt.days:
                learnt.sure = True
        return line


@dataclass(slots=True)
class _Learnt:
    """A life whose edges are told by the days of its record.

    Attributes:
        days: The days of the record that it was learnt from.
        places: For each edge, which of the days it belongs to, how many days later, and at which end of that day's
            beginning on all clocks.
        masks: The statuses of each segment.
        reasons: Why each is as it is.
        sure: Whether another record has confirmed it.
    """

    days: tuple[date, ...]
    places: tuple[tuple[int, int, int], ...]
    masks: tuple[int, ...]
    reasons: tuple[str, ...]
    sure: bool = False

    @classmethod
    def of(cls, line: Outline, days: tuple[date, ...], by: str) -> _Learnt | None:
        """Learn from a line; None where an edge does not lie near one of the days."""
        near = {
            edge: (number, step, side)
            for number, day in enumerate(days)
            for step in range(-3, 4)
            for side, edge in enumerate(_edges(day + timedelta(days=step), by))
        }
        places = [near.get(edge) for edge in line.edges]
        if None in places:
            return None
        return cls(days, tuple(each for each in places if each is not None), line.masks, line.reasons)

    def moved(self, days: tuple[date, ...], by: str) -> Outline:
        """Return the line of another record of the kind."""
        edges = tuple(_edges(days[number] + timedelta(days=step), by)[side] for number, step, side in self.places)
        return Outline(edges, self.masks, self.reasons)


def _edges(day: date, by: str) -> tuple[int, ...]:
    return (date_microseconds(day),) if by == BY_DAY else starts_anywhere(day)
