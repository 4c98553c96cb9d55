"""A book made into arrays: the lives of all its treaties, merged for each pair and for each State."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TypeVar

import numpy as np

from treatyclock.book.actors import named_by
from treatyclock.book.compiled import Compiled, Words
from treatyclock.book.lines import BY_DAY, BY_INSTANT, Line, line_of
from treatyclock.book.pairs import own_pairs
from treatyclock.book.segments import Segments
from treatyclock.book.statuses import NO, YES, truth_of
from treatyclock.civil.moments.read import MomentLike
from treatyclock.law.record import Record
from treatyclock.law.subjects import Subject
from treatyclock.treaty import Treaty

V = TypeVar("V")

BY = (BY_INSTANT, BY_DAY)

OTHERS = ("X0", "X1")
"""The codes under which two States that no treaty names are asked about, unless a treaty names these."""

Step = tuple[Sequence[int], Sequence[int]]
"""A step function: edges, and one value more."""


def compiled(
    treaties: Sequence[Treaty],
    *,
    by: str,
    whole: bool,
    reasons: bool,
    labels: Mapping[str, str],
    reading_of: Callable[[Treaty], str | None],
    known_as_of: MomentLike | None,
) -> Compiled:
    """Compile treaties.

    Args:
        treaties: They.
        by: ``"instant"`` or ``"day"``.
        whole: Whether no other treaties are of interest.
        reasons: Whether reasons are kept.
        labels: The code of each State that a table calls otherwise.
        reading_of: By whose reading each is read.
        known_as_of: By what was known then.
    """
    actors = sorted({code for treaty in treaties for code in named_by(treaty.record)})
    others = _others(actors)
    made = _Made(actors=[*actors, *others], size=len(actors) + 2)
    for number, treaty in enumerate(treaties):
        view = treaty.under(reading=reading_of(treaty), known_as_of=known_as_of)
        life = view.lives.of(view.reading, view.known_as_of, dated=by == BY_DAY)
        codes = named_by(view.record)
        if not view.record.coverage.lists_all_parties:  # any State may be a party: two stand for all that nothing names
            acting = {code for act in view.record.acts for code in (*act.by, *act.to)}
            codes = [*codes, *sorted(acting - set(codes)), *others]
        if view.record.bilateral:
            for pair in combinations(codes, 2):
                made.pair(number, pair, line_of(life, Subject(pair), by), reasons=reasons, many=False)
            continue
        lines = {code: line_of(life, Subject((code,)), by) for code in codes}
        own = own_pairs(life, codes, lines)
        made.states(number, lines, own, reasons=reasons)
        for pair in sorted(own):
            made.pair(number, pair, line_of(life, Subject(pair), by), reasons=reasons, many=True)
    return made.arrays(by, [treaty.record.id for treaty in treaties], labels, whole=whole)


def _others(actors: Sequence[str]) -> Iterator[str]:
    known = {code.casefold() for code in actors}
    for name in OTHERS:
        while name.casefold() in known:
            name += "_"  # noqa: PLW2901
        yield name


@dataclass(slots=True)
class _Made:
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
    lives: dict[int, tuple[Step, list[int]]] = field(default_factory=dict)
    of_pairs: dict[int, list[tuple[int, Step]]] = field(default_factory=dict)
    of_states: dict[int, list[tuple[int, Step]]] = field(default_factory=dict)
    open_to_all: dict[int, frozenset[int]] = field(default_factory=dict)
    many: list[int] = field(default_factory=list)
    apart: dict[int, int] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=lambda: {"": 0})
    codes: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.codes = {code: number for number, code in enumerate(self.actors)}

    def pair(self, treaty: int, pair: tuple[str, str], line: Line, *, reasons: bool, many: bool) -> None:
        """Add the life of a pair, under a treaty of two or one of many that was added last."""
        one, other = sorted(self.codes[code] for code in pair)
        truths = self._life((treaty * self.size + one) * self.size + other, line, reasons=reasons)
        alike = self._all_like(pair, len(self.many) - 1) if many else ((one, other),)
        for mine, theirs in alike:
            held = self.of_pairs.setdefault(mine * self.size + theirs, [])
            if any(truth != NO for truth in truths[1]):
                held.append((treaty, truths))

    def states(self, treaty: int, lines: dict[str, Line], own: Iterable[tuple[str, str]], *, reasons: bool) -> None:
        """Add the lives of the States of a treaty of many, and leave out the pairs that have lives of their own."""
        bit = len(self.many)
        self.many.append(treaty)
        for code, line in lines.items():
            number = self.codes[code]
            truths = self._life((treaty * self.size + number) * self.size + number, line, reasons=reasons)
            if any(truth != NO for truth in truths[1]):
                self.of_states.setdefault(number, []).append((bit, truths))
        if self.actors[-1] in lines:
            self.open_to_all[bit] = frozenset(self.codes[code] for code in lines)
        for pair in own:
            for one, other in self._all_like(pair, bit):
                key = one * self.size + other
                self.apart[key] = self.apart.get(key, 0) | 1 << bit

    def _all_like(self, pair: tuple[str, str], bit: int) -> Iterator[tuple[int, int]]:
        """Yield a pair, and where one of it stands for all States that the treaty does not name, the pairs with them."""
        others = self.size - 2, self.size - 1
        named = self.open_to_all.get(bit, frozenset())
        unnamed = [number for number in range(self.size - 2) if number not in named] if named else []
        one, other = sorted(self.codes[code] for code in pair)
        yield one, other
        if (one, other) == others:
            yield from combinations(unnamed, 2)
            yield from ((each, also) for each in unnamed for also in others)
        elif other == others[0]:
            yield from (tuple(sorted((one, each))) for each in unnamed)  # type: ignore[misc]

    def _life(self, key: int, line: Line, *, reasons: bool) -> Step:
        """Keep a life without edges at which nothing changes; return its truths."""
        masks = line.masks
        told = [self.texts.setdefault(text, len(self.texts)) for text in line.reasons(masks)] if reasons else [0] * len(masks)
        edges, kept = _without_idle(line.edges, list(zip(masks, told, strict=True)))
        self.lives[key] = ((edges, [mask for mask, _ in kept]), [reason for _, reason in kept])
        return _without_idle(line.edges, list(map(truth_of, masks)))

    def arrays(self, by: str, ids: Sequence[str], labels: Mapping[str, str], *, whole: bool) -> Compiled:
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


    def _bits_of(self, number: int) -> list[tuple[int, Step]]:
        """Return the bits of a State, with those of the treaties that do not name it and may bind any State."""
        strange = self.of_states.get(self.size - 2, [])
        more = [(bit, step) for bit, step in strange if number not in self.open_to_all[bit]]
        return [*self.of_states.get(number, []), *more]


Held = tuple[tuple[int, ...], tuple[int, ...]]
"""Treaties in order, and their truths."""


class _Pool:
    """Sets of treaties with their truths, each kept once; the first is empty."""

    def __init__(self) -> None:
        self.found: list[Held] = [((), ())]
        self._places: dict[tuple[tuple[int, int], ...], int] = {(): 0}

    def of_truths(self, truths: dict[int, int]) -> int:
        """Return the place of a set."""
        key = tuple(sorted(truths.items()))
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.found)
            self.found.append((tuple(each for each, _ in key), tuple(truth for _, truth in key)))
        return place


def _merged(several: Sequence[tuple[int, Step]], pooled: Callable[[dict[int, int]], int]) -> Step:
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
