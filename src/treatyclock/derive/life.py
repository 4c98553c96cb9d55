"""A treaty's life: in every world the edges of each party's status, and the timelines they make."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from treatyclock.civil.days import Days
from treatyclock.civil.moments import Moment
from treatyclock.derive.case import Case, Span, span_text
from treatyclock.derive.entry import Entry, entry_into_force, first_acts
from treatyclock.derive.exit import End, ends
from treatyclock.derive.reasons import Reason, supporting
from treatyclock.derive.worlds import Choices, Outcome, World, explore, outcomes
from treatyclock.errors import OutOfRangeError, TooManyWorldsError, UnusableRecordError
from treatyclock.intervals import Timeline
from treatyclock.law.acts import Act, ActKind
from treatyclock.law.clauses import EntryWhen
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.truth import Truth

Statuses = frozenset[Status]
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A change of status.

    Attributes:
        status: What it changes to.
        at: The earliest and the latest instant at which it may come; equal where it is known.
        key: The reason.
        what: What happens, in a few words.
    """

    status: Status
    at: Span
    key: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What follows from a record in one world.

    Attributes:
        edges: The changes of status in order, by party; under None those of the treaty generally.
        entry: Its entry into force, None if it has not entered.
        end: Its end, None if none is foreseen.
        reasons: All reasons found, by key.
    """

    edges: Mapping[str | None, tuple[Edge, ...]]
    entry: Entry | None
    end: End | None
    reasons: Mapping[str, Reason]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Life:
    """A record under one reading, in every world that its open questions leave.

    Attributes:
        record: The record.
        reading: The reading.
        known_as_of: What was known by then, None for everything.
        worlds: The worlds.
        timelines: In each world the possible statuses, by party and generally, in the order of worlds.
    """

    record: Record
    reading: Reading
    known_as_of: Moment | None
    worlds: tuple[World[Fate], ...]
    timelines: tuple[Mapping[str | None, Timeline[Statuses]], ...]

    def __repr__(self) -> str:
        """Name the treaty, the reading and the number of worlds."""
        return f"<Life of {self.record.id} under {self.reading.id}: {len(self.worlds)} worlds>"

    def timeline(self, party: str | None = None) -> Timeline[Statuses]:
        """Return all statuses possible in any world."""
        first, *rest = (each[party] for each in self.timelines)
        return first.combine(lambda *several: frozenset().union(*several), *rest)

    def outcomes(self, value: Callable[[Fate], Value]) -> tuple[Outcome[Value], ...]:
        """Return what a value comes to, and under which answers."""
        return outcomes(self.worlds, value)


def evaluate(record: Record, reading: Reading, known_as_of: Moment | None = None) -> Life:
    """Derive a treaty's life.

    Args:
        record: What the documents say.
        reading: Who chooses what; :data:`~treatyclock.law.readings.TEXT` leaves open what the text does.
        known_as_of: Only acts known by then are used, and no later one is assumed.

    Raises:
        UnusableRecordError: If too much is open at once, or a term leaves the years 1 to 9999.
    """

    def fate(choices: Choices) -> Fate:
        return _fate(Case(record, reading, known_as_of, choices))

    try:
        worlds = explore(fate, dict(reading.choose))
    except (OutOfRangeError, TooManyWorldsError) as error:
        raise UnusableRecordError(record.id, reading.id, error) from None
    timelines = tuple(
        {party: status_timeline(edges) for party, edges in world.result.edges.items()} for world in worlds
    )
    return Life(record=record, reading=reading, known_as_of=known_as_of, worlds=worlds, timelines=timelines)


def _fate(case: Case) -> Fate:
    entry = entry_into_force(case)
    end = None if entry is None else _first_end(case, ends(case, entry))
    if entry is not None and end is not None:
        text = "had the treaty ended before it entered into force?"
        if case.choices.settle(_ended_before(case, entry, end), "ended before entry into force", text):
            case.derived("never", "ended before entry", True, entry.key, end.key)
            entry = end = None
    parties = (None, *(party.id for party in case.record.parties))
    edges = {party: _edges(case, entry, end, party) for party in parties}
    return Fate(edges=edges, entry=entry, end=end, reasons=case.reasons)


def _ended_before(case: Case, entry: Entry, end: End) -> Truth:
    if any(reason.key == entry.key for reason in supporting(case.reasons, [end.key])):
        return Truth.NO  # it is counted from the entry, however vague that is
    if not end.at_hour:  # both are days of one clock, and compare as printed
        return ~entry.day.not_after(end.last_day)
    if end.at[1] <= entry.begins[0]:
        return Truth.YES
    return Truth.NO if end.at[0] > entry.begins[1] else Truth.UNKNOWN


def _first_end(case: Case, found: Sequence[End]) -> End | None:
    if not found:
        case.derived("end", "no end", None, *(key for key in ("goes_on", "anchor") if key in case.reasons))
        return None
    at = (min(end.at[0] for end in found), min(end.at[1] for end in found))
    # All ends that may be the first one are its reasons; the others never come to pass.
    first = [end for end in found if end.at[0] <= at[1]]
    at_hour = any(end.at_hour for end in first)
    last_day = Days.earliest(end.last_day for end in first)
    because = tuple(dict.fromkeys(end.key for end in first))
    value: Days | str = span_text(at) if at_hour else last_day
    rule = "end at hour" if at_hour else "end"
    key = case.derived("end", rule, value, *because)
    if not at_hour:
        case.derived("end:ends", "ends", span_text(at), key, *case.midnight()[1])
    return End(at=at, last_day=last_day, key=key, at_hour=at_hour)


def _steps(case: Case) -> dict[Status, dict[str, Act]]:
    """Return the acts by which each party took each step towards the treaty."""
    clause = case.record.entry
    when = None if clause is None else clause.when
    signed = first_acts(case, ActKind.SIGNATURE)
    if when is EntryWhen.SIGNED:  # a definitive signature is consent
        return {Status.CONTRACTING: signed}
    consents = first_acts(case, ActKind.EXCHANGE if when is EntryWhen.EXCHANGED else ActKind.RATIFICATION)
    if when is EntryWhen.FIXED and not consents:
        return {Status.CONTRACTING: signed}
    return {Status.SIGNATORY: signed, Status.CONTRACTING: consents}


def _edges(case: Case, entry: Entry | None, end: End | None, party: str | None) -> tuple[Edge, ...]:
    """Return the changes of status of a party; under None those that all parties had gone through."""
    found = []
    everyone = [each.id for each in case.record.parties] if party is None else [party]
    for status, acts in _steps(case).items():
        done = [acts[each] for each in everyone if each in acts]
        if len(done) == len(everyone):
            spans = [case.happening(act.when()) for act in done]
            at = (max(span[0] for span in spans), max(span[1] for span in spans))
            last = done[spans.index(max(spans))]
            found.append(Edge(status=status, at=at, key=case.given_act(last), what=last.kind.value))
    if entry is not None:
        found.append(Edge(status=Status.PARTY, at=entry.begins, key=entry.key, what="entry into force"))
    if end is not None:
        found.append(Edge(status=Status.FORMER_PARTY, at=end.at, key=end.key, what="end"))
    return tuple(found)


def status_timeline(edges: Sequence[Edge]) -> Timeline[Statuses]:
    """Return the statuses possible at each instant.

    A status is possible once its edge may have come, unless a later one surely has.

    Example:
        >>> e = Edge(status=Status.PARTY, at=(10, 20), key="", what="")
        >>> [len(value) for _, value in status_timeline([e]).pieces()]
        [1, 2, 1]
    """
    points = sorted({instant for edge in edges for instant in edge.at})

    def possible(instant: int) -> Statuses:
        sure = max((i for i, edge in enumerate(edges) if edge.at[1] <= instant), default=-1)
        found = {edge.status for edge in edges[max(sure, 0) :] if edge.at[0] <= instant}
        return frozenset(found | ({Status.NEGOTIATING} if sure < 0 else set()))

    return Timeline.of(frozenset({Status.NEGOTIATING}), [(point, possible(point)) for point in points])
