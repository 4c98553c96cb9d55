"""A treaty that is in force between pairs of States alone, or one of two that nobody else joined, with one party left.

Law: a treaty between pairs is a bundle of relations, and a treaty is between two States at least (Vienna Convention
art. 2(1)(a)). With nobody opposite it is in force between nobody. Whether the treaty has ended with that, or the State
that is left stays bound towards whoever joins, no rule says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.consent.negotiating import awaited, took_part
from treatyclock.derive.end.end import End
from treatyclock.derive.parties.headcount import Memberships, fall
from treatyclock.derive.parties.too_few import end_by_fall
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.clauses.conditions import Consented, Pairwise, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation, EndsFor
from treatyclock.truth import Truth

NOBODY_OPPOSITE = Rule(
    "nobody opposite",
    "these exits leave one party at most and nobody opposite, and the treaty is taken to have ended with that, {when}",
    "no rule says whether it has: Vienna Convention on the Law of Treaties, arts. 2(1)(a) and 54 to 55",
)
ONE_OF_TWO = Rule(
    "one of two left",
    "one of the two parties has left and no third had joined, so the treaty has ended for both, {when}",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(a) and 54(a)",
)


def nobody_opposite(evaluation: Evaluation, memberships_of_all: Callable[[], Memberships]) -> list[End]:
    """Derive the end that comes once one party is left of a treaty of two, or perhaps of one between pairs.

    Where two alone negotiated the treaty and no third had consented by then, it was between two, and the notice of one
    ends it for both. Where a third had joined or negotiated it, or who left had ceased to be a member of what the
    treaty is tied to, or the treaty is one between pairs, it is open. None where two stay.
    """
    clause, record = evaluation.clause(EntryIntoForce), evaluation.record
    if clause is None or record.bilateral:
        return []
    two = awaited(record)
    of_two = len(two) == 2 and record.coverage.lists_all_parties and record.waits_for(two)
    if isinstance(clause.when, Consented | Signed) and len(clause.when.by) == 2:
        two, of_two = clause.when.by, record.coverage.lists_all_parties
    if not of_two and not isinstance(clause.when, Pairwise):
        return []
    alone = fall(evaluation, 2, memberships_of_all(), "a time with one party left")
    if alone is None:
        return []
    premises = dict.fromkeys(key for end in alone.gone for key in end.premises)
    because = (evaluation.given_clause(clause), *premises)
    by_notice = all(end.notice is not None for end in alone.gone)
    if of_two and by_notice and _for_both(evaluation) and not _a_third(evaluation, two, alone.last):
        return [end_by_fall(evaluation, alone, Key("nobody opposite"), ONE_OF_TWO, because)]
    fact = "the treaty to have ended with one party left"
    such = "of two parties that others may join" if of_two else "in force between pairs alone"
    text = f"the treaty is {such}, and one party is left: has the treaty ended with that?"
    if not evaluation.settle(Truth.UNKNOWN, fact, text):
        return []
    return [end_by_fall(evaluation, alone, Key("nobody opposite"), NOBODY_OPPOSITE, because)]


def _for_both(evaluation: Evaluation) -> bool:
    """Tell whether the text leaves it to the number of parties whom a notice releases."""
    clause = evaluation.clause(Denunciation)
    return clause is None or clause.ends_for is not EndsFor.NOTIFIER


def _a_third(evaluation: Evaluation, two: Collection[str], last: Days) -> bool:
    """Tell whether others than two negotiated the treaty, as an act shows, or may have consented to it by a day."""
    others = [party.id for party in evaluation.record.parties if party.id not in two]
    return took_part(evaluation.record, others) or any(
        each.day.first <= last.last for other in others for each in agreed(evaluation, other)
    )
