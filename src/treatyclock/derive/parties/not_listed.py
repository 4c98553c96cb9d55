"""Whether others than the listed States were parties: by a list that is in part, or by what the record itself shows.

A record shows it where a source numbers an instrument higher than there are instruments on the list, and where the
treaty entered into force, as the depositary recorded, by more instruments than are listed.
"""

from __future__ import annotations

from collections.abc import Set

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.consent.consent import instrument_kinds
from treatyclock.derive.counting.date_that_counts import date_of_instruments
from treatyclock.derive.entry.enough_consents import Countable
from treatyclock.derive.entry.numbered import MORE_THAN_LISTED, Numbered
from treatyclock.derive.reasoning.admitted import known_by
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.clauses.conditions import AllOf, AnyOf, AsRecorded, Condition, Instruments, Pairwise
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.coverage import Missing
from treatyclock.truth import Truth


def perhaps_others(evaluation: Evaluation, besides: Set[str] = frozenset()) -> str:
    """Say in a sentence why others than the listed States may be parties; nothing where they surely are not.

    Args:
        evaluation: The evaluation.
        besides: Listed States that are taken for parties, be their consents on record or not.
    """
    if not evaluation.record.coverage.lists_all_parties:
        return "The list of parties is in part."
    return MORE_THAN_LISTED if surely_others(evaluation, besides) else ""


def surely_others(evaluation: Evaluation, besides: Set[str] = frozenset()) -> bool:
    """Tell whether the record shows that States consented of whom it neither lists a consent nor may lack one.

    It shows that even if acts are left out, since these were done all the same; but not before it was known.

    Args:
        evaluation: The evaluation.
        besides: Listed States that are taken for parties, be their consents on record or not.
    """
    record, clause = evaluation.record, evaluation.clause(EntryIntoForce)
    if clause is None or record.bilateral:
        return False
    whole, states = evaluation.with_dropped(), [party.id for party in record.parties]
    counted = Countable(date_of_instruments(whole, clause)[0])
    every = counted.first(whole, instrument_kinds(evaluation), states, counting=True)
    silent = {state for state in states if state in besides or record.coverage.lacks(Missing.CONSENT, state)} - {*every}
    if Numbered(every, every).more_than_listed(silent):
        return True
    if clause.recorded is None or not _known(evaluation, clause.recorded_known or clause.recorded):
        return False
    by_then = [consent for consent in every.values() if consent.day.first <= clause.recorded.days.last]
    return needed(clause.when) > len(by_then) + len(silent)


def _known(evaluation: Evaluation, since: Moment) -> bool:
    horizon = evaluation.acts.known_as_of
    return horizon is None or known_by(since, horizon) is Truth.YES


def needed(condition: Condition) -> int:
    """Return how many instruments, whosever they are, a condition needs at least."""
    if isinstance(condition, AllOf):
        return max(map(needed, condition.parts))
    if isinstance(condition, AnyOf):
        return min(map(needed, condition.parts))
    if isinstance(condition, Instruments):
        return 0 if condition.among else condition.number
    # No treaty is concluded by one State (Vienna Convention art. 2(1)(a)).
    return 2 if isinstance(condition, Pairwise | AsRecorded) else 0
