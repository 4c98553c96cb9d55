"""The end of a treaty whose parties have become too few."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from treatyclock.civil.days import Days
from treatyclock.derive.case import Case, later
from treatyclock.derive.ends import End, ending_with
from treatyclock.derive.fate import Spell
from treatyclock.derive.reasons import Derived, Rule
from treatyclock.law.clauses.minimum import MinimumParties
from treatyclock.truth import Truth

TOO_FEW = Rule(
    "too few parties",
    "by these exits the parties become fewer than the treaty asks for, so it ends for all with {value}",
    "Vienna Convention on the Law of Treaties, art. 55: only where the treaty provides for it",
)

Spells = Sequence[Sequence[Spell]]
"""For each party, the times for which it is one."""

Stretch = tuple[date, date]
"""A first and a last day."""


def too_few(case: Case, spells_of_all: Callable[[], Spells]) -> list[End]:
    """Derive the end that comes with the day on which the parties fall below their number; none where they do not.

    Args:
        case: The case.
        spells_of_all: Works out what each party's times would be without this clause; asked only where it is there.
    """
    clause = case.record.clause(MinimumParties)
    if clause is None:
        return []
    spells = spells_of_all()
    last = _fall(case, clause.number, spells)
    if last is None:
        return []
    gone = [spell.end for each in spells for spell in each if spell.end and spell.end.last_day.first <= last.last]
    # What an end rests on, not the end itself: that will rest on the one found here.
    premises = dict.fromkeys(key for end in gone for key in _premises(case, end))
    key = case.derived("too few", TOO_FEW, last, case.given_clause(clause), *premises)
    return [ending_with(case, last, key)]


def _premises(case: Case, end: End) -> tuple[str, ...]:
    reason = case.reasons[end.key]
    return reason.because if isinstance(reason, Derived) else ()


def _fall(case: Case, number: int, spells: Spells) -> Days | None:
    """Return the last day with enough parties: the range it lies in, where days of entry or exit are vague."""
    ends = [spell.end.last_day for each in spells for spell in each if spell.end is not None]
    entries = [spell.entry.day.first for each in spells for spell in each]
    days = sorted({*entries, *(day.first for day in ends), *(day.last for day in ends)})
    surely, perhaps = False, False
    earliest: date | None = None
    least_on, most_on = _parties(spells, surely=True), _parties(spells, surely=False)
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
    fact = f"fewer than {number} parties left"
    if not case.choices.settle(Truth.UNKNOWN, fact, f"were there ever {fact}?"):
        return None
    return Days(first=earliest, last=max(day.last for day in ends))


def _parties(spells: Spells, *, surely: bool) -> Callable[[date], int]:
    """Return the function that tells how many are a party on a day, surely or perhaps."""
    starts, ends = [], []
    for each in spells:
        for start, end in _merged(_stretch(spell, surely=surely) for spell in each):
            starts.append(start)
            ends.append(end)
    # Sorted once, since there may be as many days to ask about as parties, and both may be hundreds.
    starts.sort()
    ends.sort()
    return lambda day: bisect_right(starts, day) - bisect_left(ends, day)


def _stretch(spell: Spell, *, surely: bool) -> Stretch:
    """Return the days of a time of being a party; of those that are sure, the last may lie before the first."""
    entry, end = spell.entry.day, spell.end
    if surely:
        return entry.last, date.max if end is None else end.last_day.first
    return entry.first, date.max if end is None else end.last_day.last


def _merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Yield stretches that have no day in common, out of any: nobody is a party twice on a day."""
    last: Stretch | None = None
    for start, end in sorted(each for each in stretches if each[0] <= each[1]):
        if last is None or last[1] < start:
            if last is not None:
                yield last
            last = (start, end)
        else:
            last = (last[0], max(last[1], end))
    if last is not None:
        yield last
