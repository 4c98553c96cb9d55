"""Hypothesis finds the entry point by itself, loads next to nothing for it, and then knows our types."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

import treatyclock as tc
from treatyclock.civil.days import Days
from treatyclock.testing.entry_point import DRAWN_TYPES, register

ROOT = Path(__file__).parents[2]
FEW = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])

register()


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


NAMED = sorted((module, name) for module, names in DRAWN_TYPES.items() for name in names)


@pytest.mark.parametrize(("module", "name"), NAMED, ids=[name for _, name in NAMED])
def test_each_type_is_drawn(module: str, name: str) -> None:
    type_ = getattr(sys.modules[module] if module in sys.modules else __import__(module, fromlist=[name]), name)

    @FEW
    @given(st.from_type(type_))
    def drawn(value: Any) -> None:
        assert isinstance(value, type_)

    drawn()


@FEW
@given(st.from_type(tc.Timeline[tc.Truth]))
def test_a_timeline_is_of_the_type_that_it_names(line: tc.Timeline[tc.Truth]) -> None:
    assert all(isinstance(value, tc.Truth) for value in line.values)


@FEW
@given(st.tuples(*map(st.from_type, (tc.Moment, tc.Zone, tc.Period, tc.Interval))))
def test_what_a_failing_test_prints_is_code(values: tuple[Any, ...]) -> None:
    names = {name: getattr(tc, name) for name in tc.__all__}
    for value in values:
        for code in (repr(value), pretty(value)):
            assert eval(code, {**names, "Days": Days, "datetime": datetime}) == value
