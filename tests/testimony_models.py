"""Small random models, and the slow obvious oracle: every choice of variants, every pair of nodes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from random import Random
from typing import Any

from treatyclock.testimony.claims.base import Claim
from treatyclock.testimony.conflicts import cycle
from treatyclock.testimony.model import Assumption, Choice, Constraint, Model, Requirement
from treatyclock.testimony.nodes import UTC, EventNode, Node, WayToRead
from treatyclock.testimony.variants import Dropped, OnOtherClock, Stands, Variant

Bounds = list[list[float]]


def random_network(rng: Random, nodes: int, count: int, slack: int = 30) -> list[tuple[int, int, int]]:
    """Constraints of which about half the networks cannot be: around a hidden timetable, some off it."""
    times = [0, *(rng.randrange(-100, 100) for _ in range(nodes - 1))]
    found = []
    for _ in range(count):
        tail, head = rng.sample(range(nodes), 2)
        found.append((tail, head, times[head] - times[tail] + rng.randrange(-slack // 2, slack)))
    return found


def closed(nodes: int, constraints: Sequence[tuple[int, int, int]], horizon: int) -> Bounds | None:
    """Floyd and Warshall's: the tightest bound between every two nodes; None if a node is before itself."""
    far = float("inf")
    bounds: Bounds = [[0 if a == b else far for b in range(nodes)] for a in range(nodes)]
    ties = [(a, b, horizon) for node in range(1, nodes) for a, b in ((0, node), (node, 0))]
    for tail, head, most in (*constraints, *ties):
        bounds[tail][head] = min(bounds[tail][head], most)
    for via, a, b in product(range(nodes), repeat=3):
        bounds[a][b] = min(bounds[a][b], bounds[a][via] + bounds[via][b])
    return None if any(bounds[node][node] < 0 for node in range(nodes)) else bounds


def random_model(rng: Random) -> Model:
    """A handful of assumptions, each with a few variants of a few constraints; some computed from others."""
    nodes, size = rng.randrange(3, 6), rng.randrange(3, 7)
    assumptions: list[Assumption] = []
    constraints: list[Constraint] = []
    for place in range(size):
        base = 2 if rng.random() < 0.2 else 1
        others = rng.randrange(0, 3 - base + 1)
        premises = (rng.randrange(place),) if place and rng.random() < 0.25 else ()
        variants: tuple[Variant, ...] = (
            *(Stands() for _ in range(base)),
            *(OnOtherClock(cost=rng.randrange(1, 4), read=WayToRead()) for _ in range(others)),
            Dropped(cost=rng.randrange(3, 8)),
        )
        claim = Claim(id=f"c{place}")
        assumptions.append(Assumption(id=claim.id, about=claim, variants=variants, premises=premises))
        resting = tuple(
            Requirement(assumption=each, variants=assumptions[each].stands, premise=True)
            for each in below(assumptions, place)
        )
        for variant in range(base + others):
            for tail, head, most in random_network(rng, nodes, rng.randrange(1, 3), 12):
                needs = (Requirement(assumption=place, variants=1 << variant), *resting)
                constraints.append(Constraint(tail=tail, head=head, most=most, needs=needs, of=place))
    named: tuple[Node, ...] = (UTC, *(EventNode(f"e{at}") for at in range(1, nodes)))
    return Model(nodes=named, assumptions=tuple(assumptions), constraints=tuple(constraints), horizon=10_000)


def below(assumptions: Sequence[Assumption], place: int) -> set[int]:
    found: set[int] = set()
    for premise in assumptions[place].premises:
        found |= {premise, *below(assumptions, premise)}
    return found


def active(model: Model, chosen: Choice, *, computed: bool = True) -> list[tuple[int, int, int]]:
    """The constraints under a choice, told anew: one that was computed falls with any premise that does not stand."""
    found = []
    for each in model.constraints:
        assert each.of is not None
        (own,) = [need.variants for need in each.needs if need.assumption == each.of]
        variant = chosen[each.of]
        under = below(model.assumptions, each.of) if computed else ()
        if variant is not None and own >> variant & 1 and all(stands(model, chosen, premise) for premise in under):
            found.append((each.tail, each.head, each.most))
    return found


def stands(model: Model, chosen: Choice, place: int) -> bool:
    variant = chosen[place]
    return variant is not None and variant < model.assumptions[place].base


def possible(model: Model, chosen: Choice, *, computed: bool = True) -> bool:
    return closed(len(model.nodes), active(model, chosen, computed=computed), model.horizon) is not None


def choices(model: Model) -> Iterator[tuple[int, ...]]:
    return product(*(range(len(each.variants)) for each in model.assumptions))


def cost(model: Model, chosen: Sequence[int]) -> int:
    """What a choice costs: one that falls with its premise costs nothing."""
    total = 0
    for place, variant in enumerate(chosen):
        under = below(model.assumptions, place)
        if all(chosen[premise] < model.assumptions[premise].base for premise in under):
            total += model.assumptions[place].variants[variant].cost
    return total


def given_up(model: Model, chosen: Sequence[int]) -> frozenset[tuple[int, int]]:
    """What a choice gives up of its own accord: assumptions that do not fall with others, and what they become."""
    found = set()
    for place, assumption in enumerate(model.assumptions):
        under = below(model.assumptions, place)
        fell = any(chosen[premise] >= model.assumptions[premise].base for premise in under)
        if chosen[place] >= assumption.base and not fell:
            found.add((place, chosen[place]))
    return frozenset(found)


def least(model: Model) -> tuple[int, set[frozenset[tuple[int, int]]]]:
    """The least cost at which all the rest can be, and every repair of that cost that gives up no more than it must."""
    can = [chosen for chosen in choices(model) if possible(model, chosen)]
    best = min(cost(model, chosen) for chosen in can)
    found = {given_up(model, chosen) for chosen in can if cost(model, chosen) == best}
    return best, {each for each in found if not any(other < each for other in found)}


def large(events: int, sources: int, seed: int) -> Model:
    """Events in order, bounds by many sources, some of which are wrong."""
    rng = Random(seed)
    times = [0, *sorted(rng.randrange(10**6) for _ in range(events))]
    wrong = set(rng.sample(range(sources), sources // 5))
    constraints = []
    for _ in range(3 * events):
        tail = rng.randrange(events + 1)
        head = min(events, max(0, tail + rng.choice([-3, -2, -1, 1, 2, 3])))
        if tail == head:
            continue
        source = rng.randrange(sources)
        off = -2_000 if source in wrong and rng.random() < 0.5 else rng.randrange(500)
        needs = (Requirement(assumption=source, variants=1),)
        constraints.append(
            Constraint(tail=tail, head=head, most=times[head] - times[tail] + off, needs=needs, of=source)
        )
    return Model(
        nodes=(UTC, *(EventNode(f"e{at}") for at in range(events))),
        assumptions=tuple(
            Assumption(id=f"s{at}", about=Claim(id=f"s{at}"), variants=(Stands(), Dropped(cost=rng.randrange(1, 6))))
            for at in range(sources)
        ),
        constraints=tuple(constraints),
        horizon=10**9,
    )


def conflict_free(model: Model, chosen: Choice) -> bool:
    return cycle(model, chosen) is None


def z3_variables(z3: Any, model: Model) -> tuple[Any, Any]:
    times = [z3.IntVal(0), *(z3.Int(f"t{at}") for at in range(1, len(model.nodes)))]
    taken = [
        [z3.Bool(f"v{place}_{variant}") for variant in range(len(each.variants))]
        for place, each in enumerate(model.assumptions)
    ]
    return times, taken
