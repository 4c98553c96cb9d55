"""The last day for an instrument of a State that joins later: one deposited after it has no effect.

Law: who may ratify or accede, and until when, is for the treaty to say (Vienna Convention arts. 14 and 15). Whether the
day from which a period runs is its first, these clauses do not say.
"""

from __future__ import annotations

from treatyclock.civil.days import Days
from treatyclock.civil.periods import Period
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.counting.date_that_counts import date_of_instruments
from treatyclock.derive.counting.reaching_back import takes_effect
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.joining.at_latest import is_mere_signature
from treatyclock.derive.joining.in_time import among_others, in_time
from treatyclock.derive.joining.joining_rule import joining_rule
from treatyclock.derive.parties.whole import entry_as_amended
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import LATE_RATIFICATION_ANNOUNCED, SUCCESSION
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.clauses.last_days import ByDay, LastDay, Within
from treatyclock.truth import Truth

TOO_LATE = Rule(
    "consent after its last day",
    "the last day for it was {value}, so this instrument makes that State no party",
    "Vienna Convention on the Law of Treaties, arts. 14 and 15: as the treaty provides",
)
Bounds = tuple[Days, Days]
"""The last day as it is if the first day of the period counts, and if it does not."""


def too_late(act: Act) -> Key:
    """Return the key of the conclusion that an instrument came after the last day for it."""
    return Key("too late", act.id)


def consented_too_late(evaluation: Evaluation, treaty: Entry | None, party: str, consent: Consent) -> Key | None:
    """Return why an instrument has no effect, if it came after the last day for it; None if it did not.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force; None if it has not entered.
        party: The State.
        consent: Its consent.
    """
    act = consent.act
    rule = joining_rule(evaluation, party, act.kind)
    # A succession reaches back to its own day, and one that was recorded was in time.
    bound = act.recorded is not None or act.kind == SUCCESSION or is_mere_signature(evaluation, consent, party)
    if rule is None or rule.until is None or treaty is None or bound or _as_amended(evaluation, treaty, act, party):
        return None
    early, what = in_time(evaluation, treaty, consent, party)
    before = among_others(evaluation, treaty, consent, party)
    if evaluation.settle(early, f"{act.id} {what}", about=(act,), before=before):
        return None  # it has the treaty's own day: the time is set for those who come later
    given: tuple[Key, ...] = (evaluation.given_act(act), evaluation.given_clause(rule), treaty.key)
    last = last_days(evaluation, rule.until, treaty)
    if last is None:
        return None
    which, decided = date_of_instruments(evaluation, rule)
    given, fact = (*given, *decided), f"{act.id} in time"
    notice = _announced(evaluation, rule, party, last)
    if notice is not None and rule.extension is not None:
        last = _later(evaluation, last, rule.extension)
        given = (*given, evaluation.given_act(notice))
    elif rule.extension is not None and not evaluation.record.coverage.lists_all_acts:
        longer = _later(evaluation, last, rule.extension)
        missed = _by(evaluation, act, which, last) is Truth.NO
        if missed and _by(evaluation, act, which, longer) is not Truth.NO:
            text = f"had {party} given notice that it would ratify later? The acts are listed in part."
            in_time_by_it = evaluation.lacking(fact, text)
            return None if in_time_by_it else evaluation.derived(too_late(act), TOO_LATE, last[1], *given)
    if evaluation.settle(_by(evaluation, act, which, last), fact, about=(act,)):
        return None
    # The last day by which it is taken to be too late: the earlier one, where it was in time by the later.
    missed_by_both = evaluation.by_end_of(act.when(which), last[1])[0] is Truth.NO
    day = last[1] if missed_by_both else last[0]
    return evaluation.derived(too_late(act), TOO_LATE, day, *given, told=True)


def _as_amended(evaluation: Evaluation, treaty: Entry, act: Act, party: str) -> bool:
    """Tell whether a State was in time to become a party to the treaty, and so is one to the treaty as amended."""
    return entry_as_amended(evaluation.aside(), treaty, act, Key("entry for", party)) is not None


def last_days(evaluation: Evaluation, until: LastDay, treaty: Entry | None) -> Bounds | None:
    """Return the last day for something; None where the act from which its period runs has not been done.

    Args:
        evaluation: The evaluation.
        until: What the text says of it.
        treaty: The treaty's entry into force, from which the period may run.
    """
    if isinstance(until, ByDay):
        return until.day.days, until.day.days
    if until.since == Within.ENTRY:
        return None if treaty is None else _from(evaluation, treaty.day, until.period)
    event = evaluation.acts.get(until.since)
    if event is None:
        return None
    when, _ = takes_effect(evaluation, event)
    return _from(evaluation, evaluation.legal_days(when), until.period)


def _from(evaluation: Evaluation, day: Days, period: Period) -> Bounds:
    counted, _ = evaluation.last_day(day, period, Joining, first_day_counts=True)
    not_counted, _ = evaluation.last_day(day, period, Joining, first_day_counts=False)
    return counted, not_counted


def _later(evaluation: Evaluation, last: Bounds, period: Period) -> Bounds:
    """Return the last day put off by a period, which begins with the day after it."""
    first, second = (evaluation.last_day(day, period, Joining, first_day_counts=False)[0] for day in last)
    return first, second


def _announced(evaluation: Evaluation, rule: Joining, party: str, last: Bounds) -> Act | None:
    """Return the notice in time by which a State has more time; None where it gave none."""
    if rule.extension is None:
        return None
    for act in evaluation.acts.by(party, [LATE_RATIFICATION_ANNOUNCED]):
        truth = Truth.agreed(evaluation.by_end_of(act.when(), day)[0] for day in last)
        if evaluation.settle(truth, f"{act.id} in time", about=(act,)):
            return act
    return None


def _by(evaluation: Evaluation, act: Act, which: ActDate, last: Bounds) -> Truth:
    return Truth.agreed(evaluation.by_end_of(act.when(which), day)[0] for day in last)
