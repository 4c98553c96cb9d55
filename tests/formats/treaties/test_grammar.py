"""The JSON Schema for editors says of a document's form what the loader says."""

from __future__ import annotations

import copy
import json
import tomllib
from datetime import date, datetime
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from treatyclock.corpus import shipped
from treatyclock.formats.treaties.grammar import ACT, TREATY, json_schema
from treatyclock.formats.treaties.toml import schema_path

TESTS = Path(__file__).parents[2]
VALIDATOR = Draft202012Validator(json.loads(schema_path().read_text(encoding="utf-8")))
PACT = tomllib.loads(
    resources.files("treatyclock.corpus").joinpath("soviet-japanese-neutrality-pact.toml").read_text(encoding="utf-8")
)


def as_json(value: Any) -> Any:
    """What an editor sees: TOML dates are texts to a JSON Schema."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date | datetime) else value


def agree(document: Any) -> bool:
    return VALIDATOR.is_valid(as_json(document)) == (not list(TREATY.flaws(document, ())))


def test_the_shipped_schema_is_the_grammar_s() -> None:
    # To renew it: python -m treatyclock.formats.treaties.grammar > src/treatyclock/formats/treaties/treaty.schema.json
    assert json.loads(schema_path().read_text(encoding="utf-8")) == json_schema()
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("id", shipped())
def test_shipped_treaties_satisfy_it(id: str) -> None:
    text = resources.files("treatyclock.corpus").joinpath(f"{id}.toml").read_text(encoding="utf-8")
    VALIDATOR.validate(as_json(tomllib.loads(text)))


@pytest.mark.parametrize("file", sorted((TESTS / "errors").glob("*.toml")), ids=lambda file: file.stem)
def test_broken_files_are_broken_for_both(file: Path) -> None:
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError:
        return
    assert agree(document)


JUNK = st.sampled_from(
    ["", "x", "text", "P5Y", "P", "P5", "1941-04-25", "1941-04-25T15:00", "for ever", "counted", "signed",
     "SUN", "a\x1bb", 1, 0, -1, 1.5, True, [],
     ["text"], [1], {}, {"name": "x"}, "A-B", "Upper", "\u202e"]
).map(copy.deepcopy)  # fmt: skip  # a later change must not reach into the list itself


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path] + [place for key, item in items for place in places(item, (*path, key))]


def copied(junk: Any) -> Any:
    """A list or a table of its own: a later change may go into it, and must not change what is drawn next."""
    return copy.deepcopy(junk)


@given(st.data())
def test_mutated_documents_are_judged_alike(data: st.DataObject) -> None:
    document = copy.deepcopy(PACT)
    for _ in range(data.draw(st.integers(1, 3))):
        *path, last = data.draw(st.sampled_from([place for place in places(document) if place]))
        inner = document
        for key in path:
            inner = inner[key]
        change = data.draw(st.sampled_from(["replace", "remove", "add"]))
        if change == "remove":
            del inner[last]
        elif change == "add" and isinstance(inner, dict):
            inner[data.draw(st.sampled_from(["on", "at", "note", "lasts", "x", "source", "clock"]))] = copied(
                data.draw(JUNK)
            )
        else:
            inner[last] = copied(data.draw(JUNK))
    assert agree(document)


@pytest.mark.parametrize("code", ["ABCDEFGHIJKLMNOPQ", "1AB", "A-B", "\u00c4A", "A B", ""])
def test_a_code_that_no_party_can_have_is_told_what_a_code_is(code: str) -> None:
    limits = "a code has 16 characters at most: a letter, then letters, digits and underscores"
    document = copy.deepcopy(PACT) | {"parties": {code: "x", "JPN": "Japan"}}
    document["act"][0]["by"] = [code]
    told = {flaw.path: flaw.hint for flaw in TREATY.flaws(document, ())}
    assert limits in told["parties", code]
    assert limits in told["act", 0, "by", 0]


def test_the_longest_code_is_a_code() -> None:
    document = copy.deepcopy(PACT) | {"parties": {"ABCDEFGHIJKLMNOP": "x", "a": "Japan"}}
    assert not [flaw for flaw in TREATY.flaws(document, ()) if flaw.path[0] == "parties"]


def test_what_people_call_a_kind_or_a_key_is_understood() -> None:
    table = {"kind": "deposit", "by": "FRA", "date": "1955-05-09", "ref": "r"}
    hints = {flaw.path[-1]: flaw.hint for flaw in ACT.flaws(table, ("act", 0))}
    assert hints["kind"] == "did you mean `ratification` or `acceptance` or `approval` or `accession`?"
    assert hints["date"] == "did you mean `on` or `at`?"
    left = {flaw.path[-1]: flaw.hint for flaw in ACT.flaws({**table, "kind": "exit"}, ("act", 0))}
    assert left["kind"] == "did you mean `denunciation` or `withdrawal`?"
