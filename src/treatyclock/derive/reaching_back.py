"""Acts that name, or for which was recorded, a day of effect before the act itself was done.

Law: an act has no effect before it is done, unless a different intention appears or is otherwise established (Vienna
Convention arts. 24(3), 28 and 70(1)). A record that holds only the two dates does not establish that intention: the
earlier day may be meant, or be a mistake. So it is a question of fact. Where the act does not reach back, it counts as
an act that names no day, or for which nothing was recorded.

A succession is otherwise: it is meant to have effect from the day of the succession (Vienna Convention on Succession
of States in respect of Treaties, arts. 22 and 23).
"""

from __future__ import annotations

from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.evaluation import Evaluation
from treatyclock.law.acts.act import Act, surely_before
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.truth import Truth


def lies_before(moment: Moment, act: Act) -> bool:
    """Tell whether a day of effect surely lies before the act itself was done, where that is not the act's meaning.

    Args:
        moment: The day that the act names, or that was recorded for it.
        act: The act.
    """
    return act.kind != SUCCESSION and surely_before(moment, act.dated)


def effective(evaluation: Evaluation, act: Act) -> Moment | None:
    """Return the day or hour of effect that an act names; None if it names none, or cannot reach back to it."""
    return _unless_too_early(evaluation, act, act.effective)


def until(evaluation: Evaluation, act: Act) -> Moment | None:
    """Return the last day or hour that an act names; None if it names none, or cannot reach back to it."""
    return _unless_too_early(evaluation, act, act.until)


def takes_effect(evaluation: Evaluation, act: Act) -> Moment:
    """Return the day or hour that an act names for its effect, or else its own."""
    return effective(evaluation, act) or act.when()


def recorded(evaluation: Evaluation, act: Act) -> Moment | None:
    """Return the day or hour that was recorded for an act; None if there is none, or it cannot reach back to it."""
    return _unless_too_early(evaluation, act, act.recorded)


def _unless_too_early(evaluation: Evaluation, act: Act, moment: Moment | None) -> Moment | None:
    if moment is None or not lies_before(moment, act):
        return moment
    day = moment.days
    fact, text = f"{act.id} reaching back to {day}", f"does {act.id} reach back to {day}?"
    return moment if evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,)) else None
