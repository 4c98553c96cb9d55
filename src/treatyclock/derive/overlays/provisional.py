"""Provisional application (Vienna Convention art. 25): each begins with an act, and ends with the first of its ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatyclock.civil.days import Days
from treatyclock.derive.conditions import met
from treatyclock.derive.consent import Consent, agreed
from treatyclock.derive.day_there import day_begins_there
from treatyclock.derive.delays import delayed
from treatyclock.derive.end import End
from treatyclock.derive.entry import Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.history import Membership
from treatyclock.derive.met import Met
from treatyclock.derive.order import in_order
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.overlays.provisional_ends import Over, ends, first_over
from treatyclock.derive.overlays.sunset import survival
from treatyclock.derive.reaching_back import takes_effect
from treatyclock.derive.reasons import Key, Rule
from treatyclock.derive.timing import Span
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.acts.operation import PROVISIONAL as DECLARED
from treatyclock.law.clauses.before_entry import AppliesTo, ProvisionalApplication
from treatyclock.law.coverage import Extent
from treatyclock.law.status import Status
from treatyclock.truth import Truth

PROVISIONAL = Rule(
    "provisional application",
    "the treaty is applied provisionally from {value}",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)
MAY_BEGIN = Rule(
    "provisional application possible",
    "the treaty can be applied provisionally from {value}",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)
WAITS = Rule(
    "provisional application waits",
    "what must come about before provisional application has not, so it has not begun",
    "Vienna Convention on the Law of Treaties, art. 25(1)",
)
_WHAT = "provisional application"


def provisional(
    evaluation: Evaluation,
    party: str,
    signed: Sequence[Consent],
    periods: Sequence[Membership],
    *,
    end: End | None,
    treaty: Entry | None,
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
        treaty: The treaty's entry into force; None if it has not entered.
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
        alone = not clause.hangs_on_others or party in clause.hangs_on_others
        rule = PROVISIONAL if alone else MAY_BEGIN
        key = evaluation.derived(Key("provisional", party, about), rule, start, *given)
        begins = evaluation.start_of(start)[0].or_later(day_begins_there(when))
        found = tuple(ends(evaluation, clause, party, begun, start, treaty=treaty, end=end))
        over = first_over(evaluation, found, key, party, about)
        period = next(_periods_after(evaluation, party, periods, begun, start), None)
        enters = period is not None and (over is None or not _before(evaluation, over, period.entry, party))
        until = None if over is None else over.at
        because = (key,) if over is None else (key, *over.because)
        if period is not None and enters:
            # The entry itself hides it, whenever within its time the entry came; so only a later end needs this one.
            last = period.entry.begins.latest
            until, because = None if period.end is None else Span(last, last), (key,)
            if last <= begins.earliest:
                continue
        if until is not None and until.latest <= begins.earliest:
            continue  # it was over before it could begin
        applied.append(Overlay(status=Status.PROVISIONAL, begins=begins, ends=until, because=because, what=_WHAT))
        if over is not None and not enters and clause.survives is not None:
            name = Key("provisional survival", party, about)
            survived.append(survival(evaluation, name, over.last_day, over.at, clause.survives, *over.because))
    # What is applied anew hides what survives of an earlier application.
    return (*applied, *survived)


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
    """Return the acts with which it begins: every declaration, and a signature or consent where the clause says so."""
    found = list(evaluation.acts.by(party, [DECLARED]))
    if clause.by is AppliesTo.AT_SIGNATURE:
        found = [act for act in found if _at_signature(evaluation, act, signed)]
    if clause.by is AppliesTo.SIGNATORIES:
        found += [each.act for each in signed[:1]]
    if clause.by is AppliesTo.CONSENTED:
        found += [each.act for each in agreed(evaluation, party)[:1] if each.act not in found]
    return in_order(evaluation, found)


def _at_signature(evaluation: Evaluation, declaration: Act, signed: Sequence[Consent]) -> bool:
    """Ask whether a State declared it on the day on which it signed: what it declares later, no text allows."""
    day = declaration.dated.days
    truths = [day.not_after(each.act.dated.days) & each.act.dated.days.not_after(day) for each in signed]
    if not truths and evaluation.record.coverage.acts is not Extent.WHOLE:
        truths = [Truth.UNKNOWN]
    return evaluation.settle(Truth.any_of(truths), f"{declaration.id} done at signature", about=(declaration,))


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


def _before(evaluation: Evaluation, over: Over, entry: Entry, party: str) -> bool:
    """Tell whether it ended before the entry into force for the State."""
    if over.at.latest <= entry.begins.earliest or over.last_day.last < entry.day.first:
        return True
    if over.last_day.first >= entry.day.last:
        return False
    fact = f"an end of provisional application by {party} before entry into force"
    return evaluation.settle(Truth.UNKNOWN, fact, f"was there {fact}?")
