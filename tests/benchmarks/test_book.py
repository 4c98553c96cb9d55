"""Many look-ups at once, beside polars, duckdb and pandas, a gather and a copy on the same arrays.

All ways are checked to give the same before any is timed, and then timed in turns: medians of five, and the ratio to
ours. Trust the ratios. Not part of the test run; run it with:
python -m pytest tests/benchmarks/test_book.py -s --override-ini addopts=--import-mode=importlib

Two ways are not here, since they are wrong or never end: polars' ``join_asof(by=)`` on questions in no order gave too
many hits with nothing but a warning, and Spark's as-of join compares every row with every other by default.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest

from treatyclock.book.compiled import Compiled
from treatyclock.book.segments import SECOND, Int64, Segments

SIZE = int(float(os.environ.get("TREATYCLOCK_QUESTIONS", "1e7")))
KEYS, PERIODS = 100_000, 3
FIRST, LAST = -4_700_000_000, 1_500_000_000  # from 1821 to 2017
Way = Callable[[], tuple[int, int]]


def told(
    title: str, ways: dict[str, Way], size: int, floors: dict[str, Callable[[], object]], number: int | None = None
) -> None:
    """Check the ways against the first, time all in turns, and print nanoseconds a question and ratios to the first.

    The time of the processor is printed beside that of the clock: it is what remains to compare where the machine is
    busy with other things, though it counts both threads of a way that uses two.
    """
    found = {name: way() for name, way in ways.items()}
    first = next(iter(ways))
    assert all(each == found[first] for each in found.values()), found
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in (*ways, *floors)}
    for _ in range(5):
        for name, way in {**ways, **floors}.items():
            begun = perf_counter(), process_time()
            way()
            times[name].append((perf_counter() - begun[0], process_time() - begun[1]))
    print(f"\n{title}: {size:,} questions, {found[first][0] if number is None else number:,} found")
    middle = {
        name: [median(each) / size * 1e9 for each in zip(*several, strict=True)] for name, several in times.items()
    }
    for name, (clock, processor) in middle.items():
        ratios = clock / middle[first][0], processor / middle[first][1]
        print(
            f"  {name:<40} {clock:8.1f} ns  x{ratios[0]:<6.2f} processor {processor:8.1f} ns  x{ratios[1]:.2f}",
            flush=True,
        )


def periods() -> tuple[Int64, Int64, Int64]:
    """Periods of each key that do not overlap: key, beginning, end, in order."""
    random = np.random.default_rng(1941)
    edges = np.sort(random.integers(FIRST, LAST, (KEYS, 2 * PERIODS)), axis=1) * SECOND
    kept = (np.diff(edges, axis=1) > 0).all(axis=1)
    key = np.repeat(np.flatnonzero(kept), PERIODS)
    return key, edges[kept][:, 0::2].ravel(), edges[kept][:, 1::2].ravel()


def as_segments(key: Int64, begin: Int64, end: Int64) -> Segments:
    counts = np.bincount(key, minlength=KEYS) * 2
    firsts = np.concatenate([[0], np.cumsum(counts)])
    values = np.full(int(firsts[-1]) + KEYS, -1, dtype=np.int32)
    values[2 * np.arange(len(key)) + key + 1] = np.arange(len(key))
    return Segments.from_arrays(firsts, np.stack([begin, end], axis=1).ravel(), values)


def hits(rows: object, values: object) -> tuple[int, int]:
    """Return how many there are, and a number for which."""
    row, value = np.asarray(rows, dtype=np.int64), np.asarray(values, dtype=np.int64)
    return len(row), int((row * 31 + value * 17).sum())


def test_one_life_for_each_key() -> None:
    key, begin, end = periods()
    random = np.random.default_rng(8)
    keys, instants = random.integers(0, KEYS, SIZE), random.integers(FIRST, LAST, SIZE) * SECOND
    segments = as_segments(key, begin, end)
    segments.locate(keys[:1], instants[:1])  # makes the table of buckets
    table = pl.DataFrame({"k": key, "begin": begin, "end": end, "p": np.arange(len(key))})
    asked = pl.DataFrame({"k": keys, "t": instants, "n": np.arange(SIZE)})
    connection = duckdb.connect()
    connection.register("periods", table.to_arrow())
    connection.execute("CREATE TABLE held AS SELECT * FROM periods")
    connection.register("questions", asked.to_arrow())
    connection.execute("CREATE TABLE asked AS SELECT * FROM questions")
    held, questions = table.to_pandas().sort_values("begin"), asked.to_pandas()

    def ours(threads: int) -> Way:
        def way() -> tuple[int, int]:
            values = segments.values_at(keys, instants, threads=threads)
            return ready(values)

        return way

    def ready(values: object) -> tuple[int, int]:
        held = np.asarray(values)
        return (0, 0) if timing else hits(np.flatnonzero(held >= 0), held[held >= 0])

    def frames(found: pl.DataFrame) -> tuple[int, int]:
        return (0, 0) if timing else hits(found["n"].to_numpy(), found["p"].to_numpy())

    def joined() -> tuple[int, int]:
        lazy = (
            asked.lazy()
            .join(table.lazy(), on="k")
            .filter((pl.col("t") >= pl.col("begin")) & (pl.col("t") < pl.col("end")))
        )
        return frames(lazy.select("n", "p").collect())

    def where() -> tuple[int, int]:
        tests = (pl.col("k") == pl.col("k_right"), pl.col("t") >= pl.col("begin"), pl.col("t") < pl.col("end"))
        return frames(asked.lazy().join_where(table.lazy(), *tests).select("n", "p").collect())

    def sql(text: str) -> Way:
        def way() -> tuple[int, int]:
            found = connection.execute(text).fetchnumpy()
            return (0, 0) if timing else hits(found["n"], found["p"])

        return way

    def as_of() -> tuple[int, int]:
        found = pd.merge_asof(questions.sort_values("t"), held, by="k", left_on="t", right_on="begin")
        found = found[found["t"] < found["end"]]
        return (0, 0) if timing else hits(found["n"], found["p"])

    inequality = "SELECT n, p FROM asked JOIN held ON asked.k = held.k AND t >= held.begin AND t < held.end"
    asof = 'SELECT n, p FROM asked ASOF JOIN held ON asked.k = held.k AND t >= held.begin WHERE t < held."end"'
    ways: dict[str, Way] = {
        "treatyclock, one thread": ours(1),
        "treatyclock, two threads": ours(2),
        "polars, join and filter": joined,
        "polars, join_where": where,
        "duckdb, inequality join": sql(inequality),
        "duckdb, as-of join": sql(asof),
        "pandas, merge_asof with its sort": as_of,
    }
    places, out = random.integers(0, len(segments.edges), SIZE), np.empty(SIZE, dtype=np.int64)
    floors: dict[str, Callable[[], object]] = {
        "floor: gather of one place each": lambda: segments.edges.take(places, out=out, mode="clip"),
        "floor: copy of the instants": lambda: np.copyto(out, instants),
    }
    timing = False
    checked = {name: way() for name, way in ways.items()}
    assert len(set(checked.values())) == 1, checked
    timing = True
    told(f"{KEYS:,} keys with {PERIODS} periods each", ways, SIZE, floors, checked["treatyclock, one thread"][0])


def test_a_thousand_million_questions_a_part_at_a_time() -> None:
    """What a cluster does, by one machine: each part is drawn by its number, asked, counted and forgotten."""
    key, begin, end = periods()
    segments, parts = as_segments(key, begin, end), 100
    found, times, tried = 0, [], 0
    for part in range(parts):
        random = np.random.default_rng((1945, part))
        keys, instants = random.integers(0, KEYS, SIZE), random.integers(FIRST, LAST, SIZE) * SECOND
        begun = perf_counter()
        values = np.asarray(segments.values_at(keys, instants, threads=1))
        times.append(perf_counter() - begun)
        found += int((values >= 0).sum())
        for each in random.integers(0, SIZE, 100):  # beside the periods themselves, without any kernel
            mine = key == keys[each]
            there = np.flatnonzero(mine & (begin <= instants[each]) & (instants[each] < end))
            assert values[each] == (there[0] if len(there) else -1)
            tried += 1
    slowest, memory = max(times) / SIZE * 1e9, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\n{parts} parts of {SIZE:,}: {parts * SIZE:,} questions, {found:,} found, {tried:,} tried one by one")
    print(
        f"  {median(times) / SIZE * 1e9:.1f} ns a question, {slowest:.1f} in the slowest part, {memory:,.0f} MB at most"
    )


@pytest.mark.parametrize("each", [1, 3, 10, 100, 1000])
def test_cost_by_the_number_of_periods_of_a_key(each: int) -> None:
    random = np.random.default_rng(each)
    number = max(1, 300_000 // each)
    edges = np.sort(random.integers(FIRST, LAST, (number, 2 * each)), axis=1) + np.arange(2 * each)
    segments = Segments.from_arrays(
        np.arange(number + 1) * 2 * each, edges.ravel() * SECOND, np.zeros(edges.size + number, dtype=np.int32)
    )
    for size in (SIZE // 10, SIZE):
        keys, instants = random.integers(0, number, size), random.integers(FIRST, LAST, size) * SECOND
        segments.locate(keys[:1], instants[:1])
        told(f"{number:,} keys with {each} periods each", {"locate": located(segments, keys, instants)}, size, {})


def located(segments: Segments, keys: Int64, instants: Int64) -> Way:
    return lambda: (len(segments.locate(keys, instants)), 0)


def world() -> tuple[Compiled, pl.DataFrame]:
    """Two hundred States, 100,000 treaties between two of them, each three times in force."""
    random = np.random.default_rng(1648)
    one = random.integers(0, 200, 100_000)
    other = (one + random.integers(1, 200, 100_000)) % 200
    one, other = np.minimum(one, other), np.maximum(one, other)
    edges = np.sort(random.integers(FIRST, LAST, (100_000, 6)), axis=1) + np.arange(6)
    order = np.lexsort((one * 202 + other,))
    treaty = np.repeat(order, 6)
    key, at = (one * 202 + other)[treaty], edges[order].ravel()
    begins = np.tile([True, False], 300_000)
    sort = np.lexsort((at, key))
    key, at, begins, treaty = key[sort], at[sort], begins[sort], treaty[sort]
    pool: dict[tuple[int, ...], int] = {(): 0}
    pair_keys, lives = [], []
    for start, stop in zip(*_runs(key), strict=True):
        held, own, values = set[int](), list[int](), [0]
        for place in range(start, stop):
            (held.add if begins[place] else held.discard)(int(treaty[place]))
            number = pool.setdefault(tuple(sorted(held)), len(pool))
            if own and own[-1] == at[place] * SECOND:
                values[-1] = number
            else:
                own.append(int(at[place]) * SECOND)
                values.append(number)
        pair_keys.append(int(key[start]))
        lives.append((own, values))
    lengths = [len(each) for each in pool]
    nothing = Segments.of([])
    compiled = Compiled(
        by="instant", whole=True, treaties=np.arange(100_000).astype(np.str_), labels=np.array([], dtype=np.str_),
        labelled=np.array([], dtype=np.int32), actors=np.array([f"S{n:03}" for n in range(200)] + ["", ""]),
        texts=np.array([""]), life_keys=np.array([], dtype=np.int64), lives=nothing,
        reasons=np.array([], dtype=np.int32), pair_keys=np.array(pair_keys), pairs=Segments.of(lives),
        state_firsts=np.concatenate([[0], np.cumsum(lengths)]),
        state_treaties=np.array([each for several in pool for each in several], dtype=np.int32),
        state_truths=np.ones(sum(lengths), dtype=np.int8), many=np.array([], dtype=np.int32),
        states_of=Segments.of([([], [0])] * 202), surely=np.zeros((1, 0), dtype=np.uint64),
        perhaps=np.zeros((1, 0), dtype=np.uint64), apart=np.array([], dtype=np.int32),
        left_out=np.zeros((1, 0), dtype=np.uint64),
    )  # fmt: skip
    table = pl.DataFrame({
        "a": np.repeat(one, 3), "b": np.repeat(other, 3), "begin": edges[:, 0::2].ravel() * SECOND,
        "end": edges[:, 1::2].ravel() * SECOND, "p": np.repeat(np.arange(100_000), 3),
    })  # fmt: skip
    return compiled, table


def _runs(key: Int64) -> tuple[list[int], list[int]]:
    starts = np.flatnonzero(np.append(True, key[1:] != key[:-1]))
    return starts.tolist(), [*starts[1:].tolist(), len(key)]


def test_all_treaties_of_a_pair() -> None:
    compiled, table = world()
    size = SIZE // 2
    random = np.random.default_rng(3)
    one = random.integers(0, 200, size)
    other = (one + random.integers(1, 200, size)) % 200
    one, other = np.minimum(one, other), np.maximum(one, other)
    instants = random.integers(FIRST, LAST, size) * SECOND
    asked = pl.DataFrame({"a": one, "b": other, "t": instants, "n": np.arange(size)})
    connection = duckdb.connect()
    connection.register("periods", table.to_arrow())
    connection.execute("CREATE TABLE held AS SELECT * FROM periods")
    connection.register("questions", asked.to_arrow())
    connection.execute("CREATE TABLE asked AS SELECT * FROM questions")

    def ours(threads: int) -> Way:
        def way() -> tuple[int, int]:
            found = compiled.find(one, other, instants, threads=threads)
            return (0, 0) if timing else hits(np.repeat(np.arange(size), np.diff(found.firsts)), found.treaties)

        return way

    def where() -> tuple[int, int]:
        same = (pl.col("a") == pl.col("a_right"), pl.col("b") == pl.col("b_right"))
        lazy = asked.lazy().join_where(table.lazy(), *same, pl.col("t") >= pl.col("begin"), pl.col("t") < pl.col("end"))
        found = lazy.select("n", "p").collect()
        return (0, 0) if timing else hits(found["n"].to_numpy(), found["p"].to_numpy())

    def inequality() -> tuple[int, int]:
        text = "SELECT n, p FROM asked q JOIN held h ON q.a = h.a AND q.b = h.b AND t >= h.begin AND t < h.end"
        found = connection.execute(text).fetchnumpy()
        return (0, 0) if timing else hits(found["n"], found["p"])

    ways: dict[str, Way] = {
        "treatyclock, full lists, one thread": ours(1),
        "treatyclock, full lists, two threads": ours(2),
        "polars, join_where": where,
        "duckdb, inequality join": inequality,
    }
    timing = False
    checked = {name: way() for name, way in ways.items()}
    assert len(set(checked.values())) == 1, checked
    timing = True
    any_way: dict[str, Callable[[], object]] = {"treatyclock, any?": lambda: compiled.any(one, other, instants)}
    told("200 States, 100,000 treaties between two", ways, size, any_way, checked["duckdb, inequality join"][0])
