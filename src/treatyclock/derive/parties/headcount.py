"""How many States are parties, and when they become too few: counted on the calendar that the treaty counts by.

Days compare as printed: who leaves with a day and who joins with the next leave no gap, on whatever clocks that was
done. What comes at an hour has its place within its day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from treatyclock.civil.days import LATEST, Days
from treatyclock.derive.end.end import End
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.timing import Span
from treatyclock.truth import Truth

Memberships = Sequence[Sequence[Membership]]
"""For each party, the periods for which it is one."""

Place = int
"""A point of the calendar, in microseconds: those of all days before its own, and those since that day began."""

Places = tuple[Place, Place]
"""The first and the last place at which something may come."""

_DAY = 86_400_000_000
_NEVER: Places = ((date.max.toordinal() + 2) * _DAY,) * 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """When the parties become too few.

    Attributes:
        last: The last day with enough of them: where it comes at an hour, the day of that hour.
        gone: The exits that may have come by then.
        by: Those of them that may have brought it.
        after: For each party, the periods that begin only after it.
        within_first: Whether it may come before the end of the first of those days.
        asked: Whether it is open that there was one, and this is the answer yes.
    """

    last: Days
    gone: tuple[End, ...]
    by: tuple[End, ...]
    after: Memberships
    within_first: bool
    asked: bool = False

    def span(self, evaluation: Evaluation) -> Span:
        """Return between which instants it comes, at an hour or with the end of a day."""
        begins, ends = evaluation.start_of(self.last)[0], evaluation.end_of(self.last)[0]
        return Span(begins.earliest if self.within_first else ends.earliest, ends.latest)


@dataclass(frozen=True, slots=True)
class _Stretch:
    period: Membership
    starts: Places
    ends: Places


def fall(evaluation: Evaluation, number: int, memberships: Memberships, fact: str, lacking: str = "") -> Fall | None:
    """Return when the parties become fewer than a number: between which days, where entries or exits are vague.

    Args:
        evaluation: The evaluation.
        number: How many are enough.
        memberships: For each party, the periods for which it is one.
        fact: What the question is called whether there were ever too few, where that is open.
        lacking: Why acts may be lacking in the record that decide about it; empty where only vague dates do.
    """
    stretches = [[_stretch(evaluation, period) for period in periods] for periods in memberships]
    exits = [each.ends for periods in stretches for each in periods if each.ends != _NEVER]
    # A sweep over the places at which the number can change: between them it is the same.
    entries = (each.starts for periods in stretches for each in periods)
    places = sorted({place for both in (*entries, *exits) for place in both} - {*_NEVER})
    least_at, most_at = _parties(stretches, surely=True), _parties(stretches, surely=False)
    last = max((last for _, last in exits), default=_NEVER[0])

    def asked(question: str) -> bool:
        text = f"{'was' if fact.startswith('a ') else 'were'} there ever {question}?"
        if lacking:
            return evaluation.lacking(question, f"{text} {lacking}")
        return evaluation.settle(Truth.UNKNOWN, question, text)

    surely, perhaps = False, False
    earliest: Place | None = None
    latest: Place | None = None
    for place in places:
        least, most = least_at(place), most_at(place)
        if least >= number and latest is None:
            latest = place  # if there are surely enough from here on, they became too few before, or never
        elif least < number and latest is not None:
            # There were enough in between: whether they were too few before that is a question of its own.
            if earliest is not None and asked(f"{fact} before {_day_up_to(latest + 1)}"):
                return replace(_fall(earliest, min(last, latest), stretches), asked=True)
            earliest, latest = None, None
        # Where there may be enough of them only from here on, they can become too few only after it.
        after = place if perhaps else place + 1
        perhaps = perhaps or most >= number
        if earliest is None and perhaps and least < number and any(each[0] <= after <= each[1] for each in exits):
            earliest = after
        if surely and most < number:
            assert earliest is not None
            return _fall(earliest, place, stretches)
        surely = surely or least >= number
    if earliest is None:
        return None
    if not asked(fact):
        return None
    return replace(_fall(earliest, last if latest is None else min(last, latest), stretches), asked=True)


def _fall(earliest: Place, latest: Place, stretches: Sequence[Sequence[_Stretch]]) -> Fall:
    gone = [
        (end, each.ends[1])
        for periods in stretches
        for each in periods
        if (end := each.period.end) is not None and each.ends[0] <= latest
    ]
    return Fall(
        last=Days(first=_day_up_to(earliest), last=_day_up_to(latest)),
        gone=tuple(end for end, _ in gone),
        by=tuple(end for end, last in gone if earliest <= last),
        after=[[each.period for each in periods if each.starts[0] >= latest] for periods in stretches],
        within_first=earliest % _DAY != 0,
    )


def _day_up_to(place: Place) -> date:
    """Return the day that a place ends, or lies in; the last of all where it has no bound."""
    return LATEST if place >= _NEVER[0] else date.fromordinal((place - 1) // _DAY)


def _stretch(evaluation: Evaluation, period: Membership) -> _Stretch:
    entry, end = period.entry, period.end
    starts = _within(evaluation, entry.day, entry.begins) if entry.at_hour else _beginning(entry.day)
    if entry.expressed is not None:
        # Until it consented it was counted by nobody: whether it is afterwards, for that time, no rule says.
        starts = (starts[0], max(starts[1], _beginning(entry.expressed)[1]))
    starts = _open(entry.day, starts)
    if end is None:
        return _Stretch(period, starts, _NEVER)
    if end.at_hour:
        return _Stretch(period, starts, _open(end.last_day, _within(evaluation, end.last_day, end.at)))
    first, last = _beginning(end.last_day)
    return _Stretch(period, starts, _open(end.last_day, (first + _DAY, last + _DAY)))


def _open(days: Days, places: Places) -> Places:
    """Take away the last place of what may come on any later day: it may never come."""
    return (places[0], _NEVER[0]) if days.last >= LATEST and not days.known else places


def _beginning(days: Days) -> Places:
    return days.first.toordinal() * _DAY, days.last.toordinal() * _DAY


def _within(evaluation: Evaluation, days: Days, at: Span) -> Places:
    """Return the places of an instant within its days: any of the day, where nobody knows whose midnight begins it."""
    starts, (first, last) = evaluation.start_of(days)[0], _beginning(days)
    clock_known = evaluation.midnight()[0] is not None
    if not clock_known:
        return first, last + _DAY
    return first + min(max(at.earliest - starts.earliest, 0), _DAY), last + min(max(at.latest - starts.latest, 0), _DAY)


def _parties(stretches: Sequence[Sequence[_Stretch]], *, surely: bool) -> Callable[[Place], int]:
    """Return the function that tells how many are a party from a place on, surely or perhaps."""
    starts, ends = [], []
    for each in stretches:
        for start, end in _merged(_bounds(one, surely=surely) for one in each):
            starts.append(start)
            ends.append(end)
    # Sorted once, since there may be as many places to ask about as parties, and both may be hundreds.
    starts.sort()
    ends.sort()
    return lambda place: bisect_right(starts, place) - bisect_right(ends, place)


def _bounds(each: _Stretch, *, surely: bool) -> Places:
    """Return from where up to where a State is a party; what is sure may end before it begins."""
    return (each.starts[1], each.ends[0]) if surely else (each.starts[0], each.ends[1])


def _merged(stretches: Iterable[Places]) -> Iterator[Places]:
    """Yield stretches that have no place in common, out of any: nobody is a party twice at once."""
    last: Places | None = None
    for start, end in sorted(each for each in stretches if each[0] < each[1]):
        if last is None or last[1] < start:
            if last is not None:
                yield last
            last = (start, end)
        else:
            last = (last[0], max(last[1], end))
    if last is not None:
        yield last
