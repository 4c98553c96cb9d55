"""The context of a notice: by which entry into force and which membership it is measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from treatyclock.civil.days import Days
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import releases_all
from treatyclock.derive.exit.rules import rule_for
from treatyclock.derive.histories.for_all import ForAll, terms_for_all
from treatyclock.derive.histories.histories import history
from treatyclock.derive.parties.membership import terms_for_one
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.term.term import Terms
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.subjects import GENERALLY, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContext:
    """What a State's notice is measured by in one of its periods of being a party.

    Attributes:
        clause: The clause.
        party: The State; None for one that nobody names.
        entry: The entry into force for it.
        end: The end of that period, by what is recorded; None if none is foreseen.
        treaty: The treaty's entry into force.
        terms: The term that counts for it.
        why: Why that clause, of several.
        name: What tells this period from the first one of that State; empty for the first.
    """

    clause: Denunciation
    party: str | None
    entry: Entry
    end: End | None
    treaty: Entry
    terms: Terms
    why: tuple[Key, ...] = ()
    name: str = ""

    @property
    def any_day(self) -> tuple[Days, Key]:
        """Any day from the entry into force on, of which no last bound is known; and the reason."""
        return Days.between(self.entry.day.first), self.entry.key


def notice_contexts(evaluation: Evaluation, common: ForAll, party: str | None) -> tuple[NoticeContext, ...]:
    """Return what a State's notice is measured by: an entry for each period of being a party, in order.

    Args:
        evaluation: The evaluation.
        common: What holds for all.
        party: The State; None for a party from the treaty's own entry into force, until its end for all.
    """
    if common.entry is None:
        return ()
    treaty, found = common.entry, []
    clause, why = rule_for(evaluation, party)
    if clause is None:
        return ()
    evaluation = evaluation.going_by(clause)
    periods = history(evaluation, common, GENERALLY if party is None else Subject((party,))).memberships
    before: End | None = None
    for number, period in enumerate(periods, start=1):
        if party is None or releases_all(evaluation.record):
            terms = terms_for_all(evaluation, treaty)
        else:
            terms = terms_for_one(evaluation, common.standing, period.entry, party, before)
        name = "" if number == 1 else f"{party} as a party for time {number}"
        found.append(
            NoticeContext(
                clause=clause,
                party=party,
                entry=period.entry,
                end=period.end,
                treaty=treaty,
                terms=terms,
                why=why,
                name=name,
            )
        )
        before = period.end
    return tuple(found)


def at_day(contexts: Sequence[NoticeContext], at: date | None) -> tuple[NoticeContext, ...]:
    """Return the period that a day lies in, or else the next one after it; all where no day is given."""
    if at is None:
        return tuple(contexts)
    # The periods come in order, so the first that is not over by that day is the one.
    return tuple([each for each in contexts if each.end is None or each.end.last_day.last >= at][:1])


def measures(context: NoticeContext) -> tuple[Denunciation, Entry, Entry]:
    """Return the clause, the entry into force for the State, and the treaty's: what lock-ins and windows run from."""
    return context.clause, context.entry, context.treaty
