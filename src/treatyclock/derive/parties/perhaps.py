"""Memberships and ends that may have come by acts which the record lacks."""

from __future__ import annotations

from collections.abc import Sequence

from treatyclock.civil.days import LATEST, Days
from treatyclock.derive.consent.consent import Consent
from treatyclock.derive.end.end import End
from treatyclock.derive.end.recorded_end import PERHAPS_ENTERED
from treatyclock.derive.ends.ending import first_end
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.entry.presupposed import HAD_CONSENTED
from treatyclock.derive.entry.treaty_entry import DAY_NOT_TOLD
from treatyclock.derive.exit.chain import PERHAPS_FOLLOWS
from treatyclock.derive.histories.history import Edge, Membership
from treatyclock.derive.joining.at_latest import PERHAPS_AT_LATEST
from treatyclock.derive.joining.own_entry import PERHAPS_APPROVED
from treatyclock.derive.others.other_in_force import PERHAPS_OTHER_ENDED
from treatyclock.derive.parties.not_listed import perhaps_others
from treatyclock.derive.parties.not_on_record import consent_not_on_record, why_open
from treatyclock.derive.parties.perhaps_parties import PERHAPS_NOBODY, PERHAPS_TOO_FEW, end_for_all_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span, later
from treatyclock.law.acts.act import Act
from treatyclock.law.coverage import Missing
from treatyclock.law.record import Record
from treatyclock.law.status import Status

PERHAPS_JOINED = Rule(
    "entry not on record", "the record may lack an act of consent; by such an act that State is a party from {value}"
)
PERHAPS_SIGNED = Rule("signature not on record", "the record may lack the signature of that State")
PERHAPS_LEFT = Rule(
    "end for one not on record",
    "the record may lack the act that ended it for that State; then the last day in force for it is {end}",
)
PERHAPS_ENDED = Rule(
    "end not on record", "the record may lack the act that ended it for all; then the last day in force is {end}"
)
PERHAPS_ENDED_BY = Rule(
    "end by a notice of perhaps a party",
    "the record may lack the consent of who gave that notice; by it the last day in force is then {end}",
)

NOT_ON_RECORD = (
    PERHAPS_JOINED, PERHAPS_SIGNED, PERHAPS_LEFT, PERHAPS_ENDED, PERHAPS_ENDED_BY, PERHAPS_TOO_FEW, PERHAPS_NOBODY,
    PERHAPS_FOLLOWS, PERHAPS_APPROVED, PERHAPS_AT_LATEST, PERHAPS_OTHER_ENDED, PERHAPS_ENTERED, DAY_NOT_TOLD,
    HAD_CONSENTED,
)  # fmt: skip
"""Rules that conclude what would follow from acts which the record lacks."""


def perhaps_a_party(
    evaluation: Evaluation,
    party: str,
    treaty: Entry | None,
    end: End | None,
    periods: Sequence[Membership],
    *,
    number: int | None,
) -> tuple[list[Edge], Membership | None]:
    """Return the changes of status and the membership that an act of consent may have brought which is not on record.

    Args:
        evaluation: The evaluation.
        party: The State.
        treaty: The treaty's entry into force; None if it has not entered.
        end: The end that comes to all; None if none is foreseen.
        periods: The memberships by the acts on record.
        number: What tells its conclusions from those on earlier consents; None where there is none.
    """
    record = evaluation.record
    listed = record.lists(party)
    since = consent_not_on_record(evaluation, party, listed=listed)
    if since is None or (periods and periods[-1].end is None):
        return [], None
    edges = [] if periods else _perhaps_signed(evaluation, party, Days.between(since))
    if treaty is None:
        return edges, None
    first, before = max(since, treaty.day.first), tuple[Key, ...]()
    if periods and periods[-1].end is not None:
        first, before = max(first, later(periods[-1].end.last_day.first)), (periods[-1].end.key,)
    last = LATEST if end is None else end.last_day.last
    if last < first:
        return edges, None
    fact = f"{party} a party again" if periods else f"{party} a party"
    why = why_open(record, Missing.CONSENT, party, listed=listed)
    if not evaluation.lacking(fact, f"was {fact}? {why}"):
        return edges[:1], None
    entry = _joined(evaluation, party, treaty, Days.between(first, last), number, *before)
    ends = [] if end is None else [end]
    name = Key("end after an entry not on record", party, number)
    left = perhaps_left(evaluation, entry, party, ends, listed=listed, name=name)
    if left is not None:
        end = first_end(evaluation, [left, *ends], Key("end for", party, number))
    return edges, Membership(entry=entry, end=end)


def perhaps_joined_before(
    evaluation: Evaluation,
    party: str,
    treaty: Entry | None,
    consent: Consent,
    periods: Sequence[Membership],
    *,
    number: int | None,
) -> tuple[list[Edge], Entry | None]:
    """Return what a consent brought which is not on record and came before one that is: changes of status, an entry.

    Args:
        evaluation: The evaluation.
        party: The State, which is listed.
        treaty: The treaty's entry into force; None if it has not entered.
        consent: The consent on record.
        periods: The memberships before it.
        number: What tells its conclusions from those on earlier consents; None where there is none.
    """
    since = consent_not_on_record(evaluation, party)
    last = periods[-1].end if periods else None
    if since is None or (periods and last is None):
        return [], None
    edges = []
    if not periods and since <= consent.day.last:
        edges = _perhaps_signed(evaluation, party, Days.between(since, consent.day.last))
    if treaty is None:
        return edges, None
    first = max(since, treaty.day.first)
    if last is not None:
        first = max(first, later(last.last_day.first))
    # It counts from that consent at the latest, whatever delay then runs for the later one.
    until = max(consent.day.last, treaty.day.last)
    if until < first:
        return edges, None
    fact = f"{party} a party before {consent.act.id}"
    if not evaluation.lacking(fact, f"was {fact}? {why_open(evaluation.record, Missing.CONSENT, party)}"):
        return edges[:1], None
    return edges, _joined(evaluation, party, treaty, Days.between(first, until), number)


def _perhaps_signed(evaluation: Evaluation, party: str, days: Days) -> list[Edge]:
    """Return the changes of status by a signature, and by another act of consent, which the record lacks."""
    at = _span(evaluation, days)
    signed = evaluation.derived(Key("perhaps signed", party), PERHAPS_SIGNED, None)
    return [Edge(status=each, at=at, key=signed, what="consent") for each in (Status.SIGNATORY, Status.CONTRACTING)]


def _joined(evaluation: Evaluation, party: str, treaty: Entry, days: Days, number: int | None, *before: Key) -> Entry:
    # An act on record may have its own conclusions under "entry for", so this one has another name.
    key = evaluation.derived(Key("entry not on record", party, number), PERHAPS_JOINED, days, treaty.key, *before)
    return Entry(day=days, begins=_span(evaluation, days), key=key, begins_key=key, met=None)


def perhaps_left(
    evaluation: Evaluation, entry: Entry, party: str | None, ends: Sequence[End], *, name: Key, listed: bool = True
) -> End | None:
    """Return the end if an act that is not on record brought or moved it; None where none can have done so.

    Args:
        evaluation: The evaluation.
        entry: The entry into force for whom the end is sought.
        party: The State; None for the end that comes to all.
        ends: The ends by what is on record.
        name: What the conclusion is called; each period of being a party has its own.
        listed: Whether all who could bring it about are on the list of parties.
    """
    record = evaluation.record
    since, whose = record.coverage.lacks_from(Missing.EXIT, party, listed=listed), party
    if party is None:
        since, whose = end_for_all_not_on_record(evaluation, listed=listed)
    if since is None:
        return None
    since = max(since, entry.day.first)
    if any(end.last_day.last < since for end in ends):
        return None  # it had ended before anything could be lacking
    whom = "all" if party is None else party
    text = f"did an act that is not on record bring or move an end for {whom}?"
    why = "" if listed else perhaps_others(evaluation)
    why = why or why_open(record, Missing.EXIT, whose, listed=listed)
    if not evaluation.lacking(f"another end for {whom}", f"{text} {why}"):
        return None
    # What is on record may have ended it before: where its day is vague, both leave it open from then on.
    last = Days.between(min([since, *(end.last_day.first for end in ends)]))
    rule = PERHAPS_ENDED if party is None else PERHAPS_LEFT
    # An act at an hour may have ended it within the day; an end on record comes no earlier than it does by itself.
    lacking = _span(evaluation, Days.between(since))
    at = Span(min([lacking.earliest, *(end.at.earliest for end in ends)]), lacking.latest)
    bound = min(ends, key=lambda end: end.at.latest, default=None)
    because: tuple[Key, ...] = (entry.key,)
    if party is None and bound is not None and not _may_lack_exits_of_the_listed(record):
        # What States that are not listed did can only have ended it before an end that is on record.
        at, because = Span(at.earliest, bound.at.latest), (entry.key, *bound.keys)
        last = Days(first=last.first, last=max(last.first, bound.last_day.last))
    key = evaluation.derived(name, rule, last, *because)
    return End(at=at, last_day=last, key=key, at_hour=True)


def _may_lack_exits_of_the_listed(record: Record) -> bool:
    states = (None, *(party.id for party in record.parties))
    return any(record.coverage.lacks_from(Missing.EXIT, state) is not None for state in states)


def perhaps_by_notice(evaluation: Evaluation, treaty: Entry, notice: Act, party: str) -> End | None:
    """Return the end that a notice brings to all, if its author was a party by a consent which the record lacks.

    Args:
        evaluation: The evaluation.
        treaty: The treaty's entry into force.
        notice: The notice, whose author was no party by the acts on record.
        party: Its author.
    """
    since = consent_not_on_record(evaluation, party)
    given = evaluation.legal_days(notice.when())
    of_all, _ = end_for_all_not_on_record(evaluation)
    if since is None or since > given.last or (of_all is not None and of_all <= given.first):
        return None  # from then on, whether something else has ended it for all is asked anyway
    fact = f"{party} a party when {notice.id} was given"
    if not evaluation.lacking(fact, f"was {fact}? {why_open(evaluation.record, Missing.CONSENT, party)}"):
        return None
    last = Days.between(max(given.first, treaty.day.first))
    key = evaluation.derived(
        Key("end not on record", notice.id), PERHAPS_ENDED_BY, last, evaluation.given_act(notice), treaty.key
    )
    return End(at=_span(evaluation, last), last_day=last, key=key, at_hour=True, notice=notice)


def _span(evaluation: Evaluation, days: Days) -> Span:
    return evaluation.start_of(days)[0]
