"""The grammar of case files, and the JSON Schema for editors that follows from it."""

from __future__ import annotations

import json
import tomllib
from importlib import resources

import pytest
from jsonschema import Draft202012Validator

from treatyclock.corpus.cases import shipped_cases
from treatyclock.formats.cases.grammar import CLAIM_KINDS, KINDS, case_schema, case_schema_path, uses
from treatyclock.testimony.claims.base import ClaimKind


def shipped_text(id: str) -> str:
    return resources.files("treatyclock.corpus.cases").joinpath(f"{id}.toml").read_text(encoding="utf-8")


VALIDATOR = Draft202012Validator(json.loads(case_schema_path().read_text(encoding="utf-8")))


def test_the_shipped_schema_is_the_grammar_s() -> None:
    # To renew it: python -m treatyclock.formats.cases.grammar > src/treatyclock/formats/cases/case.schema.json
    assert json.loads(case_schema_path().read_text(encoding="utf-8")) == case_schema()
    Draft202012Validator.check_schema(case_schema())


@pytest.mark.parametrize("id", shipped_cases())
def test_shipped_cases_satisfy_it(id: str) -> None:
    VALIDATOR.validate(tomllib.loads(shipped_text(id)))


@pytest.mark.parametrize("kind", CLAIM_KINDS, ids=lambda kind: kind.key.name)
def test_every_key_of_every_kind_of_claim_may_be_written(kind: ClaimKind) -> None:
    keys = case_schema()["properties"]["claim"]["items"]["properties"]
    assert {key.name for key in kind.keys} <= set(keys)
    assert all(keys[key.name]["description"] for key in kind.keys)
    assert {"id", "source", "note", "confidence", "computed_from"} < set(uses(kind))


def test_a_claim_says_one_thing() -> None:
    (group,) = case_schema()["properties"]["claim"]["items"]["allOf"]
    assert [each["required"] for each in group["oneOf"]] == [[name] for name in KINDS]
