"""The history of a State, of a pair of States and of the treaty generally, within what holds for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from treatyclock.civil.days import Days
from treatyclock.derive.agreement.released import released
from treatyclock.derive.consent.consent import Consent, agreed, consent_kinds, consents, signatures
from treatyclock.derive.consent.taken_back import taken_back
from treatyclock.derive.counting.date_that_counts import date_of_instruments
from treatyclock.derive.end.end import End
from treatyclock.derive.end.lapsed import up_to_lapse
from treatyclock.derive.ends.doctrines import between_belligerents
from treatyclock.derive.exit.addressees import PeriodsOf
from treatyclock.derive.histories.for_all import ForAll
from treatyclock.derive.histories.history import Edge, History, Membership
from treatyclock.derive.histories.through import not_opposite, nothing_between, through
from treatyclock.derive.histories.towards_nobody import unless_towards_nobody
from treatyclock.derive.overlays.companions import with_companions
from treatyclock.derive.overlays.objections import objections
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.overlays.provisional import provisional
from treatyclock.derive.overlays.provisional_beside import TimeApplied, applied_by, in_force_for, while_others_do
from treatyclock.derive.overlays.provisional_generally import applied_generally
from treatyclock.derive.overlays.provisional_suspended import without_suspensions
from treatyclock.derive.overlays.sunset import sunset
from treatyclock.derive.overlays.suspended_with_all import for_everybody, own_suspensions, with_everybody
from treatyclock.derive.overlays.suspension import by_a_side, suspensions
from treatyclock.derive.parties.came_back import after_a_return
from treatyclock.derive.parties.membership import consent_edge, membership, membership_edges
from treatyclock.derive.parties.whole import told_of_the_whole
from treatyclock.derive.parties.within import overlays_of_whole, periods_of_part
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived, Key
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.conventions.term import HAS_ENDED, NOBODY_LEFT
from treatyclock.law.sides import two_sides
from treatyclock.law.status import Status
from treatyclock.law.subjects import Subject
from treatyclock.law.vocabulary import NOTICES, SIGNING
from treatyclock.truth import Truth


def history(evaluation: Evaluation, common: ForAll, subject: Subject) -> History:
    """Derive what follows for the subject of a question; nothing does where nothing was known."""
    if common.nothing_known:
        return History(
            initial=Status.NEGOTIATING, edges=(), overlays=(), memberships=(), findings=evaluation.findings,
            nothing_known=True,
        )  # fmt: skip
    if subject.pair is not None and not_opposite(evaluation.record, *subject.pair):
        return nothing_between(evaluation, subject.pair)
    memberships = [evaluation.record.member(code) for code in subject.parties]
    if any(memberships):
        parties = zip(subject.parties, memberships, strict=True)
        whole = Subject(tuple(code if each is None else each[0].id for code, each in parties))
        found = history(evaluation, common, whole)
        for each in filter(None, memberships):
            found = through(evaluation, found, *each)
        return found
    if subject.pair is not None:
        return _between(evaluation, common, subject.pair)
    party = subject.party
    found = _generally(evaluation, common) if party is None else _for_one(evaluation, common, party)
    return unless_towards_nobody(evaluation, found, party, partial(_between, evaluation, common))


def _for_one(evaluation: Evaluation, common: ForAll, party: str, towards: str | None = None) -> History:
    part = evaluation.record.part
    if part is not None and not part.is_for(party):
        return History(initial=Status.NEVER_PARTY, edges=(), overlays=(), memberships=(), findings=evaluation.findings)
    signed = signatures(evaluation, party)
    edges = []
    if signed and signed[0].act.kind not in consent_kinds(evaluation, party):
        edges.append(consent_edge(evaluation, Status.SIGNATORY, signed[0]))
    periods: tuple[Membership, ...] = ()
    closed: End | None = None
    bilateral = evaluation.record.bilateral
    if bilateral:
        consented = agreed(evaluation, party)
        edges += _before_both(evaluation, common, party, consented)
        began = consented[0].act if consented else None
        periods = tuple(replace(period, consent=began) for period in common.periods)
        edges += [edge for period in periods for edge in membership_edges(period)]
    else:
        own = membership(evaluation, common.standing, party, towards=towards)
        edges += own.edges
        periods = own.periods
        if not periods and (edges or evaluation.clause(ProvisionalApplication) is not None):
            closed = _closed(evaluation, common, party)
        if closed is not None:
            edges.append(Edge(status=Status.NEVER_PARTY, at=closed.at, key=closed.key, what="end"))
    initial = Status.NEGOTIATING if bilateral or evaluation.acts.by(party, SIGNING) else Status.NEVER_PARTY
    return History(
        initial=initial,
        edges=tuple(up_to_lapse(evaluation, initial, edges)),
        overlays=_overlays(evaluation, common, party, signed, periods, over=closed or _over(common), towards=towards),
        memberships=periods,
        findings=evaluation.findings,
        first_deadline=common.first_deadline,
    )


def _before_both(evaluation: Evaluation, common: ForAll, party: str, consented: Sequence[Consent]) -> list[Edge]:
    """Return the changes of status of one of two by its consents, and by acts that say that they are taken back."""
    found: list[Edge] = []
    for consent in consented:
        if found and found[-1].status is Status.CONTRACTING:
            break
        found.append(consent_edge(evaluation, Status.CONTRACTING, consent))
        gone = taken_back(evaluation, party, consent, common.entry, ())
        if gone is not None:
            status = gone.status if gone.status is Status.SIGNATORY else Status.NEGOTIATING
            found.append(replace(gone, status=status))
    return found


def _closed(evaluation: Evaluation, common: ForAll, party: str) -> End | None:
    """Return the end from which a State that never became a party can become one no more; None if none comes."""
    end = common.end
    if end is None or end is common.standing.end or common.standing.ended is not None:
        return end
    answer, because = evaluation.ask(NOBODY_LEFT)  # it is over for want of parties alone
    if answer != HAS_ENDED:
        return common.standing.end
    left = evaluation.findings.reasons[end.key]
    assert isinstance(left, Derived)
    key = evaluation.derived(Key("nobody left", party), left.rule, left.value, *left.because, because)
    return replace(end, key=key)


def _over(common: ForAll) -> End | None:
    """Return the end of the treaty itself, in force or not; None if none is foreseen."""
    return common.standing.end or common.standing.ended or common.ended_before_entry


def _overlays(
    evaluation: Evaluation,
    common: ForAll,
    party: str,
    signed: Sequence[Consent],
    periods: Sequence[Membership],
    *,
    over: End | None,
    towards: str | None,
) -> tuple[Overlay, ...]:
    asleep = _asleep(evaluation, common, party, periods, towards)
    applied = _provisional(evaluation, common, party, signed, periods, over=over, towards=towards)
    found = [
        *without_suspensions(evaluation, applied, _not_applied(evaluation, common, party, periods, towards)),
        *asleep,
    ]
    for number, period in enumerate(periods, start=1):
        if period.end is not None:
            name = Key("survives", party, number if number > 1 else None)
            of_all = common.standing.end
            alone = not evaluation.record.bilateral and (of_all is None or period.end.at != of_all.at)
            found += sunset(evaluation, period.end, name, party, towards=towards, alone=alone)
    return tuple(found)


def _asleep(
    evaluation: Evaluation, common: ForAll, party: str, periods: Sequence[Membership], towards: str | None = None
) -> tuple[Overlay, ...]:
    """Return the suspensions that hold for a State: of two, those by either; of many, its own and those with all."""
    if evaluation.record.between_two:
        both = [each.id for each in evaluation.record.parties]
        return suspensions(evaluation, both, periods, entry=common.entry, towards=towards)
    own = own_suspensions(evaluation, party, periods, towards, entry=common.entry)
    if towards is not None:
        return own
    return (*own, *with_everybody(evaluation, party, periods, _periods_towards(common, party), entry=common.entry))


def _asleep_for(evaluation: Evaluation, common: ForAll, party: str) -> tuple[Overlay, ...]:
    return _asleep(evaluation, common, party, _periods(evaluation, common, party))


def _not_applied(
    evaluation: Evaluation, common: ForAll, party: str, periods: Sequence[Membership], towards: str | None = None
) -> tuple[Overlay, ...]:
    """Return the suspensions that hold for a State which applies the treaty provisionally: those of two sides too."""
    record = evaluation.record
    if evaluation.clause(ProvisionalApplication) is None:
        return ()
    parties = [each.id for each in record.parties] if record.between_two else [party]
    own = suspensions(evaluation, parties, periods, entry=common.entry, towards=towards, applied=True)
    others = [side for side in two_sides(record) if party not in side.parties]
    by_others = (
        each for side in others for each in by_a_side(evaluation, side, periods, entry=common.entry, party=party)
    )
    return tuple(dict.fromkeys((*own, *by_others)))


def _provisional(
    evaluation: Evaluation,
    common: ForAll,
    party: str,
    signed: Sequence[Consent],
    periods: Sequence[Membership],
    *,
    over: End | None,
    towards: str | None,
) -> tuple[Overlay, ...]:
    """Return the times for which a State applies the treaty provisionally, with the others on which that hangs."""
    found = provisional(evaluation, party, signed, periods, end=over, treaty=common.entry, towards=towards)
    clause = evaluation.clause(ProvisionalApplication, party=party)
    if clause is None or not clause.hangs_on_others:
        return found

    def in_force(other: str) -> tuple[TimeApplied, ...]:
        where, there = _where(evaluation, common, other)
        return _told(evaluation, other, in_force_for(_periods(where, there, other)))

    def applying(other: str) -> tuple[TimeApplied, ...]:
        where, there = _where(evaluation, common, other)
        # What the record may lack of a party is asked only where the record has it as one.
        listed = _periods(where, there, other, listed=True)
        theirs = _periods(where, there, other) if listed else ()
        return _told(evaluation, other, applied_by(_by_its_own_acts(where, there, other, theirs)))

    return while_others_do(evaluation, clause, party, found, in_force=in_force, applying=applying)


def _where(evaluation: Evaluation, common: ForAll, party: str) -> tuple[Evaluation, ForAll]:
    """Return where a State stands: in the treaty as a whole, if the part leaves it out."""
    if evaluation.within is None or common.whole is None or evaluation.record.lists(party):
        return evaluation, common
    return evaluation.within.evaluation, common.whole


def _told(evaluation: Evaluation, party: str, times: Sequence[TimeApplied]) -> tuple[TimeApplied, ...]:
    """Take what a State does in the treaty as a whole into the argument about a part that leaves it out."""
    if evaluation.within is None or evaluation.record.lists(party):
        return tuple(times)
    told = partial(told_of_the_whole, evaluation)
    return tuple(replace(each, because=tuple(map(told, each.because))) for each in times)


def _periods(evaluation: Evaluation, common: ForAll, party: str, *, listed: bool = False) -> Sequence[Membership]:
    if evaluation.record.bilateral:
        return common.periods
    return membership(evaluation, common.standing, party, listed=listed).periods


def _periods_by(common: ForAll) -> PeriodsOf:
    return lambda evaluation, party: _periods(evaluation, common, party)


def _periods_towards(common: ForAll, party: str) -> PeriodsOf:
    """Work out when another is a party towards a State: no longer than until a notice ended it between the two."""

    def periods_of(evaluation: Evaluation, other: str) -> Sequence[Membership]:
        if not any(act.to for act in evaluation.acts.of(*NOTICES)):
            return _periods(evaluation, common, other)
        own, theirs = (
            [replace(each, consent=None) for each in membership(evaluation, common.standing, one, towards=two).periods]
            for one, two in ((party, other), (other, party))
        )
        by_notice = [
            each
            if each.end is not None and each.end.notice is not None and each.end.notice.to
            else replace(each, end=None)
            for each in own
        ]
        return _shared(by_notice, theirs, {})

    return periods_of


def _by_its_own_acts(
    evaluation: Evaluation, common: ForAll, party: str, periods: Sequence[Membership] = ()
) -> tuple[Overlay, ...]:
    """Return the times for which a State applies the treaty provisionally, beside those for which it is a party."""
    signed = signatures(evaluation, party)
    made = provisional(evaluation, party, signed, periods, end=_over(common), treaty=common.entry)
    applied = tuple(each for each in made if each.status is Status.PROVISIONAL)
    return without_suspensions(evaluation, applied, _not_applied(evaluation, common, party, periods))


def _applied_before_entry(evaluation: Evaluation, common: ForAll, party: str) -> tuple[Overlay, ...]:
    """Return the times for which a State applies the treaty provisionally, as far as it is in force for nobody."""
    clause, own = evaluation.clause(ProvisionalApplication), _by_its_own_acts(evaluation, common, party)
    if clause is None or not clause.hangs_on_others:
        return own

    def applying(other: str) -> tuple[TimeApplied, ...]:
        where, there = _where(evaluation, common, other)
        return _told(evaluation, other, applied_by(_by_its_own_acts(where, there, other)))

    return while_others_do(evaluation, clause, party, own, in_force=lambda _: (), applying=applying)


def _generally(evaluation: Evaluation, common: ForAll) -> History:
    """Of two parties, what both have gone through; of many, what holds for all."""
    record = evaluation.record
    edges = _joint_edges(evaluation) if record.bilateral else []
    periods = common.periods
    parties = [party.id for party in record.parties]
    overlays = list(suspensions(evaluation, parties, periods, entry=common.entry, of_all=not record.between_two))
    if not record.between_two:
        overlays += for_everybody(evaluation, _periods_by(common), partial(_asleep_for, evaluation, common))
    if evaluation.clause(ProvisionalApplication) is not None:
        applied = {party: _applied_before_entry(evaluation, common, party) for party in parties}
        overlays += applied_generally(evaluation, applied, periods[0].entry if periods else None)
    if common.entry is not None and common.never is not None:
        at = common.entry.begins
        edges.append(Edge(status=Status.NEGOTIATING, at=at, key=common.never, what="in force for nobody"))
    for period in periods:
        edges += membership_edges(period)
        if period.end is not None:
            overlays += sunset(evaluation, period.end, Key("survives", "all"))
    return History(
        initial=Status.NEGOTIATING,
        edges=tuple(up_to_lapse(evaluation, Status.NEGOTIATING, edges)),
        overlays=tuple(overlays),
        memberships=periods,
        findings=evaluation.findings,
        first_deadline=common.first_deadline,
    )


def _joint_edges(evaluation: Evaluation) -> list[Edge]:
    clause = evaluation.clause(EntryIntoForce)
    which = date_of_instruments(evaluation, clause)[0]
    parties = [party.id for party in evaluation.record.parties]
    kinds = [consent_kinds(evaluation, party) for party in parties]
    signed = [signatures(evaluation, party)[:1] for party in parties]
    mere = [each[0] for each, own in zip(signed, kinds, strict=True) if each and each[0].act.kind not in own]
    steps = [(Status.SIGNATORY, mere)]
    consented = [consents(evaluation, party, own, which)[:1] for party, own in zip(parties, kinds, strict=True)]
    steps.append((Status.CONTRACTING, [each[0] for each in consented if each]))
    found = []
    for status, done in steps:
        if len(done) == len(parties):
            spans = [evaluation.happening(each.act.when()) for each in done]
            at = Span(max(span.earliest for span in spans), max(span.latest for span in spans))
            act = done[spans.index(max(spans))].act
            found.append(Edge(status=status, at=at, key=evaluation.given_act(act), what=act.kind.name))
    return found


def _between(evaluation: Evaluation, common: ForAll, pair: tuple[str, str]) -> History:
    """Between two States the treaty is in force while it is in force for both."""
    one, two = (_for_one(evaluation, common, party, other) for party, other in (pair, pair[::-1]))
    # By an amendment a consent to the treaty may bind a State, as well as one to the amendment itself.
    whole_too = [evaluation] if evaluation.within is None else [evaluation.within.evaluation, evaluation]
    # So may a signature from a day on, where the treaty says so; it counts from its own date.
    done = [acts_of(where, party) for acts_of in (signatures, agreed) for where in whole_too for party in pair]
    bound = {each.act: each.day for several in done for each in several}
    both = [one, two]
    if not evaluation.record.bilateral:
        both = [
            after_a_return(evaluation, common.standing, states, several, bound)
            for states, several in ((pair, (one, two)), (pair[::-1], (two, one)))
        ]
    excluded = objections(evaluation, pair, (both[0].memberships, both[1].memberships))
    asleep = dict.fromkeys(each for own in both for each in own.overlays if each.status is Status.SUSPENDED)
    memberships = _shared(both[0].memberships, both[1].memberships, bound)
    gone: list[Overlay] = []
    for end in (*released(evaluation, pair), *between_belligerents(evaluation, pair)):
        memberships, apart = _apart(evaluation, memberships, end, bound)
        gone += apart
    if evaluation.within is not None and common.whole is not None:
        whole = _between(evaluation.within.evaluation, common.whole, pair)
        left = periods_of_part(evaluation, pair, memberships, whole.memberships)
        memberships = tuple(period for several in left for period in several)
        gone += overlays_of_whole(evaluation, whole.overlays, [*excluded, *gone])
    memberships, beside = with_companions(evaluation, pair, memberships)
    edges = sorted((edge for each in both for edge in each.edges), key=lambda edge: edge.at)
    return History(
        initial=Status.NEGOTIATING,
        edges=tuple(edges),
        overlays=(*asleep, *excluded, *gone, *beside),
        memberships=memberships,
        findings=evaluation.findings,
        first_deadline=common.first_deadline,
        lines=tuple(each.line for each in both),
    )


def _apart(
    evaluation: Evaluation, memberships: Sequence[Membership], end: End, bound: Mapping[Act, Days]
) -> tuple[tuple[Membership, ...], tuple[Overlay, ...]]:
    """Cut the period in which an end between two States comes; also return what then holds between them.

    An end to which they agreed before the treaty was in force between them leaves none of the period, unless one of
    them consented to the treaty later than that.
    """
    for number, period in enumerate(memberships):
        over = period.end is not None and period.end.at.latest <= end.at.earliest
        if not over and end.at.latest <= period.entry.begins.earliest:
            if period.consent is None:
                continue
            # The instrument may be dated before that, and be deposited only after it.
            before, day = Truth.NO, end.named or end.last_day
            for done, kind in ((bound[period.consent], Truth.YES), (period.consent.dated.days, Truth.UNKNOWN)):
                before |= done.not_after(day) & kind
            fact = f"{period.consent.id} before the end between the two"
            if not evaluation.settle(before, fact, about=(period.consent,)):
                continue
        if not over:
            # No rule says that it comes back between them when one of the two leaves and joins again.
            apart = Overlay(
                status=Status.FORMER_PARTY,
                begins=end.at,
                ends=None,
                because=end.keys,
                what="end between the two",
            )
            cut = (Membership(entry=period.entry, end=end),) if end.at.latest > period.entry.begins.earliest else ()
            return (*memberships[:number], *cut, *memberships[number + 1 :]), (apart,)
    return tuple(memberships), ()


def _shared(
    one: Sequence[Membership], other: Sequence[Membership], bound: Mapping[Act, Days]
) -> tuple[Membership, ...]:
    """Return the periods common to both, each from the later entry and consent to the earlier end."""
    found = []
    for mine in one:
        for theirs in other:
            entry = max(mine.entry, theirs.entry, key=lambda each: each.begins)
            ends = [period.end for period in (mine, theirs) if period.end is not None]
            end = min(ends, key=lambda each: each.at) if ends else None
            if end is None or end.at.latest > entry.begins.earliest:
                acts = [period.consent for period in (mine, theirs) if period.consent is not None]
                later = max(acts, key=lambda act: bound[act].last) if len(acts) == 2 else None
                found.append(Membership(entry=entry, end=end, consent=later))
    return tuple(found)
