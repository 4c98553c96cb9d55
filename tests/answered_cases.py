"""The files of ``tests/cases``: a treaty, and what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import treatyclock as tc

FOLDER = Path(__file__).parent / "cases"


def cases() -> Iterator[tuple[str, str]]:
    """Yield every line with the name of its file."""
    for file in sorted(FOLDER.glob("*.cases")):
        for line in questions(file.read_text(encoding="utf-8")):
            yield file.name, line


def questions(text: str) -> list[str]:
    """Return the lines of a file that ask."""
    below = text.partition("===\n")[2] or text.partition("\n\n")[2]
    return [line for line in below.splitlines() if line and not line.startswith("#")]


def treaty(file: str) -> tc.Treaty:
    """Return the treaty of a file."""
    text = (FOLDER / file).read_text(encoding="utf-8")
    first = text.splitlines()[1]
    return tc.load(first.removeprefix("treaty: ")) if first.startswith("treaty: ") else tc.loads(text.split("===\n")[0])
