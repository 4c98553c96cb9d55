"""A treaty that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.derive.histories.history import History
from treatyclock.derive.parties.never_entered import NEVER_IN_FORCE
from treatyclock.derive.reasoning.facts import EndedBeforeEntry
from treatyclock.law.clauses.end import RecordedEnd
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.term import Term
from treatyclock.law.subjects import GENERALLY
from treatyclock.lint.context import Context, when
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule

ENDS_BEFORE_ENTRY = FindingKind(
    "ends-before-entry",
    "The treaty ends before it could enter into force, so it was never in force.",
)


@lint_rule(of_clauses=True)
def lifetime(context: Context) -> Iterator[Remark]:
    """A treaty whose end comes before its entry into force."""

    def never(found: History) -> str | None:
        fact = found.findings.facts.get(NEVER_IN_FORCE)
        if not isinstance(fact, EndedBeforeEntry):
            return None
        return f"it ends with {fact.last_day}, before it enters into force on {fact.entry}, so it was never in force"

    term = context.clause(Term)
    path = context.at(EntryIntoForce)
    if term is not None:
        path = context.at(Term, "until") if term.until is not None else context.at(Term)
    if context.clause(RecordedEnd) is not None:
        path = context.at(RecordedEnd, "recorded")
    for outcome in context.outcomes(GENERALLY, never):
        if outcome.value is not None:
            hint = "check the end, the dates of the acts of consent, and the clause on entry into force"
            yield Remark(ENDS_BEFORE_ENTRY, path, f"{outcome.value}{when(outcome)}", hint)
