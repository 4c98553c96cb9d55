"""``--json``: one envelope everywhere, by its schema, with a result or with an error, and with the exit status."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from command_runs import run
from treatyclock.cli import parser
from treatyclock.cli.envelope import envelope_schema, error_data, wants_json
from treatyclock.errors import BadOptionError, SeveralFaultsError
from treatyclock.version import VERSION

PACT = "soviet-japanese-neutrality-pact"
SCHEMA = Draft202012Validator(envelope_schema())
ERRORS = Path(__file__).parents[1] / "errors"

RESULTS = [
    f"ask {PACT} --at 1945-08-09", f"dates {PACT}", f"timeline {PACT}", f"timeline {PACT} --instants",
    f"deadlines {PACT}", f"parties {PACT} --at 1945", f"protected {PACT} --on 1945 --made 1944",
    f"notice {PACT} --by SUN --on 1945-04-01", f"readings {PACT}", "corpus", "new a-pact",
    "when 1945-08-09 --zone UTC", f"check {PACT}",
]  # fmt: skip

ERRONEOUS = [
    ("ask no-such-pact --at 1945", "ask", 2, "UnknownTreatyError"),
    (f"ask {PACT}", "ask", 2, "MisunderstoodError"),
    (f"ask {PACT} --at 1945 --zoen UTC", "ask", 2, "MisunderstoodError"),
    (f"ask {PACT} --at 1945 --party USA", "ask", 2, "UnknownPartyError"),
    (f"dates {PACT} --without x --choose a=b", "dates", 2, "SeveralFaultsError"),
    (f"dates {ERRORS / 'seven-faults.toml'}", "dates", 1, "TreatyFileError"),
    ("reconcile may", "reconcile", 2, "UnknownCaseError"),
    ("new a-pact --parties A", "new", 2, "MisunderstoodError"),
    ("frobnicate", None, 2, "MisunderstoodError"),
]


def envelope_of(capsys: pytest.CaptureFixture[str], line: str) -> tuple[dict[str, Any], int, str]:
    status, out, err = run(capsys, *shlex.split(line), "--json")
    found = json.loads(out)
    SCHEMA.validate(found)
    assert (found["treatyclock"], found["status"]) == (VERSION, status)
    return found, status, err


@pytest.mark.parametrize("line", RESULTS)
def test_a_result(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    found, status, err = envelope_of(capsys, line)
    assert (status, err, found["command"]) == (0, "", line.split(" ", maxsplit=1)[0])
    assert found["result"]


@pytest.mark.parametrize(("line", "command", "status", "kind"), ERRONEOUS)
def test_an_error(line: str, command: str | None, status: int, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    found, told, err = envelope_of(capsys, line)
    assert (found["command"], told, found["error"]["type"]) == (command, status, kind)
    assert found["error"]["sentence"] in err, "people read it on standard error"
    without = run(capsys, *shlex.split(line))
    assert without == (status, "", err), "the same without --json, and nothing on the standard output"


def test_every_sub_command_takes_json() -> None:
    lacking = [
        name
        for name, each in parser().sub_commands().items()
        if not any("--json" in action.option_strings for action in each.options())
    ]
    assert lacking == ["completion"], "which prints a script"


def test_faults_and_several_errors_are_told_each(capsys: pytest.CaptureFixture[str]) -> None:
    found, _, _ = envelope_of(capsys, f"dates {ERRORS / 'seven-faults.toml'}")
    assert len(found["error"]["faults"]) == 7
    several = SeveralFaultsError([BadOptionError("--with", "x", "is wrong", "mend it")] * 2)
    assert [each["type"] for each in error_data(several)["errors"]] == ["BadOptionError"] * 2


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["ask", "--json"], True), (["ask", "--format", "json"], True), (["ask", "--format=json"], True),
        (["ask", "--format", "md", "json"], False), ([], False), (["--format"], False),
    ],
)  # fmt: skip
def test_who_wants_json(words: list[str], expected: bool) -> None:
    assert wants_json(words) is expected


def test_the_schema_is_one_and_refuses_what_is_none() -> None:
    Draft202012Validator.check_schema(envelope_schema())
    head = {"treatyclock": VERSION, "schema": 1, "command": "ask", "status": 0}
    assert not SCHEMA.is_valid(head)
    error = {"type": "E", "sentence": "s", "hint": "h"}
    assert SCHEMA.is_valid({**head, "error": error}) and not SCHEMA.is_valid({**head, "error": error, "result": {}})
