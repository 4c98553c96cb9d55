"""A treaty that is in force between pairs of States alone, or one of two that nobody else joined, with one party left.

Law: a treaty between pairs is a bundle of relations, and a treaty is between two States at least (Vienna Convention
art. 2(1)(a)). With nobody opposite it is in force between nobody. Whether the treaty has ended with that, or the State
that is left stays bound towards whoever joins, no rule says.
"""

from __future__ import annotations

from collections.abc import Callable

from treatyclock.derive.end import End
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.headcount import Memberships, fall
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.too_few import end_by_fall
from treatyclock.law.clauses.conditions import Consented, Exchanged, Pairwise, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.truth import Truth

NOBODY_OPPOSITE = Rule(
    "nobody opposite",
    "these exits leave one party at most and nobody opposite, and the treaty is taken to have ended with that, {when}",
    "no rule says whether it has: Vienna Convention on the Law of Treaties, arts. 2(1)(a) and 54 to 55",
)


def nobody_opposite(evaluation: Evaluation, memberships_of_all: Callable[[], Memberships]) -> list[End]:
    """Derive the end that may come once a treaty between pairs has one party left; none where two stay."""
    clause, record = evaluation.clause(EntryIntoForce), evaluation.record
    if clause is None or record.bilateral:
        return []
    # Where all who negotiated must consent, and two are listed, there were two; elsewhere a file may list two of many.
    of_all = (isinstance(clause.when, Consented | Signed) and not clause.when.by) or isinstance(clause.when, Exchanged)
    of_two = of_all and len(record.parties) == 2 and record.coverage.lists_all_parties
    if not of_two and not isinstance(clause.when, Pairwise):
        return []
    alone = fall(evaluation, 2, memberships_of_all(), "a time with one party left")
    fact = "the treaty to have ended with one party left"
    such = "of two parties that others may join" if of_two else "in force between pairs alone"
    text = f"the treaty is {such}, and one party is left: has the treaty ended with that?"
    if alone is None or not evaluation.settle(Truth.UNKNOWN, fact, text):
        return []
    premises = dict.fromkeys(key for end in alone.gone for key in end.premises)
    because = (evaluation.given_clause(clause), *premises)
    return [end_by_fall(evaluation, alone, Key("nobody opposite"), NOBODY_OPPOSITE, because)]
