"""Acts that name, or for which was recorded, a day of effect before the act itself was done.

Law: an act has no effect before it is done, unless a different intention appears or is otherwise established (Vienna
Convention arts. 24(3), 28 and 70(1)). A record that holds only the two dates does not establish that intention: the
earlier day may be meant, or be a mistake. So it is a question of fact. Where the act does not reach back, it counts as
an act that names no day, or for which nothing was recorded.

A succession is otherwise: it is meant to have effect from the day of the succession (Vienna Convention on Succession
of States in respect of Treaties, arts. 22 and 23).

What a world takes of such a day is a conclusion, and whoever asks for the day gets its key beside it: without that
premise, the steps that follow would contradict the dates of the act.
"""

from __future__ import annotations

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act, surely_before
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.truth import Truth

_LAW = "Vienna Convention on the Law of Treaties, arts. 24(3), 28 and 70(1)"
REACHES = Rule("reaches back", "it is taken that this act was meant to reach back to {value}", _LAW)
REACHES_NOT = Rule(
    "does not reach back",
    "it is taken that this act has no effect before it was done, so it does not reach back to {value}",
    _LAW,
)


def lies_before(moment: Moment, act: Act) -> bool:
    """Tell whether a day of effect surely lies before the act itself was done, where that is not the act's meaning.

    Args:
        moment: The day that the act names, or that was recorded for it.
        act: The act.
    """
    return act.kind != SUCCESSION and surely_before(moment, act.dated)


def effective(evaluation: Evaluation, act: Act, done: Act | None = None) -> tuple[Moment | None, tuple[Key, ...]]:
    """Return the day or hour of effect that an act names, and what is taken of it where that is open.

    None if the act names none, or cannot reach back to it.

    Args:
        evaluation: The evaluation.
        act: The act.
        done: The act that has that effect, where this one names it for another: an approval, for an accession.
    """
    return _unless_too_early(evaluation, act, act.effective, done)


def until(evaluation: Evaluation, act: Act) -> tuple[Moment | None, tuple[Key, ...]]:
    """Return the last day or hour that an act names, and what is taken of it where that is open.

    None if the act names none, or cannot reach back to it.
    """
    return _unless_too_early(evaluation, act, act.until)


def takes_effect(evaluation: Evaluation, act: Act) -> tuple[Moment, tuple[Key, ...]]:
    """Return the day or hour that an act names for its effect, or else its own, and what is taken of it."""
    named, taken = effective(evaluation, act)
    return named or act.when(), taken


def recorded(evaluation: Evaluation, act: Act) -> tuple[Moment | None, tuple[Key, ...]]:
    """Return the day or hour that was recorded for an act, and what is taken of it where that is open.

    None if there is none, or the act cannot reach back to it.
    """
    return _unless_too_early(evaluation, act, act.recorded)


def _unless_too_early(
    evaluation: Evaluation, named_by: Act, moment: Moment | None, done: Act | None = None
) -> tuple[Moment | None, tuple[Key, ...]]:
    act = named_by if done is None or moment is None or lies_before(moment, named_by) else done
    if moment is None or not lies_before(moment, act):
        return moment, ()
    day = moment.days
    fact, text = f"{act.id} reaching back to {day}", f"does {act.id} reach back to {day}?"
    reaches = evaluation.settle(Truth.UNKNOWN, fact, text, about=(named_by, act) if done is act else (act,))
    key, rule = Key("reaching back", f"{act.id} to {day}"), REACHES if reaches else REACHES_NOT
    given = dict.fromkeys((evaluation.given_act(act), evaluation.given_act(named_by)))
    return moment if reaches else None, (evaluation.derived(key, rule, day, *given),)
