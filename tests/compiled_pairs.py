"""A compiled book held against its treaties, asked one by one: every pair of States, at every edge and around it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np

import treatyclock as tc
from treatyclock.book.compiling import OTHERS
from treatyclock.book.statuses import TRUTHS, statuses_of, truth_of
from treatyclock.errors import UnusableRecordError
from treatyclock.instants import DAY, to_datetime
from treatyclock.law.status import Status
from treatyclock.truth import Truth

Found = tuple[Truth, frozenset[Status]]


def differences(book: tc.Book, by: str, **how: Any) -> Iterator[tuple[object, ...]]:
    """Yield each pair and time for which the arrays say otherwise than a treaty of the book does."""
    compiled = book.compile(by=by, **how)
    how = how if book.part is None else {**how, "part": book.part}
    for number, treaty in enumerate(book):
        named = [party.id for party in treaty.record.parties]
        named += [each.id for party in treaty.record.parties for each in party.through_it]
        if not treaty.record.coverage.lists_all_parties:
            named += OTHERS
        for pair in combinations(named, 2):
            try:
                times = _times(compiled, treaty, pair, by, how)
                expected = [_asked(treaty, pair, at, by, how) for at in times]
            except UnusableRecordError:  # too much is open at once for the treaty itself to be asked about the two
                continue
            codes = compiled.codes(pair)
            asked = (np.full(len(times), codes[0]), np.full(len(times), codes[1]), np.array(times))
            masks = compiled.status(number, *asked).tolist()
            for at, mask, (truth, statuses) in zip(times, masks, expected, strict=True):
                if (TRUTHS[truth_of(mask)], statuses_of(mask)) != (truth, statuses):
                    yield treaty.record.id, pair, to_datetime(at), statuses_of(mask), truth, statuses
            listed = [dict(each).get(number, 0) for each in compiled.find(*asked)]
            if [TRUTHS[truth] for truth in listed] != [truth for truth, _ in expected]:
                yield treaty.record.id, pair, "find"


def _times(compiled: tc.Compiled, treaty: tc.Treaty, pair: tuple[str, str], by: str, how: dict[str, Any]) -> list[int]:
    edges = (compiled.lives.edges * compiled.lives.tick).tolist()
    if by == "day":
        return sorted({0, *(edge + step * DAY for edge in edges for step in (-1, 0, 1))})
    own = treaty.timeline(between=pair, **how).edges
    return sorted({0, *edges, *own, *(edge - 1 for edge in own)})


def _asked(treaty: tc.Treaty, pair: tuple[str, str], at: int, by: str, how: dict[str, Any]) -> Found:
    if by == "day":
        answer = treaty.in_force(to_datetime(at).date(), between=pair, **how)
        return answer.truth, answer.status
    statuses = treaty.timeline(between=pair, **how).at_instant(at)
    return Truth.agreed(Truth.of(each.in_force) for each in statuses), statuses
