"""What holds between two parties only while another treaty is in force between them, or no longer than it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_by_act, first_end
from treatyclock.derive.entry.entry import Entry, entering
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.others.other_in_force import acts_on, is_told, perhaps
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.overlays.sunset import sunset
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.others import OTHER_END, OTHER_ENTRY
from treatyclock.law.clauses.others import Bond, Companion
from treatyclock.law.status import Status

_LAW = "Vienna Convention on the Law of Treaties, arts. 24(1) and 54(a): as the treaty provides"
WAITS = Rule("between two with another treaty", "between these two it is in force from {value} at the earliest", _LAW)
NOT_YET = Rule(
    "not between two without another treaty",
    "that treaty is not in force, so neither is this one between these two",
    _LAW,
)
FALLS = Rule(
    "between two no longer than another treaty", "that treaty is over, so between these two it ends {when}", _LAW
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Time:
    """A time at which the companion is in force: from its entry, which may not be told, to its end."""

    entry: Entry | None
    end: End | None


def with_companions(
    evaluation: Evaluation, pair: tuple[str, str], memberships: Sequence[Membership]
) -> tuple[tuple[Membership, ...], tuple[Overlay, ...]]:
    """Return the periods of being in force between two, and what hides the rest of what both go through.

    Args:
        evaluation: The evaluation.
        pair: The two.
        memberships: The periods that both have in common.
    """
    periods, overlays = tuple(memberships), tuple[Overlay, ...]()
    for clause in evaluation.several(Companion):
        if set(clause.between) == set(pair):
            periods, more = _beside(evaluation, clause, periods)
            overlays = (*overlays, *more)
    return periods, overlays


def _beside(
    evaluation: Evaluation, clause: Companion, periods: tuple[Membership, ...]
) -> tuple[tuple[Membership, ...], tuple[Overlay, ...]]:
    given = evaluation.given_clause(clause)
    if not is_told(evaluation, clause.treaty, clause.between):
        question = f"is {clause.treaty} in force between {' and '.join(clause.between)}?"
        if perhaps(evaluation, clause.treaty, f"in force between {' and '.join(sorted(clause.between))}", question):
            return periods, ()
        times: tuple[_Time, ...] = ()
    else:
        times = tuple(_times(evaluation, clause, given))
    waits = clause.in_force is Bond.ONLY_WHILE
    name = Key("companion", f"{clause.treaty}: {', '.join(clause.between)}")
    if not times:
        if not waits:
            return periods, ()
        key = evaluation.derived(name, NOT_YET, None, given)
        return (), (_hidden(Status.CONTRACTING, periods, None, key),) if periods else ()
    found = [_shared(evaluation, clause, period, time, waits=waits) for period in periods for time in times]
    gaps = (*_gaps(times, periods, waits=waits), *_surviving(evaluation, clause, times, periods))
    return tuple(each for each in found if each is not None), gaps


def _times(evaluation: Evaluation, clause: Companion, given: Key) -> Iterator[_Time]:
    """Yield the times of the companion: each entry with the first end after it.

    What is told of these two stands beside what is told of all: one that is in force does not enter into force anew,
    and one that is over does not end again.
    """
    entries = acts_on(evaluation, clause.treaty, OTHER_ENTRY, clause.between)
    ends = acts_on(evaluation, clause.treaty, OTHER_END, clause.between)
    entry: Entry | None = None
    over: list[End] = []
    for act in sorted((*entries, *ends), key=_in_order):
        if act.kind == OTHER_ENTRY:
            if entry is not None and not over:
                continue
            if over:
                yield _time(evaluation, clause, entry, over)
            day = evaluation.legal_days(act.when())
            key = evaluation.derived(Key("companion from", act.id), WAITS, day, given, evaluation.given_act(act))
            entry, over = entering(evaluation, day, key, acts=(act,)), []
            continue
        name = Key("companion until", act.id)
        end = ending_by_act(evaluation, act, name, FALLS, given, evaluation.given_act(act))
        if not over or end.at.earliest < min(each.at.latest for each in over):
            over.append(end)
    if entry is not None or over:
        yield _time(evaluation, clause, entry, over)


def _in_order(act: Act) -> tuple[date, bool]:
    """Order by day; of one day, an end comes before an entry into force anew."""
    if act.kind == OTHER_ENTRY:
        return act.when().days.first, True
    return (act.effective or act.when()).days.first, False


def _time(evaluation: Evaluation, clause: Companion, entry: Entry | None, over: Sequence[End]) -> _Time:
    if len(over) <= 1:
        return _Time(entry=entry, end=over[0] if over else None)
    name = Key("companion until", f"{clause.treaty}: {', '.join(clause.between)}")
    return _Time(entry=entry, end=first_end(evaluation, over, name))


def _shared(
    evaluation: Evaluation, clause: Companion, period: Membership, time: _Time, *, waits: bool
) -> Membership | None:
    """Return the part of a period of being in force that lies within a time of the companion; None for none."""
    entry, end = period.entry, period.end
    if waits and time.entry is not None and time.entry.begins > entry.begins:
        entry = time.entry
    if time.end is not None:
        name = Key("end between", f"{clause.treaty}: {', '.join(clause.between)}")
        end = time.end if end is None else first_end(evaluation, (end, time.end), name)
    if end is not None and end.at.latest <= entry.begins.earliest:
        return None
    return replace(period, entry=entry, end=end)


def _gaps(times: Sequence[_Time], periods: Sequence[Membership], *, waits: bool) -> Iterator[Overlay]:
    """Yield what hides the times at which the companion is not in force."""
    first = times[0].entry
    if waits and first is not None and periods:
        yield _hidden(Status.CONTRACTING, periods, first.begins, first.key)
    for number, time in enumerate(times):
        if time.end is None:
            continue
        later = times[number + 1].entry if waits and number + 1 < len(times) else None
        yield Overlay(
            status=Status.FORMER_PARTY,
            begins=time.end.at,
            ends=None if later is None else later.begins,
            because=time.end.keys,
            what="end of the companion",
        )


def _surviving(
    evaluation: Evaluation, clause: Companion, times: Sequence[_Time], periods: Sequence[Membership]
) -> Iterator[Overlay]:
    """Yield what survives between the two where their being bound ends with the companion (art. 70(1))."""
    for number, time in enumerate(times, start=1):
        over = time.end
        if over is None or not any(_within(over, period) for period in periods):
            continue
        name = Key("survives between", f"{clause.treaty}: {', '.join(clause.between)}", number if number > 1 else None)
        yield from sunset(evaluation, over, name)


def _within(end: End, period: Membership) -> bool:
    last = period.end
    return period.entry.begins.earliest < end.at.latest and (last is None or end.at.earliest < last.at.latest)


def _hidden(status: Status, periods: Sequence[Membership], until: Span | None, key: Key) -> Overlay:
    since = periods[0].entry.begins.earliest
    return Overlay(
        status=status, begins=Span(since, since), ends=until, because=(key,), what="waiting for the companion"
    )
