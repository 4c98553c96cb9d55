"""What is the least that must be given up so that the rest can be true.

The search is best first: it tries the cheapest choice of variants that no known conflict forbids. If that choice cannot
be, one of the assumptions in its conflict must be otherwise. Each of them is tried in turn; those before it are kept as
they are, so that no choice is tried twice. The known conflicts say what a choice costs at least, which keeps the search
narrow.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from itertools import count
from time import monotonic

from treatyclock.testimony._dropping import by_dropping
from treatyclock.testimony.changes import Change, as_little, changes_of, paid, price
from treatyclock.testimony.conflicts import Allowed, cycle, literals
from treatyclock.testimony.model import Model

_CORES = 100
"""So many known conflicts take about as long to look at as another choice to try."""
STEPS = 20_000
"""Choices that are tried unless another number is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """Changes after which all that is left can be true.

    Attributes:
        cost: The sum of their costs.
        changes: What is given up, dearest first.
        choices: The variant of each assumption, once for each way of settling what the sources leave open.
    """

    cost: int
    changes: tuple[Change, ...]
    choices: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repairs:
    """Repairs, best first.

    Attributes:
        found: The repairs.
        proven: Whether the first is proven to be the cheapest, and all as cheap are there with all that they leave
            open. If the list was cut short among those, it is false.
        complete: Whether nothing was cut at all: besides, there are no dearer ones, but such as give up more than they
            must.
        at_least: What any repair costs at least.
    """

    found: tuple[Repair, ...]
    proven: bool
    complete: bool
    at_least: int

    @property
    def best(self) -> tuple[Repair, ...]:
        """The cheapest repairs, all of one cost."""
        return tuple(each for each in self.found if each.cost == self.found[0].cost)


def repairs(model: Model, *, most: int = 10, steps: int = STEPS, seconds: float | None = None) -> Repairs:
    """Find the cheapest repairs: all of the least cost, then the next.

    Args:
        model: The model.
        most: Stop after so many, though not among those of the least cost.
        steps: Stop after trying so many choices; what is then best is not proven to be.
        seconds: Stop after so long; what is found then depends on the machine.
    """
    return _Search(model, most, steps, seconds).run()


class _Search:
    def __init__(self, model: Model, most: int, steps: int, seconds: float | None) -> None:
        self.model, self.most, self.steps = model, most, steps
        self.until = None if seconds is None else monotonic() + seconds
        self.number = count()
        # Which variant is the cheapest of those allowed is read off the order of their costs.
        self.ranked = [
            [at for at, _ in sorted(enumerate(each.variants), key=lambda numbered: numbered[1].cost)]
            for each in model.assumptions
        ]
        self.waiting: list[tuple[int, int, Allowed]] = []
        self.cores: list[dict[int, int]] = []
        self.found: dict[tuple[tuple[int, int], ...], list[tuple[int, ...]]] = {}
        self.costs: dict[tuple[tuple[int, int], ...], int] = {}

    def run(self) -> Repairs:
        self._add(tuple((1 << len(each.variants)) - 1 for each in self.model.assumptions))
        best: int | None = None
        while self.waiting:
            bound, _, allowed = self.waiting[0]
            if best is not None and bound > best and len(self.found) >= self.most:
                break
            # Many known conflicts make a step longer.
            self.steps -= 1 + len(self.cores) // _CORES
            if self.steps < 0 or (self.until is not None and monotonic() > self.until):
                return self._unproven(best)
            heapq.heappop(self.waiting)
            chosen = self._cheapest(allowed)
            now, core = self._bound(allowed, chosen)
            if now is None:
                continue
            if now > bound:  # conflicts found since it was put there
                heapq.heappush(self.waiting, (now, next(self.number), allowed))
            elif core is not None:
                self._branch(allowed, core)
            elif (proof := cycle(self.model, chosen)) is not None:
                self.cores.append(literals(self.model, proof))
                self._add(allowed)
            else:
                best = bound if best is None else best
                self._take(chosen, bound)
                self._branch(allowed, self._to_vary(chosen, allowed))
        # Where nothing has to be given up, whatever gives up something gives up more than it must.
        complete = not self.waiting or () in self.found
        return Repairs(found=self._repairs(), proven=True, complete=complete, at_least=best or 0)

    def _cheapest(self, allowed: Allowed) -> tuple[int, ...]:
        return tuple(next(v for v in self.ranked[at] if bits >> v & 1) for at, bits in enumerate(allowed))

    def _cost(self, place: int, bits: int) -> int:
        variants = self.model.assumptions[place].variants
        return next(variants[v].cost for v in self.ranked[place] if bits >> v & 1)

    def _bound(self, allowed: Allowed, chosen: tuple[int, ...]) -> tuple[int | None, dict[int, int] | None]:
        """Return what any choice among those allowed costs at least, and the conflict to branch on.

        Of conflicts that share no assumption, each costs at least its cheapest way out. None means: no way out.
        """
        total = sum(self.model.assumptions[at].variants[v].cost for at, v in enumerate(chosen))
        used: set[int] = set()
        narrowest: tuple[int, dict[int, int] | None] = (1 << 60, None)
        for core in self.cores:
            if not all(bits >> chosen[place] & 1 for place, bits in core.items()):
                continue
            ways = [(place, others) for place, bits in core.items() if (others := allowed[place] & ~bits)]
            if not ways:
                return None, None
            if len(ways) < narrowest[0]:
                narrowest = len(ways), core
            if used.isdisjoint(core):
                used.update(core)
                total += min(self._cost(at, bits) - self._cost(at, allowed[at]) for at, bits in ways)
        return total, narrowest[1]

    def _add(self, allowed: Allowed) -> None:
        bound, _ = self._bound(allowed, self._cheapest(allowed))
        if bound is not None:
            heapq.heappush(self.waiting, (bound, next(self.number), allowed))

    def _branch(self, allowed: Allowed, core: dict[int, int]) -> None:
        kept = list(allowed)
        for place, bits in core.items():
            others = kept[place] & ~bits
            if others:
                self._add((*kept[:place], others, *kept[place + 1 :]))
            kept[place] &= bits

    def _to_vary(self, chosen: tuple[int, ...], allowed: Allowed) -> dict[int, int]:
        """Return what to vary for other repairs: each change, and each choice that the sources leave open."""
        found = {}
        for place, assumption in enumerate(self.model.assumptions):
            bit = 1 << chosen[place]
            if chosen[place] >= assumption.base or allowed[place] & assumption.stands & ~bit:
                found[place] = bit
        return found

    def _take(self, chosen: tuple[int, ...], cost: int) -> None:
        changes = paid(self.model, chosen)
        if changes in self.found:
            self.found[changes].append(chosen)
        elif not any(as_little(known, changes, self.model) for known in self.found):
            self.found[changes], self.costs[changes] = [chosen], cost

    def _repairs(self) -> tuple[Repair, ...]:
        # In an order that does not depend on how they were found.
        return tuple(
            Repair(cost=self.costs[changes], changes=changes_of(self.model, choices[0]), choices=tuple(sorted(choices)))
            for changes, choices in sorted(self.found.items(), key=lambda item: (self.costs[item[0]], sorted(item[0])))
            if not any(as_little(other, changes, self.model) for other in self.found if other != changes)
        )

    def _unproven(self, best: int | None) -> Repairs:
        """Return what is found; if that is nothing, mend one conflict after another, each as cheaply as it goes."""
        at_least, _, allowed = self.waiting[0]
        if best is None:
            # The next choice may allow no way out at all, which nobody has noticed yet. To drop claims is always one.
            chosen = self._mended(allowed) or by_dropping(self.model)
            self._take(chosen, price(self.model, chosen))
        return Repairs(found=self._repairs(), proven=False, complete=False, at_least=at_least if best is None else best)

    def _mended(self, allowed: Allowed) -> tuple[int, ...] | None:
        """Mend one conflict after another, each as cheaply as it goes; None where one cannot be mended."""
        while True:
            chosen = self._cheapest(allowed)
            proof = cycle(self.model, chosen)
            if proof is None:
                return chosen
            ways = []
            for place, bits in literals(self.model, proof).items():
                others = allowed[place] & ~bits
                if others:
                    ways.append((self._cost(place, others), place, others))
            if not ways:
                return None
            _, place, others = min(ways)
            allowed = (*allowed[:place], others, *allowed[place + 1 :])
