"""Networks against the closure of all pairs, and against z3."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from heapq import heappush
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimony_models import closed, random_network
from treatyclock.testimony import _relaxation, _reweighted, _rounds
from treatyclock.testimony.network import Network

HORIZON = 10_000


def assert_conflict(constraints: list[tuple[int, int, int]], found: tuple[int, ...]) -> None:
    steps = [constraints[place] for place in found]
    assert sum(most for _, _, most in steps) < 0
    assert all(one[1] == other[0] for one, other in zip(steps, [*steps[1:], steps[0]], strict=True))
    assert len({tail for tail, _, _ in steps}) == len(steps), "a cycle that passes a node twice is not simple"


def assert_agrees(nodes: int, constraints: list[tuple[int, int, int]]) -> bool:
    found, bounds = Network.of(nodes, constraints, horizon=HORIZON), closed(nodes, constraints, HORIZON)
    assert (found.conflict is None) == (bounds is not None)
    if bounds is None:
        assert found.conflict is not None
        assert_conflict(constraints, found.conflict)
        with pytest.raises(ValueError, match="not consistent"):
            _ = found.latest
        return False
    assert found.latest == bounds[0]
    assert found.earliest == [-row[0] for row in bounds]
    for start in range(nodes):
        assert found.gaps_from(start) == ([-row[start] for row in bounds], bounds[start])
    return True


@pytest.mark.parametrize(("small", "wide"), [(0, 0), (0, 10**9), (10**9, 0)], ids=["layers", "rounds", "queue"])
def test_bounds_are_those_of_all_pairs(small: int, wide: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_relaxation, "_SMALL", small)
    monkeypatch.setattr(_rounds, "_WIDE", wide)
    rng = Random(1)
    outcomes = []
    for _ in range(300):
        nodes = rng.randrange(2, 12)
        outcomes.append(assert_agrees(nodes, random_network(rng, nodes, rng.randrange(0, 3 * nodes))))
    assert 60 < sum(outcomes) < 240, "one of the outcomes is hardly tried"


def test_a_long_chain_is_left_to_the_queue() -> None:
    size = 2_000
    chain = [(at, at + 1, 10) for at in range(size - 1)] + [(at + 1, at, -5) for at in range(size - 1)]
    Random(2).shuffle(chain)
    found = Network.of(size, chain, horizon=10**9)
    assert (found.earliest[-1], found.latest[-1]) == (5 * (size - 1), 10 * (size - 1))
    broken = [*chain, (0, size - 1, 5 * (size - 1) - 1)]
    conflict = Network.of(size, broken, horizon=10**9).conflict
    assert conflict is not None
    assert len(conflict) == size
    assert_conflict(broken, conflict)


def test_gaps_along_a_long_chain_look_at_each_constraint_once() -> None:
    # A queue or rounds go over a chain again and again, for every node from which gaps are asked.
    size = 500
    chain = [(at, at + 1, 10) for at in range(size - 1)] + [(at + 1, at, -5) for at in range(size - 1)]
    Random(2).shuffle(chain)
    found = Network.of(size, chain, horizon=10**9)
    _ = found.latest
    with counted_pushes() as pushes:
        for start in (1, size // 2, size - 1):
            least, most = found.gaps_from(start)
            assert most[start:] == [10 * at for at in range(size - start)]
            assert least[start:] == [5 * at for at in range(size - start)]
    # Six runs: one each way from three nodes, each over a chain and the ties of every node to the origin.
    assert len(pushes) <= 6 * 3 * size


@contextmanager
def counted_pushes() -> Iterator[list[None]]:
    pushes: list[None] = []

    def counting(heap: list[tuple[int, int]], each: tuple[int, int]) -> None:
        pushes.append(None)
        heappush(heap, each)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_reweighted, "heappush", counting)
        yield pushes


def test_nodes_that_nothing_ties_lie_within_the_horizon() -> None:
    found = Network.of(4, [(0, 1, 5), (2, 3, -7)], horizon=100)
    assert found.latest == [0, 5, 100, 93]
    assert found.earliest == [0, -100, -93, -100]


@given(st.integers(2**58, 2**80), st.integers(1, 10))
def test_sums_beyond_64_bits_are_exact(huge: int, size: int) -> None:
    chain = [(at, at + 1, huge) for at in range(size)] + [(at + 1, at, 1 - huge) for at in range(size)]
    padded = chain + [(0, 0, 0)] * _relaxation._SMALL
    found = Network.of(size + 1, padded, horizon=2**100)
    assert (found.earliest[-1], found.latest[-1]) == (size * (huge - 1), size * huge)
    assert Network.of(size + 1, [*padded, (0, size, size * (huge - 1) - 1)], horizon=2**100).conflict is not None


def test_one_tick_makes_a_strict_bound() -> None:
    together = [(0, 1, 5), (1, 0, -5)]
    assert Network.of(2, [*together, (0, 1, 5)], horizon=9).conflict is None
    assert Network.of(2, [*together, (0, 1, 4)], horizon=9).conflict is not None


@given(st.data())
def test_a_conflict_is_irreducible(data: st.DataObject) -> None:
    rng = Random(data.draw(st.integers(0, 10**9)))
    nodes = rng.randrange(2, 9)
    constraints = random_network(rng, nodes, 3 * nodes)
    found = Network.of(nodes, constraints, horizon=HORIZON).conflict
    if found is not None:
        parts = [constraints[place] for place in found]
        assert closed(nodes, parts, HORIZON) is None
        for at in range(len(parts)):
            assert closed(nodes, parts[:at] + parts[at + 1 :], HORIZON) is not None


@pytest.mark.z3
def test_consistency_is_z3s() -> None:
    z3 = pytest.importorskip("z3", reason="z3-solver is not installed: it is an oracle only")
    rng, outcomes = Random(3), []
    for _ in range(2_000):
        nodes = rng.randrange(2, 10)
        constraints = random_network(rng, nodes, rng.randrange(1, 4 * nodes))
        solver, times = z3.SolverFor("QF_IDL"), [z3.Int(f"t{at}") for at in range(nodes)]
        for tail, head, most in constraints:
            solver.add(times[head] - times[tail] <= most)
        outcomes.append(solver.check() == z3.sat)
        assert (Network.of(nodes, constraints, horizon=HORIZON).conflict is None) == outcomes[-1]
    assert 400 < sum(outcomes) < 1_600, "one of the outcomes is hardly tried"


def test_a_network_is_the_same_as_itself_alone() -> None:
    # Its columns may be arrays, which have no one answer to whether they are equal.
    one, other = (Network.of(2, [(0, 1, 10)], horizon=HORIZON) for _ in range(2))
    assert one != other
    assert len({one, other, one}) == 2
