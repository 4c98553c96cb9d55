"""What another treaty's own record comes to for this one, in one world of the other: acts of this record.

Law: an agreement of all parties to end or suspend a treaty may stand in a later treaty (Vienna Convention arts. 54(b),
57(b) and 59). It has its effect once the later treaty has: with its entry into force, its provisional application, or
on the day that it names. Where some of the parties alone are parties to the later one, it binds these alone (arts.
30(4) and 41). So such a clause is an act of those who are parties to both, done when the clause has its effect.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment, on_days
from treatyclock.civil.moments.read import moment
from treatyclock.derive.entry.entry import Entry
from treatyclock.derive.histories.for_all import ForAll
from treatyclock.derive.histories.histories import history
from treatyclock.derive.histories.history import History
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.reasons import Derived
from treatyclock.derive.reasoning.timing import Span, eve, later
from treatyclock.instants import iso, to_datetime
from treatyclock.law.acts.act import Act, EffectDay, Hypothesis
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.acts.operation import SUSPENSION
from treatyclock.law.acts.others import OTHER_END, OTHER_ENTRY
from treatyclock.law.acts.term import TERMINATION
from treatyclock.law.beside import awaited, recorded
from treatyclock.law.clauses.others import Companion, EffectOnOther, OtherFrom, OtherTreaty
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.status import Status
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class _TimeThere:
    """A time at which the other treaty is in force, or applied: its first day and the first day after it."""

    first: Days
    out: Days | None
    hour: Moment | None = None


def acts_told(
    record: Record, reading: Reading, other: Record, evaluation: Evaluation, common: ForAll
) -> tuple[Act, ...]:
    """Return what follows for a record from another, as acts of that record.

    Args:
        record: The record.
        reading: By whose reading.
        other: The other record.
        evaluation: An evaluation of the other.
        common: What holds there for all.
    """
    found = [*_whether_in_force(record.read_as(reading), other, evaluation, common)]
    for clause in evaluation.several(OtherTreaty):
        if clause.moves_a_day and record.is_called(clause.treaty):
            said = _Statement(record=record, other=other, clause=clause, evaluation=evaluation, common=common)
            found += said.acts()
    tried = Hypothesis.ITS_AUTHORS if other.added or other.dropped else None
    return tuple(replace(act, hypothetical=tried) for act in _with_ids(found, record, other))


def _with_ids(found: Sequence[Act], record: Record, other: Record) -> Iterator[Act]:
    """Give each act an id that no act of the record has."""
    taken = {act.id for act in record.acts}
    for act in found:
        name, number = f"{other.id}-{act.id}", 1
        while (id := name if number == 1 else f"{name}-{number}") in taken:
            number += 1
        taken.add(id)
        yield replace(act, id=id)


# --- whether the other is in force, where this treaty depends on that ---------------------------------


def _whether_in_force(record: Record, other: Record, evaluation: Evaluation, common: ForAll) -> Iterator[Act]:
    """Yield the entries and the ends of the other treaty, generally, and between two where that is asked."""
    companions = [each for each in record.several(Companion) if other.is_called(each.treaty)]
    everybody = tuple(party.id for party in record.parties)
    whose = dict.fromkeys(each.between or everybody for each in companions)
    if any(other.is_called(each.treaty) for each in awaited(record.clauses)):
        whose[everybody] = None
    for parties in whose:
        pair = len(parties) == 2 and all(other.lists(each) for each in parties)
        found = history(evaluation, common, Subject(parties) if pair else GENERALLY)
        ref = f"{other.title}, by its own record"
        for each in _in_force(found):
            if not recorded(record, other, OTHER_ENTRY, parties):
                yield _act("in-force", OTHER_ENTRY, parties, each.hour or _on(each.first), ref, treaty=other.id)
            if each.out is not None and not recorded(record, other, OTHER_END, parties):
                yield _ending("over", OTHER_END, parties, each.out, ref, treaty=other.id)


def _in_force(found: History) -> Iterator[_TimeThere]:
    for period in found.memberships:
        out = None if period.end is None else period.end.first_out()
        yield _TimeThere(first=period.entry.day, out=out, hour=_hour(period.entry))


def _hour(entry: Entry) -> Moment | None:
    """Return the hour with which an entry into force begins; None where it begins with its day."""
    exact = entry.at_hour and entry.begins.earliest == entry.begins.latest
    return moment(iso(entry.begins.earliest)) if exact else None


# --- what the other makes of this one ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    """A clause of another treaty on this one, in one world of the other.

    Attributes:
        record: This record.
        other: The other.
        clause: The clause.
        evaluation: The evaluation of the other.
        common: What holds there for all.
    """

    record: Record
    other: Record
    clause: OtherTreaty
    evaluation: Evaluation
    common: ForAll

    def acts(self) -> Iterator[Act]:
        """Yield what it comes to: for all who are parties to both, or step by step as they become so."""
        both = [party.id for party in self.record.parties if self.other.lists(party.id)]
        if len(both) < 2:
            yield from self._of_strangers()
            return
        if (
            set(both) & set(self.evaluation.record.coverage.untold)
            and self.clause.since is not OtherFrom.PROVISIONAL_APPLICATION
        ):
            yield from self._of_untold(tuple(both))
            return
        since = {party: self._since(Subject((party,))) for party in both}
        begun = [(each, party) for party, each in since.items() if each is not None]
        begun.sort(key=lambda each: each[0].first.last)
        for number in range(2, len(begun) + 1):
            last = _joined([each for each, _ in begun[:number]])
            if number < len(begun) and _joined([each for each, _ in begun[: number + 1]]).first == last.first:
                continue  # of one day: they act together
            by = tuple(party for party in both if party in {each for _, each in begun[:number]})
            if len(by) == len(self.record.parties):
                yield self._effect(by, last)
            elif not self.record.bilateral:
                yield self._effect(by, last, to=by)

    def _of_untold(self, both: tuple[str, ...]) -> Iterator[Act]:
        """Yield the effect where the day of the other's entry is told, and not for whom: one question for all."""
        since, theirs = self._since(GENERALLY), self.other.id
        fact = f"all who are parties to both were parties to {theirs} from its entry into force"
        text = (
            f"were {', '.join(both)} all parties to {theirs} from its entry into force? Its record tells only the day."
        )
        if since is None or not self.evaluation.settle(Truth.UNKNOWN, fact, text):
            return
        if len(both) == len(self.record.parties):
            yield self._effect(both, since)
        elif not self.record.bilateral:
            yield self._effect(both, since, to=both)

    def _of_strangers(self) -> Iterator[Act]:
        """Yield the effect on a treaty of which not two parties are on the other's list: that is open."""
        since, mine, theirs = self._since(GENERALLY), self.record.id, self.other.id
        text = f"does {theirs} bind all parties to {mine}, though its file does not list them?"
        if since is not None and self.evaluation.settle(Truth.UNKNOWN, f"{mine} bound by {theirs}", text):
            yield self._effect(tuple(party.id for party in self.record.parties), since)

    def _since(self, subject: Subject) -> _TimeThere | None:
        return _since(self.evaluation, self.clause, history(self.evaluation, self.common, subject))

    def _effect(self, by: tuple[str, ...], since: _TimeThere, *, to: tuple[str, ...] = ()) -> Act:
        ref = ", ".join(filter(None, (self.other.title, self.clause.basis.ref)))
        if self.clause.effect is not EffectOnOther.SUSPENDED:
            kind = _named_after(TERMINATION, self.other)
            if since.hour is not None:
                return _act("ends-it", kind, by, since.hour, ref, treaty=self.other.id)
            return _ending("ends-it", kind, by, since.first, ref, treaty=self.other.id)
        kind = _named_after(SUSPENSION, self.other)
        act = replace(_act("suspends-it", kind, by, since.hour or _on(since.first), ref), to=to)
        if since.out is None:
            return act
        # No rule says whether what was not applied beside a treaty is applied again once that treaty is over.
        text = f"is what {self.other.id} suspended applied again after {self.other.id} has ended?"
        again = self.evaluation.settle(Truth.UNKNOWN, f"applied again after {self.other.id}", text)
        return replace(act, until=_on(since.out.map(eve))) if again else act


def _since(evaluation: Evaluation, clause: OtherTreaty, found: History) -> _TimeThere | None:
    """Return the time from which a clause has its effect for a State, and the end of what gives it that effect."""
    first = next(_in_force(found), None)
    if clause.since is OtherFrom.PROVISIONAL_APPLICATION:
        return _applied(evaluation, found, first)
    if first is not None and isinstance(clause.since, Moment) and clause.since.days.last > first.first.first:
        return _TimeThere(first=Days.latest([first.first, clause.since.days]), out=first.out)
    return first


def _applied(evaluation: Evaluation, found: History, entry: _TimeThere | None) -> _TimeThere | None:
    """Return the time from the beginning of provisional application to its end, or to that of being in force then."""
    for overlay in found.overlays:
        if overlay.status is not Status.PROVISIONAL:
            continue
        begun = found.findings.reasons[overlay.because[0]]
        assert isinstance(begun, Derived) and isinstance(begun.value, Days)
        out = None if entry is None else entry.out
        if len(overlay.because) > 1:  # it ended by itself, before an entry into force
            over = found.findings.reasons[overlay.because[1]]
            assert isinstance(over, Derived) and isinstance(over.value, Days | Span)
            out = over.value.map(later) if isinstance(over.value, Days) else _days_about(evaluation, over.value)
        return _TimeThere(first=begun.value, out=out)
    return None


def _days_about(evaluation: Evaluation, hours: Span) -> Days:
    """Return the first days after an end at an hour: that of the end, in part, or the next."""
    clock, _ = evaluation.midnight()
    if clock is None:
        first, last = (to_datetime(each).date() for each in hours)
        return Days(first=eve(first), last=later(last, 2))
    first, last = (clock.local(each).date() for each in hours)
    return Days(first=first, last=later(last))


def _joined(several: Sequence[_TimeThere]) -> _TimeThere:
    """Return the time common to several: from the last beginning to the first end."""
    first = Days.latest(each.first for each in several)
    outs = [each.out for each in several if each.out is not None]
    hours = {each.hour for each in several if each.first == first}
    hour = hours.pop() if len(hours) == 1 else None
    return _TimeThere(first=first, out=Days.earliest(outs) if outs else None, hour=hour)


def _named_after(kind: ActKind, other: Record) -> ActKind:
    """Return a kind of act whose sentence names the treaty by which it was done."""
    title = other.title.replace("{", "{{").replace("}", "}}")
    return replace(kind, sentence=f"by {title}, which had effect from that day, {kind.sentence}")


def _ending(id: str, kind: ActKind, by: tuple[str, ...], out: Days, ref: str, *, treaty: str = "") -> Act:
    day = _on(out)
    return replace(_act(id, kind, by, day, ref, treaty=treaty), effective=day, effect_day=EffectDay.FIRST_OUT)


def _act(id: str, kind: ActKind, by: tuple[str, ...], dated: Moment, ref: str, *, treaty: str = "") -> Act:
    note = "the answer of its own record"
    return Act(id=id, kind=kind, by=by, dated=dated, ref=ref, treaty=treaty, note=note)


def _on(days: Days) -> Moment:
    return on_days(str(days), [days], ())
