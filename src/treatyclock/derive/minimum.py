"""The end of a treaty whose parties have become too few."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    for day in days:
        least, most = _parties(spells, day)
        surely, perhaps = surely or least >= number, perhaps or most >= number
        least, most = _parties(spells, later(day))
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


def _parties(spells: Spells, day: date) -> tuple[int, int]:
    """Return how many are surely a party on a day, and how many may be."""
    surely = sum(any(_covers(spell, day, whole=True) for spell in each) for each in spells)
    perhaps = sum(any(_covers(spell, day, whole=False) for spell in each) for each in spells)
    return surely, perhaps


def _covers(spell: Spell, day: date, *, whole: bool) -> bool:
    entry, end = spell.entry.day, spell.end
    if (entry.last if whole else entry.first) > day:
        return False
    return end is None or (end.last_day.first if whole else end.last_day.last) >= day
