"""The end of a treaty whose parties have become too few."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from treatyclock.civil.days import Days
from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.headcount import Memberships, fall
from treatyclock.derive.not_on_record import instruments_not_on_record, why_open
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.timing import Span
from treatyclock.law.clauses.minimum import MinimumParties
from treatyclock.law.coverage import Missing

TOO_FEW = Rule(
    "too few parties",
    "these exits leave fewer parties than required, so the treaty ends for all {when}",
    "Vienna Convention on the Law of Treaties, art. 55: only where the treaty provides for it",
)


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
    fewer = fall(evaluation, clause.number, memberships, f"fewer than {clause.number} parties left")
    if fewer is None:
        return []
    # What an end rests on, not the end itself: that will rest on the one found here.
    premises = dict.fromkeys(key for end in fewer.gone for key in end.premises)
    because = (evaluation.given_clause(clause), *premises)
    decided = [end.deadline for end in fewer.gone if end.deadline is not None]
    deadline = decided[-1] if decided else None
    last, since = fewer.last, _perhaps_more(evaluation, fewer.last)
    if since is None and any(end.at_hour for end in fewer.by):
        at = Span(min(end.at.earliest for end in fewer.by), max(end.at.latest for end in fewer.by))
        key = evaluation.derived(Key("too few"), TOO_FEW, at, *because)
        return [End(at=at, last_day=last, key=key, at_hour=True, deadline=deadline)]
    if since is not None:
        fact = f"fewer than {clause.number} parties left"
        why = why_open(evaluation.record, Missing.CONSENT, listed=evaluation.record.coverage.lists_all_parties)
        if not evaluation.lacking(fact, f"were there ever {fact}? {why}"):
            return []
        last = Days.between(since)
    return [
        ending_with(evaluation, last, evaluation.derived(Key("too few"), TOO_FEW, last, *because), deadline=deadline)
    ]


def _perhaps_more(evaluation: Evaluation, last: Days) -> date | None:
    """Return the first last day that parties which are not on record may lead to; None where there can be none."""
    since = instruments_not_on_record(evaluation, ())
    return last.first if since is not None and since <= last.last else None
