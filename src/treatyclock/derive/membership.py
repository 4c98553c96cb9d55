"""When a State was a party: its acts of consent, and the ends that come to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from treatyclock.declarations import declared
from treatyclock.derive.consent import Consent, consent_kinds, consents, signatures
from treatyclock.derive.consent_while_leaving import after_exit, again, anew, given_while_leaving
from treatyclock.derive.end import End
from treatyclock.derive.ends.ending import first_end
from treatyclock.derive.ends.rule import EndForOne
from treatyclock.derive.entry import ENTERED, Entry
from treatyclock.derive.evaluation import Evaluation
from treatyclock.derive.exit.addressees import ends_of
from treatyclock.derive.exit.by_notice import PeriodsOf, judged
from treatyclock.derive.facts import EndedBeforeEntry
from treatyclock.derive.history import Edge, Membership
from treatyclock.derive.lasting_term import lasting_terms
from treatyclock.derive.order import comes_first
from treatyclock.derive.own_entry import OWN, SUCCEEDED, SUCCEEDED_ON, own_entry
from treatyclock.derive.perhaps import perhaps_a_party, perhaps_joined_before, perhaps_left
from treatyclock.derive.reasons import Derived, Given, Key, Rule, rests_on, supporting
from treatyclock.derive.several_consents import in_order_of_entry
from treatyclock.derive.taken_back import before_entry, came_after, takes_back, takings_back
from treatyclock.derive.term import Terms
from treatyclock.derive.timing import Span
from treatyclock.derive.treaty_entry import ENTRY
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.consent import CONSENT_WITHDRAWN
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import Denunciation, EndsFor
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.law.vocabulary import NOTICES
from treatyclock.truth import Truth

_FOR_THAT_STATE = "the treaty would have entered into force for that State on {value}"
_WOULD = {
    ENTRY: Rule("entry that never came", "the treaty would have entered into force on {value}", ENTRY.law),
    OWN: Rule("own entry that never came", _FOR_THAT_STATE, OWN.law),
    SUCCEEDED: Rule("entry by succession that never came", _FOR_THAT_STATE, SUCCEEDED.law),
    SUCCEEDED_ON: Rule("entry from the succession that never came", _FOR_THAT_STATE, SUCCEEDED_ON.law),
}
NEVER = Rule("ended before entry", "it had ended before it could enter into force, so it was never in force")
CONSENT_GONE = Rule(
    "consent withdrawn", "the State took back its consent before the treaty was in force for that State"
)
GONE_BY_NOTICE = Rule(
    "consent withdrawn by notice",
    "the State gave its notice before the treaty was in force for that State, and is taken to have taken back its "
    "consent",
    "no rule says whether it has: Vienna Convention on the Law of Treaties, art. 24(4); Summary of Practice of the "
    "Secretary-General as Depositary, paras. 157 and 158",
)

NEVER_IN_FORCE = Key("never")
"""The key of the conclusion that the treaty itself had ended before it could enter into force."""

_WAYS = sorted(declared("treatyclock.derive.ends", EndForOne), key=lambda way: way.order)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the treaty itself stands.

    Attributes:
        entry: Its entry into force; None if it has not entered.
        end: The end that comes to all; None if none is foreseen.
        ended: The last exit, where nobody can join after all had left; None elsewhere.
    """

    entry: Entry | None
    end: End | None
    ended: End | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Periods:
    """When a State was a party.

    Attributes:
        edges: The changes of its status in order.
        periods: The periods for which it was a party.
    """

    edges: tuple[Edge, ...]
    periods: tuple[Membership, ...]


def releases_all(record: Record) -> bool:
    """Tell whether one notice ends the treaty for all: where there are two parties, or where the clause says so."""
    clause = record.clause(Denunciation)
    said = None if clause is None else clause.ends_for
    return record.bilateral or said is EndsFor.ALL


def agreed(evaluation: Evaluation, party: str) -> tuple[Consent, ...]:
    """Return a State's acts of consent in their order."""
    clause = evaluation.clause(EntryIntoForce)
    which = ActDate.RECEIVED if clause is None else clause.counts_from
    return consents(evaluation, party, consent_kinds(evaluation, party), which)


def membership(
    evaluation: Evaluation, treaty: Standing, party: str, *, towards: str | None = None, listed: bool = False
) -> Periods:
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
    tried = 0  # what comes of each consent has conclusions of its own, also where it brought no period
    for consent in in_order_of_entry(evaluation, treaty.entry, party, agreed(evaluation, party)):
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
            edges.append(consent_edge(evaluation, Status.CONTRACTING, consent))
        elif not anew(evaluation, party, consent, last, pending):
            continue
        number, tried = _number(tried), tried + 1
        name = Key("entry for", party, number)
        entry = _entry(evaluation, treaty, consent, name, last, pending=bool(pending))
        gone = _taken_back(evaluation, party, consent, entry, last)
        if gone is not None and not periods:
            edges.append(gone)
            if gone.status is Status.NEGOTIATING:  # it signed only later
                edges.append(consent_edge(evaluation, Status.SIGNATORY, signatures(evaluation, party)[0]))
        if gone is not None or entry is None or treaty.entry is None:
            continue
        if treaty.ended is not None and never_entered(evaluation, entry, treaty.ended, name):
            continue
        pair = (party, towards)
        end = _end(evaluation, treaty, entry, number, consent=consent, pair=pair, periods=periods, listed=listed)
        if end is not None and never_entered(evaluation, entry, end, name):
            continue
        periods.append(Membership(entry=entry, end=end, consent=consent.act))
        edges += membership_edges(periods[-1])
    if listed:
        return Periods(edges=tuple(edges), periods=tuple(periods))
    over = treaty.end or treaty.ended
    perhaps, more = perhaps_a_party(evaluation, party, treaty.entry, over, periods, number=_number(tried))
    edges += perhaps
    if more is not None:
        periods.append(more)
        edges += membership_edges(more)
    return Periods(edges=tuple(edges), periods=tuple(periods))


def _number(tried: int) -> int | None:
    """Return what tells the conclusions on a consent from those on earlier ones; None for the first."""
    return tried + 1 if tried else None


def _entry(
    evaluation: Evaluation, treaty: Standing, consent: Consent, name: Key, left: End | None, *, pending: bool
) -> Entry | None:
    """Return the entry into force that a consent brings, not before an exit that it followed; None for none."""
    entry = None if treaty.entry is None else own_entry(evaluation, treaty.entry, consent, name)
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
    end = _end(evaluation, treaty, entry, number, consent=consent, pair=pair, periods=periods, listed=False)
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


def never_entered(evaluation: Evaluation, entry: Entry, end: End, name: Key | None) -> bool:
    """Tell whether the treaty had ended before it could enter into force.

    Args:
        evaluation: The evaluation.
        entry: The entry into force.
        end: The end.
        name: What the entry of a State is called; None for the treaty's own.
    """
    whom = "" if name is None else f" for {name.subject}"
    text = f"had the treaty ended{whom} before it entered into force?"
    ended = _ended_before(evaluation, entry, end)
    about = _vague_acts(evaluation, entry.key, end.key) if ended is Truth.UNKNOWN else ()
    if not evaluation.settle(ended, f"ended before entry into force{whom}", text, about=about):
        return False
    if entry.key == (name or ENTERED):  # the treaty's own is not the State's to undo
        would_have_entered(evaluation, entry)
    key = NEVER_IN_FORCE if name is None else Key("never", name.subject, name.number)
    evaluation.derived(key, NEVER, True, entry.key, end.key)
    evaluation.note(key, EndedBeforeEntry(entry=entry.day, last_day=end.last_day))
    return True


def would_have_entered(evaluation: Evaluation, entry: Entry) -> None:
    """Tell an entry that did not come as one that would have come."""
    counted = evaluation.findings.reasons[entry.key]
    if isinstance(counted, Derived) and counted.rule in _WOULD:
        evaluation.derived(entry.key, _WOULD[counted.rule], counted.value, *counted.because)


def _vague_acts(evaluation: Evaluation, *conclusions: Key) -> tuple[Act, ...]:
    """Return the acts of vague dates on which conclusions rest."""
    given = (each.value for each in supporting(evaluation.findings.reasons, conclusions) if isinstance(each, Given))
    return tuple(act for act in given if isinstance(act, Act) and not all(each.days.known for each in act.dates))


def _ended_before(evaluation: Evaluation, entry: Entry, end: End) -> Truth:
    # The common case first: to trace the reasons takes longer.
    if end.last_day.first >= entry.day.last and (not end.at_hour or end.at.earliest > entry.begins.latest):
        return Truth.NO
    if rests_on(evaluation.findings.reasons, end.key, entry.key):
        return Truth.NO  # it is counted from the entry, however vague that is
    if not end.at_hour:  # both are days of one clock, and compare as printed
        return ~entry.day.not_after(end.last_day)
    if end.at.latest <= entry.begins.earliest:
        return Truth.YES
    clause = evaluation.clause(Denunciation)
    when = None if end.notice is None or clause is None else end.notice.when(clause.runs_from)
    if when is not None and when.wall is None:
        # At once by a notice of a day: that day compares as printed too, whatever other notice may have come before.
        return ~entry.day.not_after(evaluation.legal_days(when))
    return Truth.NO if end.at.earliest > entry.begins.latest else Truth.UNKNOWN


def _taken_back(
    evaluation: Evaluation, party: str, consent: Consent, entry: Entry | None, left: End | None
) -> Edge | None:
    """Return the change that a withdrawal of consent brings; None if there is none before entry into force."""
    act = _first_taking_back(evaluation, party, consent, entry, left)
    if act is None:
        return None
    entered = () if entry is None else (entry.key,)
    because = (evaluation.given_act(consent.act), evaluation.given_act(act), *entered)
    rule = CONSENT_GONE if act.kind == CONSENT_WITHDRAWN else GONE_BY_NOTICE
    key = evaluation.derived(Key("consent", act.id), rule, True, *because)
    at = evaluation.happening(act.when())
    if entry is not None:  # it came before the entry, however vague its day is
        at = Span(min(at.earliest, entry.begins.latest), min(at.latest, entry.begins.latest))
    return Edge(
        status=_without_consent(evaluation, party, act),
        at=at,
        key=key,
        what=act.kind.name,
    )


def _first_taking_back(
    evaluation: Evaluation, party: str, consent: Consent, entry: Entry | None, left: End | None
) -> Act | None:
    given_since = _notices(evaluation, party, left)
    for act in takings_back(evaluation, party):
        if act.kind != CONSENT_WITHDRAWN and act not in given_since:
            continue  # a notice of a party, by which it left
        if entry is not None and entry.day.not_after(evaluation.legal_days(act.when())) is Truth.YES:
            continue
        early = came_after(evaluation, act, consent) and (entry is None or before_entry(evaluation, act, entry.day))
        if early and takes_back(evaluation, act):
            return act
    return None


def _without_consent(evaluation: Evaluation, party: str, act: Act) -> Status:
    """Return what a State is once an act has taken back its consent: a signatory, if it had signed by then."""
    signed = signatures(evaluation, party)
    if any(not comes_first(evaluation, act, each.act, ActDate.DATED) for each in signed):
        return Status.SIGNATORY
    return Status.NEGOTIATING if signed else Status.NEVER_PARTY


def _end(
    evaluation: Evaluation,
    treaty: Standing,
    entry: Entry,
    number: int | None,
    *,
    consent: Consent,
    pair: tuple[str, str | None],
    periods: Sequence[Membership],
    listed: bool,
) -> End | None:
    party, _ = pair
    found = [end for way in _WAYS for end in way.find(evaluation, party, consent)]
    if not releases_all(evaluation.record) and treaty.entry is not None:
        before = periods[-1].end if periods else None
        if _notices(evaluation, party, before):
            ends = _by_notice(treaty, entry, pair, before)
            found += ends(evaluation, lasting_terms(evaluation, treaty.entry, ends, party))
    if not listed and not releases_all(evaluation.record):
        known = [*found, *([treaty.end] if treaty.end is not None else [])]
        name = Key("end not on record", party, number)
        left = perhaps_left(evaluation, entry, party, known, name=name)
        found = found if left is None else [left]
    if not found:
        return treaty.end
    if treaty.end is not None:
        found.append(treaty.end)
    return first_end(evaluation, found, Key("end for", party, number))


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
    consent = next(each for each in own if each.act == last.consent)
    number = len(own) + len(periods) + 1  # unlike that of any conclusion on these periods
    return _end(
        evaluation, treaty, last.entry, number, consent=consent, pair=(party, None), periods=earlier, listed=False
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
    return lasting_terms(evaluation, treaty.entry, _by_notice(treaty, entry, (party, None), before), party)


def _by_notice(
    treaty: Standing, entry: Entry, pair: tuple[str, str | None], before: End | None
) -> Callable[[Evaluation, Terms], list[End]]:
    """Return what works out the ends that a State's notices bring to its period of being a party."""
    assert treaty.entry is not None
    (party, towards), since_treaty = pair, treaty.entry

    def ends(where: Evaluation, terms: Terms) -> list[End]:
        def end(act: Act) -> End | None:
            periods_of = if_it_never_ended(treaty)
            return judged(where, entry, since_treaty, terms, act, party=party, periods_of=periods_of).end

        return ends_of(where, _notices(where, party, before), party, towards, end)

    return ends


def _notices(evaluation: Evaluation, party: str, before: End | None) -> tuple[Act, ...]:
    """Return a State's notices since an earlier period of being a party."""
    notices = evaluation.acts.by(party, NOTICES)
    return tuple(act for act in notices if before is None or act.when().days.first > before.last_day.last)
