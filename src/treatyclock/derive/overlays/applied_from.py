"""The day from which a treaty is applied provisionally, where a text counts from that day in place of its entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from treatyclock.civil.days import Days
from treatyclock.derive.consent.consent import signatures
from treatyclock.derive.counting.delays import last_day_by_notice
from treatyclock.derive.counting.order import comes_first
from treatyclock.derive.end.by_event import happened
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.overlays.provisional_acts import STOPS
from treatyclock.derive.overlays.provisional_begins import Begun, beginnings
from treatyclock.derive.overlays.provisional_unless import goes_on_after
from treatyclock.derive.overlays.while_provisional import runs_its_period
from treatyclock.derive.parties.whole import WholeTreaty, within
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.operation import PROVISIONAL_END
from treatyclock.law.clauses.before_entry import ProvisionalApplication
from treatyclock.law.clauses.exit import EndsFor
from treatyclock.law.clauses.exit_times import Since
from treatyclock.law.clauses.last_days import ByDay
from treatyclock.law.sides import side_of

APPLIED_FROM = Rule("applied provisionally from", "two at least apply it provisionally towards each other from {value}")
NOT_APPLIED_BEFORE = Rule(
    "not applied provisionally before",
    "it was not applied provisionally before its entry into force, so that day is {value}",
)


def counted_since(evaluation: Evaluation, since: Since, entry: Entry, treaty: Entry) -> tuple[Days, Key]:
    """Return the day from which a lock-in or a window is counted, and why.

    Args:
        evaluation: The evaluation.
        since: What it is counted from.
        entry: The entry into force for the State.
        treaty: That of the treaty.
    """
    if since is Since.PROVISIONAL:
        return applied_from(evaluation, treaty)
    start = entry if since is Since.PARTY else treaty
    return start.day, start.key


def applied_from(evaluation: Evaluation, entry: Entry) -> tuple[Days, Key]:
    """Return the day from which two at least applied a treaty that entered into force, and why.

    Law: such a text takes the day of provisional application in place of the entry into force. One alone has nobody
    towards whom to apply it. Where nobody did before the entry into force, it is that of the entry.
    """
    name = Key("applied from")
    clause = evaluation.clause(ProvisionalApplication)
    pair = None if clause is None else _first_two(evaluation, clause, entry.day)
    if clause is None or pair is None or pair[0].first > entry.day.last:
        return entry.day, evaluation.derived(name, NOT_APPLIED_BEFORE, entry.day, entry.key)
    day, because = pair
    if day.last > entry.day.first:  # which came first is open
        day, because = Days.earliest([day, entry.day]), (*because, entry.key)
    return day, evaluation.derived(name, APPLIED_FROM, day, *because)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstApplied:
    """Since when a treaty is applied provisionally: by two towards each other, or by one if never by two."""

    day: Days
    by_two: bool
    key: Key


def first_applied(evaluation: Evaluation) -> FirstApplied | None:
    """Return since when a treaty that never entered into force is applied provisionally; None where nobody does."""
    clause = evaluation.clause(ProvisionalApplication)
    times = [] if clause is None else list(_times(evaluation, clause, None))
    if clause is None or not times:
        return None
    if (pair := _first_two(evaluation, clause, None)) is not None:
        return FirstApplied(day=pair[0], by_two=True, key=pair[1][0])
    first = min(times, key=lambda each: each.start.first)
    return FirstApplied(day=first.start, by_two=False, key=first.key)


def _first_two(
    evaluation: Evaluation, clause: ProvisionalApplication, entry: Days | None
) -> tuple[Days, tuple[Key, ...]] | None:
    """Return the first day on which two apply it who do not stand on one side; None if there never are two."""
    times = sorted(_times(evaluation, clause, entry), key=lambda each: each.start.first)
    found: list[tuple[Days, tuple[Key, ...]]] = []
    for number, later in enumerate(times):
        for earlier in times[:number]:
            day = Days.latest([earlier.start, later.start])
            if found and found[0][0].last < day.first:
                break
            if earlier.stands_for != later.stands_for and earlier.runs_on(evaluation, day):
                found.append((day, (earlier.key, later.key)))
                if day.known:
                    break
    if not found:
        return None
    day = Days.earliest(each for each, _ in found)
    return day, tuple(dict.fromkeys(key for each, keys in found if each.first <= day.last for key in keys))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Applying:
    """A time for which a State applies a treaty provisionally, for itself or as one of a side."""

    stands_for: str
    start: Days
    over: Days | None
    key: Key
    act: Act

    def runs_on(self, evaluation: Evaluation, day: Days) -> bool:
        """Tell whether it is not over on a day on which another begins."""
        if self.over is None:
            return True
        fact = f"provisional application by {self.act.id} on {day}"
        return evaluation.settle(day.not_after(self.over), fact, f"was there {fact}?", about=(self.act,))


def _times(evaluation: Evaluation, clause: ProvisionalApplication, entry: Days | None) -> Iterator[_Applying]:
    begun_by = {
        party.id: tuple(beginnings(evaluation, clause, party.id, signatures(evaluation, party.id), entry))
        for party in evaluation.record.parties
    }
    whole = within(evaluation)
    theirs = None if whole is None else whole.evaluation.clause(ProvisionalApplication)
    applying = dict(begun_by)
    for other in (each for each in clause.hangs_on_others if each not in begun_by):
        applying[other] = () if whole is None or theirs is None else _in_the_whole(whole, theirs, other, entry)
    for party, times in begun_by.items():
        others = () if party in clause.hangs_on_others else clause.hangs_on_others
        if others and (clause.while_in_force_for or not all(applying[other] for other in others)):
            continue  # it does not apply it before the entry into force
        side = side_of(evaluation.record, party)
        for begun in times:
            yield _Applying(
                stands_for=party if side is None else side.parties[0],
                start=Days.latest([begun.start, *(applying[other][0].start for other in others)]),
                over=_over(evaluation, clause, party, begun),
                key=begun.key,
                act=begun.act,
            )


def _in_the_whole(
    whole: WholeTreaty, clause: ProvisionalApplication, party: str, entry: Days | None
) -> tuple[Begun, ...]:
    """Return with what a State begins to apply the treaty provisionally, of which a part leaves that State out."""
    return tuple(beginnings(whole.evaluation, clause, party, signatures(whole.evaluation, party), entry))


def _over(evaluation: Evaluation, clause: ProvisionalApplication, party: str, begun: Begun) -> Days | None:
    """Return the last day of provisional application, as far as that comes before the entry into force."""
    over = [until.day.days for until in (clause.until,) if isinstance(until, ByDay)]
    over = [day for day in over if not goes_on_after(evaluation, clause, day)[0]]
    over += [evaluation.legal_days(act.when()) for act in happened(evaluation, clause.until_event)]
    if clause.lasts is not None:
        over.append(evaluation.last_day(begun.start, clause.lasts, ProvisionalApplication, first_day_counts=False)[0])
    for act in evaluation.acts.of(*STOPS):
        own = party in act.by and act != begun.act and not comes_first(evaluation, act, begun.act)
        if own or (clause.ends_for is EndsFor.ALL and act.kind == PROVISIONAL_END):
            day = evaluation.legal_days(act.when())
            if own and (act.to or runs_its_period(evaluation, act, (party,))[0]):
                over.append(Days.between(day.first))  # some time after it, or with some States only
                continue
            last = last_day_by_notice(evaluation, day, clause.notice, clause)[0] if clause.notice else day
            if own or begun.start.first <= last.last:
                over.append(last)
    return Days.earliest(over) if over else None
