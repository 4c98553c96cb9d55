"""A notice that all on a side gave together, of which one part falls: what is left is a notice of some.

Law: who gives a notice may take it back before it takes effect (Vienna Convention art. 68), and who may not leave yet
gives none (art. 54(a)). Where a side leaves as a whole or not at all, the others' notice then has no effect either.
"""

from __future__ import annotations

from collections.abc import Callable

from treatyclock.derive.end.end import End
from treatyclock.derive.exit.of_a_side import judged_without_effect, shared_side
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.exit import NOTICE_SUSPENDED, RESCISSION
from treatyclock.law.conventions.exit import NOTICE_OF_SOME, WITHOUT_EFFECT
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

PART_FELL = Rule(
    "notice of a side fallen in part",
    "of the notice that a side gave together a part falls, and what is left is a notice of some, without effect",
    "Vienna Convention on the Law of Treaties, art. 54(a): a side leaves as the treaty provides, by all on it",
)
JudgeFor = Callable[[Evaluation, Act, str], NoticeJudged | None]
"""Tells what comes of a notice for one of those who gave it; None for who was no party then."""


def part_fallen(evaluation: Evaluation, act: Act, party: str, end: End, judge: JudgeFor) -> NoticeJudged | None:
    """Return that a notice has no effect since it has none for another on that side; None where it has for all.

    Args:
        evaluation: The evaluation.
        act: The notice, given by all on the side who were parties.
        party: Whose end is sought.
        end: The end that the notice brings to that State by itself.
        judge: Tells what comes of it for another.
    """
    side = shared_side(evaluation, party)
    if side is None:
        return None
    own = _given_by(evaluation, act, party) == act
    others = [each for each in side.parties if each in act.by and not (own and each == party)]
    if evaluation.settled(NOTICE_OF_SOME, side) and evaluation.ask(NOTICE_OF_SOME, side)[0] != WITHOUT_EFFECT:
        return None
    fell = next((keys for each in others if (keys := _falls(evaluation, act, (each, party), end, judge))), ())
    if not fell:
        return None
    answer, convention = evaluation.ask(NOTICE_OF_SOME, side)
    if answer != WITHOUT_EFFECT:
        return None
    because = (evaluation.given_clause(side), *fell, convention)
    return judged_without_effect(evaluation, act, party, PART_FELL, because)


def _falls(evaluation: Evaluation, act: Act, two: tuple[str, str], end: End, judge: JudgeFor) -> tuple[Key, ...]:
    """Return why a notice has no effect for one by the time that it takes effect for another; nothing if it has."""
    other, _ = two
    theirs = _given_by(evaluation, act, other)
    # Aside: where it has effect for the other, that is no reason here, and their notice may have been judged already.
    found = None if theirs is None else judge(evaluation.aside(), theirs, other)
    if theirs is None or found is None or not _without_it(evaluation, (act, theirs), two, end, found):
        return ()
    again = judge(evaluation, theirs, other)
    return () if again is None else again.conclusions


def _without_it(
    evaluation: Evaluation, notices: tuple[Act, Act], two: tuple[str, str], end: End, found: NoticeJudged
) -> bool:
    """Tell whether a notice has no effect for one by the time that it takes effect for another."""
    (act, theirs), (other, party) = notices, two
    answers = [each for kind in (RESCISSION, NOTICE_SUSPENDED) for each in evaluation.acts.answering(theirs, kind)]
    answers = [each for each in answers if other in each.by]
    if found.end is None:
        if found.value is False or not answers:
            return True
        first = min(answers, key=lambda each: evaluation.happening(each.when()))
        in_time = evaluation.legal_days(first.when()).not_after(end.last_day)
        return evaluation.settle(in_time, f"{first.id} before {act.id} took effect for {party}", about=(act, first))
    if found.end.at.earliest <= end.at.latest or not any(each.kind == NOTICE_SUSPENDED for each in answers):
        return False
    fact = f"{act.id} without effect for {party} while suspended for {other}"
    text = f"has {act.id} no effect for {party}, since {other} suspended its part, and took it up again only later?"
    return evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,))


def _given_by(evaluation: Evaluation, act: Act, other: str) -> Act | None:
    """Return the notice by which a State took part in one of its side: that one, or its own where all gave theirs."""
    whole = evaluation.acts.get(act.id)
    if whole is None or other in whole.by:
        return act
    day = evaluation.legal_days(act.when())
    own = [each for each in evaluation.acts.by(other, NOTICES) if evaluation.legal_days(each.when()).first <= day.last]
    return own[-1] if own else None
