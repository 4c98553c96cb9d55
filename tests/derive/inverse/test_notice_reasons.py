"""Why a notice has no effect: each rule that withholds one has a kind of its own."""

from __future__ import annotations

from small_treaties import HALF_A_YEAR, ONE_IS_ENOUGH, three
from treatyclock.civil.days import Days
from treatyclock.civil.moments.read import moment
from treatyclock.declarations import declared
from treatyclock.derive.exit.end_of_term import OVER
from treatyclock.derive.exit.second_thoughts import RESCINDED, STOPPED
from treatyclock.derive.histories.life import evaluate
from treatyclock.derive.inverse.exits_tried import exit_by
from treatyclock.derive.inverse.notice_reasons import _NO_EFFECT, not_a_party
from treatyclock.derive.inverse.notice_result import NoticeCause
from treatyclock.derive.reasoning.reasons import Rule
from treatyclock.law.readings import TEXT
from treatyclock.truth import Truth

ANSWERED_ONLY = {OVER, RESCINDED, STOPPED}
"""Rules on a notice that another act answers, which a notice that is only tried never is."""


def test_every_rule_that_withholds_an_effect_is_known() -> None:
    rules = [rule for rule in declared("treatyclock.derive.exit", Rule) if "no effect" in rule.words]
    waiting = {"notice stayed until", "open"}  # it has an effect, though later
    unknown = {rule.name for rule in rules if rule not in _NO_EFFECT and rule not in ANSWERED_ONLY} - waiting
    assert unknown == set()
    assert len(rules) > 10


def test_no_party() -> None:
    never = not_a_party(None)
    assert never.reason is not None
    assert (never.effect, never.in_time, never.reason.cause, never.reason.day) == (
        Truth.NO,
        None,
        NoticeCause.NOT_A_PARTY,
        None,
    )


def test_what_is_worked_out_of_a_notice_travels_with_its_days() -> None:
    life = evaluate(three(ONE_IS_ENOUGH, HALF_A_YEAR).record, TEXT)
    ((found),) = [world.result for world in life.work_out(exit_by("AAA", moment("1937-01-01"), None))]
    assert found.notice is not None and found.notice.effect is Truth.YES
    ((early),) = [world.result for world in life.work_out(exit_by("AAA", moment("1930-01-01"), None))]
    assert early.days == ()
    assert early.notice is not None and early.notice.reason is not None
    assert early.notice.reason.day == Days.on(moment("1936-01-01").days.first)
