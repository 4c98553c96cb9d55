"""A notice that arrives only after the end that its own date gives.

Law: a notice is made only when the State to which it goes, or the depositary, receives it (Vienna Convention arts. 67
and 78). A clause that counts from the date of the notice moves the start of the period, and brings no exit of which
nobody had been told. What follows once it arrives, no rule says: it may take effect at once, or count from then.
"""

from __future__ import annotations

from dataclasses import replace

from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_at
from treatyclock.derive.exit.notice import Notice
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Rule
from treatyclock.law.acts.act import ActDate
from treatyclock.truth import Truth

_LAW = "no rule says so, but it has no effect before: Vienna Convention on the Law of Treaties, arts. 67 and 78(c)"
WITH_ARRIVAL = Rule(
    "notice with its arrival",
    "the notice arrived only after the end that its date gives, and is taken to take effect with its arrival, {when}",
    _LAW,
)
FROM_ARRIVAL = Rule(
    "notice from its arrival",
    "the notice arrived only after the end that its date gives, and is taken to count from its arrival on {value}",
    _LAW,
)


def once_arrived(evaluation: Evaluation, notice: Notice, end: End) -> End | Notice:
    """Return the end that a notice brings once it has arrived, or the notice as one that counts from its arrival.

    A day of effect that the depositary recorded stands for itself: whoever recorded it knew when the notice arrived.
    """
    when = notice.act.received
    if when is None or notice.act.recorded is not None or notice.which is ActDate.CIRCULATED:
        return end
    if when.wall is None and not when.zones and not end.at_hour:
        by_then = when.days.not_after(end.last_day)  # two dates without a clock compare as printed
    else:
        first, last = evaluation.happening(when)
        by_then = Truth.YES if last <= end.at.latest else Truth.NO if first >= end.at.latest else Truth.UNKNOWN
    if evaluation.settle(by_then, f"{notice.label} to arrive before it takes effect", about=(notice.act,)):
        return end
    fact = f"{notice.label} to take effect with its arrival"
    text = f"does {notice.label}, which arrived after the end that its date gives, take effect with its arrival?"
    given = (end.key, evaluation.given_act(notice.act))
    if evaluation.settle(Truth.UNKNOWN, fact, text, about=(notice.act,)):
        key = evaluation.derived(notice.about("arrives"), WITH_ARRIVAL, evaluation.happening(when), *given)
        return ending_at(evaluation, when, key, notice=notice.act)
    key = evaluation.derived(notice.about("from arrival"), FROM_ARRIVAL, evaluation.legal_days(when), *given)
    return replace(notice, when=when, given=(*notice.given, key), from_arrival=True)
