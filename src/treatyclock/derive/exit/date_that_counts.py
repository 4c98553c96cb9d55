"""Which date of a notice counts, where the text leaves that open: from the date of the notification, say."""

from __future__ import annotations

from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.reasons import Key
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.conventions.exit import RUNS_FROM


def date_that_counts(evaluation: Evaluation, clause: Denunciation, act: Act) -> tuple[ActDate, tuple[Key, ...]]:
    """Return which date of a notice counts, and of what is done about it; with the convention where one decides.

    It is one for all of them. Nothing is asked where no act has several of the dates that the text allows.

    Args:
        evaluation: The evaluation.
        clause: The clause that the notice goes by.
        act: The notice.
    """
    ways = clause.runs_from if evaluation.reading.chooses(RUNS_FROM) is None else tuple(ActDate)
    about = (act, *(each for each in evaluation.acts if each.kind.answers or each.kind.is_notice))
    if all(len({each.when(which) for which in ways}) == 1 for each in about):
        return clause.runs_from[0], ()
    answer, key = evaluation.ask(RUNS_FROM, clause)
    return ActDate(answer), (key,)
