"""The blocks of docs/performance.md for Dask and Spark, run as they stand on two local workers. Prints one checksum.

Run as a script, since both engines start processes of their own: engine_run.py dask|spark BOOK EVENTS
"""

from __future__ import annotations

import os
import re
import sys
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"


def block_with(word: str) -> str:
    """Return the block of Python in the page that has a word."""
    (found,) = [
        each for each in re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S) if word in each
    ]
    return str(found)


def checksum(rows: Iterable[tuple[int, str]]) -> str:
    """Return one number for the answers in the order of their questions, and how many there are."""
    told = sorted(rows)
    return f"{zlib.crc32(repr(told).encode()):08x} {len(told)}"


def on_dask(names: dict[str, Any], events: str) -> None:
    import dask.dataframe as dd
    from dask.distributed import Client, LocalCluster

    workers = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1")
    with workers as cluster, Client(cluster) as client:
        names |= {"client": client, "events": dd.read_parquet(events).repartition(npartitions=4)}
        exec(compile(block_with("map_partitions"), "dask", "exec"), names)
        told = names["told"].compute()
    print(checksum(zip(told["n"].tolist(), told["truth"].tolist(), strict=True)))


def on_spark(names: dict[str, Any], events: str) -> None:
    from pyspark.sql import SparkSession

    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master("local[2]")
    for key, value in settings.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    names |= {"spark": spark, "events": spark.read.parquet(events).repartition(4)}
    exec(compile(block_with("mapInArrow"), "spark", "exec"), names)
    told = names["told"].collect()
    print(checksum((row["n"], row["truth"]) for row in told))
    spark.stop()


if __name__ == "__main__":
    import treatyclock as tc

    engine, book, events = sys.argv[1:]
    {"dask": on_dask, "spark": on_spark}[engine]({"tc": tc, "compiled": tc.Compiled.load(book)}, events)
