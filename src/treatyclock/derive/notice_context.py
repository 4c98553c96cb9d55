"""The context of a notice: by which entry into force and which membership it is measured."""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.end import End
from treatyclock.derive.entry import Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.for_all import ForAll
from treatyclock.derive.histories import history
from treatyclock.derive.membership import releases_all
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.subjects import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContext:
    """What a State's notice is measured by.

    Attributes:
        clause: The clause.
        entry: The entry into force for it.
        end: The end of that period of being a party, by what is recorded; None if none is foreseen.
        treaty: The treaty's entry into force.
    """

    clause: Denunciation
    entry: Entry
    end: End | None
    treaty: Entry


def notice_context(
    evaluation: Evaluation, common: ForAll, party: str | None, on: Days | None = None
) -> NoticeContext | None:
    """Return what a State's notice on a day is measured by, or by its last membership if no day is given."""
    clause = evaluation.clause(Denunciation, party=party, on=on)
    if common.entry is None or clause is None:
        return None
    if party is None or releases_all(evaluation.record):
        return NoticeContext(clause=clause, entry=common.entry, end=common.end, treaty=common.entry)
    periods = history(evaluation, common, Subject((party,))).memberships
    if not periods:
        return None
    # The last period that had begun by that day; the first period if none had.
    begun = [period for period in periods if on is None or period.entry.day.first <= on.last]
    period = (begun or periods[:1])[-1]
    return NoticeContext(clause=clause, entry=period.entry, end=period.end, treaty=common.entry)


def measures(context: NoticeContext) -> tuple[Denunciation, Entry, Entry]:
    """Return the clause, the entry into force for the State, and the treaty's: what lock-ins and windows run from."""
    return context.clause, context.entry, context.treaty
