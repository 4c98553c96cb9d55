"""Signatures outside the time in which the treaty is open for them."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.law.clauses.open_for_signature import OpenForSignature
from treatyclock.lint.context import Context
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule

SIGNED_OUT_OF_TIME = FindingKind(
    "signed-out-of-time",
    "A signature is dated outside the time in which the treaty is open for it, or is of a State that may not sign.",
)


@lint_rule(of_clauses=True)
def signed_out_of_time(context: Context) -> Iterator[Remark]:
    """A signature before the first day, after the last day, or by who may not sign."""
    clause = context.clause(OpenForSignature)
    if clause is None:
        return
    hint = "check the date and the kind of the act: who joins later accedes; it counts as it stands"
    for act in context.record.acts:
        if not act.kind.signs:
            continue
        days = act.dated.days
        if clause.since is not None and days.last < clause.since.days.first:
            problem = f"{act.id}: is dated before the treaty was open for signature, from {clause.since}"
            yield Remark(SIGNED_OUT_OF_TIME, context.dated(act), problem, hint)
        if clause.until is not None and days.first > clause.until.days.last:
            problem = f"{act.id}: is dated after the treaty was open for signature, until {clause.until}"
            yield Remark(SIGNED_OUT_OF_TIME, context.dated(act), problem, hint)
        if others := [party for party in act.by if clause.parties and party not in clause.parties]:
            problem = f"{act.id}: is of {', '.join(others)}, to whom the treaty is not open for signature"
            yield Remark(SIGNED_OUT_OF_TIME, context.at_act(act, "by"), problem, hint)
