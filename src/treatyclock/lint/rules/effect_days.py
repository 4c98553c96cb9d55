"""What a clause says of the day of effect, where the count of its period says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from treatyclock.law.acts.act import EffectDay
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.lint.context import Context
from treatyclock.lint.finding import FindingKind, Remark
from treatyclock.lint.rule import lint_rule

EFFECT_DAY_UNHEEDED = FindingKind(
    "effect-day-unheeded",
    "A clause calls the day of effect the first out or the last in force, and its count of the period says otherwise.",
)


@lint_rule(of_clauses=True)
def effect_days(context: Context) -> Iterator[Remark]:
    """A period that leads to the one day by its count, and to the other by what the clause calls the day of effect."""
    for clause in context.record.several(Denunciation):
        runs = clause.when in (ExitWhen.ANY_TIME, ExitWhen.WINDOW) and bool(clause.notice)
        if not runs or clause.leads_to_a_day or clause.first_day_counts is None or clause.effect_day is None:
            continue
        if clause.first_day_counts is (clause.effect_day is EffectDay.FIRST_OUT):
            continue  # one day, said twice
        counted = EffectDay.FIRST_OUT if clause.first_day_counts else EffectDay.LAST_IN_FORCE
        word = "counted" if clause.first_day_counts else "not counted"
        problem = (
            f"by first_day = `{word}` the day to which the period leads is the {counted.value}, so effect_day = "
            f"`{clause.effect_day.value}` holds only for a day that a notice names or that was recorded"
        )
        hint = "leave out first_day where the text names the day of effect itself; or leave it as it stands"
        yield Remark(EFFECT_DAY_UNHEEDED, context.at_clause(clause, "effect_day"), problem, hint)
