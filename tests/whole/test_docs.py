"""Consoles in README and docs print what they are said to, and nothing that a file may hold is left untold."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from treatyclock.cli import main
from treatyclock.formats.documents.containers import AnyShape, ListShape, MapShape, TableShape
from treatyclock.formats.documents.shapes import ChoiceShape
from treatyclock.formats.treaties._field_shapes import ConditionShape
from treatyclock.formats.treaties.grammar import TREATY
from treatyclock.law.clauses.conditions import NAMED
from treatyclock.law.vocabulary import CLAUSES

ROOT = Path(__file__).parents[2]
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


def keys_of(shape: Any) -> Iterator[tuple[str, str]]:
    """Yield every key and every word that a treaty file may hold, with the table that it stands in."""
    if isinstance(shape, TableShape):
        for key, inner in shape.keys.items():
            yield key, shape.doc
            yield from keys_of(inner)
    elif isinstance(shape, MapShape | ListShape):
        yield from keys_of(shape.shape)
    elif isinstance(shape, AnyShape):
        for each in shape.shapes:
            yield from keys_of(each)
    elif isinstance(shape, ChoiceShape):
        yield from ((str(value), shape.doc) for value in shape.values if isinstance(value, str))
    elif isinstance(shape, ConditionShape):
        for lead, table in shape.tables().items():
            yield lead, "conditions"
            yield from ((key, lead) for key in table.keys)
        yield from ((word, shape.doc) for word in NAMED)


def test_every_key_and_word_is_documented() -> None:
    files = [ROOT / "docs" / "treaty-files.md", ROOT / "docs" / "answers.md", *(ROOT / "docs" / "clauses").glob("*.md")]
    spans = [span for file in files for span in re.findall("`([^`\n]+)`", file.read_text(encoding="utf-8"))]
    told = {span.strip('[]"') for span in spans} | {word for span in spans for word in re.findall('"([^"]+)"', span)}
    expected = set(keys_of(TREATY))
    assert len(expected) > 150
    assert [each for each in sorted(expected) if each[0] not in told] == []


def test_every_clause_has_its_table_in_the_reference_and_a_page_that_shows_it() -> None:
    reference = (ROOT / "docs" / "treaty-files.md").read_text(encoding="utf-8")
    pages = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "docs" / "clauses").glob("*.md"))]
    for name in CLAUSES:
        assert f"[`[{name}]`](clauses/" in reference
        tables = (f"[{name}]", f"[[{name}]]")  # the second where a treaty may have several
        assert any(f"`{table}`" in page and f"\n... {table}\n" in page for page in pages for table in tables), name
