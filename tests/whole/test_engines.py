"""Dask and Spark on two local workers each: the code of docs/performance.md gives what one machine gives."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import treatyclock as tc
from engine_run import checksum
from frame_kinds import compiled
from parquet_questions import questions

NEEDS: dict[str, list[tuple[str, object]]] = {
    "dask": [("dask", find_spec("dask")), ("distributed", find_spec("distributed"))],
    "spark": [("pyspark", find_spec("pyspark")), ("Java 17", shutil.which("java"))],
}


@pytest.mark.parametrize("engine", NEEDS)
def test_the_documented_code_gives_what_one_machine_gives(engine: str, tmp_path: Path) -> None:
    missing = [name for name, found in NEEDS[engine] if not found]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed: .ci/run has an environment with both engines")
    events = questions(100_000)
    pq.write_table(events, tmp_path / "events.parquet", row_group_size=25_000)
    compiled("day").save(tmp_path / "book.npz")
    script = Path(__file__).parents[1] / "engine_run.py"
    command = [sys.executable, str(script), engine, str(tmp_path / "book.npz"), str(tmp_path / "events.parquet")]
    paths = os.pathsep.join(filter(None, [str(Path(tc.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]))
    environment = os.environ | {"PYTHONPATH": paths}
    run = subprocess.run(command, check=False, env=environment, capture_output=True, text=True, timeout=900)
    assert run.returncode == 0, run.stderr[-4000:]
    here = tc.frames.in_force(compiled("day"), events, between=("a", "b"), at="t", columns=["truth"])
    assert isinstance(here, pa.Table)
    assert run.stdout.split("\n")[-2] == checksum(zip(here["n"].to_pylist(), here["truth"].to_pylist(), strict=True))
    assert {"yes", "no", "unknown"} == set(here["truth"].to_pylist())
