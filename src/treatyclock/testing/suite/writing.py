"""A suite written into a folder: what there is, a file of tests for each file of expectations, and the schemas."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from treatyclock.errors import UnwrittenFileError
from treatyclock.formats.documents.toml import write_file
from treatyclock.formats.treaties.toml import schema_path
from treatyclock.loading import dumps
from treatyclock.testing.suite.features import FEATURES
from treatyclock.testing.suite.levels import LEVELS
from treatyclock.testing.suite.posed import SuiteGroup
from treatyclock.testing.suite.schema import SUITE_SCHEMA
from treatyclock.version import VERSION

_HEAD = {"schema": SUITE_SCHEMA, "version": VERSION}


def write_suite(groups: Iterable[SuiteGroup], folder: str | os.PathLike[str]) -> None:
    """Write a suite into a new folder, the same bytes for the same tests.

    Args:
        groups: The tests, as :func:`treatyclock.testing.suite.suite_of` makes them.
        folder: The folder, which is made; one that is there must be empty.

    Raises:
        UnwrittenFileError: If it is not empty, or cannot be written.
        UnwritableTreatyError: If no file says what one of the treaties says.
    """
    groups, place = tuple(groups), Path(folder)
    files = {
        "suite.json": _text(contents_of(groups)),
        **{_file(group): _text(group_data(group)) for group in groups},
        **{path.name: path.read_text(encoding="utf-8") for path in (suite_schema_path(), schema_path())},
    }
    try:
        (place / "tests").mkdir(parents=True, exist_ok=True)
        if any(path for path in place.rglob("*") if path.is_file()):
            raise FileExistsError
    except OSError as error:
        raise UnwrittenFileError(os.fspath(folder), error) from error
    for name, text in files.items():
        write_file(place / name, text)


def group_data(group: SuiteGroup) -> dict[str, Any]:
    """Return a file of tests as plain data, ready for JSON: the treaty as text and as tables, and each test."""
    return {
        **_HEAD,
        "name": group.name,
        "description": group.description,
        "treaty": {"toml": dumps(group.treaty), "json": group.treaty.to_dict()},
        "tests": [test.to_dict() for test in group.tests],
    }


def contents_of(groups: Sequence[SuiteGroup]) -> dict[str, Any]:
    """Return what there is, as plain data: the levels, the features and the files, each with the number of tests.

    A feature has the lowest level of the tests that need it.
    """
    tests = [test for group in groups for test in group.tests]
    levels = Counter(test.level for test in tests)
    needed = {name: [test.level for test in tests if name in test.requires] for name in FEATURES}
    return {
        **_HEAD,
        "tests": len(tests),
        "levels": [{"level": level, "about": about, "tests": levels[level]} for level, about in LEVELS.items()],
        "features": [
            {"feature": name, "about": FEATURES[name], "level": min(found), "tests": len(found)}
            for name, found in needed.items()
            if found
        ],
        "files": [{"file": _file(group), "tests": len(group.tests)} for group in groups],
    }


def suite_schema_path() -> Path:
    """Return the path of the JSON Schema of a suite's files.

    Example:
        >>> suite_schema_path().name
        'suite.schema.json'
    """
    return Path(__file__).with_name("suite.schema.json")


def _file(group: SuiteGroup) -> str:
    return f"tests/{group.name}.json"


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
