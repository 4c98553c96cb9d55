"""Files of expectations by their names."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import treatyclock as tc
from answered_cases import FILES, FOLDER
from treatyclock.errors import ExpectationFileError
from treatyclock.testing.case_files import case_files, shipped_folder


def test_those_that_come_with_the_library() -> None:
    assert shipped_folder().resolve() == FOLDER.resolve()
    assert [file.name for file in case_files()] == list(FILES)


def test_a_file_is_taken_as_it_is_and_a_folder_for_its_files(tmp_path: Path) -> None:
    for name in ("b.cases", "a.cases", "notes.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    other = Path("no-such-file.cases")
    assert case_files([other, tmp_path]) == (other, tmp_path / "a.cases", tmp_path / "b.cases")


def test_a_folder_without_such_a_file(tmp_path: Path) -> None:
    with pytest.raises(ExpectationFileError, match=r"has no file that ends in \.cases"):
        case_files([tmp_path])


def test_the_wheel_has_them_where_they_are_looked_for() -> None:
    root = Path(__file__).parents[2]
    build = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    wheel = build["targets"]["wheel"]
    assert set(wheel["only-include"]) == {"src/treatyclock", "tests/cases"}
    assert wheel["sources"] == {"src": "", "tests/cases": "treatyclock/testing/cases"}


def test_every_shipped_treaty_has_a_file() -> None:
    asked = {
        line.removeprefix("treaty: ")
        for file in case_files()
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("treaty: ")
    }
    assert set(tc.shipped()) <= asked
