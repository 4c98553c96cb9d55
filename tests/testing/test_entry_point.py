"""Hypothesis finds the entry point by itself, loads next to nothing for it, and then knows our types."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import treatyclock as tc

ROOT = Path(__file__).parents[2]


def run(site: Path, code: str) -> str:
    """Run code where treatyclock is installed with the entry points that pyproject.toml declares."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]["hypothesis"]
    info = site / f"{project['name']}-{tc.__version__}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {tc.__version__}\n")
    lines = [f"{name} = {value}" for name, value in points.items()]
    (info / "entry_points.txt").write_text("\n".join(["[hypothesis]", *lines]) + "\n")
    path = os.pathsep.join([str(site), str(Path(tc.__file__).parents[1])])
    # The folder is not that of the tests, so that nothing of them is found by chance.
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_hypothesis_loads_the_entry_point_alone(tmp_path: Path) -> None:
    code = "import hypothesis, sys; print(*sorted(name for name in sys.modules if name.startswith('treatyclock')))"
    light = {"treatyclock", "treatyclock.version", "treatyclock.testing", "treatyclock.testing.entry_point"}
    assert set(run(tmp_path, code).split()) == light


TEST = """
@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.from_type(Type))
def test(value):
    assert isinstance(value, Type)
test()
print(sys.modules[Type.__module__].__spec__.loader is sys.modules[Type.__module__].__loader__)
"""
HYPOTHESIS = "import sys\nfrom hypothesis import HealthCheck, given, settings, strategies as st\n"


@pytest.mark.parametrize(
    "imports",
    [
        HYPOTHESIS + "import treatyclock as tc\nType = tc.Moment\n",
        "from treatyclock.treaty import Treaty as Type\n" + HYPOTHESIS,
        HYPOTHESIS + "from treatyclock.civil.periods import Period as Type\n",
    ],
    ids=["hypothesis first", "the type first", "from its module"],
)
def test_a_test_imports_nothing_but_the_type(imports: str, tmp_path: Path) -> None:
    assert run(tmp_path, imports + TEST) == "True"
