"""Another treaty on which this one depends: whether and when it was in force, as acts of this record tell it."""

from __future__ import annotations

from datetime import date

from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.acts.others import OTHER_END, OTHER_ENTRY
from treatyclock.law.clauses.others import Companion
from treatyclock.truth import Truth

PERHAPS_OTHER_ENDED = Rule(
    "end of another treaty not told",
    "nothing here tells whether that treaty has ended; if it has, this one ended with it, and then the last day in "
    "force is {end}",
)


_SEVERAL = 2
"""A treaty goes on for the others where at least so many of its parties have ended it between themselves."""


def acts_on(evaluation: Evaluation, treaty: str, kind: ActKind, between: tuple[str, ...] = ()) -> tuple[Act, ...]:
    """Return the acts that tell the entries or the ends of another treaty, the first one first.

    Args:
        evaluation: The evaluation.
        treaty: What a clause calls the other treaty.
        kind: Entries or ends.
        between: Two parties, where what holds between the two is asked.
    """
    whose = between or tuple(party.id for party in evaluation.record.parties)
    found = _acts_of(evaluation, treaty, kind)
    # What is told of all parties, or of these two, goes before what is told of others.
    own = [act for act in found if set(whose) <= set(act.by)]
    # What this record tells of two goes before what the other's own record tells of all.
    if between:
        own = [act for act in own if act in evaluation.record.acts] or own
    elif not own:
        own = [act for act in found if act not in _ends_for_some(evaluation, treaty)]
    return tuple(sorted(own, key=lambda act: act.when().days.first))


def _acts_of(evaluation: Evaluation, treaty: str, kind: ActKind) -> list[Act]:
    other = next((each for each in evaluation.record.beside if each.is_called(treaty)), None)
    names = {treaty.casefold()} if other is None else {other.id, other.title.casefold(), treaty.casefold()}
    return [act for act in evaluation.acts.of(kind) if act.treaty.casefold() in names]


def _ends_for_some(evaluation: Evaluation, treaty: str) -> list[Act]:
    """Return the ends that are told of fewer than its entry is, or of two whom a clause names beside another clause."""
    pairs = [set(each.between) for each in evaluation.several(Companion) if each.between]
    members = _members(evaluation, treaty)
    ends = _acts_of(evaluation, treaty, OTHER_END)
    return [act for act in ends if set(act.by) in pairs or (members and not members <= set(act.by))]


def _members(evaluation: Evaluation, treaty: str) -> set[str]:
    """Return those of whom the entry of another treaty into force is told."""
    return {party for act in _acts_of(evaluation, treaty, OTHER_ENTRY) for party in act.by}


def ended_for_some(evaluation: Evaluation, treaty: str) -> Truth:
    """Tell whether another treaty may have ended with ends that are told of some of its parties alone.

    Between others whose entry is told, and of whom no end is, it goes on (Vienna Convention arts. 54 and 58).
    """
    ends = _ends_for_some(evaluation, treaty)
    if not ends or acts_on(evaluation, treaty, OTHER_END):
        return Truth.NO
    left = _members(evaluation, treaty) - {party for act in ends for party in act.by}
    goes_on = bool(left) and all(len(act.by) >= _SEVERAL for act in ends)
    return Truth.NO if goes_on else Truth.UNKNOWN


def not_ended_before(evaluation: Evaluation, treaty: str) -> date | None:
    """Return the first day on which another treaty may have ended for all, by ends that are told of some.

    None where its entry is not told of all parties, so that nothing tells until when it went on for the rest.
    """
    everybody = {party.id for party in evaluation.record.parties}
    ends = _ends_for_some(evaluation, treaty)
    if not ends or not everybody <= _members(evaluation, treaty):
        return None
    return min((act.effective or act.when()).days.first for act in ends)


def is_told(evaluation: Evaluation, treaty: str, between: tuple[str, ...] = ()) -> bool:
    """Tell whether anything is known of another treaty: it stands beside this one, or an act tells of it."""
    if any(other.is_called(treaty) for other in evaluation.record.beside):
        return True
    return any(acts_on(evaluation, treaty, kind, between) for kind in (OTHER_ENTRY, OTHER_END))


def perhaps(evaluation: Evaluation, treaty: str, what: str, question: str) -> bool:
    """Ask for what nothing here tells of another treaty.

    Args:
        evaluation: The evaluation.
        treaty: What a clause calls the other treaty.
        what: What is so or not, without a verb; it names the question.
        question: The question in words.
    """
    why = f"Nothing here tells it: put the file of {treaty} beside this one, or record it as an act."
    return evaluation.lacking(f"{treaty} {what}", f"{question} {why}")


def had_ended(evaluation: Evaluation, treaty: str, day: Days) -> Truth:
    """Tell whether another treaty that had entered into force was over by a day, and had not begun again."""
    begun = [act.when().days for act in acts_on(evaluation, treaty, OTHER_ENTRY)]
    ended = [(act.effective or act.when()).days for act in acts_on(evaluation, treaty, OTHER_END)]
    if ended_for_some(evaluation, treaty) is Truth.UNKNOWN:
        return Truth.UNKNOWN
    perhaps_ended = [out for out in ended if out.first <= day.last]
    if len(perhaps_ended) < sum(first.first <= day.last for first in begun):
        return Truth.NO
    return Truth.YES if all(out.last <= day.first for out in perhaps_ended) else Truth.UNKNOWN
