"""``treatyclock doctor``."""

from __future__ import annotations

import pytest

from command_runs import run, run_json


def test_doctor(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "doctor")
    assert status == 0
    assert "Manchukuo" in out
    found = run_json(capsys, "doctor")
    assert found["library"]["version"]
