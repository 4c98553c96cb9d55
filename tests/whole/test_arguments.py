"""Whole arguments of negative outcomes, as they are printed: each was read as a lawyer would, and each step is true.

A file of ``tests/arguments`` holds a question, a treaty file, a line ``===``, and below it what is printed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import treatyclock as tc

FOLDER = Path(__file__).parents[1] / "arguments"
FILES = sorted(FOLDER.glob("*.txt"))
LINE = "===\n"


def asked(question: str, treaty: tc.Treaty) -> str:
    """Put the question of a first line: a moment or a question by name, and whom or whose reading it is about."""
    what, *words = question.removeprefix("# ask: ").split()
    about: dict[str, Any] = dict(word.split("=") for word in words)
    if "between" in about:
        about["between"] = tuple(about["between"].split(","))
    if what[0].isdigit():
        answer = treaty.in_force(what, **about)
        text = answer.explain()
        rows = text[text.index("\nStatus") :].partition("\nRests on")[0]
        return text.partition("\nWhen")[0] + rows + "\n"
    return str(getattr(treaty, what)(**about).explain()) + "\n"


def test_there_are_arguments_to_read() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_argument_is_printed_as_it_was_read(file: Path) -> None:
    # Set TREATYCLOCK_WRITE_GOLDEN=1 to write what is printed now, then read it before you commit it.
    text, _, golden = file.read_text(encoding="utf-8").partition(LINE)
    question = text.splitlines()[0]
    source = text.split("\n", 2)[2]
    treaty = tc.load(source.strip().removeprefix("treaty: ")) if source.startswith("treaty: ") else tc.loads(source)
    said = asked(question, treaty)
    if os.environ.get("TREATYCLOCK_WRITE_GOLDEN"):
        file.write_text(text + LINE + said, encoding="utf-8")
        return
    assert said == golden
