"""What is gathered of all treaties, merged for each pair and for each State, and written as arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

import numpy as np

from treatyclock.book.compiled import Compiled, Words
from treatyclock.book.lines import Outline
from treatyclock.book.segments import Segments
from treatyclock.book.statuses import NO, YES, truth_of

V = TypeVar("V")

StepFunction = tuple[Sequence[int], Sequence[int]]
"""A step function: edges, and one value more."""


@dataclass(slots=True)
class Gathered:
    """What was made of the treaties so far.

    Attributes:
        actors: The codes of all States, two others at the end.
        size: How many there are.
        lives: By the key of each life: its step function of statuses, and the places of its reasons.
        of_pairs: For each pair, the treaties with their step functions of truths.
        of_states: For each State, the bits of the treaties with their step functions of truths.
        open_to_all: The bits of the treaties that list only some parties, each with the States that they name.
        many: The treaties that have a bit.
        apart: For each pair, the bits of those that have a life for that pair.
        texts: The reasons, each with its place.
        codes: The place of each State.
    """

    actors: Sequence[str]
    size: int
    lives: dict[int, tuple[StepFunction, list[int]]] = field(default_factory=dict)
    of_pairs: dict[int, list[tuple[int, StepFunction]]] = field(default_factory=dict)
    of_states: dict[int, list[tuple[int, StepFunction]]] = field(default_factory=dict)
    open_to_all: dict[int, frozenset[int]] = field(default_factory=dict)
    many: list[int] = field(default_factory=list)
    apart: dict[int, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=lambda: {"": 0})
    codes: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.codes = {code: number for number, code in enumerate(self.actors)}

    def pair(self, treaty: int, pair: tuple[str, str], outline: Outline, *, many: bool) -> None:
        """Add the life of a pair, under a treaty of two or under the one of many that was added last."""
        one, other = sorted(self.codes[code] for code in pair)
        truths = self._life((treaty * self.size + one) * self.size + other, outline)
        alike = self._all_like(pair, len(self.many) - 1) if many else ((one, other),)
        for mine, theirs in alike:
            held = self.of_pairs.setdefault(mine * self.size + theirs, [])
            if any(truth != NO for truth in truths[1]):
                held.append((treaty, truths))

    def states(self, treaty: int, outlines: Mapping[str, Outline], own: Iterable[tuple[str, str]]) -> None:
        """Add the lives of the States of a treaty of many, and leave out the pairs that have lives of their own."""
        bit = len(self.many)
        self.many.append(treaty)
        for code, outline in outlines.items():
            number = self.codes[code]
            truths = self._life((treaty * self.size + number) * self.size + number, outline)
            if any(truth != NO for truth in truths[1]):
                self.of_states.setdefault(number, []).append((bit, truths))
        if self.actors[-1] in outlines:
            self.open_to_all[bit] = frozenset(self.codes[code] for code in outlines)
        for pair in own:
            for one, other in self._all_like(pair, bit):
                key = one * self.size + other
                self.apart[key] = self.apart.get(key, 0) | 1 << bit

    def _all_like(self, pair: tuple[str, str], bit: int) -> Iterator[tuple[int, int]]:
        """Yield a pair; where one of it stands for all States that the treaty does not name, the pairs with these."""
        others = self.size - 2, self.size - 1
        named = self.open_to_all.get(bit, frozenset())
        unnamed = [number for number in range(self.size - 2) if number not in named] if named else []
        one, other = sorted(self.codes[code] for code in pair)
        yield one, other
        if (one, other) == others:
            yield from combinations(unnamed, 2)
            yield from ((each, also) for each in unnamed for also in others)
        elif other == others[0]:
            yield from ((min(one, each), max(one, each)) for each in unnamed)

    def _life(self, key: int, outline: Outline) -> StepFunction:
        """Keep a life without edges at which nothing changes; return its truths."""
        told = [self.texts.setdefault(text, len(self.texts)) for text in outline.reasons]
        edges, kept = _without_idle(outline.edges, list(zip(outline.masks, told, strict=True)))
        self.lives[key] = ((edges, [mask for mask, _ in kept]), [reason for _, reason in kept])
        return _without_idle(outline.edges, list(map(truth_of, outline.masks)))

    def arrays(self, by: str, ids: Sequence[str], labels: Mapping[str, str], *, whole: bool, until: int) -> Compiled:
        """Return all of it as arrays."""
        keys = sorted(self.lives)
        named = {code: number for code, number in self.codes.items() if number < self.size - 2}
        called = sorted({**{label: named[code] for label, code in labels.items() if code in named}, **named}.items())
        held = [self.lives[key] for key in keys]
        pair_keys = sorted(self.of_pairs)
        pools = _Pool(), _Pool()
        states, rows = pools
        pairs = [_merged(self.of_pairs[key], states.of_truths) for key in pair_keys]
        bits = [_merged(self._bits_of(number), rows.of_truths) for number in range(self.size)]
        left_out = dict.fromkeys((0, *self.apart.values()))
        rank = {mask: place for place, mask in enumerate(left_out)}
        listed = [list(zip(*state, strict=True)) for state in states.found]
        width = max(1, -(-len(self.many) // 64))
        sure = [sum(1 << bit for bit, truth in zip(*row, strict=True) if truth == YES) for row in rows.found]
        some = [sum(1 << bit for bit in row[0]) for row in rows.found]
        return Compiled(
            by=by,
            whole=whole,
            until=until,
            treaties=np.array(ids, dtype=np.str_),
            actors=np.array([*self.actors[:-2], "", ""], dtype=np.str_),
            labels=np.array([label for label, _ in called], dtype=np.str_),
            labelled=np.array([number for _, number in called], dtype=np.int32),
            texts=np.array(list(self.texts), dtype=np.str_),
            life_keys=np.array(keys, dtype=np.int64),
            lives=Segments.of(step for step, _ in held),
            reasons=np.array([reason for _, told in held for reason in told], dtype=np.int32),
            pair_keys=np.array(pair_keys, dtype=np.int64),
            pairs=Segments.of(pairs),
            state_firsts=np.cumsum([0, *map(len, listed)], dtype=np.int64),
            state_treaties=np.array([treaty for state in listed for treaty, _ in state], dtype=np.int32),
            state_truths=np.array([truth for state in listed for _, truth in state], dtype=np.int8),
            many=np.array(self.many, dtype=np.int32),
            states_of=Segments.of(bits),
            surely=_words(sure, width),
            perhaps=_words(some, width),
            apart=np.array([rank[self.apart.get(key, 0)] for key in pair_keys], dtype=np.int32),
            left_out=_words(left_out, width),
        )

    def _bits_of(self, number: int) -> list[tuple[int, StepFunction]]:
        """Return the bits of a State, with those of the treaties that do not name it and may bind any State."""
        strange = self.of_states.get(self.size - 2, [])
        more = [(bit, step) for bit, step in strange if number not in self.open_to_all[bit]]
        return [*self.of_states.get(number, []), *more]


TreatiesWithTruths = tuple[tuple[int, ...], tuple[int, ...]]
"""Treaties in order, and their truths."""


class _Pool:
    """Sets of treaties with their truths, each kept once; the first is empty."""

    def __init__(self) -> None:
        self.found: list[TreatiesWithTruths] = [((), ())]
        self._places: dict[tuple[tuple[int, int], ...], int] = {(): 0}

    def of_truths(self, truths: dict[int, int]) -> int:
        """Return the place of a set."""
        key = tuple(sorted(truths.items()))
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.found)
            self.found.append((tuple(each for each, _ in key), tuple(truth for _, truth in key)))
        return place


def _merged(several: Sequence[tuple[int, StepFunction]], pooled: Callable[[dict[int, int]], int]) -> StepFunction:
    """Merge step functions of truths into one of places of sets, in the order of time."""
    truths = {treaty: values[0] for treaty, (_, values) in several if values[0] != NO}
    changes = sorted(
        (edge, treaty, truth)
        for treaty, (edges, values) in several
        for edge, truth in zip(edges, values[1:], strict=True)
    )
    edges, values = list[int](), [pooled(truths)]
    for number, (edge, treaty, truth) in enumerate(changes):
        if truth == NO:
            truths.pop(treaty, None)
        else:
            truths[treaty] = truth
        if number + 1 == len(changes) or changes[number + 1][0] != edge:
            place = pooled(truths)
            if place != values[-1]:
                edges.append(edge)
                values.append(place)
    return edges, values


def _without_idle(edges: Sequence[int], values: list[V]) -> tuple[list[int], list[V]]:
    """Return a step function without the edges at which nothing changes."""
    kept = [place for place in range(len(edges)) if values[place] != values[place + 1]]
    return [edges[place] for place in kept], [values[0], *(values[place + 1] for place in kept)]


def _words(sets: Iterable[int], width: int) -> Words:
    """Return sets of bits as rows of 64-bit words."""
    data = b"".join(each.to_bytes(8 * width, "little") for each in sets)
    return np.frombuffer(data, dtype="<u8").reshape(-1, width).astype(np.uint64)
