"""When a State was a party: what came of each of its acts of consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from treatyclock.derive.consent.consent import Consent, agreed, signatures
from treatyclock.derive.consent.consent_while_leaving import after_exit, again, anew, given_while_leaving
from treatyclock.derive.consent.late_succession import succeeded_too_late
from treatyclock.derive.consent.several_consents import in_order_of_entry
from treatyclock.derive.consent.taken_back import taken_back
from treatyclock.derive.end.end import End
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.entry.presupposed import had_consented, is_presupposed, presupposed_entry
from treatyclock.derive.exit.addressees import PeriodsOf
from treatyclock.derive.exit.of_a_side import notices_since
from treatyclock.derive.histories.history import Edge, Membership, Standing
from treatyclock.derive.joining.at_latest import is_mere_signature, perhaps_signed, with_signature
from treatyclock.derive.joining.last_day_to_join import consented_too_late
from treatyclock.derive.joining.own_entry import own_entry
from treatyclock.derive.parties.left_by_all import unless_left_by_all
from treatyclock.derive.parties.never_entered import never_entered
from treatyclock.derive.parties.own_end import ends_by_notice, own_end
from treatyclock.derive.parties.perhaps import perhaps_a_party, perhaps_joined_before
from treatyclock.derive.parties.released_from_all import without_those_released
from treatyclock.derive.parties.whole import within
from treatyclock.derive.parties.within import bound_as_amended, periods_of_part
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.derive.term.lasting_term import lasting_terms
from treatyclock.derive.term.term import Terms
from treatyclock.law.status import Status
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """When a State was a party.

    Attributes:
        edges: The changes of its status in order.
        periods: The periods for which it was a party.
    """

    edges: tuple[Edge, ...]
    periods: tuple[Membership, ...]


def membership(
    evaluation: Evaluation,
    treaty: Standing,
    party: str,
    *,
    towards: str | None = None,
    listed: bool = False,
    released: bool = True,
) -> Periods:
    """Return when a State was a party, or when a part of the treaty was in force for it.

    Args:
        evaluation: The evaluation.
        treaty: How the treaty itself, or the part, stands.
        party: The State.
        towards: Another State, where what holds between the two is asked: a notice may have reached that one only.
        listed: Whether only acts on record count; otherwise acts that the record may lack leave open what follows.
        released: Whether it counts that some who were not all agreed to end the treaty, perhaps between themselves.
    """
    bounds, part = within(evaluation), evaluation.record.part
    if bounds is None or part is None:
        found = _by_consents(evaluation, treaty, party, towards=towards, listed=listed)
        return found if towards is not None or not released else _if_released(evaluation, treaty, party, found)
    if not part.is_for(party):
        return Periods(edges=(), periods=())
    # The end that comes to all of the treaty is the part's own, where it stands in what the part is given.
    endless = replace(bounds.standing, end=None)
    whole = _by_consents(bounds.evaluation, endless, party, towards=towards, listed=listed)
    for act in bound_as_amended(evaluation, treaty.entry, party, whole.periods):
        evaluation = evaluation.counting(act)
    own = _by_consents(evaluation, treaty, party, towards=towards, listed=listed)
    left = periods_of_part(evaluation, (party,), own.periods, whole.periods)
    return Periods(edges=_with_periods(own, left), periods=tuple(period for several in left for period in several))


def _if_released(evaluation: Evaluation, treaty: Standing, party: str, found: Periods) -> Periods:
    """Return when a State was a party, no longer than until it was released from all the others, or left by them."""

    def periods_of(other: str) -> Sequence[Membership]:
        return _by_consents(evaluation, treaty, other, towards=None, listed=True).periods

    def towards_it(other: str) -> Sequence[Membership]:
        return _by_consents(evaluation, treaty, other, towards=party, listed=True).periods

    left = without_those_released(evaluation, party, found.periods, periods_of)
    left = unless_left_by_all(evaluation, party, left, towards_it=towards_it, generally=periods_of)
    if left == found.periods:
        return found
    return Periods(edges=_with_periods(found, [[each] for each in left]), periods=left)


def _with_periods(own: Periods, left: Sequence[Sequence[Membership]]) -> tuple[Edge, ...]:
    """Return the changes of a State's status, with what is left of each period in its place."""
    instead: dict[Edge, list[Edge]] = {}
    for period, several in zip(own.periods, left, strict=True):
        begins, *over = membership_edges(period)
        instead[begins] = [edge for each in several for edge in membership_edges(each)]
        instead.update((edge, []) for edge in over)
    return tuple(each for edge in own.edges for each in instead.get(edge, [edge]))


def _by_consents(evaluation: Evaluation, treaty: Standing, party: str, *, towards: str | None, listed: bool) -> Periods:
    """Go through a State's acts of consent: each may begin a period of being a party once the last one is over.

    Args:
        evaluation: The evaluation.
        treaty: How the treaty itself stands.
        party: The State.
        towards: Another State, where what holds between the two is asked: a notice may have reached that one only.
        listed: Whether only acts on record count; otherwise acts that the record may lack leave open what follows.
    """
    edges: list[Edge] = []
    periods: list[Membership] = []
    endless = if_it_never_ended(treaty)
    tried = 0  # what comes of each consent has conclusions of its own, also where it brought no period
    in_time, late = _in_time_to_join(evaluation, treaty.entry, party)
    for consent in in_time:
        if not listed:
            before = _perhaps_before(evaluation, treaty, consent, (party, towards), periods, number=_number(tried))
            edges += before.edges
            periods += before.periods
            tried += len(before.periods)
        last = periods[-1].end if periods else None
        if periods and last is None:
            continue  # a party already: a later ratification moves nothing
        pending = () if last is None else given_while_leaving(evaluation, party, consent, last, treaty.end)
        if last is None:
            edges += _contracting(evaluation, treaty.entry, consent, party)
        elif not anew(evaluation, party, consent, last, pending) or _stayed_towards_others(
            evaluation, treaty, (party, towards), consent, last, listed=listed
        ):
            continue
        number, tried = _number(tried), tried + 1
        name = Key("entry for", party, number)
        entry = _entry(evaluation, treaty, consent, name, last, pending=bool(pending))
        gone = taken_back(evaluation, party, consent, entry, notices_since(evaluation, party, last))
        if gone is not None and not periods:
            edges.append(gone)
            if gone.status is Status.NEGOTIATING:  # it signed only later
                edges.append(consent_edge(evaluation, Status.SIGNATORY, signatures(evaluation, party)[0]))
        if gone is not None or entry is None or treaty.entry is None:
            continue
        if treaty.ended is not None and never_entered(evaluation, entry, treaty.ended, name):
            continue
        pair = (party, towards)
        end = own_end(
            evaluation, treaty, endless, entry, number, consent=consent, pair=pair, periods=periods, listed=listed
        )
        known = is_presupposed(consent, party)  # that it was a party is known: an end of a vague day came later
        never = end is not None and not known and never_entered(evaluation, entry, end, name)
        if never or succeeded_too_late(evaluation, consent, treaty.end, name):
            continue
        periods.append(Membership(entry=entry, end=end, consent=consent.act))
        edges += membership_edges(periods[-1])
    edges += late
    signed = () if edges else _perhaps_signed(evaluation, treaty, party)
    periods += signed
    edges += [edge for period in signed for edge in membership_edges(period)]
    if listed:
        return Periods(edges=tuple(edges), periods=tuple(periods))
    over = treaty.end or treaty.ended
    perhaps, more = perhaps_a_party(evaluation, party, treaty.entry, over, periods, number=_number(tried))
    edges += perhaps
    if more is not None:
        periods.append(more)
        edges += membership_edges(more)
    return Periods(edges=tuple(edges), periods=tuple(periods))


def _stayed_towards_others(
    evaluation: Evaluation, treaty: Standing, pair: tuple[str, str | None], consent: Consent, last: End, *, listed: bool
) -> bool:
    """Ask whether a later consent leaves over what a notice ended towards one State, where its author had not left.

    Law: open. A party that consents again is one already (Vienna Convention art. 11), and its notice has had its
    effect (art. 68); or it is bound towards all, as by any consent (art. 26).
    """
    party, towards = pair
    if towards is None or last.notice is None or not last.notice.to:
        return False
    periods = _by_consents(evaluation.aside(), treaty, party, towards=None, listed=listed).periods
    if not any(
        period.consent != consent.act
        and period.entry.day.first <= consent.day.last
        and (period.end is None or consent.day.first <= period.end.last_day.last)
        for period in periods
    ):
        return False
    fact = f"{party} bound anew towards {towards} by {consent.act.id}"
    text = f"is {party} bound anew towards {towards} by {consent.act.id}, though it had been a party all the time?"
    return not evaluation.settle(Truth.UNKNOWN, fact, text, about=(consent.act, last.notice))


def _in_time_to_join(evaluation: Evaluation, treaty: Entry | None, party: str) -> tuple[Sequence[Consent], list[Edge]]:
    """Return a State's acts of consent in the order in which they count, and what came of those after their last day.

    Such an instrument leaves the State what it was; so it tells no change unless all that it did came too late.
    """
    consents = in_order_of_entry(evaluation, treaty, party, with_signature(evaluation, treaty, party))
    why = {each.act: consented_too_late(evaluation, treaty, party, each) for each in consents}
    in_time = [each for each in consents if why[each.act] is None]
    if in_time:
        return in_time, []
    status = Status.SIGNATORY if signatures(evaluation, party) else Status.NEVER_PARTY
    late = ((each, key) for each in consents if (key := why[each.act]) is not None)
    return (), [replace(consent_edge(evaluation, status, each), key=key) for each, key in late]


def _contracting(evaluation: Evaluation, treaty: Entry | None, consent: Consent, party: str) -> list[Edge]:
    """Return the change of status by a consent: a signature that binds only from a day on makes none before."""
    if (presupposed := had_consented(evaluation, treaty, consent, party)) is not None:
        return [presupposed]
    if is_mere_signature(evaluation, consent, party):
        return []
    return [consent_edge(evaluation, Status.CONTRACTING, consent)]


def _perhaps_signed(evaluation: Evaluation, treaty: Standing, party: str) -> list[Membership]:
    """Return the period of a State that did nothing on record, if it signed and is a party by that from a day on."""
    entry = perhaps_signed(evaluation, treaty.entry, party)
    return [] if entry is None else [Membership(entry=entry, end=treaty.end)]


def _number(tried: int) -> int | None:
    """Return what tells the conclusions on a consent from those on earlier ones; None for the first."""
    return tried + 1 if tried else None


def _entry(
    evaluation: Evaluation, treaty: Standing, consent: Consent, name: Key, left: End | None, *, pending: bool
) -> Entry | None:
    """Return the entry into force that a consent brings, not before an exit that it followed; None for none."""
    if treaty.entry is None:
        return None
    presupposed = presupposed_entry(evaluation, treaty.entry, consent, name)
    entry = presupposed or own_entry(evaluation, treaty.entry, consent, name)
    if entry is None or left is None:
        return entry
    if pending:
        return again(evaluation, entry, left, consent, name)
    return after_exit(evaluation, entry, left, consent) if entry.day.first <= left.last_day.first else entry


def _perhaps_before(
    evaluation: Evaluation,
    treaty: Standing,
    consent: Consent,
    pair: tuple[str, str | None],
    periods: Sequence[Membership],
    *,
    number: int | None,
) -> Periods:
    """Return what an earlier consent brought which the record lacks: changes of status, and a period."""
    edges, entry = perhaps_joined_before(evaluation, pair[0], treaty.entry, consent, periods, number=number)
    if entry is None:
        return Periods(edges=tuple(edges), periods=())
    endless = if_it_never_ended(treaty)
    end = own_end(evaluation, treaty, endless, entry, number, consent=consent, pair=pair, periods=periods, listed=False)
    more = Membership(entry=entry, end=end)
    return Periods(edges=(*edges, *membership_edges(more)), periods=(more,))


def if_it_never_ended(treaty: Standing) -> PeriodsOf:
    """Return the function that works out when a State was a party, if the treaty never ended for all."""
    endless = Standing(entry=treaty.entry, end=None)
    return lambda evaluation, party: membership(evaluation, endless, party, listed=True).periods


def consent_edge(evaluation: Evaluation, status: Status, consent: Consent) -> Edge:
    """Return the change of status that an act of consent or a signature brings."""
    act = consent.act
    return Edge(status=status, at=evaluation.happening(act.when()), key=evaluation.given_act(act), what=act.kind.name)


def membership_edges(period: Membership) -> list[Edge]:
    """Return the changes of status with which a period of being a party begins and ends."""
    entry, end = period.entry, period.end
    found = [Edge(status=Status.PARTY, at=entry.begins, key=entry.key, what="entry into force")]
    if end is not None:
        found.append(Edge(status=Status.FORMER_PARTY, at=end.at, key=end.key, what="end"))
    return found


def end_towards_all(evaluation: Evaluation, treaty: Standing, party: str, periods: Sequence[Membership]) -> End | None:
    """Return the end of a State's last period by what works against all, whatever a notice to one State ended.

    Args:
        evaluation: The evaluation.
        treaty: How the treaty stands.
        party: The State.
        periods: Its periods of being a party towards one other State.
    """
    *earlier, last = periods
    own = agreed(evaluation, party)
    consent = next(each for each in (*own, *signatures(evaluation, party)) if each.act == last.consent)
    number = len(own) + len(periods) + 1  # unlike that of any conclusion on these periods
    endless, pair = if_it_never_ended(treaty), (party, None)
    return own_end(
        evaluation, treaty, endless, last.entry, number, consent=consent, pair=pair, periods=earlier, listed=False
    )


def terms_for_one(evaluation: Evaluation, treaty: Standing, entry: Entry, party: str, before: End | None) -> Terms:
    """Return the treaty's term as it counts for a State: without extensions that came after its notice had ended it.

    Args:
        evaluation: The evaluation.
        treaty: How the treaty stands, which is in force.
        entry: The entry into force for the State.
        party: The State.
        before: The end of the State's period of being a party before this one; None for its first.
    """
    assert treaty.entry is not None
    ends = ends_by_notice(treaty, entry, (party, None), before, if_it_never_ended(treaty))
    return lasting_terms(evaluation, treaty.entry, ends, party)
