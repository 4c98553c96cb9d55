"""The day that an accession names, or the terms on which it was approved: who joins and who approves must agree on it.

Law: a treaty enters into force for a State that joins on the day that the treaty provides or that they agree (Vienna
Convention art. 24(1), (3)). Where the accession and its approval name different days, they agreed on none of them, and
which one counts is open. No State is a party before its accession is approved (art. 15), unless the approval was meant
to reach back to an earlier day (art. 28), which the dates alone do not establish.
"""

from __future__ import annotations

from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.counting.reaching_back import effective, lies_before
from treatyclock.derive.joining.approved import Approval
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.truth import Truth

_LAW = "Vienna Convention on the Law of Treaties, arts. 15, 24(3) and 28"
REACHES = Rule(
    "approval reaches back", "it is taken that the approval of its accession was meant to reach back to {value}", _LAW
)
REACHES_NOT = Rule(
    "approval does not reach back",
    "it is taken that the approval of its accession has no effect before it was given, so it does not reach back to "
    "{value}",
    _LAW,
)
ONE_OF_DAYS = Rule(
    "one of the days named",
    "the acts of accession and approval name different days, and it is taken that {value} counts",
    "open: Vienna Convention on the Law of Treaties, art. 24(1) and (3)",
)


@dataclass(frozen=True, slots=True)
class _Naming:
    """An act that names a day of effect.

    Attributes:
        act: The act.
        moment: The day.
        taken: What is taken of it.
    """

    act: Act
    moment: Moment
    taken: tuple[Key, ...]


def named_with_approval(
    evaluation: Evaluation, party: str, act: Act, approved: Approval | None
) -> tuple[Moment | None, tuple[Key, ...]]:
    """Return the day of effect that an act of consent names, or the terms of its approval, and what is taken of it.

    None if nothing names a day, or the one named does not count.

    Args:
        evaluation: The evaluation.
        party: Who consents.
        act: The act of consent.
        approved: The approval; None where it needs none.
    """
    if approved is None:
        return effective(evaluation, act)
    found: dict[Days, _Naming] = {}
    refused: dict[Days, tuple[Key, ...]] = {}
    for each in (act, *approved.acts):
        moment, taken = effective(evaluation, each)
        if moment is not None and each != act and lies_before(moment, act):  # it names a day before the accession
            moment, more = effective(evaluation, each, done=act)
            taken = (*taken, *more)
        if moment is not None:
            found.setdefault(moment.days, _Naming(each, moment, taken))
            if each != act and taken:  # that this approval reaches back to that day is settled
                found[moment.days] = _Naming(each, moment, taken)
        elif each.effective is not None:
            refused[each.effective.days] = taken
    several = [naming for day, naming in found.items() if day not in refused]
    if not several:
        return None, tuple(key for keys in refused.values() for key in keys)
    one, chosen = _one_of(evaluation, party, act, several)
    if not _before(one, approved) or _settled(one, approved):
        return one.moment, (*one.taken, *chosen)
    reaches, key = _reaching_back(evaluation, act, one, approved)
    return (one.moment if reaches else None), (*one.taken, *chosen, key)


def not_before_approval(day: Days, approved: Approval | None) -> Days:
    """Return the day that an accession names as it counts: one that may lie before the approval is open up to that.

    A day of which nobody knows how late it is shows no intention to reach back.
    """
    if approved is None or day.last < approved.day.first:  # it reaches back, or there is nothing before which it lies
        return day
    latest = Days.latest([day, approved.day])
    return Days(first=day.first, last=latest.last) if day.bounded else latest


def _one_of(evaluation: Evaluation, party: str, act: Act, several: list[_Naming]) -> tuple[_Naming, tuple[Key, ...]]:
    """Return one of several days that acts name: which of them counts is open."""
    if len(several) == 1:
        return several[0], ()
    one = several[-1]
    for each in several[:-1]:
        fact = f"entry for {party} on the day that {each.act.id} names"
        others = ", ".join(other.act.id for other in several if other is not each)
        text = (
            f"does the treaty enter into force for {party} on the day that {each.act.id} names, or on that of {others}?"
        )
        if evaluation.settle(Truth.UNKNOWN, fact, text, about=tuple(naming.act for naming in several)):
            one = each
            break
    given = tuple(evaluation.given_act(each.act) for each in several)
    return one, (evaluation.derived(Key("one of the days named", act.id), ONE_OF_DAYS, one.moment.days, *given),)


def _before(one: _Naming, approved: Approval) -> bool:
    """Tell whether a day surely lies before the approval."""
    return one.moment.days.last < approved.day.first


def _settled(one: _Naming, approved: Approval) -> bool:
    """Tell whether it is settled already that the approval reaches back: all of it that came later names that day."""
    if one.act not in approved.acts:
        return False
    later = [each for each in approved.acts if lies_before(one.moment, each)]
    return all(each.effective is not None and each.effective.days == one.moment.days for each in later)


def _reaching_back(evaluation: Evaluation, act: Act, one: _Naming, approved: Approval) -> tuple[bool, Key]:
    """Ask whether the approval reaches back to a day before it."""
    day = one.moment.days
    fact = f"approval of {act.id} reaching back to {day}"
    text = f"does the approval of {act.id} reach back to {day}?"
    reaches = evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,))
    key, rule = Key("approval reaching back", f"{act.id} to {day}"), REACHES if reaches else REACHES_NOT
    given = dict.fromkeys(map(evaluation.given_act, (one.act, *approved.acts)))
    return reaches, evaluation.derived(key, rule, day, *given)
