"""Whether claims can all be true, and if not, every irreducible conflict with its proof."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import monotonic

from treatyclock.testimony.model import Choice, Constraint, Model
from treatyclock.testimony.network import Network

_LARGE = 200  # constraints from which on columns are quicker than a list

Allowed = tuple[int, ...]
"""For each assumption the variants that are still allowed, as bits; no bit for an assumption that is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A cycle of constraints with a negative sum: its first node would come before itself.

    Attributes:
        steps: The constraints in order: each begins where the last one ended.
        excess: The sum without its sign, in microseconds: by so much the constraints miss each other.
    """

    steps: tuple[Constraint, ...]
    excess: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Assumptions that cannot all be true. Without any one of them, the others can. Definitions are not among them.

    Attributes:
        assumptions: Their places in the model.
        proofs: Why not; one proof for each way in which what the sources leave open might be settled.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Refutation:
    """Why no choice of allowed variants can be.

    Attributes:
        rests_on: The places of the assumptions on which it rests.
        proofs: A proof for each choice that was tried.
    """

    rests_on: tuple[int, ...]
    proofs: tuple[Proof, ...]


def lowest(bits: int) -> int:
    """Return the place of the first variant of a set."""
    return (bits & -bits).bit_length() - 1


def holds(constraint: Constraint, chosen: Choice) -> bool:
    """Tell whether a constraint holds under a choice of variants."""
    for need in constraint.needs:
        variant = chosen[need.assumption]
        if variant is None or not need.variants >> variant & 1:
            return False
    return True


def network(model: Model, held: Sequence[Constraint]) -> Network:
    """Make the network of some constraints."""
    return Network.of(len(model.nodes), ((e.tail, e.head, e.most) for e in held), horizon=model.horizon)


def cycle(model: Model, chosen: Choice) -> Proof | None:
    """Return a proof that a choice of variants cannot be; None if it can."""
    if len(model.constraints) > _LARGE and (held_places := model.columns.held(chosen)) is not None:
        places, columns = held_places
        net = Network(
            nodes=len(model.nodes), tails=columns[0], heads=columns[1], most=columns[2], horizon=model.horizon
        )
        found = net.conflict
        steps = () if found is None else tuple(model.constraints[places[each]] for each in found)
    else:
        held = [each for each in model.constraints if holds(each, chosen)]
        found = network(model, held).conflict
        steps = () if found is None else tuple(held[each] for each in found)
    if found is None:
        return None
    return Proof(steps=steps, excess=-sum(each.most for each in steps))


def literals(model: Model, proof: Proof) -> dict[int, int]:
    """Return what a proof rests on: assumptions, each with the variants under which the proof stands, as bits."""
    found: dict[int, int] = {}
    for step in proof.steps:
        for need in step.needs:
            place = need.assumption
            known = found.get(place, (1 << len(model.assumptions[place].variants)) - 1)
            found[place] = known & need.variants
    return found


def independent(model: Model) -> Model:
    """Return the model in which computed claims stand on their own: whoever gave them said them."""
    return replace(
        model,
        constraints=tuple(
            replace(each, needs=tuple(need for need in each.needs if not need.premise)) for each in model.constraints
        ),
    )


def refute(model: Model, allowed: Sequence[int]) -> Refutation | None:
    """Show that no choice of allowed variants can be; None if one can."""
    proof = cycle(model, [lowest(bits) if bits else None for bits in allowed])
    if proof is None:
        return None
    core = literals(model, proof)
    rests, proofs = dict.fromkeys(core), [proof]
    # Any choice that can be differs from this one in some assumption of the proof: each is tried in turn, while the
    # assumptions tried before it keep the variants under which the proof stands.
    left = list(allowed)
    for place, bits in core.items():
        others = left[place] & ~bits
        if others:
            escape = refute(model, [*left[:place], others, *left[place + 1 :]])
            if escape is None:
                return None
            proofs += escape.proofs
            rests |= dict.fromkeys(escape.rests_on)
            left[place] &= bits
    return Refutation(rests_on=tuple(rests), proofs=tuple(proofs))


def consistent(model: Model, left_out: Sequence[int] = ()) -> bool:
    """Tell whether all assumptions can be true as they stand, some left out."""
    return refute(independent(model), _standing(model, left_out)) is None


def _standing(model: Model, left_out: Sequence[int]) -> list[int]:
    out = set(left_out)
    return [each.stands if place not in out or each.given else 0 for place, each in enumerate(model.assumptions)]


class _SpentError(Exception):
    """Raised and caught within this file."""


class _Checker:
    """Checks sets of assumptions, and keeps count."""

    def __init__(self, model: Model, checks: int, seconds: float | None) -> None:
        self._model, self._left = independent(model), checks
        self._looks = 5 * checks
        self._until = None if seconds is None else monotonic() + seconds
        self._all = [each.stands for each in model.assumptions]
        self._given = frozenset(place for place, each in enumerate(model.assumptions) if each.given)

    def refute(self, kept: frozenset[int]) -> Refutation | None:
        self._left -= 1
        self.look()
        if self._left < 0:
            raise _SpentError
        held = kept | self._given
        return refute(self._model, [bits if place in held else 0 for place, bits in enumerate(self._all)])

    def look(self) -> None:
        """Stop if time is up, or if more sets were looked at than checks could pay for."""
        self._looks -= 1
        if self._looks < 0 or (self._until is not None and monotonic() > self._until):
            raise _SpentError

    def minimal(self, kept: frozenset[int]) -> Conflict | None:
        """Return an irreducible conflict among some assumptions, by leaving out each one that can be left out."""
        found = self.refute(kept)
        if found is None:
            return None
        core = frozenset(found.rests_on) - self._given
        for place in sorted(core):
            if place in core:
                less = self.refute(core - {place})
                if less is not None:
                    core, found = frozenset(less.rests_on) - self._given, less
        return Conflict(assumptions=tuple(sorted(core)), proofs=found.proofs)


def conflicts(model: Model, *, most: int = 200, checks: int = 20_000, seconds: float | None = None) -> Conflicts:
    """Find every irreducible conflict among assumptions as they stand.

    This is Reiter's hitting set tree. If one assumption of each known conflict is left out, the rest holds another
    conflict or none. So sets to leave out are tried, smallest first, until every way has ended in a consistent rest.

    Args:
        model: The model.
        most: Stop after so many.
        checks: Stop after so many checks of consistency.
        seconds: Stop after so long; what is found then depends on the machine.
    """
    checker, everything = _Checker(model, checks, seconds), frozenset(range(len(model.assumptions)))
    found: dict[frozenset[int], Conflict] = {}
    waiting, seen = deque([frozenset[int]()]), {frozenset[int]()}
    harmless: list[frozenset[int]] = []  # without such a set the rest is consistent: larger sets show nothing new
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
