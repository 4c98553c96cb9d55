"""Which date of a notice or of an instrument counts, where the text leaves that open: from the notification, say."""

from __future__ import annotations

from collections.abc import Iterable

from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.exit import FIRST_NOTICE
from treatyclock.law.clauses.base import Clause
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.conventions.convention import Convention
from treatyclock.law.conventions.entry import COUNTS_FROM
from treatyclock.law.conventions.exit import RUNS_FROM

Decided = tuple[ActDate, tuple[Key, ...]]
"""A date, and the convention where one decides that it counts."""


def date_that_counts(evaluation: Evaluation, clause: Denunciation, act: Act) -> Decided:
    """Return which date of a notice counts, and of what is done about it.

    It is one for all of them. Nothing is asked where no act has several of the dates that the text allows.

    Args:
        evaluation: The evaluation.
        clause: The clause that the notice goes by.
        act: The notice.
    """
    about = [each for each in (act, *evaluation.acts.of_several_dates) if each is act or _about_leaving(each)]
    return _decided(evaluation, RUNS_FROM, clause, clause.runs_from, about)


def _about_leaving(act: Act) -> bool:
    return bool(act.kind.answers) or act.kind.is_notice or act.kind == FIRST_NOTICE


def date_of_instruments(evaluation: Evaluation, clause: EntryIntoForce | Joining | None) -> Decided:
    """Return which date of an instrument counts for a clause: one for all of them.

    Args:
        evaluation: The evaluation.
        clause: The clause; None where the treaty has none, so that an instrument counts once it is received.
    """
    if clause is None:
        return ActDate.RECEIVED, ()
    about = [each for each in evaluation.acts.of_several_dates if each.kind.consents or each.kind.signs]
    return _decided(evaluation, COUNTS_FROM, clause, clause.counts_from, about)


def has_several_dates(act: Act, ways: Iterable[ActDate]) -> bool:
    """Tell whether it makes a difference for an act which of some dates counts."""
    return len({act.when(which) for which in ways}) > 1


def _decided(
    evaluation: Evaluation, which: Convention, clause: Clause, listed: tuple[ActDate, ...], about: Iterable[Act]
) -> Decided:
    ways = listed if evaluation.reading.chooses(which) is None else tuple(ActDate)
    if len(ways) == 1 or not any(has_several_dates(act, ways) for act in about):
        return listed[0], ()
    answer, key = evaluation.ask(which, clause)
    return ActDate(answer), (key,)
