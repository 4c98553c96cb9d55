"""Whether claims can all be true, and every way in which they cannot: irreducible sets, each with its proof."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

from treatyclock.testimony.model import Assumption, Constraint, Model
from treatyclock.testimony.network import Network

_LARGE = 200  # constraints from which on columns are quicker than a list

Literal = tuple[int, int]
"""An assumption, and a set of its variants as bits: it takes one of them."""
Allowed = tuple[int, ...]
"""For each assumption the variants that are still allowed, as bits; none for one that is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A cycle of constraints that sums to less than nothing.

    Attributes:
        steps: The constraints in order, each beginning where the one before ends.
        excess: By how much they cannot be, in microseconds.
    """

    steps: tuple[Constraint, ...]
    excess: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Assumptions that cannot all be true, while any all but one of them can.

    Attributes:
        assumptions: Their places in the model.
        proofs: Why not; one for each way in which what the sources leave open might be settled.
    """

    assumptions: tuple[int, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts:
    """Conflicts, smallest first.

    Attributes:
        found: The conflicts.
        complete: Whether there are no others.
    """

    found: tuple[Conflict, ...]
    complete: bool


def lowest(bits: int) -> int:
    """Return the place of the first variant of a set."""
    return (bits & -bits).bit_length() - 1


def holds(constraint: Constraint, chosen: Sequence[int], assumptions: Sequence[Assumption]) -> bool:
    """Tell whether a constraint holds under a choice of variants; below nothing for one that is left out."""
    for place, bits in constraint.needs:
        variant = chosen[place]
        if variant < 0 or not (bits if bits >= 0 else assumptions[place].stands) >> variant & 1:
            return False
    return True


def network(model: Model, held: Sequence[Constraint]) -> Network:
    """Make the network of some constraints."""
    return Network.of(len(model.nodes), ((e.tail, e.head, e.most) for e in held), horizon=model.horizon)


def cycle(model: Model, chosen: Sequence[int]) -> Proof | None:
    """Return a proof that a choice of variants cannot be; None if it can."""
    if len(model.constraints) > _LARGE and (held_places := model.table.held(chosen)) is not None:
        places, columns = held_places
        net = Network(
            nodes=len(model.nodes), tails=columns[0], heads=columns[1], most=columns[2], horizon=model.horizon
        )
        found = net.conflict
        steps = () if found is None else tuple(model.constraints[places[each]] for each in found)
    else:
        held = [each for each in model.constraints if holds(each, chosen, model.assumptions)]
        found = network(model, held).conflict
        steps = () if found is None else tuple(held[each] for each in found)
    if found is None:
        return None
    return Proof(steps=steps, excess=-sum(each.most for each in steps))


def literals(model: Model, proof: Proof) -> dict[int, int]:
    """Return what a proof rests on: assumptions, each with the variants under which the proof stands."""
    found: dict[int, int] = {}
    for step in proof.steps:
        for place, bits in step.needs:
            assumption = model.assumptions[place]
            known = found.get(place, (1 << len(assumption.variants)) - 1)
            found[place] = known & (bits if bits >= 0 else assumption.stands)
    return found


def independent(model: Model) -> Model:
    """Return the model in which computed claims stand on their own: who gave them said them."""
    return Model(
        nodes=model.nodes,
        assumptions=model.assumptions,
        constraints=tuple(
            Constraint(
                tail=each.tail, head=each.head, most=each.most, of=each.of,
                needs=tuple(need for need in each.needs if need[1] >= 0),
            )
            for each in model.constraints
        ),
        epoch=model.epoch,
        horizon=model.horizon,
    )  # fmt: skip


def refute(model: Model, allowed: Sequence[int]) -> dict[int, tuple[Proof, ...]] | None:
    """Show that no choice of allowed variants can be.

    Returns:
        None if one can; else the assumptions that the refutation rests on, and its proofs under the key -1.
    """
    proof = cycle(model, [lowest(bits) if bits else -1 for bits in allowed])
    if proof is None:
        return None
    proofs, rests = [proof], literals(model, proof)
    left = list(allowed)
    for place, bits in rests.items():
        others = left[place] & ~bits
        if others:
            escape = refute(model, [*left[:place], others, *left[place + 1 :]])
            if escape is None:
                return None
            proofs += escape.pop(-1)
            rests = {**rests, **dict.fromkeys((each for each in escape if each not in rests), 0)}
            left[place] &= bits
    found: dict[int, tuple[Proof, ...]] = dict.fromkeys(rests, ())
    found[-1] = tuple(proofs)
    return found


def consistent(model: Model, left_out: Sequence[int] = ()) -> bool:
    """Tell whether all assumptions can be true as they stand, some left out."""
    return refute(independent(model), _standing(model, left_out)) is None


def _standing(model: Model, left_out: Sequence[int]) -> list[int]:
    out = set(left_out)
    return [0 if place in out else each.stands for place, each in enumerate(model.assumptions)]


class _SpentError(Exception):
    """Raised and caught within this file."""


class _Checker:
    """Checks sets of assumptions, and keeps count."""

    def __init__(self, model: Model, checks: int, seconds: float | None) -> None:
        self._model, self._left = independent(model), checks
        self._looks = 5 * checks
        self._until = None if seconds is None else monotonic() + seconds
        self._all = [each.stands for each in model.assumptions]

    def refute(self, kept: frozenset[int]) -> dict[int, tuple[Proof, ...]] | None:
        self._left -= 1
        self.look()
        if self._left < 0:
            raise _SpentError
        return refute(self._model, [bits if place in kept else 0 for place, bits in enumerate(self._all)])

    def look(self) -> None:
        """Stop where time is up, or where more sets were looked at than checks could pay for."""
        self._looks -= 1
        if self._looks < 0 or (self._until is not None and monotonic() > self._until):
            raise _SpentError

    def minimal(self, kept: frozenset[int]) -> Conflict | None:
        """Return an irreducible conflict among some assumptions: what can be left out of one is."""
        found = self.refute(kept)
        if found is None:
            return None
        core = frozenset(found) - {-1}
        for place in sorted(core):
            if place in core:
                less = self.refute(core - {place})
                if less is not None:
                    core, found = frozenset(less) - {-1}, less
        return Conflict(assumptions=tuple(sorted(core)), proofs=found[-1])


def conflicts(model: Model, *, most: int = 200, checks: int = 20_000, seconds: float | None = None) -> Conflicts:
    """Find every irreducible conflict among assumptions as they stand.

    Whoever leaves one assumption out of each conflict found meets another conflict or none: so the sets left out are
    tried, smallest first, until every way has ended in a consistent rest.

    Args:
        model: The model.
        most: Stop after so many.
        checks: Stop after so many checks of consistency.
        seconds: Stop after so long; what is found then depends on the machine.
    """
    checker, everything = _Checker(model, checks, seconds), frozenset(range(len(model.assumptions)))
    found: dict[frozenset[int], Conflict] = {}
    waiting, seen = deque([frozenset[int]()]), {frozenset[int]()}
    harmless: list[frozenset[int]] = []  # sets without which the rest is consistent: larger ones show nothing new
    complete = True
    try:
        while waiting:
            out = waiting.popleft()
            checker.look()
            if any(each <= out for each in harmless):
                continue
            known = next((core for core in found if not core & out), None)
            if known is None:
                conflict = checker.minimal(everything - out)
                if conflict is None:
                    harmless.append(out)
                    continue
                known = frozenset(conflict.assumptions)
                found[known] = conflict
                if len(found) >= most:
                    raise _SpentError
            for place in sorted(known):
                wider = out | {place}
                if wider not in seen:
                    seen.add(wider)
                    waiting.append(wider)
    except _SpentError:
        complete = False
    ordered = sorted(found.values(), key=lambda each: (len(each.assumptions), each.assumptions))
    return Conflicts(found=tuple(ordered), complete=complete)
