"""Days of entry into force on which all agree by notes, once they have consented and before the treaty is in force.

Law: what the parties agree on later replaces what they agreed on before (Vienna Convention arts. 30(3) and 39). Each
note says what its author stands by from then on; there is an agreement as soon as all stand by one day.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.consent.taken_back import gone_by
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import NOTE
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDay:
    """A day of entry into force on which all agreed.

    Attributes:
        acts: The acts that name it, in their order.
        day: The day.
        made: When the last of them agreed.
    """

    acts: tuple[Act, ...]
    day: Days
    made: Days

    @property
    def parties(self) -> frozenset[str]:
        """Who agreed."""
        return frozenset(party for act in self.acts for party in act.by)


def agreed_later(evaluation: Evaluation, acts: Sequence[Act], had: Collection[str]) -> list[NewDay]:
    """Return the agreements on a day of entry that notes make beside the acts that met the condition, in their order.

    Args:
        evaluation: The evaluation.
        acts: The acts that met the condition; what they name stands until their author names another day.
        had: The States that had consented then. Nothing is agreed without each of them that has not taken back its
            consent since, if two at least are left.
    """
    notes = [act for act in evaluation.acts.of(NOTE) if act.effective is not None and act not in acts]
    if not notes:
        return []
    found: list[NewDay] = []
    stands: dict[str, Act] = {}
    for act in _in_order(evaluation, [*(act for act in acts if act.effective is not None), *notes]):
        stands.update(dict.fromkeys(act.by, act))
        if act not in notes:
            continue
        by_each = [stands.get(party) for party in who_must_agree(evaluation, had, evaluation.legal_days(act.when()))]
        naming = tuple(each for each in dict.fromkeys(stands.values()) if each in by_each)
        days = {_named(evaluation, each) for each in naming}
        if None in by_each or len(days) > 1:
            continue
        day, made = _named(evaluation, act), Days.latest([evaluation.legal_days(each.when()) for each in naming])
        if act in naming and not (found and found[-1].day == day):
            found.append(NewDay(acts=naming, day=day, made=made))
    return found


def who_must_agree(evaluation: Evaluation, had: Collection[str], day: Days) -> list[str]:
    """Return those of some States that had consented whose consents stood on the day on which something was agreed."""
    bound = [
        party
        for party in had
        if not evaluation.settle(consent_gone(evaluation, party, day), f"the consent of {party} taken back by {day}")
    ]
    return bound if len(bound) > 1 else list(had)


def consent_gone(evaluation: Evaluation, party: str, day: Days) -> Truth:
    """Tell whether a State had taken back its consent by a day."""
    given = [each for each in agreed(evaluation, party) if each.day.not_after(day) is not Truth.NO]
    return reduce(and_, (gone_by(evaluation, each, party, day) for each in given), Truth.of(bool(given)))


def _in_order(evaluation: Evaluation, acts: Sequence[Act]) -> list[Act]:
    """Return acts in their order; it is asked for where one State names two days, and either act may be the last."""
    ordered: list[Act] = []
    days = {act.id: evaluation.legal_days(act.when()) for act in acts}
    for act in sorted(acts, key=lambda each: (days[each.id].first, days[each.id].last)):
        place = len(ordered)
        while place and _before(evaluation, act, ordered[place - 1], days[act.id], days[ordered[place - 1].id]):
            place -= 1
        ordered.insert(place, act)
    return ordered


def _before(evaluation: Evaluation, one: Act, other: Act, done: Days, other_done: Days) -> bool:
    if done.first > other_done.last or not set(one.by) & set(other.by):
        return False
    if _named(evaluation, one) == _named(evaluation, other):
        return False
    return evaluation.settle(Truth.UNKNOWN, f"{one.id} before {other.id}", about=(one, other))


def _named(evaluation: Evaluation, act: Act) -> Days:
    assert act.effective is not None
    return evaluation.legal_days(act.effective)
