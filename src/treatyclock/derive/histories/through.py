"""What holds through a party for its members and territories, and between two who are no opposite parties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import ending_with
from treatyclock.derive.entry.entry import BEGINS_BACK, Entry
from treatyclock.derive.histories.history import Edge, History, Membership, Statuses, possible, the_less_advanced
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.reasoning.admitted import known_by
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Named, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.intervals import Timeline
from treatyclock.law.parties import Member, Party, Territory
from treatyclock.law.record import Record
from treatyclock.law.sides import same_side, side_of
from treatyclock.law.status import Status
from treatyclock.truth import Truth

APART = Key("nothing between")
"""The key of the conclusion that nothing is in force between two who stand together, or for a territory left out."""

SAME_SIDE = Rule(
    "on the same side",
    "these two stand on the same side, so the treaty is not in force between them",
    "Vienna Convention on the Law of Treaties, arts. 26 and 31: it binds as it says, one side towards the other",
)
ONE_PARTY = Rule(
    "one party",
    "these two are within one party, {value}, so the treaty is not in force between them",
    "Vienna Convention on the Law of Treaties, art. 2(1)(g)",
)
_LAW = "the law of that organisation; of the European Union, Treaty on its Functioning, art. 216(2)"
MEMBER = Rule("member of a party", "what holds for that party holds for {value}, while it is one", _LAW)
MEMBER_FROM = Rule("member from a day", "that State was no member before {value}")
MEMBER_UNTIL = Rule(
    "member until a day", "that State was a member up to {value}, and with that the treaty is in force for it no more"
)
NOT_KNOWN = Rule("membership not known then", "that {value} would come to that party was not known then")
_ENTIRE = "Vienna Convention on the Law of Treaties, art. 29"
TERRITORY = Rule("territory of a party", "what holds for that party holds for {value}, a territory of its own", _ENTIRE)
TERRITORY_FROM = Rule("extended from a day", "the treaty did not extend to that territory before {value}", _ENTIRE)
TERRITORY_UNTIL = Rule("extended until a day", "the treaty extended to that territory up to {value}", _ENTIRE)
NOT_EXTENDED = Rule("not extended", "the treaty does not extend to {value}", _ENTIRE)
ENTRY_THROUGH = Rule("in force through a party", "through that party it is in force there from {value}")


def not_opposite(record: Record, one: str, other: str) -> bool:
    """Tell whether two stand on one side, or within one party, so that nothing can be in force between them."""
    mine, theirs = _party(record, one), _party(record, other)
    return mine == theirs or same_side(record, mine, theirs)


def nothing_between(evaluation: Evaluation, pair: tuple[str, str]) -> History:
    """Derive that nothing is in force between two who stand together."""
    one, other = (_party(evaluation.record, code) for code in pair)
    side = side_of(evaluation.record, one)
    if one == other:
        evaluation.derived(APART, ONE_PARTY, Named(evaluation.record.party(one).name))
    elif side is not None:
        evaluation.derived(APART, SAME_SIDE, None, evaluation.given_clause(side))
    return History(initial=Status.SAME_SIDE, edges=(), overlays=(), memberships=(), findings=evaluation.findings)


def _party(record: Record, code: str) -> str:
    through = record.member(code)
    return code if through is None else through[0].id


def through(evaluation: Evaluation, found: History, party: Party, member: Member) -> History:
    """Derive what holds for a member or a territory from what holds for its party: the same, within its own days."""
    if found.nothing_known:
        return found
    is_of, from_a_day, until_a_day = (MEMBER, MEMBER_FROM, MEMBER_UNTIL)
    name = f"{member.name}, a member of {party.name}"
    if isinstance(member, Territory):
        if not member.extends:
            evaluation.derived(APART, NOT_EXTENDED, Named(member.name))
            return _never(evaluation)
        is_of, from_a_day, until_a_day, name = TERRITORY, TERRITORY_FROM, TERRITORY_UNTIL, member.name
    if not _known(evaluation, member.since, f"the first day of {member.id} through {party.id}"):
        evaluation.derived(APART, NOT_KNOWN, Named(member.name))
        return _never(evaluation)
    if not _known(evaluation, member.until, f"the last day of {member.id} through {party.id}"):
        member = replace(member, until=None)
    keys = [evaluation.derived(Key("member", member.id), is_of, Named(name))]
    since = None if member.since is None else member.since.days
    edges, begins = list(found.edges), None
    if since is not None:
        keys.append(evaluation.derived(Key("member from", member.id), from_a_day, since, *keys))
        begins = evaluation.start_of(since)[0]
        # The reason for which it was none before.
        edges.append(Edge(status=Status.NEVER_PARTY, at=begins, key=keys[-1], what="membership"))
    over, overlays = None, found.overlays
    if member.until is not None:
        until = member.until.days
        over = ending_with(
            evaluation, until, evaluation.derived(Key("member until", member.id), until_a_day, until, *keys)
        )
        overlays = tuple(_up_to(each, until, over) for each in overlays if each.begins < over.at)
    periods = []
    for each in found.memberships:
        entry = _entry(evaluation, each.entry, member, keys, since)
        end = over if over is not None and (each.end is None or over.at < each.end.at) else each.end
        if end is None or end.at.latest > entry.begins.earliest:
            periods.append(replace(each, entry=entry, end=end))
    line = found.line
    if begins is not None:
        bound = _was_bound(periods, overlays, begins)
        overlays = tuple(
            each for each in overlays if each.status is not Status.SURVIVING or _bound_by(bound, each.begins)
        )
        line = line.combine(_never_if_not_in_time, _was_party(periods), bound)
    own = _own_line(found.memberships, begins, None if over is None else over.at)
    return replace(
        found,
        edges=tuple(edges),
        overlays=overlays,
        memberships=tuple(periods),
        findings=evaluation.findings,
        cut=line.combine(the_less_advanced, own),
    )


def _never(evaluation: Evaluation) -> History:
    return History(initial=Status.NEVER_PARTY, edges=(), overlays=(), memberships=(), findings=evaluation.findings)


def _known(evaluation: Evaluation, day: Moment | None, what: str) -> bool:
    """Tell whether a day from or up to which something holds was known, where only what was known counts.

    A day that had come was known. What was to come may have been agreed on long before, or not: the record has only
    the day.
    """
    horizon = evaluation.acts.known_as_of
    if horizon is None or day is None:
        return True
    return evaluation.settle(known_by(day, horizon) | Truth.UNKNOWN, f"{what} known by {horizon}")


def _up_to(overlay: Overlay, until: Days, over: End) -> Overlay:
    """Return what survives the end for a party as it does for a member or a territory: no longer than it is one."""
    if overlay.status is not Status.SURVIVING or (overlay.ends is not None and overlay.ends.latest <= over.at.earliest):
        return overlay
    ends, last = over.at, until
    if overlay.ends is not None and isinstance(overlay.last_day, Days):
        ends = Span(min(ends.earliest, overlay.ends.earliest), min(ends.latest, overlay.ends.latest))
        last = Days.earliest([last, overlay.last_day])
    return replace(overlay, ends=ends, last_day=last, because=(*overlay.because, over.key))


def _entry(evaluation: Evaluation, entry: Entry, member: Member, keys: Sequence[Key], since: Days | None) -> Entry:
    """Return the entry into force for a party as it is that for a member: not before it was one."""
    day = entry.day if since is None else Days.latest([entry.day, since])
    name = f"{member.id} by {entry.key}"
    key = evaluation.derived(Key("entry through", name), ENTRY_THROUGH, day, entry.key, *keys)
    if day == entry.day:
        return replace(entry, key=key)
    begins = entry.begins.or_later(evaluation.start_of(day)[0])
    begun = evaluation.derived(Key("begins through", name), BEGINS_BACK, begins, key)
    return Entry(day=day, begins=begins, key=key, begins_key=begun, met=None)


def _was_party(periods: Sequence[Membership]) -> Timeline[frozenset[bool]]:
    """Return the line that tells whether the treaty has been in force through the party since the State is a member."""
    return _has_come([(each.entry.begins, None if each.end is None else each.end.at) for each in periods])


def _was_bound(periods: Sequence[Membership], overlays: Sequence[Overlay], begins: Span) -> Timeline[frozenset[bool]]:
    """Return the line that tells whether it has been, or was applied provisionally, since the State is a member."""
    times = [(each.entry.begins, None if each.end is None else each.end.at) for each in periods]
    for each in overlays:
        if each.status is Status.PROVISIONAL and (each.ends is None or each.ends.latest > begins.earliest):
            times.append((each.begins.or_later(begins), each.ends))
    return _has_come(sorted(times, key=lambda time: time[0]))


def _has_come(times: Sequence[tuple[Span, Span | None]]) -> Timeline[frozenset[bool]]:
    """Return the line that tells whether one of some times has come; each may be over before it begins."""
    edges = []
    for begins, ends in times:
        perhaps = ends is not None and ends.earliest <= begins.latest
        edges.append((frozenset({True, False} if perhaps else {True}), begins))
    return possible(edges, frozenset({False})).combine(lambda several: frozenset().union(*several))


def _bound_by(bound: Timeline[frozenset[bool]], at: Span) -> bool:
    """Tell whether a State may have been bound by a time."""
    return True in bound.at_instant(at.latest)


def _never_if_not_in_time(statuses: Statuses, was_party: frozenset[bool], was_bound: frozenset[bool]) -> Statuses:
    """Return a party's statuses as its member has them, for which the treaty has ended only if it was in force.

    What survives the end was created while the treaty bound the member (Vienna Convention art. 70(1)(b)).
    """
    for status, was in ((Status.FORMER_PARTY, was_party), (Status.SURVIVING, was_bound)):
        if status in statuses and was != {True}:
            statuses = (statuses if True in was else statuses - {status}) | {Status.NEVER_PARTY}
    return statuses


def _own_line(periods: Sequence[Membership], begins: Span | None, ends: Span | None) -> Timeline[Statuses]:
    """Return the line that is no bar while the State is a member, and shows it as no party before and afterwards."""
    member, never, former = (frozenset({each}) for each in (Status.PARTY, Status.NEVER_PARTY, Status.FORMER_PARTY))
    edges = [] if begins is None else [(member, begins)]
    if ends is not None:
        entered = [period.entry.begins for period in periods]
        surely = any(each.latest < ends.earliest for each in entered)
        perhaps = any(each.earliest < ends.latest for each in entered)
        edges.append((former if surely else former | never if perhaps else never, ends))
    line = possible(edges, member if begins is None else never)
    return line.combine(lambda several: frozenset().union(*several))
