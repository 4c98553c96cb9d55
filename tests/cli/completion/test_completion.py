"""The scripts of the shells, in the shells themselves where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command_runs import run
from treatyclock.cli.completion import SHELLS

PACT = "soviet-japanese-neutrality-pact"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "treatyclock"
    file.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m treatyclock \"$@\"\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def in_shell(shell: str, program: Path, code: str) -> list[str]:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed here")
    paths = os.pathsep.join([str(program.parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": paths, "PYTHONPATH": os.pathsep.join(sys.path), "HOME": str(program.parent)}
    done = subprocess.run([shell, "-c", code], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_one(shell: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run(capsys, "completion", shell)
    assert (status, err) == (0, "") and "treatyclock completion" in out
    file = tmp_path / "script"
    file.write_text(out, encoding="utf-8")
    if shutil.which(shell) is not None:
        subprocess.run([shell, "-n", str(file)], check=True)


def test_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "completion", "bash", "--", "ask", PACT, "--party", "S")[1] == "SUN\n"
    assert run(capsys, "completion", "zsh", "--", "ask", PACT, "--party", "S")[1] == "SUN\tthe USSR\n"
    assert run(capsys, "completion", "fish", "--", "replay", "")[1] == ":files\n"


def test_bash(program: Path) -> None:
    code = (
        'eval "$(treatyclock completion bash)"\n'
        f"COMP_WORDS=(treatyclock dates {PACT} --choose first_day = no); COMP_CWORD=6\n"
        '_treatyclock treatyclock; printf "%s\\n" "${COMPREPLY[@]}"\n'
        f"cd '{program.parent}'; touch 'my pact.toml'\n"
        "COMP_WORDS=(treatyclock check ./my); COMP_CWORD=2\n"
        '_treatyclock treatyclock; printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    assert in_shell("bash", program, code) == ["not\\ counted", "./my pact.toml"]


def test_fish(program: Path) -> None:
    code = f"treatyclock completion fish | source; complete -C 'treatyclock dates {PACT} --party S'"
    assert in_shell("fish", program, code) == ["SUN\tthe USSR"]
