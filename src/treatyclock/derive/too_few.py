"""The end of a treaty whose parties have become too few."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from treatyclock.civil.days import Days
from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.history import Membership
from treatyclock.derive.not_on_record import instruments_not_on_record, why_open
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.timing import later
from treatyclock.law.clauses.minimum import MinimumParties
from treatyclock.law.coverage import Missing
from treatyclock.truth import Truth

TOO_FEW = Rule(
    "too few parties",
    "these exits leave fewer parties than required, so the treaty ends for all with {value}",
    "Vienna Convention on the Law of Treaties, art. 55: only where the treaty provides for it",
)

Memberships = Sequence[Sequence[Membership]]
"""For each party, the periods for which it is one."""

FirstAndLast = tuple[date, date]
"""A first and a last day."""


def too_few(evaluation: Evaluation, memberships_of_all: Callable[[], Memberships]) -> list[End]:
    """Derive the end that comes with the day on which the parties fall below their number; none where they do not.

    Args:
        evaluation: The evaluation.
        memberships_of_all: Works out what each party's periods would be without this clause; asked only where the
            clause is there.
    """
    clause = evaluation.clause(MinimumParties)
    if clause is None:
        return []
    memberships = memberships_of_all()
    last = fall(evaluation, clause.number, memberships, f"fewer than {clause.number} parties left")
    if last is None:
        return []
    if since := _perhaps_more(evaluation, last):
        fact = f"fewer than {clause.number} parties left"
        why = why_open(evaluation.record, Missing.CONSENT, listed=evaluation.record.coverage.lists_all_parties)
        if not evaluation.lacking(fact, f"were there ever {fact}? {why}"):
            return []
        last = Days.between(since)
    ends = [period.end for each in memberships for period in each]
    gone = [end for end in ends if end is not None and end.last_day.first <= last.last]
    # What an end rests on, not the end itself: that will rest on the one found here.
    premises = dict.fromkeys(key for end in gone for key in end.premises)
    key = evaluation.derived(Key("too few"), TOO_FEW, last, evaluation.given_clause(clause), *premises)
    decided = [end.deadline for end in gone if end.deadline is not None]
    return [ending_with(evaluation, last, key, deadline=decided[-1] if decided else None)]


def _perhaps_more(evaluation: Evaluation, last: Days) -> date | None:
    """Return the first last day that parties which are not on record may lead to; None where there can be none."""
    since = instruments_not_on_record(evaluation, ())
    return last.first if since is not None and since <= last.last else None


def fall(evaluation: Evaluation, number: int, memberships: Memberships, fact: str) -> Days | None:
    """Return the last day with enough parties: the range it lies in, where days of entry or exit are vague.

    Args:
        evaluation: The evaluation.
        number: How many are enough.
        memberships: For each party, the periods for which it is one.
        fact: What the question is called whether there were ever too few, where that is open.
    """
    ends = [period.end.last_day for each in memberships for period in each if period.end is not None]
    entries = [period.entry.day.first for each in memberships for period in each]
    # A sweep over the days on which the number can change: between them it is the same.
    days = sorted({*entries, *(day.first for day in ends), *(day.last for day in ends)})
    surely, perhaps = False, False
    earliest: date | None = None
    least_on, most_on = _parties(memberships, surely=True), _parties(memberships, surely=False)
    for day in days:
        surely, perhaps = surely or least_on(day) >= number, perhaps or most_on(day) >= number
        least, most = least_on(later(day)), most_on(later(day))
        if earliest is None and perhaps and least < number and any(each.first <= day <= each.last for each in ends):
            earliest = day
        if surely and most < number:
            assert earliest is not None
            return Days(first=earliest, last=day)
    if earliest is None:
        return None
    if not evaluation.settle(Truth.UNKNOWN, fact, f"were there ever {fact}?"):
        return None
    return Days(first=earliest, last=max(day.last for day in ends))


def _parties(memberships: Memberships, *, surely: bool) -> Callable[[date], int]:
    """Return the function that tells how many are a party on a day, surely or perhaps."""
    starts, ends = [], []
    for each in memberships:
        for start, end in _merged(_stretch(period, surely=surely) for period in each):
            starts.append(start)
            ends.append(end)
    # Sorted once, since there may be as many days to ask about as parties, and both may be hundreds.
    starts.sort()
    ends.sort()
    return lambda day: bisect_right(starts, day) - bisect_left(ends, day)


def _stretch(period: Membership, *, surely: bool) -> FirstAndLast:
    """Return the days of a time of being a party; of those that are sure, the last may lie before the first."""
    entry, end = period.entry.day, period.end
    if surely:
        return entry.last, date.max if end is None else end.last_day.first
    return entry.first, date.max if end is None else end.last_day.last


def _merged(stretches: Iterable[FirstAndLast]) -> Iterator[FirstAndLast]:
    """Yield stretches that have no day in common, out of any: nobody is a party twice on a day."""
    last: FirstAndLast | None = None
    for start, end in sorted(each for each in stretches if each[0] <= each[1]):
        if last is None or last[1] < start:
            if last is not None:
                yield last
            last = (start, end)
        else:
            last = (last[0], max(last[1], end))
    if last is not None:
        yield last
