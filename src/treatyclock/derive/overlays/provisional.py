"""Provisional application (Vienna Convention art. 25): each begins with an act, and ends with the first of its ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.counting.day_there import day_begins_there
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.overlays.provisional_begins import beginnings
from treatyclock.derive.overlays.provisional_ends import Over, ends, first_over
from treatyclock.derive.overlays.sunset import survival
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.status import Status
from treatyclock.truth import Truth

_WHAT = "provisional application"


def provisional(
    evaluation: Evaluation,
    party: str,
    signed: Sequence[Consent],
    periods: Sequence[Membership],
    *,
    end: End | None,
    treaty: Entry | None,
    towards: str | None = None,
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
        towards: Another State, where what holds between the two is asked.
    """
    clause = evaluation.clause(ProvisionalApplication, party=party)
    if clause is None:
        return ()
    applied, survived = [], []
    for begun in beginnings(evaluation, clause, party, signed, None if treaty is None else treaty.day):
        key, start = begun.key, begun.start
        begins = evaluation.start_of(start)[0].or_later(day_begins_there(begun.when))
        found = tuple(ends(evaluation, clause, party, begun.act, start, treaty=treaty, end=end, towards=towards))
        over = first_over(evaluation, found, key, party, begun.number)
        period = next(_periods_after(evaluation, party, periods, begun.act, start), None)
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
            name = Key("provisional survival", party, begun.number)
            survived.append(survival(evaluation, name, over.last_day, over.at, clause.survives, *over.because))
    # What is applied anew hides what survives of an earlier application.
    return (*applied, *survived)


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
