"""A notice that says from which day it counts, where no period of the clause runs from a notice.

Law: a State leaves as the treaty provides (Vienna Convention art. 54(a)). A period that runs from a notice may run from
the later day that it names. Where a State leaves only with a term or on a yearly day, or at once, no rule says what
such a day comes to: the notice is one of that day, or its day counts for nothing.
"""

from __future__ import annotations

from dataclasses import replace

from treatyclock.derive.exit.notice import BY_CLAUSE, Notice
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Rule
from treatyclock.law.acts.act import surely_before
from treatyclock.law.clauses.exit import ExitWhen
from treatyclock.truth import Truth

FROM_ITS_DAY = Rule(
    "notice from the day that it counts from",
    "the notice is taken to be one of {value}, the day from which it says that it counts",
    "no rule says whether it is: " + BY_CLAUSE,
)


def from_its_day(evaluation: Evaluation, notice: Notice) -> Notice:
    """Return a notice as one of the later day from which it counts, where it is taken so."""
    day, clause = notice.act.counted_from, notice.clause
    runs = clause.when in (ExitWhen.ANY_TIME, ExitWhen.WINDOW) and bool(clause.notice)
    if day is None or runs or not surely_before(notice.when, day):
        return notice
    fact = f"{notice.label} to count as one of the day that it counts from"
    text = f"does {notice.act.id} count as a notice of the later day from which it says that it counts?"
    if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(notice.act,)):
        return notice
    given = evaluation.given_act(notice.act)
    key = evaluation.derived(notice.about("counted from"), FROM_ITS_DAY, evaluation.legal_days(day), given)
    return replace(notice, when=day, given=(*notice.given, key))
