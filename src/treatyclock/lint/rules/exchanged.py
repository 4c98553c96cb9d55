"""Notes and instruments beside each other, where the clause on entry waits for one of the two."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.law.acts.act import surely_before
from treatyclock.law.acts.consent import EXCHANGE, NOTE, NOTIFICATION
from treatyclock.law.clauses.conditions import Consented, Exchanged, Notified
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.lint.context import Context
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule

NOTES_FOR_INSTRUMENTS = FindingKind(
    "notes-for-instruments",
    "Notes are exchanged, and the clause on entry waits for an exchange of instruments, which no act records.",
)
RATIFIED_AND_NOTIFIED = FindingKind(
    "ratified-and-notified",
    "A State ratified and then notified it: by the clause on entry the ratification counts, and not the note.",
)


@lint_rule(of_clauses=True)
def notes_for_instruments(context: Context) -> Iterator[Remark]:
    """Notes where the treaty waits for instruments."""
    clause, acts = context.clause(EntryIntoForce), context.record.acts
    if clause is None or clause.recorded is not None or not isinstance(clause.when, Exchanged):
        return
    if any(act.kind == NOTE for act in acts) and not any(act.kind == EXCHANGE for act in acts):
        problem = "it waits for an exchange of instruments, and the acts record an exchange of notes only"
        hint = 'write when = "ratified by all" where the text waits for the notes; else add the exchange of instruments'
        yield Remark(NOTES_FOR_INSTRUMENTS, context.at(EntryIntoForce, "when"), problem, hint)


@lint_rule(of_clauses=True)
def ratified_and_notified(context: Context) -> Iterator[Remark]:
    """A ratification on record beside the note that tells of it, where the first of the two counts."""
    clause, acts = context.clause(EntryIntoForce), context.record.acts
    if clause is None or clause.recorded is not None:
        return
    conditions = {type(each) for each in clause.when.walk()}
    if Consented not in conditions or Notified in conditions:
        return
    ratified = {party: act for act in reversed(acts) if act.kind.ratifies and not act.kind.joins for party in act.by}
    for act in acts:
        first = next((ratified[party] for party in act.by if party in ratified), None)
        if act.kind == NOTIFICATION and first is not None and surely_before(first.dated, act.dated):
            problem = f"{act.id}: tells of {first.id}, and by the clause that one counts"
            hint = 'write when = "notified by all" where the notes count, or the ratification as domestic on the note'
            yield Remark(RATIFIED_AND_NOTIFIED, context.at_act(act), problem, hint)
