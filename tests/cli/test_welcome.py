"""``treatyclock`` alone: what to try first, and each of it works."""

from __future__ import annotations

import shlex

import pytest

from command_runs import run
from treatyclock.cli.welcome import TRY_FIRST


def test_the_command_alone_says_what_to_try(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys)
    assert (status, err) == (0, "")
    assert len(TRY_FIRST) == 3
    for command, _ in TRY_FIRST:
        assert f"\n  {command}\n" in out
    assert max(map(len, out.splitlines())) <= 90


@pytest.mark.parametrize("command", [command for command, _ in TRY_FIRST])
def test_what_it_says_works(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    program, *words = shlex.split(command)
    status, out, err = run(capsys, *words)
    assert (program, status, err) == ("treatyclock", 0, "")
    assert len(out.splitlines()) > 1
