"""Provisional application (Vienna Convention art. 25): each begins with an act, and ends with the first of its ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.conditions import met
from treatyclock.derive.consent import Consent
from treatyclock.derive.day_there import day_begins_there
from treatyclock.derive.delays import delayed, last_day_by_notice
from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import ending_on
from treatyclock.derive.entry import ENTERED, Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.history import Membership
from treatyclock.derive.met import Met
from treatyclock.derive.order import comes_first, in_order
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.overlays.sunset import survival
from treatyclock.derive.reaching_back import effective, takes_effect
from treatyclock.derive.reasons import Derived, Key, Rule
from treatyclock.derive.timing import Span
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.acts.operation import PROVISIONAL as DECLARED
from treatyclock.law.acts.operation import PROVISIONAL_END
from treatyclock.law.acts.term import TERMINATION
from treatyclock.law.clauses.before_entry import AppliesTo, ProvisionalApplication
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.status import Status
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

PROVISIONAL = Rule(
    "provisional application",
    "the treaty is applied provisionally from {value}",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)
WAITS = Rule(
    "provisional application waits",
    "what must come about before provisional application has not, so it has not begun",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)
PROVISIONAL_ENDS = Rule(
    "provisional application ends",
    "provisional application ends with {value}",
    "Vienna Convention on the Law of Treaties, art. 25(2)",
)
_WHAT = "provisional application"
_STOPS = (PROVISIONAL_END, CONSENT_WITHDRAWN, *NOTICES, TERMINATION)
"""Acts that tell that a State does not intend to become a party: who takes back a consent or withdraws tells it too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Over:
    """An end of provisional application: its last day, the instant, and the reasons."""

    last_day: Days
    at: Span
    because: tuple[Key, ...]


def provisional(
    evaluation: Evaluation, party: str, signed: Sequence[Consent], periods: Sequence[Membership], end: End | None
) -> tuple[Overlay, ...]:
    """Return the times at which a State applied a treaty provisionally, and what survives them.

    Law: it ends with the entry into force for that State, with its notice of not becoming a party, and with the treaty
    (Vienna Convention art. 25; Guide to Provisional Application of the International Law Commission, guideline 9). The
    State may then agree to it anew.

    Args:
        evaluation: The evaluation.
        party: The State.
        signed: Its signatures.
        periods: The periods for which it is a party.
        end: The end of the treaty for all, before or after it was in force; None if none is foreseen.
    """
    clause = evaluation.clause(ProvisionalApplication, party=party)
    if clause is None:
        return ()
    if clause.parties and party not in clause.parties:
        return ()
    condition = None if clause.when is None else met(evaluation, clause.when, ActDate.RECEIVED)
    if condition is not None and condition.day is None:
        evaluation.derived(Key("provisional waits", party), WAITS, None, *condition.because, told=True)
        return ()
    applied, survived = [], []
    lapsed = _lapsed(evaluation)
    for number, begun in enumerate(_beginnings(evaluation, clause, party, signed), start=1):
        about = number if number > 1 else None
        when, taken = takes_effect(evaluation, begun)
        start, because_of = evaluation.legal_days(when), tuple[Key, ...]()
        if condition is not None and condition.day is not None:
            if _taken_back_before_it(evaluation, clause, condition, start):
                continue
            start, because_of = Days.latest([start, condition.day]), condition.because
        start, policy = delayed(evaluation, start, clause.delay, ProvisionalApplication)
        if clause.since is not None:
            start = Days.latest([start, clause.since.days])
        given = (evaluation.given_clause(clause), evaluation.given_act(begun), *taken, *because_of, *policy)
        key = evaluation.derived(Key("provisional", party, about), PROVISIONAL, start, *given)
        begins = evaluation.start_of(start)[0].or_later(day_begins_there(when))
        over = _first(
            evaluation, (*_ends(evaluation, clause, party, begun), *_with_treaty(end), *lapsed), key, party, about
        )
        period = next(_periods_after(evaluation, party, periods, begun, start), None)
        enters = period is not None and (over is None or not _before(evaluation, over, period.entry, party))
        ends = None if over is None else over.at
        because = (key,) if over is None else (key, *over.because)
        if period is not None and enters:
            # The entry itself hides it, whenever within its time the entry came; so only a later end needs this one.
            last = period.entry.begins.latest
            ends, because = None if period.end is None else Span(last, last), (key,)
            if last <= begins.earliest:
                continue
        if ends is not None and ends.latest <= begins.earliest:
            continue  # it was over before it could begin
        applied.append(Overlay(status=Status.PROVISIONAL, begins=begins, ends=ends, because=because, what=_WHAT))
        if over is not None and not enters and clause.survives is not None:
            name = Key("provisional survival", party, about)
            survived.append(survival(evaluation, name, over.last_day, over.at, clause.survives, *over.because))
    # What is applied anew hides what survives of an earlier application.
    return (*applied, *survived)


def _lapsed(evaluation: Evaluation) -> tuple[_Over, ...]:
    """Return the end that comes with the last day for the entry into force, where the treaty lapsed after it."""
    entry, conclusion = evaluation.clause(EntryIntoForce), evaluation.findings.reasons.get(ENTERED)
    never = isinstance(conclusion, Derived) and conclusion.value is None
    if entry is None or entry.lapses is None or not never:
        return ()
    days = entry.lapses.days
    return (_Over(last_day=days, at=evaluation.end_of(days)[0], because=(evaluation.given_clause(entry),)),)


def _taken_back_before_it(evaluation: Evaluation, clause: ProvisionalApplication, condition: Met, start: Days) -> bool:
    """Ask whether it does not begin since a State took back what it waits for, after that came about and before it."""
    assert condition.day is not None
    due = delayed(evaluation.aside(), Days.latest([start, condition.day]), clause.delay, ProvisionalApplication)[0]
    authors = {party for act in condition.acts for party in act.by}
    for act in evaluation.acts.of(CONSENT_WITHDRAWN):
        day = evaluation.legal_days(act.when())
        if set(act.by) & authors and day.last >= condition.day.first and day.first <= due.last:
            text = f"does provisional application begin, though {act.id} came before it?"
            fact = f"provisional application in spite of {act.id}"
            if not evaluation.settle(Truth.UNKNOWN, fact, text, about=(act,)):
                return True
    return False


def _beginnings(
    evaluation: Evaluation, clause: ProvisionalApplication, party: str, signed: Sequence[Consent]
) -> tuple[Act, ...]:
    """Return the acts with which it begins: every declaration, and a signature where the clause says so."""
    found = list(evaluation.acts.by(party, [DECLARED]))
    if clause.by is AppliesTo.SIGNATORIES and signed:
        found.append(signed[0].act)
    return in_order(evaluation, found)


def _ends(evaluation: Evaluation, clause: ProvisionalApplication, party: str, begun: Act) -> Iterator[_Over]:
    """Yield its ends by the clause and by the State; without a period a notice ends it when the notice is given."""
    if clause.until is not None:
        at = evaluation.end_of(clause.until.days)[0]
        yield _Over(last_day=clause.until.days, at=at, because=())
    for act in evaluation.acts.by(party, _STOPS):
        if act == begun or comes_first(evaluation, act, begun):
            continue
        day, at = evaluation.legal_days(act.when()), evaluation.happening(act.when())
        named, taken = effective(evaluation, act) if act.kind in (PROVISIONAL_END, TERMINATION) else (None, ())
        keys: tuple[Key, ...] = (evaluation.given_act(act), *taken)
        if named is not None and act.kind == PROVISIONAL_END:
            day = evaluation.days_there(named)
            at = evaluation.end_of(day)[0]
        elif act.kind == TERMINATION:
            if named is not None:
                last, conventions = ending_on(evaluation, named)
                day = evaluation.days_there(named) if last is None else last
                at = evaluation.end_of(day)[0] if last is not None else evaluation.happening(named)
                keys = (*keys, *conventions)
        elif clause.notice:
            day, conventions = last_day_by_notice(evaluation, day, clause.notice, clause)
            at = evaluation.end_of(day)[0]
            keys = (*keys, *conventions)
        yield _Over(last_day=day, at=at, because=keys)


def _with_treaty(end: End | None) -> tuple[_Over, ...]:
    return () if end is None else (_Over(last_day=end.last_day, at=end.at, because=end.keys),)


def _first(evaluation: Evaluation, found: Sequence[_Over], key: Key, party: str, number: int | None) -> _Over | None:
    if not found:
        return None
    last = Days.earliest(each.last_day for each in found)
    ends = Span(min(each.at.earliest for each in found), min(each.at.latest for each in found))
    because = dict.fromkeys(k for each in found if each.last_day.first <= last.last for k in each.because)
    made = evaluation.derived(Key("provisional end", party, number), PROVISIONAL_ENDS, last, key, *because)
    return _Over(last_day=last, at=ends, because=(made,))


def _periods_after(
    evaluation: Evaluation, party: str, periods: Sequence[Membership], begun: Act, start: Days
) -> Iterator[Membership]:
    """Yield the periods of being a party that were not over on the day on which it begins."""
    for period in periods:
        if period.end is not None:
            left = ~start.not_after(period.end.last_day)
            if evaluation.settle(left, f"{begun.id} after {party} had left", about=(begun,)):
                continue
        yield period


def _before(evaluation: Evaluation, over: _Over, entry: Entry, party: str) -> bool:
    """Tell whether it ended before the entry into force for the State."""
    if over.at.latest <= entry.begins.earliest or over.last_day.last < entry.day.first:
        return True
    if over.last_day.first >= entry.day.last:
        return False
    fact = f"an end of provisional application by {party} before entry into force"
    return evaluation.settle(Truth.UNKNOWN, fact, f"was there {fact}?")
