"""An exit that all agreed on, or that was recorded, though the notice itself has no effect by the clause."""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_at, ending_on, ending_with
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.exit import EXIT_AGREED, NOTICE_EXTENDED
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.truth import Truth

AGREED = Rule(
    "exit agreed in spite of the clause",
    "by the clause the notice ends nothing, and it is taken that the agreement on the exit ends it for that State "
    "{when}",
    "Vienna Convention on the Law of Treaties, art. 54(b): a party may withdraw at any time by consent of all",
)
RECORDED = Rule(
    "exit recorded in spite of the clause",
    "by the clause the notice ends nothing, and it is taken that the recorded exit stands, {when}",
    "no rule says whether a depositary's record prevails over the clause: Vienna Convention arts. 54(a) and 77",
)


def tells_of_a_valid_notice(act: Act, entry: Days) -> bool:
    """Tell whether an exit was recorded that presupposes a valid notice, by a State that was a party.

    Of a notice whose own day is on record, that day decides; where it is not, only the recorded exit tells of it.
    """
    recorded = act.recorded
    return recorded is not None and not act.when().days.known and entry.not_after(recorded.days) is not Truth.NO


def in_spite_of_the_clause(
    evaluation: Evaluation, act: Act, without_effect: Key, *, recorded: bool = True
) -> End | None:
    """Return the end on which all agreed, or that was recorded, for a notice without effect; None where there is none.

    Law: a party may withdraw at any time by consent of all the parties (Vienna Convention art. 54(b)). Whether an
    agreement about a notice, or a record of its effect, is such a consent where the notice itself has no effect, the
    record does not tell.

    Args:
        evaluation: The evaluation.
        act: The notice.
        without_effect: Why it has no effect.
        recorded: Whether a record of its effect may stand: not where it came before its author was a party.
    """
    for other in (*evaluation.acts.answering(act, EXIT_AGREED), *evaluation.acts.answering(act, NOTICE_EXTENDED)):
        text = f"does {other.id} end it, though {act.id} has no effect by the clause?"
        if (other.effective or other.until) is not None and evaluation.settle(
            Truth.UNKNOWN, f"{other.id} in spite of the clause", text, about=(act, other)
        ):
            return _end(evaluation, act, other, AGREED, without_effect)
    text = f"does the exit stand that was recorded for {act.id}, though that notice has no effect by the clause?"
    if (
        recorded
        and act.recorded is not None
        and evaluation.settle(
            Truth.UNKNOWN, f"the exit recorded for {act.id} in spite of the clause", text, about=(act,)
        )
    ):
        return _end(evaluation, act, act, RECORDED, without_effect)
    return None


def _end(evaluation: Evaluation, act: Act, by: Act, rule: Rule, without_effect: Key) -> End:
    when = (by.effective or by.until) if rule is AGREED else by.recorded
    assert when is not None
    last, keys = ending_on(evaluation, when, evaluation.clause(Denunciation), by)
    if by.until is not None and when.wall is None:
        last, keys = evaluation.days_there(when), ()  # a notice that is put off up to a last day
    name, because = Key("notice in spite", act.id), (without_effect, evaluation.given_act(by), *keys)
    if last is None:
        return ending_at(
            evaluation, when, evaluation.derived(name, rule, evaluation.happening(when), *because), notice=act
        )
    return ending_with(evaluation, last, evaluation.derived(name, rule, last, *because), named=when.days, notice=act)
