"""Who may have been a party when, by acts that the record lacks: what counting needs, without a question a State.

For each State the question whether it joined or left would double the worlds. To count, it is enough to know from which
day it may have been a party, and from which day it may have been none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from treatyclock.civil.days import EARLIEST, Days
from treatyclock.derive.consent.consent import agreed
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import releases_all
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.parties.headcount import Memberships, fall
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.not_on_record import consent_not_on_record, why_open
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span, eve
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.tied_to import TiedTo
from treatyclock.law.coverage import Missing
from treatyclock.law.vocabulary import LEAVING

PERHAPS_TOO_FEW = Rule(
    "too few parties, not on record",
    "the record may lack acts by which fewer parties were left than required, so that the treaty ended for all {when}",
    "Vienna Convention on the Law of Treaties, art. 55: only where the treaty provides for it",
)
PERHAPS_NOBODY = Rule(
    "nobody left, not on record",
    "the record may lack acts by which every party had left, so that the treaty ceased to be in force {when}",
    "Vienna Convention on the Law of Treaties, arts. 2(1)(g) and 26: a treaty in force binds the parties to it",
)


def exit_not_on_record(evaluation: Evaluation, state: str | None = None, *, listed: bool = True) -> date | None:
    """Return the first day on which a State may have left by an act that the record lacks; None for no day.

    An end that comes to all by such an act is a question of its own. Where that is open, what single States may have
    done from then on opens no more.

    Args:
        evaluation: The evaluation.
        state: Whose exit; None for a State that is not listed.
        listed: Whether that State is on the list of parties.
    """
    since = evaluation.record.coverage.lacks_from(Missing.EXIT, state, listed=listed)
    if since is not None and state is not None and releases_all(evaluation.record):
        joined = _perhaps_bound_from(evaluation, state)
        since = None if joined is None else max(since, joined)
    of_all, _ = end_for_all_not_on_record(evaluation)
    return None if since is None or (of_all is not None and of_all <= since) else since


def end_for_all_not_on_record(evaluation: Evaluation, *, listed: bool = True) -> tuple[date | None, str | None]:
    """Return the first day on which an act that the record lacks may have ended it for all, None for no day; and whose.

    Where one notice ends the treaty for all, the exit of a single State is such an act.

    Args:
        evaluation: The evaluation.
        listed: Whether all who could have done it are on the list of parties.
    """
    coverage = evaluation.record.coverage
    since = coverage.lacks_from(Missing.EXIT, listed=listed)
    found: list[tuple[date, str | None]] = [] if since is None else [(since, None)]
    if releases_all(evaluation.record):
        for party in evaluation.record.parties:
            lacking = coverage.lacks_from(Missing.EXIT, party.id)
            joined = _perhaps_bound_from(evaluation, party.id)
            if lacking is not None and joined is not None:
                found.append((max(lacking, joined), party.id))
    return min(found, key=lambda each: each[0], default=(None, None))


def _perhaps_bound_from(evaluation: Evaluation, party: str) -> date | None:
    """Return the day before which a State surely had not consented; None where it never did."""
    if evaluation.record.bilateral:
        return EARLIEST
    consented = [each.day.first for each in agreed(evaluation, party)]
    lacking = consent_not_on_record(evaluation, party)
    return min([*consented, *(() if lacking is None else (lacking,))], default=None)


def why_parties_open(evaluation: Evaluation) -> str:
    """Say in a sentence why the record may lack acts by which States joined or left."""
    record = evaluation.record
    lacking = next((each.id for each in record.parties if exit_not_on_record(evaluation, each.id) is not None), None)
    what = Missing.CONSENT if lacking is None else Missing.EXIT
    return perhaps_others(evaluation) or why_open(record, what, lacking)


def as_they_may_have_been(
    evaluation: Evaluation, treaty: Entry, memberships: Memberships, number: int
) -> Memberships | None:
    """Return the periods for which each may have been a party; None where the record lacks nothing about these.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        memberships: For each party on the list, the periods by the acts on record.
        number: How many are counted: of States that are not listed there may be as many.
    """
    record = evaluation.record
    found = [
        tuple(_of_one(evaluation, treaty, party.id, periods))
        for party, periods in zip(record.parties, memberships, strict=True)
    ]
    if perhaps_others(evaluation):
        since = exit_not_on_record(evaluation, listed=False) or treaty.day.first
        found += [(_perhaps(evaluation, treaty, treaty.day.first, since),)] * number
    before = [tuple(periods) for periods in memberships]
    return None if found == before else found


def others_may_have_left(evaluation: Evaluation, treaty: Entry, memberships: Memberships) -> bool:
    """Tell whether States that are not listed may all have left before one that is listed joined.

    They were parties for certain where the acts on record do not explain the entry into force. Only a clause lets them
    leave, or has them leave (Vienna Convention art. 56(1): else nobody withdraws alone).

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        memberships: For each party on the list, the periods by the acts on record.
    """
    may_leave = evaluation.clause(Denunciation) is not None or evaluation.clause(TiedTo) is not None
    if evaluation.record.coverage.lists_all_parties or treaty.explained or not may_leave:
        return False
    if exit_not_on_record(evaluation, listed=False) is None:
        return False
    periods = [each for several in memberships for each in several]
    joined = (each.entry.day.first for each in periods if each.entry.day.first > treaty.day.last)
    return any(not any(_there_before(each, day) for each in periods) for day in joined)


def _there_before(period: Membership, day: date) -> bool:
    """Tell whether a State surely was a party when another joined."""
    left = period.end is not None and period.end.last_day.first < eve(day)
    return period.entry.day.last < day and not left


def perhaps_nobody_left(
    evaluation: Evaluation, treaty: Entry, end: End | None, memberships: Memberships
) -> tuple[End, Memberships] | None:
    """Return the end with which the last party left, and who joined after it; None if nothing that is lacking took it.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        end: The end that comes to all; None if none is foreseen.
        memberships: For each party on the list, the periods by the acts on record.
    """
    # Elsewhere States that are not listed are left out: a listed one was there, or somebody must have been, to join.
    others = 1 if others_may_have_left(evaluation, treaty, memberships) else 0
    perhaps = as_they_may_have_been(evaluation, treaty, memberships, others)
    if perhaps is None:
        return None
    fact, why = "a time with no party left by acts not on record", why_parties_open(evaluation)
    fallen = fall(evaluation, 1, perhaps, fact, why)
    if fallen is None:
        return None
    settled = fallen.asked or evaluation.record.coverage.lists_all_parties
    if not settled and not evaluation.lacking(fact, f"was there ever {fact}? {why}"):
        return None
    last, at = fallen.last, fallen.span(evaluation)
    if end is not None:
        last, at = Days.earliest([last, end.last_day]), Span(at.earliest, min(at.latest, end.at.latest))
    key = evaluation.derived(Key("nobody left"), PERHAPS_NOBODY, at, treaty.key)
    return End(at=at, last_day=last, key=key, at_hour=True), fallen.after


def _of_one(evaluation: Evaluation, treaty: Entry, party: str, periods: Sequence[Membership]) -> Iterator[Membership]:
    gone = exit_not_on_record(evaluation, party)
    for each in periods:
        yield each if gone is None else _perhaps_left(evaluation, each, gone)
    joined = consent_not_on_record(evaluation, party)
    if joined is not None:
        # A notice that is on record has an effect then, though it has none by the acts on record.
        leaves = gone is not None or bool(evaluation.acts.by(party, LEAVING))
        yield _perhaps(evaluation, treaty, joined, (gone or joined) if leaves else None)


def _perhaps_left(evaluation: Evaluation, period: Membership, gone: date) -> Membership:
    end, since = period.end, max(gone, period.entry.day.first)
    if end is not None and end.last_day.last < since:
        return period
    last = Days.between(since if end is None else min(since, end.last_day.first))
    at = evaluation.start_of(Days.between(since))[0]
    if end is None:
        return replace(period, end=End(at=at, last_day=last, key=period.entry.key, at_hour=True))
    at = Span(min(at.earliest, end.at.earliest), at.latest)
    return replace(period, end=replace(end, at=at, last_day=last, at_hour=True))


def _perhaps(evaluation: Evaluation, treaty: Entry, joined: date, gone: date | None) -> Membership:
    """Return a period for which a State may have been a party, with any beginning and any end."""
    day = Days.between(max(joined, treaty.day.first))
    begins = evaluation.start_of(day)[0]
    entry = Entry(day=day, begins=begins, key=treaty.key, begins_key=treaty.begins_key, met=None)
    if gone is None:
        return Membership(entry=entry, end=None)
    last = Days.between(max(gone, day.first))
    at = evaluation.start_of(last)[0]
    return Membership(entry=entry, end=End(at=at, last_day=last, key=treaty.key, at_hour=True))
