"""What ends provisional application: the clause, the State, another by a notice for all, the treaty's own end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from treatyclock.civil.days import Days
from treatyclock.civil.periods import Period
from treatyclock.derive.counting.delays import last_day_by_notice
from treatyclock.derive.counting.order import comes_first
from treatyclock.derive.counting.reaching_back import effective, takes_effect
from treatyclock.derive.end.by_event import by_event_or_perhaps
from treatyclock.derive.end.end import End
from treatyclock.derive.end.lapsed import lapse
from treatyclock.derive.ends.ending import ending_on
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.exit.addressees import others, past_the_depositary, reach_all
from treatyclock.derive.exit.before_entry import end_by_notice
from treatyclock.derive.overlays.provisional_acts import STOPS
from treatyclock.derive.overlays.provisional_of_a_side import ends_it_for_others
from treatyclock.derive.overlays.provisional_unless import goes_on_after
from treatyclock.derive.overlays.while_provisional import runs_its_period
from treatyclock.derive.parties.not_on_record import event_not_on_record
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.operation import PROVISIONAL, PROVISIONAL_END
from treatyclock.law.acts.term import TERMINATION
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.entry import EntryIntoForce
from treatyclock.law.clauses.exit import EndsFor
from treatyclock.law.clauses.last_days import ByDay, LastDay, Within
from treatyclock.law.conventions.first_days import FIRST_DAY
from treatyclock.law.vocabulary import NOTICES, SIGNING

PROVISIONAL_ENDS = Rule(
    "provisional application ends",
    "provisional application ends with {value}",
    "Vienna Convention on the Law of Treaties, art. 25(2)",
)

PROVISIONAL_ENDS_AT_HOUR = Rule(
    "provisional application ends at hour", "provisional application ends {when}", PROVISIONAL_ENDS.law
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """An end of provisional application: its last day, the instant, and the reasons."""

    last_day: Days
    at: Span
    because: tuple[Key, ...]


def ends(
    evaluation: Evaluation,
    clause: ProvisionalApplication,
    party: str,
    begun: Act,
    start: Days,
    *,
    treaty: Entry | None,
    end: End | None,
    towards: str | None = None,
) -> Iterator[Over]:
    """Yield the ends of what a State began to apply provisionally by an act.

    Args:
        evaluation: The evaluation.
        clause: The clause.
        party: The State.
        begun: The act.
        start: The day from which it applies the treaty.
        treaty: The treaty's entry into force; None if it has not entered.
        end: The end of the treaty for all; None if none is foreseen.
        towards: Another State, where what holds between the two is asked: a notice may have reached that one only.
    """
    yield from _by_the_clause(evaluation, clause, start, treaty)
    acts = dict.fromkeys((*evaluation.acts.by(party, (*STOPS, TERMINATION)), *_ended_with_all(evaluation, party)))
    own = [act for act in acts if act != begun and not comes_first(evaluation, act, begun)]
    to_some = [act for act in own if act.kind in NOTICES and act.to]
    for act in own:
        if act not in to_some:
            yield from _by_own_act(evaluation, clause, party, act, end)
    yield from _by_notices_to_some(
        evaluation, party, towards, to_some, lambda act: _by_own_act(evaluation, clause, party, act, end)
    )
    if clause.ends_for is EndsFor.ALL:
        for act in evaluation.acts.of(PROVISIONAL_END):
            over = None if party in act.by else _by_act(evaluation, clause, act)
            # What is begun before the end by another's notice ends with it; what is begun after it begins anew.
            if over is None or not ends_it_for_others(evaluation, act):
                continue
            fact = f"{begun.id} before the end by {act.id}"
            if evaluation.settle(start.not_after(over.last_day), fact, about=(begun, act)):
                yield over
    if end is not None:
        yield Over(last_day=end.last_day, at=end.at, because=end.keys)
    yield from _lapsed(evaluation)


def _ended_with_all(evaluation: Evaluation, party: str) -> Iterator[Act]:
    """Yield the acts by which a State and all others said that the treaty is over, whatever else these come to."""
    listed = {each.id for each in evaluation.record.parties}
    for act in evaluation.acts.of_kind_whatever_its_effect(TERMINATION):
        if party in act.by and listed <= set(act.by):
            yield act


def first_over(evaluation: Evaluation, found: Sequence[Over], key: Key, party: str, number: int | None) -> Over | None:
    """Join several ends into the first; None where there is none."""
    if not found:
        return None
    last = Days.earliest(each.last_day for each in found)
    at = Span(min(each.at.earliest for each in found), min(each.at.latest for each in found))
    because = dict.fromkeys(k for each in found if each.last_day.first <= last.last for k in each.because)
    with_the_day = at == evaluation.end_of(last)[0]
    rule, value = (PROVISIONAL_ENDS, last) if with_the_day else (PROVISIONAL_ENDS_AT_HOUR, at)
    made = evaluation.derived(Key("provisional end", party, number), rule, value, key, *because)
    return Over(last_day=last, at=at, because=(made,))


def _by_the_clause(
    evaluation: Evaluation, clause: ProvisionalApplication, start: Days, treaty: Entry | None
) -> Iterator[Over]:
    if clause.lasts is not None:
        yield _counted(evaluation, clause, start, clause.lasts)
    if (until := _last_day(evaluation, clause, clause.until, treaty)) is not None:
        goes_on, why = goes_on_after(evaluation, clause, until.last_day)
        if not goes_on:
            yield replace(until, because=(*until.because, *why))
    if (by := by_event_or_perhaps(evaluation, clause.until_event, clause)) is not None:
        yield Over(last_day=by.last, at=by.at(evaluation), because=by.because)


def _last_day(
    evaluation: Evaluation, clause: ProvisionalApplication, until: LastDay | None, treaty: Entry | None
) -> Over | None:
    """Return the end with the last day that the clause sets; None where what it is counted from has not come."""
    match until:
        case None:
            return None
        case ByDay():
            return Over(last_day=until.day.days, at=evaluation.end_of(until.day.days)[0], because=())
        case Within(since=Within.ENTRY):
            return None if treaty is None else _counted(evaluation, clause, treaty.day, until.period, treaty.key)
    act = evaluation.acts.get(until.since)
    if act is None:
        day = event_not_on_record(evaluation, until.since)
        return None if day is None else _counted(evaluation, clause, day, until.period)
    when, taken = takes_effect(evaluation, act)
    given = (evaluation.given_act(act), *taken)
    return _counted(evaluation, clause, evaluation.legal_days(when), until.period, *given)


def _counted(evaluation: Evaluation, clause: ProvisionalApplication, day: Days, period: Period, *because: Key) -> Over:
    counts, convention = evaluation.first_day_counts(FIRST_DAY, clause)
    last, policy = evaluation.last_day(day, period, ProvisionalApplication, first_day_counts=counts)
    return Over(last_day=last, at=evaluation.end_of(last)[0], because=(*because, convention, *policy))


def _by_own_act(
    evaluation: Evaluation, clause: ProvisionalApplication, party: str, act: Act, end: End | None
) -> Iterator[Over]:
    """Yield the end by an act of the State; none by a notice with which the treaty itself ends."""
    runs, why = runs_its_period(evaluation, act, (party,))
    if not runs:
        over = _by_act(evaluation, clause, act)
        yield replace(over, because=(*over.because, *why))
    elif (end is None or end.notice != act) and (own := end_by_notice(evaluation, act, party)) is not None:
        yield Over(last_day=own.last_day, at=own.at, because=own.keys)


def _by_notices_to_some(
    evaluation: Evaluation,
    party: str,
    towards: str | None,
    notices: Sequence[Act],
    of: Callable[[Act], Iterator[Over]],
) -> Iterator[Over]:
    """Yield the ends by notices that reached some States only: towards these, or towards all once they reached all.

    Law: it ends once a State notifies the others of its intention (Vienna Convention art. 25(2)).
    """
    counted = [act for act in notices if not past_the_depositary(evaluation, act)]
    if towards is not None:
        for act in counted:
            if towards in act.to:
                yield from of(act)
        return
    if not counted:
        return
    # Who applies it provisionally must be reached too, though it has not consented.
    must = others(evaluation, party, *counted, also=(*SIGNING, PROVISIONAL))
    if not reach_all(evaluation, counted, party, must):
        return
    firsts: dict[str, Over] = {}
    for act in counted:
        for over in of(act):
            for other in act.to:
                firsts[other] = min(firsts.get(other, over), over, key=lambda each: each.at)
    if firsts:
        yield max(firsts.values(), key=lambda each: each.at)


def _by_act(evaluation: Evaluation, clause: ProvisionalApplication, act: Act) -> Over:
    """Return the end by a notice or an agreement; without a period a notice ends it when it is given."""
    day, at = evaluation.legal_days(act.when()), evaluation.happening(act.when())
    named, taken = effective(evaluation, act) if act.kind in (PROVISIONAL_END, TERMINATION) else (None, ())
    keys: tuple[Key, ...] = (evaluation.given_act(act), *taken)
    if named is not None and act.kind == PROVISIONAL_END:
        day = evaluation.days_there(named)
        at = evaluation.end_of(day)[0]
    elif act.kind == TERMINATION:
        if named is not None:
            last, conventions = ending_on(evaluation, named)
            day = evaluation.days_there(named) if last is None else last
            at = evaluation.end_of(day)[0] if last is not None else evaluation.happening(named)
            keys = (*keys, *conventions)
    elif clause.notice:
        day, conventions = last_day_by_notice(evaluation, day, clause.notice, clause)
        at = evaluation.end_of(day)[0]
        keys = (*keys, *conventions)
    return Over(last_day=day, at=at, because=keys)


def _lapsed(evaluation: Evaluation) -> tuple[Over, ...]:
    """Return the end that comes with the last day for the entry into force, where the treaty lapsed after it."""
    entry, over = evaluation.clause(EntryIntoForce), lapse(evaluation)
    if entry is None or over is None:
        return ()
    return (Over(last_day=over.last_day, at=over.at, because=(evaluation.given_clause(entry),)),)
