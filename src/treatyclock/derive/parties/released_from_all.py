"""A State that is released from the treaty with each of the others who are parties: then it is a party no more.

Law: a party is a State for which the treaty is in force (Vienna Convention art. 2(1)(g)), and it is in force towards
others. Whether two of many that agreed to end it have ended it between themselves is open; if so, and nobody else is
left, it is in force for neither of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from treatyclock.derive.agreement.released import perhaps_releasing, released
from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import first_end, latest_end
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.perhaps_parties import exit_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.acts.term import TERMINATION
from treatyclock.law.sides import same_side
from treatyclock.law.vocabulary import LEAVING

RELEASED_FROM_ALL = Rule(
    "released from all",
    "with each of the others the treaty is over for that State, so it ceases to be a party {when}",
    "Vienna Convention on the Law of Treaties, art. 2(1)(g): a party is a State for which the treaty is in force",
)


def agreed_by_some(evaluation: Evaluation, party: str) -> list[Act]:
    """Return the acts by which a State and some others, who surely are not all, agreed to end the treaty."""
    without_effect = evaluation.acts.ineffective
    return [act for act in without_effect if act.kind == TERMINATION and party in act.by and len(act.by) > 1]


def without_those_released(
    evaluation: Evaluation, party: str, periods: Sequence[Membership], periods_of: Callable[[str], Sequence[Membership]]
) -> tuple[Membership, ...]:
    """Return the periods of a State, of which the last ends once it is released from each of the others, or these left.

    Args:
        evaluation: The evaluation.
        party: The State.
        periods: Its periods of being a party.
        periods_of: Works out those of another, whatever it agreed to.
    """
    acts = [] if evaluation.record.bilateral or not periods else agreed_by_some(evaluation, party)
    if not acts or perhaps_others(evaluation):
        return tuple(periods)
    record, by = evaluation.record, {author for act in acts for author in act.by}
    others = [each.id for each in record.parties if each.id != party and not same_side(record, each.id, party)]
    last = periods[-1]
    periods_with = _unless_one_stays(evaluation, party, last, {each: each in by for each in others}, periods_of)
    if periods_with is None:
        return tuple(periods)
    ends: list[End] = []
    by_agreement = False
    for other, theirs in periods_with.items():
        found = [each.end for each in theirs[-1:] if each.end is not None]
        if theirs:
            begun = last.entry.begins.or_later(theirs[-1].entry.begins)
            apart = list(released(evaluation, (party, other))) if other in by else []
            apart = [end for end in apart if end.at.earliest >= begun.latest]  # who consents later is bound anew
            by_agreement = by_agreement or bool(apart)
            end = first_end(evaluation, [*found, *apart], Key("end between", f"{party} and {other}"))
            if end is None:
                return tuple(periods)
            ends.append(end)
    if not by_agreement:
        return tuple(periods)
    over = reduce(lambda one, two: latest_end(one, two, one.key), ends)
    if (last.end is not None and last.end.at <= over.at) or over.at.latest <= last.entry.begins.earliest:
        return tuple(periods)
    keys = dict.fromkeys(each.key for each in ends)
    key = evaluation.derived(
        Key("released from all", party), RELEASED_FROM_ALL, over.at if over.at_hour else over.last_day, *keys
    )
    made = replace(latest_end(over, over, key), premises=(), notice=None)
    return (*periods[:-1], replace(last, end=made))


def _unless_one_stays(
    evaluation: Evaluation,
    party: str,
    last: Membership,
    others: Mapping[str, bool],
    periods_of: Callable[[str], Sequence[Membership]],
) -> dict[str, Sequence[Membership]] | None:
    """Return the periods of the others, or None where one whom no act may release from a State stays as long as it.

    This goes before what is asked of each pair: of many there would be many questions, on which nothing turns.

    Args:
        evaluation: The evaluation.
        party: The State.
        last: Its last period of being a party.
        others: Of each of the others, whether it agreed to an end with the State.
        periods_of: Works out the periods of another.
    """
    for other, agreed_to_end in others.items():  # by a cheap look
        gone = evaluation.acts.by(other, (*LEAVING, CONSENT_WITHDRAWN))
        leaves = gone or exit_not_on_record(evaluation, other) is not None
        if not agreed_to_end and not leaves and agreed(evaluation, other):
            return None
    found = {other: periods_of(other) for other in others}
    for other, theirs in found.items():
        if theirs and not any(perhaps_releasing(evaluation, (party, other))):
            end = theirs[-1].end
            if end is None or (last.end is not None and last.end.at <= end.at):
                return None
    return found
