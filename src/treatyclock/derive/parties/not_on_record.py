"""When a condition may have been met by acts that the record lacks: of a list in part, silence tells nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from treatyclock.civil.days import EARLIEST, Days
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.law.acts.act import ActDate
from treatyclock.law.acts.consent import AD_REFERENDUM, CONFIRMATION
from treatyclock.law.clauses.conditions import FixedDate, Signed
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.coverage import Missing
from treatyclock.law.record import Record

ENTRY_ALONE = "The day of its entry is told, and not who consented."


def why_open(record: Record, what: Missing, state: str | None = None, *, listed: bool = True) -> str:
    """Say in a sentence why the record may lack an act of a State.

    Args:
        record: The record, which may lack one.
        what: The kind of act.
        state: Whose act; None for an act that concerns all parties.
        listed: Whether the State is on the list of parties.
    """
    coverage = record.coverage
    if not listed and not coverage.lists_all_parties:
        return "The list of parties is in part."
    untold = coverage.untold if state is None else state in coverage.untold
    if what is Missing.CONSENT and untold and coverage.lists_all_acts:
        return ENTRY_ALONE
    if coverage.lacks(what, state) or coverage.until is None:
        return "The acts are listed in part."
    return f"The record goes up to {coverage.until}."


def consent_not_on_record(evaluation: Evaluation, state: str | None = None, *, listed: bool = True) -> date | None:
    """Return the first day from which a consent that the record lacks may count; None for no day.

    Where an instrument counts from its own date or from its approval at home, one that was deposited after the record
    stops reaches back to before that. So does the confirmation of a signature ad referendum, to the signature.

    Args:
        evaluation: The evaluation.
        state: Whose consent; None for anybody's.
        listed: Whether that State is on the list of parties.
    """
    since = evaluation.record.coverage.lacks_from(Missing.CONSENT, state, listed=listed)
    clauses = (evaluation.clause(EntryIntoForce), *evaluation.several(Joining))
    reaches_back = any(clause is not None and clause.counts_from != (ActDate.RECEIVED,) for clause in clauses)
    if since is None or reaches_back:
        return None if since is None else EARLIEST
    entry = evaluation.clause(EntryIntoForce)
    by_signature = entry is not None and any(isinstance(each, Signed | FixedDate) for each in entry.when.walk())
    signed = evaluation.acts.by(state, (AD_REFERENDUM,)) if by_signature and state is not None else ()
    open_ = (act for act in signed if not evaluation.acts.answering(act, CONFIRMATION))
    return min([since, *(evaluation.legal_days(act.when()).first for act in open_)])


def instruments_not_on_record(evaluation: Evaluation, among: Sequence[str]) -> date | None:
    """Return the first day on which an instrument may have come that the record lacks; None for no day.

    Args:
        evaluation: The evaluation.
        among: The States whose instruments count; nobody where everybody's does.
    """
    record = evaluation.record
    states = among or [party.id for party in record.parties]
    found = [consent_not_on_record(evaluation, state) for state in states]
    if not among:
        found.append(consent_not_on_record(evaluation, listed=record.coverage.lists_all_parties))
    return min((day for day in found if day is not None), default=None)


def may_lack_instruments(evaluation: Evaluation) -> bool:
    """Tell whether instruments may be lacking that came before the end of what the record holds."""
    record = evaluation.record
    return not record.coverage.lists_all_parties or any(
        record.coverage.lacks(Missing.CONSENT, party.id) for party in record.parties
    )


def reached_earlier(evaluation: Evaluation, since: date, day: Days) -> Days:
    """Return the day on which enough instruments had come, if others than those on record may have come before."""
    text = "was the number reached earlier, by instruments that are not on record?"
    if evaluation.lacking("number reached earlier", f"{text} {_why(evaluation)}"):
        return Days(first=min(since, day.first), last=day.last)
    return day


def met_otherwise(evaluation: Evaluation, day: Days, not_before: date) -> Days:
    """Return the day on which a condition was met, if the record may lack an earlier consent or one's withdrawal.

    Args:
        evaluation: The evaluation.
        day: The day on which it was met by the acts on record.
        not_before: The day before which it was not met, whatever the record may lack.
    """
    record = evaluation.record
    kinds = [what for what in Missing if any(record.coverage.lacks(what, party.id) for party in record.parties)]
    if not kinds:
        return day
    first = min(not_before, day.first) if Missing.CONSENT in kinds else day.first
    if not day.bounded:  # acts that are not on record meet it in any case: they may have come before those that are
        return Days(first=first, last=day.last)
    text = "was the condition for entry met on another day, by acts that are not on record?"
    if not evaluation.lacking("condition met on another day", f"{text} The acts are listed in part."):
        return day
    return Days.between(first, None if Missing.EXIT in kinds else day.last)


def reached_later(evaluation: Evaluation, since: date, why: str = "") -> Days | None:
    """Return the day on which enough instruments had come, if those on record are too few; None if never.

    Args:
        evaluation: The evaluation.
        since: The first day on which that may have been.
        why: Why others may have come, where the record does not say that it is in part.
    """
    text = "was the number reached, by instruments that are not on record?"
    return Days.between(since) if evaluation.lacking("number reached", f"{text} {why or _why(evaluation)}") else None


def _why(evaluation: Evaluation) -> str:
    return why_open(evaluation.record, Missing.CONSENT, listed=False)


def consents_not_on_record(
    evaluation: Evaluation, parties: Sequence[str], not_before: date, *, what: str = "consent", why: str = ""
) -> Days | None:
    """Return the day on which all had consented, if the consents of some may be lacking; None if they never did.

    Args:
        evaluation: The evaluation.
        parties: Those of whom no consent is on record.
        not_before: The day before which the others had not all consented, whatever the record may lack.
        what: What to call the act.
        why: Why each of them may lack, where the record does not say that it is in part; empty where none may then.
    """
    record = evaluation.record
    found = [EARLIEST] if why else [consent_not_on_record(evaluation, party) for party in parties]
    if None in found:
        return None  # one of them surely did not consent
    since = max(day for day in found if day is not None)
    fact = f"{what} of {', '.join(parties)}"
    why = why or why_open(record, Missing.CONSENT, parties[0])
    if not evaluation.lacking(fact, f"was the {fact} given, though it is not on record? {why}"):
        return None
    return Days.between(max(since, not_before))


def all_at_the_earliest(evaluation: Evaluation, days: Mapping[str, Days]) -> date:
    """Return the day before which not all had acted, even if the record lacks earlier acts of some.

    Args:
        evaluation: The evaluation.
        days: On which day each acted, by the acts on record.
    """
    lacking = {party: consent_not_on_record(evaluation, party) for party in days}
    return max((min(day.first, lacking[party] or day.first) for party, day in days.items()), default=EARLIEST)


def earlier_by_acts_not_on_record(evaluation: Evaluation, day: Days, not_before: date, *, what: str) -> Days:
    """Return the day on which all had acted, if the record may lack earlier acts than it has.

    Args:
        evaluation: The evaluation.
        day: The day by the acts on record.
        not_before: The day before which not all had, whatever the record may lack.
        what: What to call the act.
    """
    fact = f"{what} earlier than on record"
    text = f"was there a {what} by some earlier than those on record? {why_open(evaluation.record, Missing.CONSENT)}"
    return Days(first=not_before, last=day.last) if evaluation.lacking(fact, text) else day


def with_parties_not_listed(evaluation: Evaluation, day: Days) -> Days:
    """Return the day on which all had consented, if States that are not listed had to consent too."""
    if evaluation.record.coverage.lists_all_parties:
        return day
    fact = "consent of all others by then"
    text = "had every party that is not listed consented by then?"
    return day if evaluation.lacking(fact, f"{text} The list of parties is in part.") else Days.between(day.first)


def event_not_on_record(evaluation: Evaluation, event: str) -> Days | None:
    """Return the day of an event of which there is no act on record, if the act may be lacking; None otherwise."""
    coverage = evaluation.record.coverage
    # An event is no State's act, and of no kind that a record could name as lacking.
    whole = coverage.lists_all_acts or bool(coverage.of or coverage.missing)
    if whole and coverage.until is None:
        return None
    why = why_open(evaluation.record, Missing.CONSENT)
    if not evaluation.lacking(f"{event} happened", f"did {event} happen? {why}"):
        return None
    return Days.between(coverage.until.days.first if whole and coverage.until is not None else None)
