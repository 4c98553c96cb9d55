"""Objections that keep the treaty from being in force between two States."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import agreed, consent_kinds, consents
from treatyclock.derive.consent.taken_back import gone_by
from treatyclock.derive.counting.reaching_back import effective
from treatyclock.derive.histories.history import Membership
from treatyclock.derive.joining.joining_rule import joining_rule
from treatyclock.derive.overlays.overlay import Overlay
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import OBJECTION, OBJECTION_WITHDRAWN
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.status import Status
from treatyclock.truth import Truth

_LAW = "only where the treaty lets a party object, as the Apostille Convention does in art. 12"
OBJECTED = Rule("objection", "between these two the treaty is not in force from {value}", _LAW)
LATE = Rule("objection late", "an objection could be made until {value}, so this one has no effect", _LAW)
REFUSED = Rule(
    "refused by who acceded",
    "who acceded refused that the treaty applies between these two, so it is not in force between them from {value}",
    "only where the treaty lets both refuse at the accession",
)
NOT_BY_WHO_ACCEDES = Rule(
    "objection by who acceded",
    "the treaty gives a refusal by the State that accedes no effect, so this one has none",
    _LAW,
)
NO_PARTY = Rule(
    "objection by no party",
    "the State that objected was no party then, nor had it consented to become one, so its objection has no effect",
    _LAW,
)
NOT_ITS_CONSENT = Rule(
    "objection to another accession",
    "the State that acceded did not become a party by that accession, so the objection to it has no effect",
    _LAW,
)
_WHAT = "objection to the accession"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Objection:
    """An objection of one State to the accession of another."""

    act: Act
    accession: Act
    by: str
    of: str


def objections(
    evaluation: Evaluation, pair: tuple[str, str], memberships: tuple[Sequence[Membership], Sequence[Membership]]
) -> tuple[Overlay, ...]:
    """Return what objections of one of two States to the accession of the other bring about.

    Law: a treaty may let a party object to an accession, with effect between the two (Apostille Convention, art. 12).
    An objection answers one accession: it has nothing to answer once the State that acceded has left, nor where that
    State was a party by an earlier act of consent already.

    Args:
        evaluation: The evaluation.
        pair: The two States.
        memberships: For each of them, the periods for which it was a party.
    """
    found: list[Overlay] = []
    for act in evaluation.acts.of(OBJECTION):
        accession = None if act.of is None else evaluation.acts.get(act.of)
        if accession is None:
            continue
        for one, other in ((0, 1), (1, 0)):
            if pair[one] in act.by and pair[other] in accession.by:
                objection = _Objection(act=act, accession=accession, by=pair[one], of=pair[other])
                found += _excluded(evaluation, objection, memberships[one], memberships[other])
            elif pair[one] in act.by and pair[one] in accession.by and (not act.to or pair[other] in act.to):
                objection = _Objection(act=act, accession=accession, by=pair[one], of=pair[one])
                found += _refused(evaluation, objection, memberships[one])
    return tuple(found)


def _excluded(
    evaluation: Evaluation, objection: _Objection, own: Sequence[Membership], others: Sequence[Membership]
) -> Iterator[Overlay]:
    act = objection.act
    given: tuple[Key, ...] = (evaluation.given_act(objection.accession), evaluation.given_act(act))
    if not _had_consented(evaluation, objection, own):
        evaluation.derived(Key("objection", act.id), NO_PARTY, False, *given, told=True)
        return
    if not _in_time(evaluation, objection, given, others):
        return
    joined = _begun_by(evaluation, objection, others)
    given = (*given, *map(evaluation.given_act, _alike(evaluation, objection)))
    if joined is None:
        entered = tuple(period.entry.key for period in others)
        evaluation.derived(Key("objection", act.id), NOT_ITS_CONSENT, False, *given, *entered, told=True)
        return
    key = evaluation.derived(Key("objection", act.id), OBJECTED, evaluation.legal_days(act.when()), *given)
    over, because = _taken_back(evaluation, objection)
    over = _up_to_the_next(over, others, joined)
    begins = evaluation.happening(act.when())
    if joined:  # the State was a party before, by another act of consent: that time it does not answer
        begins = begins.or_later(others[joined].entry.begins)
    place = _running(evaluation, own, evaluation.legal_days(act.when()), act)
    if place is None:
        yield _overlay(begins, over, key, because)
        return
    yield _overlay(begins, _up_to_the_next(over, own, place), key, because)
    for period in own[place + 1 :]:
        fact = f"{act.id} still an objection after {objection.by} had come back"
        if (over is None or over.latest > period.entry.begins.earliest) and evaluation.settle(
            Truth.UNKNOWN, fact, about=(act,)
        ):
            yield _overlay(period.entry.begins, over, key, because)


def _refused(evaluation: Evaluation, objection: _Objection, own: Sequence[Membership]) -> Iterator[Overlay]:
    """Yield what it brings that the State which acceded itself refused the treaty towards another."""
    act, accession = objection.act, objection.accession
    rule = joining_rule(evaluation, objection.by, accession.kind)
    given: tuple[Key, ...] = (evaluation.given_act(accession), evaluation.given_act(act))
    if rule is None or rule.refusal is None:
        evaluation.derived(Key("objection", act.id), NOT_BY_WHO_ACCEDES, False, *given, told=True)
        return
    place = _begun_by(evaluation, objection, own)
    if place is None or not _in_time(evaluation, objection, given, own):
        return
    because = (*given, evaluation.given_clause(rule))
    key = evaluation.derived(Key("objection", act.id), REFUSED, evaluation.legal_days(act.when()), *because)
    over, taken = _taken_back(evaluation, objection)
    yield _overlay(evaluation.happening(act.when()), _up_to_the_next(over, own, place), key, taken)


def _overlay(begins: Span, ends: Span | None, key: Key, because: tuple[Key, ...]) -> Overlay:
    return Overlay(status=Status.EXCLUDED, begins=begins, ends=ends, because=(key, *because), what=_WHAT)


def _earlier(one: Span | None, other: Span) -> Span:
    return other if one is None else Span(min(one.earliest, other.earliest), min(one.latest, other.latest))


def _up_to_the_next(over: Span | None, periods: Sequence[Membership], place: int) -> Span | None:
    """Return when an objection in one period is over: no later than the next begins, which it does not answer."""
    following = periods[place + 1 : place + 2]
    return _earlier(over, following[0].entry.begins) if following else over


def _begun_by(evaluation: Evaluation, objection: _Objection, periods: Sequence[Membership]) -> int | None:
    """Return the place of the period that an accession began; None if the State was a party already, or never one.

    Which of two acts of consent of one day came first, their hours tell; without these it is open.
    """
    accession, alike = objection.accession, _alike(evaluation, objection)
    for place, period in enumerate(periods):
        if period.consent == accession or period.consent in alike:
            first = Truth.YES
            for other in alike:
                first &= _before(evaluation, accession, other)
            ids = ", ".join(each.id for each in alike)
            fact = f"{accession.id} before {ids}"
            return place if evaluation.settle(first, fact, about=(accession, *alike)) else None
    return None


def _alike(evaluation: Evaluation, objection: _Objection) -> list[Act]:
    """Return the acts of consent that the State that acceded did on the day of its accession beside that."""
    consented = agreed(evaluation, objection.of)
    days = [each.day for each in consented if each.act == objection.accession]
    return [each.act for each in consented if each.day in days and each.day.known and each.act != objection.accession]


def _before(evaluation: Evaluation, one: Act, other: Act) -> Truth:
    if one.when().wall is None or other.when().wall is None:
        return Truth.UNKNOWN
    this, that = evaluation.happening(one.when()), evaluation.happening(other.when())
    if this.latest < that.earliest:
        return Truth.YES
    return Truth.NO if that.latest < this.earliest else Truth.UNKNOWN


def _had_consented(evaluation: Evaluation, objection: _Objection, own: Sequence[Membership]) -> bool:
    """Tell whether the State that objects had consented to be bound by then, or was a party, and had not left.

    Who has left is bound no more by what it consented to before (Vienna Convention art. 70(1)). Consent is established
    when its instrument arrives (art. 16), though some treaties are in force from its date. Of an instrument and an
    objection of one day nobody knows which came first.
    """
    act = objection.act
    day = evaluation.legal_days(act.when())
    kinds = consent_kinds(evaluation, objection.by)
    then = Truth.NO
    for period in own:
        then |= _earlier_than(period.entry.day, day) & ~_over_before(period, day)
    if then is Truth.YES:
        return True
    for consent in consents(evaluation, objection.by, kinds, ActDate.RECEIVED):
        # Once the treaty is in force by a consent, that can be taken back no more.
        in_force = any(each.consent == consent.act for each in own)
        gone = Truth.NO if in_force else gone_by(evaluation, consent, objection.by, day)
        for period in own:
            if period.end is not None and all(each.consent != consent.act for each in own if each != period):
                gone |= consent.day.not_after(period.end.last_day) & _over_before(period, day)
        then |= _earlier_than(consent.day, day) & ~gone
    return evaluation.settle(then, f"{objection.by} bound when {act.id} was made", about=(act,))


def _over_before(period: Membership, day: Days) -> Truth:
    """Tell whether a period was over before a day: of one that ended at an hour of that day nobody knows."""
    if period.end is None:
        return Truth.NO
    over = ~day.not_after(period.end.last_day)
    return over | Truth.UNKNOWN if period.end.at_hour and day == period.end.last_day else over


def _earlier_than(since: Days, day: Days) -> Truth:
    """Tell whether something was so before a day: of what came on that day itself nobody knows."""
    return Truth.UNKNOWN if since == day else ~day.not_after(since)


def _in_time(
    evaluation: Evaluation, objection: _Objection, given: tuple[Key, ...], others: Sequence[Membership]
) -> bool:
    """Tell whether an objection came within the time that the clause allows.

    That time runs from when the depositary told of the accession. Where that day is not on record, an objection that
    seems late may have been in time. Whether the first day counts is not said either.
    """
    act, accession = objection.act, objection.accession
    clause = joining_rule(evaluation, objection.of, accession.kind)
    if clause is not None and clause.refusal is not None:
        return _at_the_accession(evaluation, objection, (evaluation.given_clause(clause), *given), others)
    if clause is None or clause.objection_within is None:
        return True
    told = evaluation.legal_days(accession.when(ActDate.CIRCULATED))
    last, policy = evaluation.last_day(told, clause.objection_within, Joining, first_day_counts=False)
    earlier, _ = evaluation.last_day(told, clause.objection_within, Joining, first_day_counts=True)
    by_then, keys = evaluation.by_end_of(act.when(), last)
    sooner, _ = evaluation.by_end_of(act.when(), earlier)
    truth = Truth.agreed((by_then, sooner))
    if truth is Truth.NO and accession.circulated is None:
        truth = Truth.UNKNOWN
    if evaluation.settle(truth, f"{act.id} in time", about=(act, accession)):
        return True
    because = (evaluation.given_clause(clause), *given, *policy, *keys)
    evaluation.derived(Key("objection", act.id), LATE, last, *because, told=True)
    return False


def _at_the_accession(
    evaluation: Evaluation, objection: _Objection, given: tuple[Key, ...], periods: Sequence[Membership]
) -> bool:
    """Tell whether a refusal came at the accession: by its day surely, perhaps up to the entry into force."""
    act, accession = objection.act, objection.accession
    day = evaluation.legal_days(accession.when())
    by_then, _ = evaluation.by_end_of(act.when(), day)
    for period in periods:
        if period.consent == accession:
            by_then |= evaluation.by_end_of(act.when(), period.entry.day)[0] & Truth.UNKNOWN
    if evaluation.settle(by_then, f"{act.id} at the accession", about=(act, accession)):
        return True
    evaluation.derived(Key("objection", act.id), LATE, day, *given, told=True)
    return False


def _taken_back(evaluation: Evaluation, objection: _Objection) -> tuple[Span | None, tuple[Key, ...]]:
    """Return when an objection ended by the act of its author, and the reasons."""
    act = objection.act
    ends: Span | None = None
    because: tuple[Key, ...] = ()
    if act.until is not None:
        ends = evaluation.end_of(act.until.days)[0] if act.until.wall is None else evaluation.happening(act.until)
    for back in evaluation.acts.answering(act, OBJECTION_WITHDRAWN):
        if objection.by in back.by:
            named, taken = effective(evaluation, back)
            when = named or back.when()
            at = evaluation.happening(when)
            if named is not None and when.wall is None:
                at, _ = evaluation.start_of(when.days)
            ends, because = _earlier(ends, at), (*because, evaluation.given_act(back), *taken)
    return ends, because


def _running(evaluation: Evaluation, periods: Sequence[Membership], day: Days, act: Act) -> int | None:
    """Return the place of the first period that was not over when an act was done; None if all were."""
    for place, period in enumerate(periods):
        end = period.end
        if end is None or evaluation.settle(
            day.not_after(end.last_day), f"{act.id} before the end of that membership", about=(act,)
        ):
            return place
    return None
