"""What changes from one treaty to another: stretches of time with another status, and dates."""

from __future__ import annotations

from treatyclock.answers.dates import Outcomes
from treatyclock.answers.difference import DateChange, Difference, StatusChange
from treatyclock.derive.histories.life import Life
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.questions.dates import dates


def difference(one: Life, other: Life) -> Difference:
    """Compare two lives: for each party that both have, and generally."""
    known = {party.id for party in other.record.parties}
    subjects = (GENERALLY, *(Subject((party.id,)) for party in one.record.parties if party.id in known))
    statuses, changed = [], []
    for subject in subjects:
        both = one.timeline(subject).combine(lambda before, after: (before, after), other.timeline(subject))
        statuses += [
            StatusChange(subject=subject, during=during, before=before, after=after)
            for during, (before, after) in both.pieces()
            if before != after
        ]
        mine, theirs = dates(one, subject).by_name(), dates(other, subject).by_name()
        del mine["first_day_out"]  # it differs where the last day in force does
        for name, outcomes in mine.items():
            before, after = _values(outcomes), _values(theirs[name])
            if before != after:
                changed.append(DateChange(subject=subject, name=name, before=before, after=after))
    return Difference(statuses=tuple(statuses), dates=tuple(changed))


def _values(outcomes: Outcomes) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(outcome.value for outcome in outcomes))
