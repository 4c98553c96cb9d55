"""A day of entry into force that the acts name which bring it about: notes that say "with effect from 1 June".

Law: a treaty enters into force on the date that it provides or that the negotiating States agree (Vienna Convention
art. 24(1)). Acts of consent that name one day agree on it; acts that name different days agree on none. Where the
treaty provides for another day, which of the two goes before is a question of fact, unless the treaty itself lets them
agree on another. What all agree on later, before the treaty is in force, goes before both: see ``agreed_later``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent, agreed
from treatyclock.derive.counting.reaching_back import effective
from treatyclock.derive.entry.agreed_later import NewDay, agreed_later, consent_gone, who_must_agree
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.consent import SUCCESSION
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.truth import Truth

AGREED = Rule(
    "entry on a day agreed",
    "those who consented agreed on {value} for the entry into force",
    "Vienna Convention on the Law of Treaties, art. 24(1)",
)

_AS_NAMED = "entry into force on the day that the acts name"

DayAgreed = tuple[Days, tuple[Key, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Condition:
    """How the condition for entry into force was met.

    Attributes:
        clause: The clause on entry into force.
        acts: The acts that met it.
        met: The day on which it was met.
        counted: The day of entry by the clause.
    """

    clause: EntryIntoForce
    acts: Sequence[Act]
    met: Days
    counted: Days


def all_name_one_day(evaluation: Evaluation, met: Days) -> bool:
    """Tell whether all who may have consented by the day on which the condition was met name one and the same day."""
    acts = [each.act for each in _firsts_by(evaluation, met)]
    named = {None if act.effective is None else act.effective.days for act in acts}
    return len(named) == 1 and None not in named


def set_aside(evaluation: Evaluation, met: Days | None, entered: Days, consent: Consent) -> bool:
    """Tell whether a treaty entered into force before the one day that all named whose consents it waited for.

    Then that day does not count, for its authors neither: it would have entered into force for none of them.

    Args:
        evaluation: The evaluation.
        met: The day on which the condition for entry into force was met; None where no act on record gives it.
        entered: The day on which the treaty entered into force.
        consent: A State's consent.
    """
    if met is None or consent.act.effective is None or consent.day.not_after(met) is Truth.NO:
        return False
    later = entered.last < evaluation.legal_days(consent.act.effective).first
    return later and all_name_one_day(evaluation, met)


def agreed_day(
    evaluation: Evaluation, clause: EntryIntoForce, acts: Sequence[Act], counted: Days, met: Days
) -> DayAgreed | None:
    """Return the day that the acts name for the entry into force, and the reason; None where it is the clause's.

    Args:
        evaluation: The evaluation.
        clause: The clause on entry into force.
        acts: The acts that met its condition.
        counted: The day by the clause.
        met: The day on which the condition was met.
    """
    if not acts or any(act.kind == SUCCESSION for act in acts):
        return None
    had = {party for act in acts for party in act.by}
    had |= {party for each in _firsts_by(evaluation, met) for party in each.act.by}
    condition = _Condition(clause=clause, acts=acts, met=met, counted=counted)
    return _going_by(evaluation, condition, agreed_later(evaluation, acts, had))


def _going_by(evaluation: Evaluation, condition: _Condition, later: Sequence[NewDay]) -> DayAgreed | None:
    """Return the day by the last of the later agreements that was made in time, or by the acts that met the condition.

    Once the treaty is in force by what held before, its day of entry is no matter of agreement any more.
    """
    if not later:
        return _by_the_acts(evaluation, condition)
    clause, counted = condition.clause, condition.counted
    *earlier, last = later
    named = [evaluation.legal_days(act.effective) for act in condition.acts if act.effective is not None]
    days = [*named, *(each.day for each in earlier)]
    if not clause.as_agreed:  # where the text leaves the day to them, there is none by the clause
        days.append(counted)
    if not all(last.made.last < day.first for day in days):
        current = _going_by(evaluation, condition, earlier)
        if current is not None or not clause.as_agreed:
            day = counted if current is None else current[0]
            if not _in_time(evaluation, last, day, None if current is None else day):
                return current
    named_by = [(act, *effective(evaluation, act)) for act in last.acts]
    if None in (moment for _, moment, _ in named_by):
        return _going_by(evaluation, condition, earlier)
    until = Days.earliest([last.day, Days.latest([counted, *days])])
    had = {party for each in _firsts_by(evaluation, until) for party in each.act.by}
    by_all = last.day.known and last.parties.issuperset(who_must_agree(evaluation, had, last.made))
    if not _goes_before(evaluation, clause, last.day, counted, last.acts, sure=by_all):
        return None
    given = [key for act, _, taken in named_by for key in (evaluation.given_act(act), *taken)]
    return _agreed_on(evaluation, last.day, given, Key("agreed entry", last.acts[-1].id))


def _in_time(evaluation: Evaluation, agreement: NewDay, day: Days, agreed_on: Days | None) -> bool:
    """Tell whether an agreement was made before the treaty was in force by what held until then."""
    before = ~day.not_after(agreement.made)
    if before is Truth.NO and agreement.made.first <= day.last:  # of one day, it may have come before that began
        before = Truth.UNKNOWN
    what = "by the clause" if agreed_on is None else f"on {agreed_on}"
    fact = f"{agreement.acts[-1].id} before the entry into force {what}"
    return evaluation.settle(before, fact, about=agreement.acts)


def _by_the_acts(evaluation: Evaluation, condition: _Condition) -> DayAgreed | None:
    """Return the day that the acts name that met the condition; None where they agree on none, or the clause counts."""
    clause, naming = condition.clause, _naming_one(evaluation, condition)
    days = _one_day(evaluation, naming) if naming else None
    if not naming or (days is None and (_provides(clause) or clause.as_agreed)):
        return None
    named = [(act, *effective(evaluation, act)) for act in naming]
    told = [evaluation.legal_days(moment) for _, moment, _ in named if moment is not None]
    given = [key for act, _, taken in named for key in (evaluation.given_act(act), *taken)]
    if days is None and len(set(told)) > 1:
        # The notes themselves bring it about, and each is to have effect on another day.
        day = Days(first=min(each.first for each in told), last=max(each.last for each in told))
        text = "the acts name different days: does the treaty enter into force between these, or as if they named none?"
        goes_before = evaluation.settle(Truth.UNKNOWN, _AS_NAMED, text, about=tuple(naming))
    elif told:
        day = told[0] if days is None else days
        sure = len(told) == len(named) and _all_who_could_agree_name(evaluation, day, condition.counted)
        goes_before = _goes_before(evaluation, clause, day, condition.counted, naming, sure=sure)
    else:
        return None
    return _agreed_on(evaluation, day, given, Key("agreed entry")) if goes_before else None


def _naming_one(evaluation: Evaluation, condition: _Condition) -> list[Act]:
    """Return those of the acts that met the condition that name a day, if all may have agreed to it; otherwise none.

    Of two, who answers a note agrees to what it says; of many, a day that only some name is their own.
    """
    clause, naming = condition.clause, [act for act in condition.acts if act.effective is not None]
    if not naming or not (evaluation.record.bilateral or all_name_one_day(evaluation, condition.met)):
        return []
    return [] if _provides(clause) and _answered_by_nobody(evaluation, condition.acts, naming) else naming


def _provides(clause: EntryIntoForce) -> bool:
    """Tell whether a clause has a day of its own beside that on which its condition is met, or lets them choose."""
    return bool(clause.delay) or clause.on is not None or clause.not_before is not None or clause.or_as_agreed


def _goes_before(
    evaluation: Evaluation, clause: EntryIntoForce, day: Days, counted: Days, naming: Sequence[Act], *, sure: bool
) -> bool:
    """Tell whether a day that acts name goes before that of the clause: sure where the clause lets all agree."""
    if not _provides(clause) or day == counted or (clause.or_as_agreed and sure):
        return True
    text = "does the treaty enter into force on the day that the acts name, or on that of its clause?"
    return evaluation.settle(Truth.UNKNOWN, _AS_NAMED, text, about=tuple(naming))


def _answered_by_nobody(evaluation: Evaluation, acts: Sequence[Act], naming: Sequence[Act]) -> bool:
    """Tell whether a State had consented before the other named a day, so that it cannot have agreed to that day."""
    by = {party for act in naming for party in act.by}
    first = min(evaluation.legal_days(act.when()).first for act in naming)
    others = [evaluation.legal_days(act.when()) for act in acts if not set(act.by) <= by]
    return any(day.last < first for day in others)


def _one_day(evaluation: Evaluation, naming: Sequence[Act]) -> Days | None:
    """Return the day that acts name; None where it is not one. Vague days that may be one leave that open."""
    days = {evaluation.legal_days(act.effective) for act in naming if act.effective is not None}
    first, last = max(day.first for day in days), min(day.last for day in days)
    if first > last:
        return None
    if len(days) > 1:
        fact = f"one day named by {' and '.join(act.id for act in naming)}"
        if not evaluation.settle(Truth.UNKNOWN, fact, about=tuple(naming)):
            return None
    return Days(first=first, last=last)


def _all_who_could_agree_name(evaluation: Evaluation, day: Days, counted: Days) -> bool:
    """Tell whether everybody names one known day who may have consented before the treaty was in force, by either day.

    Who surely consented later had no part in what was agreed by then, and what that State names is for itself alone:
    once the treaty has not entered into force on the day of its clause, since all had agreed on another, it does not
    do so any more.
    """
    moments = [each.act.effective for each in _firsts_by(evaluation, Days.earliest([day, counted]))]
    named = {None if moment is None else evaluation.legal_days(moment) for moment in moments}
    return day.known and named == {day}


def _firsts_by(evaluation: Evaluation, day: Days) -> list[Consent]:
    """Return the first consent of each State that may have consented by a day, and had not surely taken it back."""
    firsts = {party.id: several[0] for party in evaluation.record.parties if (several := agreed(evaluation, party.id))}
    by_then = {party: each for party, each in firsts.items() if each.day.not_after(day) is not Truth.NO}
    return [each for party, each in by_then.items() if consent_gone(evaluation, party, day) is not Truth.YES]


def _agreed_on(evaluation: Evaluation, day: Days, given: Sequence[Key], key: Key) -> DayAgreed:
    return day, (evaluation.derived(key, AGREED, day, *dict.fromkeys(given)),)
