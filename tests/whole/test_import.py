"""``import treatyclock`` brings in nothing that it does not need."""

from __future__ import annotations

import subprocess
import sys

import treatyclock


def loaded_by(code: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    names = {name.partition(".")[0] for name in result.stdout.split()}
    return {name for name in names if not name.startswith("_sysconfigdata")}  # the standard library's, by platform


def test_import_loads_no_other_distribution() -> None:
    bare = loaded_by("pass")
    foreign = {name for name in loaded_by("import treatyclock") - bare if name not in sys.stdlib_module_names}
    assert foreign == {"treatyclock"}


def test_answering_loads_only_the_core_dependencies() -> None:
    bare = loaded_by("pass")
    code = "import treatyclock as tc; tc.load('soviet-japanese-neutrality-pact').in_force('1945-08-09').explain()"
    foreign = {name for name in loaded_by(code) - bare if name not in sys.stdlib_module_names}
    assert foreign <= {"treatyclock", "dateutil", "tzdata", "six"}


def test_reading_a_time_loads_no_library_that_has_times_of_its_own() -> None:
    code = "import treatyclock as tc; tc.moment('1945-08-09T00:10', zone='Asia/Tokyo'); tc.Period.of('P5Y')"
    assert not loaded_by(code) & {"pandas", "numpy", "whenever", "undate", "dateutil"}


def test_the_command_loads_what_a_sub_command_needs_when_it_runs() -> None:
    code = "import treatyclock.cli, sys; print(*(name for name in sys.modules if name.startswith('treatyclock.')))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    folders = {name.split(".")[1] for name in result.stdout.split()}
    assert folders == {"cli", "errors", "version"}


def test_every_public_name_is_there() -> None:
    assert set(treatyclock.__all__) == set(treatyclock._HOME)
    assert all(getattr(treatyclock, name).__doc__ for name in treatyclock.__all__)
    assert set(treatyclock.__all__) <= set(dir(treatyclock))
    assert not hasattr(treatyclock, "no_such_name")
