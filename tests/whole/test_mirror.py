"""Tests mirror the package: a fault in a module shows in the tests of that module first."""

from __future__ import annotations

import ast
from pathlib import Path

import treatyclock

PACKAGE, TESTS = Path(treatyclock.__file__).parent, Path(__file__).parents[1]

OF_NO_FOLDER = {"benchmarks", "properties", "real_data", "whole"}
"""Folders of tests without a folder of the package: measurements, oracles, real data, the package as a whole."""

MIRRORED = ("answers", "derive", "law", "lint", "pages", "questions", "show")
"""Folders of the package in which each module that has a function has tests of its own."""


def test_every_folder_of_tests_is_one_of_the_package() -> None:
    folders = {file.parent.relative_to(TESTS) for file in TESTS.rglob("test_*.py")}
    unknown = [each for each in folders if each.parts[:1] and each.parts[0] not in OF_NO_FOLDER]
    assert [str(each) for each in sorted(unknown) if not (PACKAGE / each).is_dir()] == []


def test_tests_at_the_root_are_of_modules_at_the_root() -> None:
    found = [file.stem.removeprefix("test_") for file in TESTS.glob("test_*.py")]
    assert [name for name in sorted(found) if not (PACKAGE / f"{name}.py").exists()] == []


def computes(file: Path) -> bool:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and not node.name.startswith("_") for node in tree.body)


def test_every_module_that_computes_has_tests_of_its_own() -> None:
    modules = [file for folder in MIRRORED for file in (PACKAGE / folder).rglob("*.py") if computes(file)]
    assert len(modules) > 50
    homes = {file: TESTS / file.relative_to(PACKAGE).parent / f"test_{file.stem.lstrip('_')}.py" for file in modules}
    without = [str(file.relative_to(PACKAGE)) for file, home in homes.items() if not home.exists()]
    assert without == []
