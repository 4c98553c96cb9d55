"""The command, run within this process."""

from __future__ import annotations

import json
from typing import Any

import pytest

from treatyclock.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return the exit status, and what was printed to the standard output and to that for errors."""
    try:
        status = main(arguments)
    except SystemExit as stop:
        assert isinstance(stop.code, int)
        status = stop.code
    out, err = capsys.readouterr()
    return status, out, err


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    status, out, err = run(capsys, *arguments, "--json")
    assert (status, err) == (0, "")
    envelope = json.loads(out)
    assert (envelope["command"], envelope["status"]) == (arguments[0], 0)
    return envelope["result"]
