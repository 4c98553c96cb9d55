"""Consistency and the bounds of every event, beside networkx, rustworkx and scipy; repairs by search and by HiGHS.

Not part of the test run. Run it with: python -m pytest tests/benchmarks --benchmark-group-by=group

The model: events at whole seconds over twelve days, three constraints an event on events at most twenty places away,
and an absolute window for every third event, as sources date some events and relate the others. ``chain`` is a list of
reigns: each event 5 to 10 after the one before it, the constraints in no order. Each library starts from the same
arrays and builds what it needs; for all of them every event is tied to the origin by a wide horizon.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import networkx as nx
import numpy as np
import pytest
import rustworkx as rx
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import bellman_ford

from treatyclock.testimony.network import Network

HORIZON = 10**12
Columns = tuple[Any, Any, Any]
Bounds = Callable[[int, Columns], tuple[Any, Any]]


def scattered(events: int) -> Columns:
    rng = Random(1)
    times = [0, *(rng.randrange(10**6) for _ in range(events - 1))]
    rows = []
    for event in range(1, events):
        if event % 3 == 0:
            rows += [(0, event, times[event] + rng.randrange(1000)), (event, 0, rng.randrange(1000) - times[event])]
        for _ in range(3):
            other = min(events - 1, max(1, event + rng.choice([*range(-20, 0), *range(1, 21)])))
            if other != event:
                rows.append((event, other, times[other] - times[event] + rng.randrange(1000)))
    return columns(rows)


def chain(events: int) -> Columns:
    rows = [(at, at + 1, 10) for at in range(events - 1)] + [(at + 1, at, -5) for at in range(events - 1)]
    Random(2).shuffle(rows)
    return columns(rows)


def columns(rows: list[tuple[int, int, int]]) -> Columns:
    tails, heads, most = (np.array(column, dtype=np.int64) for column in zip(*rows, strict=True))
    return tails, heads, most


def ours(nodes: int, given: Columns) -> tuple[list[int], list[int]]:
    found = Network(nodes=nodes, tails=given[0], heads=given[1], most=given[2], horizon=HORIZON)
    # Asking for them tells consistency too: without it there is an error.
    return found.earliest, found.latest


def with_rustworkx(nodes: int, given: Columns) -> tuple[list[float], list[float]]:
    tails, heads, most = (column.tolist() for column in given)
    sides = []
    for one, other in ((heads, tails), (tails, heads)):
        graph = rx.PyDiGraph(multigraph=True)
        graph.add_nodes_from(range(nodes))
        graph.add_edges_from(list(zip(one, other, map(float, most), strict=True)))
        graph.add_edges_from([(0, node, float(HORIZON)) for node in range(1, nodes)])
        lengths = rx.bellman_ford_shortest_path_lengths(graph, 0, float)
        sides.append([0.0, *(lengths[node] for node in range(1, nodes))])
    return [-each for each in sides[0]], sides[1]


def with_networkx(nodes: int, given: Columns) -> tuple[list[float], list[float]]:
    graph = nx.DiGraph()
    graph.add_weighted_edges_from((0, node, HORIZON) for node in range(1, nodes))
    graph.add_weighted_edges_from(tightest(given))
    late = nx.single_source_bellman_ford_path_length(graph, 0)
    # The horizon ties both ways, as the windows of some events have replaced its edges there.
    turned = graph.reverse()
    turned.add_weighted_edges_from((0, node, HORIZON) for node in range(1, nodes) if not turned.has_edge(0, node))
    early = nx.single_source_bellman_ford_path_length(turned, 0)
    return [-early[node] for node in range(nodes)], [late[node] for node in range(nodes)]


def with_scipy(nodes: int, given: Columns) -> tuple[list[float], list[float]]:
    tails, heads, most = given
    sides = []
    ties = np.arange(1, nodes)
    for one, other in ((heads, tails), (tails, heads)):
        ends = np.concatenate([one, np.zeros_like(ties)]) * nodes + np.concatenate([other, ties])
        weights = np.concatenate([most, np.full(nodes - 1, HORIZON)])
        order = np.lexsort((weights, ends))  # scipy would add parallel edges up
        first = order[np.unique(ends[order], return_index=True)[1]]
        graph = csr_matrix((weights[first].astype(float), divmod(ends[first], nodes)), shape=(nodes, nodes))
        sides.append(bellman_ford(graph, indices=0).tolist())
    return [-each for each in sides[0]], sides[1]


def tightest(given: Columns) -> list[tuple[int, int, int]]:
    found: dict[tuple[int, int], int] = {}
    for tail, head, most in zip(*(column.tolist() for column in given), strict=True):
        found[tail, head] = min(found.get((tail, head), HORIZON), most)
    return [(tail, head, most) for (tail, head), most in found.items()]


LIBRARIES: dict[str, Bounds] = {
    "treatyclock": ours, "rustworkx": with_rustworkx, "scipy": with_scipy, "networkx": with_networkx,
}  # fmt: skip
NETWORKS = {
    "100 events": (100, scattered), "1000 events": (1_000, scattered), "10000 events": (10_000, scattered),
    "chain of 10000": (10_000, chain),
}  # fmt: skip


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("library", LIBRARIES)
def test_bounds_of_every_event(benchmark: Any, library: str, name: str) -> None:
    nodes, make = NETWORKS[name]
    given = make(nodes)
    benchmark.group = f"bounds of every event: {name}"
    expected = with_networkx(nodes, given) if nodes <= 1_000 else ours(nodes, given)
    rounds = 3 if library in ("scipy", "networkx") and nodes > 1_000 else 15
    found = benchmark.pedantic(LIBRARIES[library], args=(nodes, given), rounds=rounds, warmup_rounds=1)
    assert found == expected


@pytest.mark.parametrize("library", ["treatyclock", "rustworkx", "networkx"])
def test_a_conflict(benchmark: Any, library: str) -> None:
    nodes = 10_000
    tails, heads, most = scattered(nodes)
    tails, heads, most = np.append(tails, 3), np.append(heads, 3 * 3_333), np.append(most, -(10**6) - 1)
    benchmark.group = "a conflict in 10000 events"

    def run() -> int:
        if library == "treatyclock":
            found = Network(nodes=nodes, tails=tails, heads=heads, most=most, horizon=HORIZON).conflict
            assert found is not None
            return len(found)
        listed = tightest((tails, heads, most))
        if library == "rustworkx":
            graph = rx.PyDiGraph(multigraph=False)
            graph.add_nodes_from(range(nodes))
            graph.add_edges_from([(a, b, float(w)) for a, b, w in listed])
            return len(rx.find_negative_cycle(graph, float))
        named = nx.DiGraph()
        named.add_weighted_edges_from(listed)
        return len(nx.find_negative_cycle(named, 0))

    assert benchmark.pedantic(run, rounds=3, warmup_rounds=1) >= 2


@pytest.mark.parametrize("solver", ["search", "milp"])
@pytest.mark.parametrize("size", [(200, 60), (1_000, 100)], ids=["200 events, 60 sources", "1000 events, 100 sources"])
def test_the_cheapest_repair(benchmark: Any, solver: str, size: tuple[int, int]) -> None:
    from testimony_models import large
    from treatyclock.testimony.milp import repairs_by_hitting_set
    from treatyclock.testimony.repairs import repairs

    model = large(*size, seed=10)
    benchmark.group = f"the cheapest repair: {size[0]} events, {size[1]} sources"
    solve = (lambda: repairs(model, most=1, steps=10**6)) if solver == "search" else (
        lambda: repairs_by_hitting_set(model, most=1)
    )  # fmt: skip
    assert benchmark.pedantic(solve, rounds=1 if solver == "search" else 3).proven


def test_the_night_of_8_and_9_august(benchmark: Any) -> None:
    import treatyclock as tc

    benchmark.group = "a whole report"
    assert len(benchmark(lambda: tc.reconcile("august-1945")).best) == 2
