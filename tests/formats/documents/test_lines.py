"""Line numbers: every key that tomllib finds has its line, and the line holds the key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from treatyclock.corpus import shipped
from treatyclock.formats.documents import lines as lines_module
from treatyclock.formats.documents.flaws import KeyPath
from treatyclock.formats.documents.lines import KeyLines, line_of_keys

TRICKY = '''# a comment with [brackets] and "quotes
top = 1   # [not.a.table]
"quoted key" = 'single # not a comment'
dotted . 'in parts'.x = { a = [ 1, [2, 3], "]" ], b = { c = "}" }, "d.e" = 1979-05-27T07:32:00Z }
long = """
[[not.an.array]]
x = 1 \\""" still inside
""""
raw = \'\'\'
key = "no"
\'\'\'\'
[table]
list = [
  "one", # first
  { name = "two" },

  "three",
]
[table."sub.table".deep]
y = -1.5e3
[[act]]
kind = "a"
  [act.inner]
  z = true
  [[act.item]]
  n = 1
  [[act.item]]
  n = 2
[[act]]
kind = "b"
  [[act.item]]
  n = 3
'''


def paths(value: Any, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from paths(item, (*path, key))


@pytest.mark.parametrize(
    "text",
    [TRICKY, TRICKY.replace("\n", "\r\n")]
    + [resources.files("treatyclock.corpus").joinpath(f"{id}.toml").read_text(encoding="utf-8") for id in shipped()],
)
def test_every_key_has_the_line_it_stands_on(text: str) -> None:
    lines = line_of_keys(text)
    printed = text.replace("\r\n", "\n").splitlines()
    for path in paths(tomllib.loads(text)):
        assert path in lines or any(other[: len(path)] == path for other in lines), path
        if path in lines and isinstance(path[-1], str):
            assert path[-1] in printed[lines[path] - 1], (path, printed[lines[path] - 1])


def test_known_lines() -> None:
    lines = line_of_keys(TRICKY)
    wanted = {
        ("top",): 2, ("quoted key",): 3, ("dotted", "in parts", "x", "b", "c"): 4, ("long",): 5, ("raw",): 9,
        ("table", "list"): 13, ("table", "list", 1, "name"): 15, ("table", "list", 2): 17,
        ("table", "sub.table", "deep", "y"): 20, ("act", 0, "kind"): 22, ("act", 0, "inner", "z"): 24,
        ("act", 0, "item", 1, "n"): 28, ("act", 1, "item", 0, "n"): 32,
    }  # fmt: skip
    assert {path: lines[path] for path in wanted} == wanted


def test_a_key_that_is_missing_has_the_line_of_its_table() -> None:
    lines = KeyLines('top = 1\n[table]\n"a\\u0062c" = 2\n')
    assert lines.at(("table", "abc")) == 3
    assert lines.at(("table", "missing", "inside")) == 2
    assert lines.at(("nowhere",)) is None
    assert lines.at(()) is None


def test_a_text_is_scanned_when_a_line_is_first_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    scanned: list[str] = []

    def scan(text: str) -> dict[KeyPath, int]:
        scanned.append(text)
        return {("a",): 1}

    monkeypatch.setattr(lines_module, "line_of_keys", scan)
    lines = KeyLines("a = 1")
    assert scanned == []
    assert (lines.at(("a",)), lines.at(("a", "b"))) == (1, 1)
    assert scanned == ["a = 1"]
