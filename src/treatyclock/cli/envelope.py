"""What ``--json`` prints: one envelope, whatever the sub-command, with a result or with an error.

``envelope.schema.json`` beside this file is its JSON Schema.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import resources
from typing import Any

from treatyclock.errors import FaultyFileError, SeveralFaultsError, TreatyclockError
from treatyclock.version import VERSION

SCHEMA = 1
"""The version of the envelope; it changes where a program that reads the envelope must change."""


def with_result(command: str, result: Any, *, status: int = 0) -> dict[str, Any]:
    """Return an envelope with a result.

    Example:
        >>> list(with_result("corpus", []))
        ['treatyclock', 'schema', 'command', 'status', 'result']
    """
    return {**_head(command, status), "result": result}


def with_error(command: str | None, error: TreatyclockError, *, status: int) -> dict[str, Any]:
    """Return an envelope with an error.

    Example:
        >>> with_error("ask", TreatyclockError("it is wrong", "mend it"), status=2)["error"]["sentence"]
        'it is wrong'
    """
    return {**_head(command, status), "error": error_data(error)}


def error_data(error: TreatyclockError) -> dict[str, Any]:
    """Return an error as plain data: of several each, and of a file every fault."""
    data: dict[str, Any] = {"type": type(error).__name__, "sentence": error.sentence, "hint": error.hint}
    if isinstance(error, SeveralFaultsError):
        data["errors"] = [error_data(each) for each in error.errors]
    if isinstance(error, FaultyFileError):
        data["faults"] = [each.to_dict() for each in error.faults]
    return data


def _head(command: str | None, status: int) -> dict[str, Any]:
    return {"treatyclock": VERSION, "schema": SCHEMA, "command": command, "status": status}


def wants_json(words: Sequence[str]) -> bool:
    """Tell whether a command line asks for JSON, also one that is not understood.

    Example:
        >>> wants_json(["ask", "no-such-treaty", "--format", "json"]), wants_json(["ask", "--explain"])
        (True, False)
    """
    pairs = zip(words, (*words[1:], ""), strict=False)
    return any(word in ("--json", "--format=json") or (word, after) == ("--format", "json") for word, after in pairs)


def envelope_schema() -> dict[str, Any]:
    """Return the JSON Schema of the envelope."""
    text = (resources.files("treatyclock.cli") / "envelope.schema.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found
