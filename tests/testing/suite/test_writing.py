"""A suite written into a folder."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import treatyclock as tc
from answered_cases import FILES, expectations
from treatyclock.errors import UnwrittenFileError
from treatyclock.testing.suite.posed import SuiteGroup, suite_of
from treatyclock.testing.suite.writing import suite_schema_path, write_suite

SOME = FILES[::25]


def some() -> tuple[SuiteGroup, ...]:
    return suite_of([expectations(file) for file in SOME])


def test_what_is_written_has_the_form_that_the_schema_tells_and_is_the_same_each_time(tmp_path: Path) -> None:
    groups = some()
    write_suite(groups, tmp_path / "one")
    write_suite(some(), tmp_path / "two")
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.json"))
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    assert {Path("suite.json"), Path("suite.schema.json"), Path("treaty.schema.json")} < set(files)
    validator = Draft202012Validator(json.loads(suite_schema_path().read_text(encoding="utf-8")))
    contents = json.loads((tmp_path / "one" / "suite.json").read_text(encoding="utf-8"))
    validator.validate(contents)
    assert [each["file"] for each in contents["files"]] == [f"tests/{group.name}.json" for group in groups]
    for group, listed in zip(groups, contents["files"], strict=True):
        data = json.loads((tmp_path / "one" / listed["file"]).read_text(encoding="utf-8"))
        validator.validate(data)
        assert tomllib.loads(data["treaty"]["toml"]) == data["treaty"]["json"]
        assert tc.from_dict(data["treaty"]["json"]) == group.treaty
        assert len(data["tests"]) == listed["tests"]
    assert contents["tests"] == sum(each["tests"] for each in contents["files"])
    assert contents["tests"] == sum(each["tests"] for each in contents["levels"])


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "mine.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UnwrittenFileError, match="exists already"):
        write_suite(some()[:1], tmp_path)
    assert [path.name for path in tmp_path.rglob("*.json")] == ["mine.json"]
    with pytest.raises(UnwrittenFileError):
        write_suite(some()[:1], tmp_path / "tests" / "mine.json")
