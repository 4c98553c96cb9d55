"""The consent that goes with a notice which was over before the treaty was in force.

Law: a notice under the clause on leaving may run its period while the treaty is only applied provisionally (Vienna
Convention art. 25(2)). Once that period is over, its author is out as by its terms (art. 54(a)): it has no consent any
more, as if it had taken it back (Summary of Practice of the Secretary-General as Depositary, paras. 157 and 158).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment, on_days
from treatyclock.derive.end.end import End
from treatyclock.derive.reasoning.evaluation import Evaluation, act_key
from treatyclock.derive.reasoning.reasons import Named, Rule
from treatyclock.derive.reasoning.timing import eve
from treatyclock.law.acts.act import Act, EffectDay
from treatyclock.law.acts.kind import ActKind
from treatyclock.truth import Truth

RUN_OUT = ActKind(name="consent run out", sentence="{by} had no consent any more")
"""What stands among the acts for a notice that was over before the entry into force; no file can write one."""

GONE_WITH_THE_NOTICE = Rule(
    "consent run out",
    "with that day before the entry into force, the consent of {value} is gone",
    "Vienna Convention on the Law of Treaties, arts. 25(2) and 54(a)",
)


def run_out(evaluation: Evaluation, end: End, parties: Sequence[str]) -> Act:
    """Return what stands among the acts for a notice that was over before the entry into force, and note why.

    Args:
        evaluation: The evaluation.
        end: The end that the notice brings.
        parties: The States that it brings it to.
    """
    names = " and ".join(evaluation.record.party(party).name for party in parties)
    act = Act(
        id=f"the exit of {' and '.join(parties)}",
        kind=RUN_OUT,
        by=tuple(parties),
        dated=_moment(evaluation, end),
        effect_day=None if end.at_hour else EffectDay.LAST_IN_FORCE,
    )
    evaluation.derived(act_key(act), GONE_WITH_THE_NOTICE, Named(names), *(end.premises or (end.key,)))
    return act


def bound_up_to(act: Act) -> bool:
    """Tell whether an act leaves its author bound for all of its day: a notice that is over with the end of it."""
    return act.kind == RUN_OUT and act.effect_day is EffectDay.LAST_IN_FORCE


def gone_by_end_of(evaluation: Evaluation, act: Act, day: Days) -> Truth:
    """Tell whether a consent is gone by an act by the end of a day; on the day of the act itself the order is open."""
    if bound_up_to(act):
        return ~day.not_after(act.when().days)
    by_then, _ = evaluation.by_end_of(act.when(), day)
    before, _ = evaluation.by_end_of(act.when(), day.map(eve))
    return by_then if before is Truth.YES else by_then & Truth.UNKNOWN


def only_for(act: Act, parties: Sequence[str]) -> Act:
    """Return an act as that of some of its authors alone."""
    return act if tuple(parties) == act.by else replace(act, by=tuple(parties))


def _moment(evaluation: Evaluation, end: End) -> Moment:
    notice = end.notice
    if end.at_hour and notice is not None and evaluation.happening(notice.when()) == end.at:
        return notice.when()
    first, last = end.last_day.first, min(end.last_day.last, date.max.replace(day=30))
    return on_days("the end of a notice", [Days(first=first, last=last)], ())
