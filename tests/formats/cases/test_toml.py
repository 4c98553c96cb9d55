"""Case files: all faults at once, each with its place; and no text that breaks the reader."""

from __future__ import annotations

import copy
import json
import os
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import treatyclock as tc
from treatyclock.corpus.cases import case_of, shipped_cases
from treatyclock.errors import CaseFileError, TreatyFileError, UnknownCaseError
from treatyclock.formats.cases.grammar import CASE, case_schema_path
from treatyclock.formats.cases.toml import load_case_file, load_case_text

ERRORS = Path(__file__).parents[2] / "errors" / "case-files"
TEXTS = {
    id: resources.files("treatyclock.corpus.cases").joinpath(f"{id}.toml").read_text(encoding="utf-8")
    for id in shipped_cases()
}


@pytest.mark.parametrize("file", sorted(ERRORS.glob("*.toml")), ids=lambda file: file.stem)
def test_golden_errors(file: Path) -> None:
    # Set TREATYCLOCK_WRITE_GOLDEN=1 to write what is said now, then read it before you commit it.
    with pytest.raises(CaseFileError) as caught:
        load_case_text(file.read_text(encoding="utf-8"), file=file.name)
    golden = file.with_suffix(".txt")
    if os.environ.get("TREATYCLOCK_WRITE_GOLDEN"):
        golden.write_text(str(caught.value) + "\n", encoding="utf-8")
    assert str(caught.value) + "\n" == golden.read_text(encoding="utf-8")
    assert all(fault.line is not None and fault.hint for fault in caught.value.faults)


def test_what_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(UnknownCaseError, match="did you mean `august-1945`"):
        case_of("august-1944")
    for odd in ("", "a" * 5_000, "a\0b"):
        with pytest.raises(UnknownCaseError):
            case_of(odd)
    with pytest.raises(TreatyFileError, match="not a regular file"):
        load_case_file(tmp_path)
    (tmp_path / "latin").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(TreatyFileError, match="not UTF-8"):
        load_case_file(tmp_path / "latin")


VALIDATOR = Draft202012Validator(json.loads(case_schema_path().read_text(encoding="utf-8")))


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] + [place for key, item in items for place in places(item, (*path, key))]


JUNK = st.sampled_from(
    ["", "x", "s1", "moscow", "attack", "PT5H", "P", "+09:00", "1945-08-08", "1945-08-08T23:00", "9999-12-31T23:59",
     "0001-01-01T00:00", "seven hours", "Asia/Tokyo", "low", "a\x1bb", 1, 0, -1, 1.5, True, [], ["s1"],
     ["moscow", "tokyo"], {}, {"name": "x"}, {"offset": "+10:00"}, "\u202e"]
)  # fmt: skip


@settings(deadline=None)  # a damaged case may have thousands of conflicts
@given(st.data())
def test_a_damaged_case_is_read_or_told_and_judged_alike(data: st.DataObject) -> None:
    document = copy.deepcopy(tomllib.loads(TEXTS[data.draw(st.sampled_from(sorted(TEXTS)))]))
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from([place for place in places(document) if place]))
        holder: Any = document
        for part in path[:-1]:
            holder = holder[part]
        if data.draw(st.booleans()):
            holder[path[-1]] = copy.deepcopy(data.draw(JUNK))
        else:
            del holder[path[-1]]
    assert VALIDATOR.is_valid(document) == (not list(CASE.flaws(document, ())))
    try:
        case = load_case_text(as_toml(document))
    except CaseFileError as error:
        assert error.faults
    else:
        found = tc.reconcile(case, most=1, seconds=5)
        assert found.explain()
        json.dumps(found.to_dict())


def as_toml(document: dict[str, Any]) -> str:
    return "".join(f"{json.dumps(key)} = {inline(value)}\n" for key, value in document.items())


def inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {inline(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return json.dumps(value)
