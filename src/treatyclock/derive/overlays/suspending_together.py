"""A suspension by all who were parties then, which needs no clause.

Law: a treaty's operation may be suspended at any time by consent of all the parties (Vienna Convention art. 57(b)).
Other States that have consented are consulted; their agreement is not needed.
"""

from __future__ import annotations

from functools import reduce
from operator import and_

from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.parties_then import PartiesThen
from treatyclock.derive.parties.whole import within
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.truth import Truth

BY_ALL = Rule(
    "suspended by all",
    "all who were parties then did it together, so it needs no clause",
    "Vienna Convention on the Law of Treaties, art. 57(b)",
)


def by_all_parties(evaluation: Evaluation, act: Act, entry: Entry | None) -> tuple[Key, ...] | None:
    """Return why a suspension is one by all parties; nothing needs saying where all who are listed did it.

    Args:
        evaluation: The evaluation.
        act: The suspension.
        entry: The treaty's entry into force; None if it has not entered.

    Returns:
        The reasons; None where some party did not take part.
    """
    whole = None if act.part else within(evaluation)
    if whole is not None:
        evaluation, entry = whole.evaluation, whole.standing.entry
    listed = [party.id for party in evaluation.record.parties]
    others = [party for party in listed if party not in act.by]
    truth = Truth.YES
    if others:
        # Where nobody agreed with anybody, one State suspended alone.
        then = PartiesThen(evaluation, entry)
        several = _at_least_two([_a_party(then, act, party) for party in listed if party in act.by])
        truth = reduce(and_, (~_a_party(then, act, other) for other in others), several)
    fact = f"{act.id} done by all who were parties"
    if not evaluation.settle(truth, fact, f"was {fact} then?", about=(act,)):
        return None
    if why := perhaps_others(evaluation, {*act.by}):
        fact = f"{act.id} done by all who are not listed"
        if not evaluation.lacking(fact, f"had all parties that are not listed agreed to {act.id}? {why}"):
            return None
    if not others:
        return ()
    return (evaluation.derived(Key("suspended by all", act.id), BY_ALL, True, evaluation.given_act(act)),)


def _a_party(then: PartiesThen, act: Act, party: str) -> Truth:
    return Truth.UNKNOWN if then.may_lack_acts(party) else then.a_party(act, party)


def _at_least_two(truths: list[Truth]) -> Truth:
    """Tell whether two at least of several things are true."""
    if truths.count(Truth.YES) > 1:
        return Truth.YES
    return Truth.NO if len(truths) - truths.count(Truth.NO) < 2 else Truth.UNKNOWN
