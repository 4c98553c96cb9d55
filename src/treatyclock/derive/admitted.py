"""The acts that an evaluation may use: those that the reading admits and that were known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from treatyclock.civil.days import Days
from treatyclock.civil.moments.moment import Moment
from treatyclock.derive.worlds import Choices
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.kind import ActKind
from treatyclock.law.readings import Reading
from treatyclock.law.record import Record
from treatyclock.truth import Truth


class AdmittedActs:
    """Acts by kind, by who did them, and by what they answer; each list in the order of the file."""

    def __init__(self, acts: Iterable[Act], ineffective: Iterable[Act] = ()) -> None:
        """Sort the acts; those without effect are found by their ids alone."""
        self.ineffective = tuple(dict.fromkeys(ineffective))
        self._by_kind: dict[ActKind, list[Act]] = {}
        self._by_party: dict[str, list[Act]] = {}
        self._answers: dict[tuple[str, ActKind], list[Act]] = {}
        self._by_id: dict[str, Act] = {}
        for act in acts:
            self._by_id[act.id] = act
            if act in self.ineffective:
                continue
            self._by_kind.setdefault(act.kind, []).append(act)
            for party in act.by:
                self._by_party.setdefault(party, []).append(act)
            if act.of is not None:
                self._answers.setdefault((act.of, act.kind), []).append(act)

    def of(self, *kinds: ActKind) -> tuple[Act, ...]:
        """Return the acts of some kinds, kind by kind."""
        return tuple(act for kind in kinds for act in self._by_kind.get(kind, ()))

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
        return tuple(each for each in self._by_id.values() if each.of == act.id and each not in self.ineffective)

    def plus(self, act: Act) -> AdmittedActs:
        """Return these acts and one more."""
        return AdmittedActs([*self._by_id.values(), act], self.ineffective)

    def without(self, acts: Iterable[Act]) -> AdmittedActs:
        """Return these acts, some of them without effect."""
        return AdmittedActs(self._by_id.values(), [*self.ineffective, *acts])


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
    admitted = (
        act
        for act in record.acts
        if act.id not in reading.rejects and (act.id in reading.admits or not act.needs_reading)
    )
    if known_as_of is None:
        return AdmittedActs(admitted)
    assert choices is not None
    return AdmittedActs(act for act in admitted if _known(act, known_as_of, choices))


def _known(act: Act, horizon: Moment, choices: Choices) -> bool:
    known = act.known or act.when()
    if horizon.wall is None and not horizon.zones:
        # Two dates without a clock compare as printed.
        truth = known.days.not_after(Days.on(horizon.days.last))
    else:
        truth = _not_after(known, horizon)
    return choices.settle(truth, f"{act.id} known by {horizon}", acts=(act.id,))


def _not_after(moment: Moment, horizon: Moment) -> Truth:
    end, start, bound = moment.span.end, moment.span.start, horizon.span.end
    assert end is not None and start is not None and bound is not None
    if end <= bound:
        return Truth.YES
    return Truth.NO if start >= bound else Truth.UNKNOWN
