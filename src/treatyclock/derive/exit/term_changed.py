"""A notice for the end of a term, where the term was changed: lifted before it, or prolonged or lifted after it."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.civil.periods import Period
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.exit.notice import BY_CLAUSE, Notice, NoticeEffect, after_notice, without_effect
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Rule
from treatyclock.derive.term.term import Terms
from treatyclock.law.acts.act import Act, surely_before
from treatyclock.law.acts.term import DECISION
from treatyclock.law.clauses.term import Renewal
from treatyclock.truth import Truth

SUPERSEDED = Rule(
    "notice superseded",
    "after the notice all agreed to prolong the term, and by that the notice has no effect",
    "no rule says whether such an agreement takes a notice back: Vienna Convention on the Law of Treaties, arts. 30(3) "
    "and 68",
)
SUPERSEDED_BY_DECISION = Rule(
    "notice superseded by a decision",
    "after the notice a conference decided that the treaty goes on beyond that term, and by that the notice has no "
    "effect",
    "no rule says whether such a decision takes a notice back: Vienna Convention on the Law of Treaties, arts. 54(a) "
    "and 68",
)
TERM_LIFTED = Rule(
    "notice after the term was lifted",
    "the notice came after a conference had lifted the term, so there is no end of a term for which it could be given",
    BY_CLAUSE,
)


def once_lifted(evaluation: Evaluation, terms: Terms, notice: Notice) -> NoticeEffect | None:
    """Return what comes of a notice after the decision of a conference that lifted the term; None for one before it.

    Law: from then on the term whose end it would be for runs no more. Of one day, the order is a question of fact.
    """
    decision = terms.lifted_by
    if decision is None or terms.lifted is None:
        return None
    lifted, _ = takes_effect(evaluation, decision)
    after = Truth.YES if surely_before(lifted, notice.when) else Truth.UNKNOWN
    if surely_before(notice.when, lifted):
        after = Truth.NO
    if not evaluation.settle(after, f"{notice.label} after {decision.id}", about=(notice.act, decision)):
        return None
    period = period_once_indefinite(evaluation, terms, notice)
    if period is None:
        return without_effect(evaluation, notice, TERM_LIFTED, terms.lifted)
    return after_notice(evaluation, notice, period, terms.lifted)


def period_once_indefinite(evaluation: Evaluation, terms: Terms, notice: Notice) -> Period | None:
    """Return the period of notice once the treaty goes on without a term; None where it does not."""
    renewal, clause = evaluation.clause(Renewal, on=notice.treaty.day), notice.clause
    if terms.lifted is not None and clause.notice_when_indefinite is not None:
        return clause.notice_when_indefinite
    if renewal is None or not renewal.then_indefinite:
        return None
    return clause.notice if clause.notice_when_indefinite is None else clause.notice_when_indefinite


def superseded(evaluation: Evaluation, terms: Terms, notice: Notice) -> NoticeEffect | None:
    """Return that a notice has no effect where the term was prolonged after it; None where it stands.

    Law: open. An agreement may take the notice back, tacitly, with the assent of all (Vienna Convention arts. 30(3)
    and 68), or may leave it to stand for the end of the prolonged term.
    """
    first = terms.block(0)
    if not first.extended and terms.lifted is None:
        return None
    given = evaluation.legal_days(notice.when)
    after = ((act, given.not_after(_counts_from(evaluation, terms, act))) for act in terms.acts)
    act, later = next(((act, truth) for act, truth in after if truth is not Truth.NO), (None, Truth.NO))
    if act is None:
        return None
    # One question for all that were agreed after the notice, named by the first: the same rule would answer each.
    fact = f"{notice.label} superseded by {act.id}"
    text = f"does {act.id}, which prolonged the term, supersede {notice.label}, which came before it?"
    if not evaluation.settle(later & Truth.UNKNOWN, fact, text, about=(notice.act, act)):
        return None
    rule = SUPERSEDED_BY_DECISION if act.kind == DECISION else SUPERSEDED
    return without_effect(evaluation, notice, rule, terms.lifted or first.key, evaluation.given_act(act))


def _counts_from(evaluation: Evaluation, terms: Terms, act: Act) -> Days:
    """Return the day up to which a notice came before an act on the term; a term that is lifted runs until then."""
    if act == terms.lifted_by:
        return evaluation.legal_days(takes_effect(evaluation, act)[0])
    return evaluation.legal_days(act.dated)
