"""What a term runs from, and on which day that was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import latest_start
from treatyclock.derive.consent.consent import first_acts
from treatyclock.derive.consent.negotiating import negotiating
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.overlays.applied_from import applied_from
from treatyclock.derive.parties.not_on_record import (
    ENTRY_ALONE,
    all_at_the_earliest,
    consents_not_on_record,
    earlier_by_acts_not_on_record,
)
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Named, Rule
from treatyclock.derive.reasoning.said import answer_name
from treatyclock.derive.reasoning.timing import later
from treatyclock.law.acts.act import ActDate
from treatyclock.law.acts.consent import EXCHANGE
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.conditions import AsRecorded
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.term import Anchor, Term
from treatyclock.law.conventions.first_days import FIRST_DAY
from treatyclock.law.conventions.term import TERM_FROM
from treatyclock.law.vocabulary import RATIFYING, SIGNING

NO_ANCHOR = Rule(
    "no anchor", "the term runs from {value}; that is not recorded for every party, so the term has not begun"
)

ACTS_OF: dict[Anchor, tuple[ActKind, ...]] = {
    Anchor.SIGNATURE: SIGNING,
    Anchor.RATIFICATION: RATIFYING,
    Anchor.EXCHANGE: (EXCHANGE,),
}
"""For each anchor that is an act of every party, the kinds of act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """The day from which a term is counted.

    Attributes:
        day: The day; None where it is not recorded.
        because: The reasons for the day, or for there being none.
    """

    day: Days | None
    because: tuple[Key, ...]


def anchored(evaluation: Evaluation, entry: Entry, clause: Term, given: Key) -> Anchored:
    """Find the day from which a term is counted.

    Args:
        evaluation: The evaluation.
        entry: The treaty's entry into force.
        clause: The term, which is a period.
        given: The reason for the clause.
    """
    names = {answer_name(anchor): anchor for anchor in clause.anchors}
    name, open_key = evaluation.ask(TERM_FROM, clause)
    because = (given, open_key) if len(names) > 1 else (given,)
    chosen = names[name] if name in names else _named(name)
    if isinstance(chosen, Moment):
        return Anchored(day=chosen.days, because=because)
    if chosen is Anchor.ENTRY:
        return Anchored(day=entry.day, because=(*because, entry.key))
    if chosen is Anchor.PROVISIONAL:
        applied, why = applied_from(evaluation, entry)
        return Anchored(day=applied, because=(*because, why))
    # Who joins later by accession or succession neither signs nor ratifies, and the term does not wait for it.
    parties = negotiating(evaluation.record)
    found = first_acts(evaluation, ACTS_OF[chosen], parties, ActDate.RECEIVED)
    lacking = [party for party in parties if party not in found]
    # A record in part may lack an act of theirs, or an earlier one than is on record.
    not_before = all_at_the_earliest(evaluation, {party: each.day for party, each in found.items()})
    if lacking:
        fact = _entry_alone_is_told(evaluation)
        if fact:
            not_before = max(not_before, _so_that_it_entered(evaluation, entry, clause))
        day = consents_not_on_record(
            evaluation, lacking, not_before, what=chosen.value, why=ENTRY_ALONE if fact else ""
        )
        if day is not None:
            return Anchored(day=day, because=(*because, entry.key) if fact else because)
    if not found or lacking:
        key = evaluation.derived(Key("anchor"), NO_ANCHOR, Named(chosen.value), *because)
        return Anchored(day=None, because=(key,))
    acts = tuple(dict.fromkeys(each.act for each in found.values()))
    day = Days.latest(each.day for each in found.values())
    if not_before < day.first:
        day = earlier_by_acts_not_on_record(evaluation, day, not_before, what=chosen.value)
    return Anchored(day=day, because=(*because, *map(evaluation.given_act, acts)))


def _entry_alone_is_told(evaluation: Evaluation) -> bool:
    """Tell whether the record gives the day of entry as a fact, and need not list what was done before."""
    clause = evaluation.clause(EntryIntoForce)
    return clause is not None and isinstance(clause.when, AsRecorded)


def _so_that_it_entered(evaluation: Evaluation, entry: Entry, clause: Term) -> date:
    """Return the first day from which a term may have run that had not ended by the day of entry into force."""
    assert clause.lasts is not None
    counts, _ = evaluation.first_day_counts(FIRST_DAY, clause)
    start = latest_start(entry.day.first, clause.lasts)
    return later(start) if counts else start


def _named(name: str) -> Anchor | Moment:
    """Read the name by which a reading chooses an anchor."""
    return Anchor(name) if name in {anchor.value for anchor in Anchor} else moment(name)
