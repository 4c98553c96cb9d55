"""Other treaties: clauses that hang on one of which nothing is told, and acts that tell of one for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.law.acts.others import OTHER_END, OTHER_ENTRY
from treatyclock.law.beside import awaited
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.others import Companion, OtherTreaty
from treatyclock.lint.context import Context
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule

OTHER_NOT_TOLD = FindingKind(
    "other-treaty-not-told",
    "The treaty waits for another or falls with it, and nothing tells whether that one is in force.",
)
NAMES_ITSELF = FindingKind(
    "names-itself",
    "A clause on another treaty names this one.",
)
ACT_ON_NO_OTHER = FindingKind(
    "act-on-no-other-treaty",
    "An act tells of another treaty, and no clause depends on that one.",
)


@lint_rule(of_clauses=True)
def not_told(context: Context) -> Iterator[Remark]:
    """Another treaty on which this one depends, that stands not beside it and of which no act tells."""
    record = context.record
    for clause in record.clauses:
        if isinstance(clause, Companion):
            path = context.at_clause(clause, "treaty")
            yield from _not_told(context, clause.treaty, path)
        for condition in awaited([clause]):
            if isinstance(clause, EntryIntoForce) and clause.recorded is not None:
                continue  # the recorded day settles what the condition would leave open
            yield from _not_told(context, condition.treaty, context.at_clause(clause, "when"))


def _not_told(context: Context, treaty: str, path: tuple[str | int, ...]) -> Iterator[Remark]:
    record = context.life.record
    if any(other.is_called(treaty) for other in record.beside):
        return
    kinds = (OTHER_ENTRY, OTHER_END)
    if not any(act.kind in kinds and act.treaty.casefold() == treaty.casefold() for act in record.acts):
        hint = f'check it with --beside and the file of that treaty, or add an act of kind "{OTHER_ENTRY.name}"'
        yield Remark(OTHER_NOT_TOLD, path, f"nothing tells whether {treaty} is in force", hint)


@lint_rule(of_clauses=True)
def itself(context: Context) -> Iterator[Remark]:
    """A clause on another treaty that names this one."""
    for clause in context.record.clauses:
        if isinstance(clause, OtherTreaty | Companion) and context.record.is_called(clause.treaty):
            hint = "write the id of the other treaty's file, or its title"
            path = context.at_clause(clause, "treaty")
            yield Remark(NAMES_ITSELF, path, f"{clause.treaty} is this treaty itself", hint)


@lint_rule()
def acts_on_others(context: Context) -> Iterator[Remark]:
    """An act that tells of another treaty, on which no clause of this one depends."""
    record = context.life.record
    clauses = (*record.clauses, *(clause for reading in record.readings for clause in reading.clauses))
    depends = {each.treaty.casefold() for each in clauses if isinstance(each, Companion)}
    depends |= {each.treaty.casefold() for each in awaited(clauses)}
    for act in record.acts:
        if act.treaty and act.treaty.casefold() not in depends:
            hint = "write it as the clause does: in_force in `when`, or treaty in [[companion]]"
            path = context.at_act(act, "treaty")
            yield Remark(ACT_ON_NO_OTHER, path, f"no clause depends on {act.treaty}", hint)
