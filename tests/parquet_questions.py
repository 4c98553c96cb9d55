"""Random questions to the book of :mod:`frame_kinds`, as a table of Arrow."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from frame_kinds import compiled


def questions(size: int, missing: float = 0.0) -> pa.Table:
    """Return pairs of States and days from 1937 on, ten years; some share of the days missing."""
    random = np.random.default_rng(1945)
    book = compiled("day")
    one = random.integers(0, book.other, size)
    other = (one + random.integers(1, book.other, size)) % book.other
    days = pa.array(random.integers(-11_700, -8_400, size), pa.int32(), mask=random.random(size) < missing)
    names = {"a": book.actors[one].tolist(), "b": book.actors[other].tolist()}
    return pa.table({"n": np.arange(size), **names, "t": days.cast(pa.date32())})
