"""The term runs out."""

from __future__ import annotations

from dataclasses import replace

from treatyclock.derive.agreement.joint_acts import given_agreement
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with, ending_with_block
from treatyclock.derive.ends.rule import EndForAll, EndsFound
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.term.prolonging import deciding, extensions_of, in_force, period_agreed
from treatyclock.derive.term.term import GIVEN_A_TERM, Terms
from treatyclock.derive.term.term_as_written import named_block
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.term import Renewal, Term
from treatyclock.truth import Truth

GOES_ON = Rule("goes on", "after that term the treaty goes on")


def _term_runs_out(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    if evaluation.clause(Term, on=entry.day) is None:
        return _agreed_without_a_term(evaluation, entry)
    found = _by_its_term(evaluation, entry, terms)
    sooner = terms.sooner
    if sooner is None:
        return found
    end = ending_with_block(evaluation, sooner)
    # All may have agreed on a later end of what the event would end, or a conference lifted it, before that end.
    for act in terms.acts:
        if in_force(evaluation, act)[0].not_after(end.last_day) is Truth.NO:
            continue
        text = f"does the event end the treaty all the same, after {act.id}?"
        if not evaluation.settle(Truth.UNKNOWN, f"the end by the event in spite of {act.id}", text, about=(act,)):
            return found
    return replace(found, ends=(*found.ends, end))


def _by_its_term(evaluation: Evaluation, entry: Entry, terms: Terms) -> EndsFound:
    if not terms.runs:
        return EndsFound(goes_on=terms.waits_for)
    renewal = evaluation.clause(Renewal, on=entry.day)
    times, prolonged = terms.renewals
    if times is None or terms.then_indefinite:
        block = terms.block(times or 0)
        given = () if renewal is None else (evaluation.given_clause(renewal),)
        lifted = () if terms.lifted is None else (terms.lifted,)
        key = evaluation.derived(Key("goes on"), GOES_ON, None, block.key, *(lifted or prolonged or given))
        return EndsFound(goes_on=(key,))
    return EndsFound(ends=(ending_with_block(evaluation, terms.block(times)),))


def _agreed_without_a_term(evaluation: Evaluation, entry: Entry) -> EndsFound:
    """Return the end on the last day that all agreed on for a treaty that has no term: whether it is one, is open."""
    if deciding(evaluation) is not None:
        return EndsFound()  # it takes its place among the decisions of the conference
    agreed = extensions_of(evaluation)
    # What was agreed last goes before what was agreed earlier.
    end = perhaps_its_last(evaluation, agreed[-1]) if agreed else None
    return EndsFound() if end is None else EndsFound(ends=(end,))


def perhaps_its_last(evaluation: Evaluation, act: Act) -> End | None:
    """Return the end with the last day that all agreed on for a treaty that went on without a term; None for no end."""
    if not evaluation.settle(Truth.UNKNOWN, f"the treaty to end with the day named by {act.id}", about=(act,)):
        return None
    if act.until is None:
        last, policy = period_agreed(evaluation, act)
        premises = (*given_agreement(evaluation, act), *policy)
        return ending_with(
            evaluation, last, evaluation.derived(Key("given a term", act.id), GIVEN_A_TERM, last, *premises)
        )
    key = evaluation.derived(
        Key("given a term", act.id), GIVEN_A_TERM, evaluation.days_there(act.until), *given_agreement(evaluation, act)
    )
    return ending_with_block(evaluation, named_block(evaluation, act.until, key))


END_FOR_ALL = EndForAll(order=10, find=_term_runs_out)
