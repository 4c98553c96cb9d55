"""Repairs of large cases: an implicit hitting set, with HiGHS through scipy.

Every conflict says that one of its assumptions must be otherwise. An integer program finds the cheapest choice that
heeds all conflicts known so far. If that choice can be, no other is cheaper. If not, it shows new conflicts.
"""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import Any

from treatyclock.errors import MissingExtraError
from treatyclock.testimony._dropping import by_dropping
from treatyclock.testimony.changes import changes_of, paid, price
from treatyclock.testimony.conflicts import cycle, literals
from treatyclock.testimony.model import Choice, Model
from treatyclock.testimony.repairs import Repair, Repairs

ROUNDS = 2_000
"""Integer programs that are solved unless another number is asked for."""


def repairs_by_hitting_set(
    model: Model, *, most: int = 10, rounds: int = ROUNDS, seconds: float | None = None
) -> Repairs:
    """Find the repairs of the least cost for a large case, up to so many; dearer ones are not looked for.

    Args:
        model: The model.
        most: Stop after so many; if there is one more of the least cost, what is found is not proven to be all.
        rounds: Stop after so many integer programs; what is then best is not proven to be.
        seconds: Stop after so long.

    Raises:
        MissingExtraError: Without scipy, which the extra ``reason`` brings.
    """
    try:
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array
    except ImportError:
        raise MissingExtraError("a repair by integer programming", "scipy", "reason") from None
    return _IntegerProgram(model, most, rounds, seconds, (milp, LinearConstraint, Bounds, csr_array)).run()


class _IntegerProgram:
    def __init__(self, model: Model, most: int, rounds: int, seconds: float | None, tools: tuple[Any, ...]) -> None:
        self.model, self.most, self.rounds, self.tools = model, most, rounds, tools
        self.until = None if seconds is None else monotonic() + seconds
        self.exhausted = False
        # A column a variant; which columns an assumption has.
        self.first: list[int] = []
        self.costs: list[float] = []
        for assumption in model.assumptions:
            self.first.append(len(self.costs))
            self.costs += [float(each.cost) for each in assumption.variants]
        self.rows: list[tuple[list[int], float, float]] = [
            ([self.first[at] + v for v in range(len(each.variants))], 1.0, 1.0)
            for at, each in enumerate(model.assumptions)
        ]

    def run(self) -> Repairs:
        found: dict[tuple[tuple[int, int], ...], list[tuple[int, ...]]] = {}
        at_least, best = 0, None
        while self.rounds > 0 and (self.until is None or monotonic() < self.until):
            self.rounds -= 1
            chosen = self._cheapest()
            cost = None if chosen is None else sum(
                self.model.assumptions[at].variants[v].cost for at, v in enumerate(chosen)
            )  # fmt: skip
            if chosen is None or cost is None:
                if self.exhausted:
                    return self._done(found, proven=True, at_least=at_least)
                break
            if best is not None and cost > best:
                return self._done(found, proven=True, at_least=best)
            at_least = cost if best is None else best
            if not self._learn(chosen):
                best = cost
                changes = paid(self.model, chosen)
                if changes not in found and len(found) >= self.most:
                    # One more was found to be as cheap, so what is told is not all of it.
                    return self._done(found, proven=False, at_least=best)
                found.setdefault(changes, []).append(chosen)
                self._forbid(chosen)
        if not found:
            chosen = by_dropping(self.model)
            found[paid(self.model, chosen)] = [chosen]
        return self._done(found, proven=False, at_least=at_least)

    def _done(
        self, found: dict[tuple[tuple[int, int], ...], list[tuple[int, ...]]], *, proven: bool, at_least: int
    ) -> Repairs:
        made = [
            Repair(
                cost=price(self.model, choices[0]),
                changes=changes_of(self.model, choices[0]),
                choices=tuple(sorted(choices)),
            )
            for _, choices in sorted(found.items(), key=lambda item: sorted(item[0]))
        ]
        # Dearer repairs are never looked for; that there are none shows if no other choice was left.
        complete = proven and (self.exhausted or () in found)
        return Repairs(
            found=tuple(sorted(made, key=lambda each: each.cost)), proven=proven, complete=complete, at_least=at_least
        )

    def _cheapest(self) -> tuple[int, ...] | None:
        """Solve the integer program: one variant an assumption, every conflict heeded."""
        milp, linear, bounds, sparse = self.tools
        columns = [column for row, _, _ in self.rows for column in row]
        starts = [0]
        for row, _, _ in self.rows:
            starts.append(starts[-1] + len(row))
        matrix = sparse(([1.0] * len(columns), columns, starts), shape=(len(self.rows), len(self.costs)))
        low, high = [row[1] for row in self.rows], [row[2] for row in self.rows]
        options = {} if self.until is None else {"time_limit": max(0.01, self.until - monotonic())}
        solved = milp(
            self.costs, constraints=linear(matrix, low, high), bounds=bounds(0, 1), integrality=[1] * len(self.costs),
            options=options,
        )  # fmt: skip
        self.exhausted = solved.status == 2  # infeasible: no other choice is left
        if solved.status != 0 or solved.x is None:
            return None
        return tuple(
            int(solved.x[first : first + len(each.variants)].argmax())
            for first, each in zip(self.first, self.model.assumptions, strict=True)
        )

    def _learn(self, chosen: Choice) -> bool:
        """Note conflicts of a choice that share no assumption with one another; tell whether there was any."""
        now, learnt = list(chosen), False
        while (proof := cycle(self.model, now)) is not None:
            learnt = True
            core = literals(self.model, proof)
            row = [
                self.first[place] + v
                for place, bits in core.items()
                for v in range(len(self.model.assumptions[place].variants))
                if not bits >> v & 1
            ]
            self.rows.append((row, 1.0, float(len(self.costs))))
            if not core:
                break
            for place in core:
                now[place] = None
        return learnt

    def _forbid(self, chosen: Sequence[int]) -> None:
        """Ask for a choice that changes less, or that settles otherwise what the sources leave open."""
        row = [
            self.first[place] + v
            for place, assumption in enumerate(self.model.assumptions)
            if chosen[place] >= assumption.base or assumption.base > 1
            for v in range(len(assumption.variants))
            if v != chosen[place]
        ]
        self.rows.append((row, 1.0, float(len(self.costs))))
