"""A State with which each of the others ended the treaty, by notices to it alone: perhaps it is a party no more.

Law: a party is a State for which the treaty is in force (Vienna Convention art. 2(1)(g)), and it is in force towards
others (art. 26). It told nobody that it leaves, and the treaty goes on between the others; no rule says whether a State
that is bound towards nobody is still a party.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce

from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import latest_end
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.perhaps_parties import exit_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.sides import same_side
from treatyclock.law.vocabulary import LEAVING, NOTICES
from treatyclock.truth import Truth

LEFT_BY_ALL = Rule(
    "left by all",
    "with each of the others the treaty is over for that State, by their notices, so it ceases to be a party {when}",
    "Vienna Convention on the Law of Treaties, art. 2(1)(g): a party is a State for which the treaty is in force",
)


OfOther = Callable[[str], Sequence[Membership]]


def unless_left_by_all(
    evaluation: Evaluation, party: str, periods: Sequence[Membership], *, towards_it: OfOther, generally: OfOther
) -> tuple[Membership, ...]:
    """Return the periods of a State, of which the last perhaps ends once each of the others has left it or the treaty.

    Where not two of the others are parties any more, the treaty goes on for none of them: that is another question.

    Args:
        evaluation: The evaluation.
        party: The State.
        periods: Its periods of being a party.
        towards_it: Works out those of another, towards this State.
        generally: Works out those of another.
    """
    record = evaluation.record
    notices = [act for act in evaluation.acts.of(*NOTICES) if party in act.to]
    others = [each.id for each in record.parties if each.id != party and not same_side(record, each.id, party)]
    if not notices or not periods or record.bilateral or perhaps_others(evaluation):
        return tuple(periods)
    if any(_stays(evaluation, other, party) for other in others):  # by a cheap look
        return tuple(periods)
    theirs = [found[-1] for other in others if (found := towards_it(other))]
    ends = [each.end for each in theirs if each.end is not None]
    told = {end.notice.id for end in ends if end.notice is not None and party in end.notice.to}
    if not told or len(ends) < len(theirs):
        return tuple(periods)
    over = reduce(lambda one, two: latest_end(one, two, one.key), ends)
    rest = [each.id for each in record.parties if each.id != party]
    goes_on = sum(_beyond(each, over) for other in rest for each in generally(other)[-1:])
    if goes_on < 2 or not _beyond(periods[-1], over) or over.at.latest <= periods[-1].entry.begins.earliest:
        return tuple(periods)
    names = " and ".join(sorted(told))
    fact = f"{party} a party though bound towards nobody after {names}"
    text = f"is {party} still a party once it is bound towards nobody, after {names}?"
    if evaluation.settle(Truth.UNKNOWN, fact, text, about=tuple(act for act in notices if act.id in told)):
        return tuple(periods)
    value = over.at if over.at_hour else over.last_day
    key = evaluation.derived(Key("left by all", party), LEFT_BY_ALL, value, *dict.fromkeys(each.key for each in ends))
    made = replace(latest_end(over, over, key), premises=(), notice=None)
    return (*periods[:-1], replace(periods[-1], end=made))


def _beyond(period: Membership, over: End) -> bool:
    """Tell whether a period may go on after an end."""
    return period.end is None or over.at < period.end.at


def _stays(evaluation: Evaluation, other: str, party: str) -> bool:
    """Tell whether another State surely ended nothing with a State, by a cheap look."""
    leaves = (not act.to or party in act.to for act in evaluation.acts.by(other, LEAVING))
    gone = any(leaves) or exit_not_on_record(evaluation, other) is not None
    return not gone and bool(agreed(evaluation, other))
