"""The acts that an evaluation may use: those that the reading admits and that were known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.reasoning.worlds import Choices
from treatyclock.law.acts.act import Act, ActDate
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.clauses.base import Clause
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.law.sides import for_its_side
from treatyclock.truth import Truth


class AdmittedActs:
    """Acts by kind, by who did them, and by what they answer; each list in the order of the file.

    Args:
        acts: The acts that count.
        ineffective: Acts without effect, which are found by their ids alone.
        absent: Acts that were done and do not count here: they were not known, or are left out to see what would have
            been without them. What a depositary recorded may presuppose them.
        known_as_of: By what was known then the acts are chosen; None for all that is known.
    """

    def __init__(
        self,
        acts: Iterable[Act],
        ineffective: Iterable[Act] = (),
        *,
        absent: tuple[Act, ...] = (),
        known_as_of: Moment | None = None,
    ) -> None:
        """Sort the acts."""
        self.ineffective = tuple({act.id: act for act in ineffective}.values())
        self._idle = {act.id for act in self.ineffective}
        self.absent = absent
        self.known_as_of = known_as_of
        self._by_kind: dict[ActKind, list[Act]] = {}
        self._by_party: dict[str, list[Act]] = {}
        self._answers: dict[tuple[str, ActKind], list[Act]] = {}
        self._by_id: dict[str, Act] = {}
        for act in acts:
            self._by_id[act.id] = act
            if act.id in self._idle:
                continue
            self._by_kind.setdefault(act.kind, []).append(act)
            for party in act.by:
                self._by_party.setdefault(party, []).append(act)
            if act.of is not None:
                self._answers.setdefault((act.of, act.kind), []).append(act)

    def __iter__(self) -> Iterator[Act]:
        """Yield the acts, those without effect too."""
        return iter(self._by_id.values())

    @cached_property
    def of_several_dates(self) -> tuple[Act, ...]:
        """The acts, those without effect too, that were received or sent on another day than they bear."""
        # Kept, since each party of hundreds asks for it.
        return tuple(act for act in self if any(act.when(which) != act.dated for which in ActDate))

    def of(self, *kinds: ActKind) -> tuple[Act, ...]:
        """Return the acts of some kinds, kind by kind."""
        return tuple(act for kind in kinds for act in self._by_kind.get(kind, ()))

    def of_kind_whatever_its_effect(self, kind: ActKind) -> tuple[Act, ...]:
        """Return the acts of a kind, with those that have no effect."""
        idle = (act for act in self.ineffective if act.kind == kind)
        return (*self.of(kind), *idle) if self.ineffective else self.of(kind)

    def by(self, party: str, kinds: Sequence[ActKind]) -> tuple[Act, ...]:
        """Return the acts of some kinds by a party, kind by kind."""
        # A party has done little: its few acts are looked through, and most often none is found.
        found = [act for act in self._by_party.get(party, ()) if act.kind in kinds]
        return tuple(found if len(found) < 2 else sorted(found, key=lambda act: kinds.index(act.kind)))

    def answering(self, act: Act, kind: ActKind) -> tuple[Act, ...]:
        """Return the acts of a kind that answer an act."""
        return tuple(self._answers.get((act.id, kind), ()))

    def get(self, id: str) -> Act | None:
        """Return an act by its id; None if it was not admitted or not known."""
        return self._by_id.get(id)

    def answers(self, act: Act) -> tuple[Act, ...]:
        """Return all acts that answer an act."""
        return tuple(each for each in self._by_id.values() if each.of == act.id and each.id not in self._idle)

    def plus(self, *more: Act) -> AdmittedActs:
        """Return these acts and more."""
        return self._of([*self._by_id.values(), *more], self.ineffective)

    def as_done(self, *instead: Act) -> AdmittedActs:
        """Return these acts, some of them otherwise."""
        made = {act.id: act for act in instead}
        return self._of([made.get(act.id, act) for act in self._by_id.values()], self.ineffective)

    def without(self, acts: Iterable[Act]) -> AdmittedActs:
        """Return these acts, some of them without effect."""
        return self._of(self._by_id.values(), [*self.ineffective, *acts])

    def _of(self, acts: Iterable[Act], ineffective: Iterable[Act]) -> AdmittedActs:
        return AdmittedActs(acts, ineffective, absent=self.absent, known_as_of=self.known_as_of)

    def with_absent(self) -> AdmittedActs:
        """Return these acts and those that were done and do not count here."""
        return AdmittedActs([*self._by_id.values(), *self.absent], self.ineffective)

    def with_dropped(self, dropped: Sequence[Act]) -> AdmittedActs:
        """Return these acts and, of those left out of the record, the ones that were surely known."""
        horizon, ids = self.known_as_of, {act.id for act in dropped}
        back = [
            act for act in self.absent
            if act.id in ids and (horizon is None or known_by(act.known or act.when(), horizon) is Truth.YES)
        ]  # fmt: skip
        return AdmittedActs([*self._by_id.values(), *back], self.ineffective, known_as_of=horizon)

    @property
    def tell_of_the_treaty(self) -> bool:
        """Whether there is any from which one knows of the treaty, and not only of what happened outside it."""
        return any(not act.kind.outside for act in self._by_id.values())


def admitted_acts(
    record: Record, reading: Reading, known_as_of: Moment | None, choices: Choices | None
) -> AdmittedActs:
    """Choose the acts of a record.

    Args:
        record: The record.
        reading: What it rejects is left out; what needs a reading counts only if it admits it.
        known_as_of: Acts known later are left out.
        choices: Whether an act of a vague date was known is asked of these; needed with ``known_as_of`` only.
    """
    read = record.read_as(reading)
    admitted = _of_reading(read, record.acts, reading)
    dropped = _of_reading(read, record.dropped, reading)
    if known_as_of is None:
        return AdmittedActs(admitted, absent=dropped)
    assert choices is not None
    known: list[Act] = []
    later: list[Act] = []
    for act in admitted:
        (known if _known(act, known_as_of, choices) else later).append(act)
    return AdmittedActs(known, absent=(*later, *dropped), known_as_of=known_as_of)


def _of_reading(read: Record, acts: Iterable[Act], reading: Reading) -> tuple[Act, ...]:
    return tuple(
        for_its_side(read, act)
        for act in acts
        if act.id not in reading.rejects and (act.id in reading.admits or not act.needs_reading)
    )


def known_clauses(record: Record, known_as_of: Moment | None, choices: Choices) -> Record:
    """Return a record with the clauses that were known: each as it stood before, where it came later than that.

    Args:
        record: The record.
        known_as_of: By what was known then; None for everything.
        choices: Whether a clause that came on a vague day was known is asked of these.
    """
    if known_as_of is None or all(clause.basis.known is None for clause in record.clauses):
        return record
    found: list[Clause] = []
    for clause in record.clauses:
        since, number = clause.basis.known, record.number(clause)
        which = clause.TABLE if number is None else f"{clause.TABLE} {number + 1}"
        fact = f"[{which}] known by {known_as_of}"
        if since is None or choices.settle(known_by(since, known_as_of), fact):
            found.append(clause)
        elif clause.basis.before is not None:
            found.append(clause.basis.before)
    return replace(record, clauses=tuple(found))


def _known(act: Act, horizon: Moment, choices: Choices) -> bool:
    return choices.settle(known_by(act.known or act.when(), horizon), f"{act.id} known by {horizon}", acts=(act.id,))


def known_by(known: Moment, horizon: Moment) -> Truth:
    """Tell whether what became known at a moment was known by a horizon."""
    if horizon.wall is None and not horizon.zones:
        # Two dates without a clock compare as printed.
        return known.days.not_after(Days.on(horizon.days.last))
    return _not_after(known, horizon)


def _not_after(moment: Moment, horizon: Moment) -> Truth:
    end, start, bound = moment.span.end, moment.span.start, horizon.span.end
    assert end is not None and start is not None and bound is not None
    if end <= bound:
        return Truth.YES
    return Truth.NO if start >= bound else Truth.UNKNOWN
