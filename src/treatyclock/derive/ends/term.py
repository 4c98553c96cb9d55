"""The term runs out."""

from __future__ import annotations

from treatyclock.derive.ends.ending import ending_with_block
from treatyclock.derive.ends.rule import EndForAll, EndsFound
from treatyclock.derive.entry import Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.joint_acts import given_agreement
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.term import GIVEN_A_TERM, Block, Terms, extensions_of
from treatyclock.law.clauses.term import Renewal, Term
from treatyclock.truth import Truth

GOES_ON = Rule("goes on", "after that term the treaty goes on")


def _term_runs_out(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    if evaluation.clause(Term, on=entry.day) is None:
        return _agreed_without_a_term(evaluation)
    if not terms.runs:
        return EndsFound(goes_on=terms.waits_for)
    renewal = evaluation.clause(Renewal, on=entry.day)
    times, prolonged = terms.renewals
    if times is None or terms.then_indefinite:
        block = terms.block(times or 0)
        given = () if renewal is None else (evaluation.given_clause(renewal),)
        key = evaluation.derived(Key("goes on"), GOES_ON, None, block.key, *(prolonged or given))
        return EndsFound(goes_on=(key,))
    return EndsFound(ends=(ending_with_block(evaluation, terms.block(times)),))


def _agreed_without_a_term(evaluation: Evaluation) -> EndsFound:
    """Return the end on the last day that all agreed on for a treaty that has no term: whether it is one, is open."""
    agreed = [act for act in extensions_of(evaluation) if act.until is not None]
    if not agreed:
        return EndsFound()
    act = agreed[-1]  # what was agreed last goes before what was agreed earlier
    assert act.until is not None
    if not evaluation.settle(Truth.UNKNOWN, f"the treaty to end with the day named by {act.id}", about=(act,)):
        return EndsFound()
    key = evaluation.derived(
        Key("given a term", act.id), GIVEN_A_TERM, act.until.days, *given_agreement(evaluation, act)
    )
    until = act.until if act.until.wall is not None else None
    return EndsFound(
        ends=(ending_with_block(evaluation, Block(last=act.until.days, key=key, until=until, named=True)),)
    )


END_FOR_ALL = EndForAll(order=10, find=_term_runs_out)
