"""Notes exchanged, under a clause that waits for instruments."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.law.acts.consent import EXCHANGE, NOTE
from treatyclock.law.clauses.conditions import Exchanged
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.lint.context import Context
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule

NOTES_FOR_INSTRUMENTS = FindingKind(
    "notes-for-instruments",
    "Notes are exchanged, and the clause on entry waits for an exchange of instruments, which no act records.",
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
