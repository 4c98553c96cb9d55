"""The consoles shown in README and docs print what they are said to print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from treatyclock.cli import main

ROOT = Path(__file__).parents[1]
CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def shown() -> list[tuple[str, str, str]]:
    found = []
    for file in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        for block in CONSOLE.findall(file.read_text(encoding="utf-8")):
            for part in block.split("$ ")[1:]:
                command, _, output = part.partition("\n")
                found.append((file.name, command, output))
    return found


@pytest.mark.parametrize(("file", "command", "output"), shown())
def test_console(file: str, command: str, output: str, capsys: pytest.CaptureFixture[str]) -> None:
    program, *arguments = shlex.split(command)
    assert program == "treatyclock", file
    assert main(arguments) == 0
    assert undated(capsys.readouterr().out) == undated(output)


def undated(text: str) -> str:
    """Leave out the release of the zone data, which is whatever was installed, and how lines were broken for it."""
    return " ".join(re.sub(r"(tzdata package) 20[0-9]{2}[a-z]", r"\1", text).split())


def test_there_are_consoles() -> None:
    assert len(shown()) >= 2
