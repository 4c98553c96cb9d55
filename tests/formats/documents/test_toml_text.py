"""Tables written as TOML."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from treatyclock.formats.documents.containers import ListShape, MapShape, TableShape
from treatyclock.formats.documents.shapes import NumberShape, TextShape
from treatyclock.formats.documents.toml import MOST_DOTS
from treatyclock.formats.documents.toml_text import toml_text, value_text

LEAF = TableShape(keys={"c": TextShape(), "choose": TableShape(keys={})})
GRAMMAR = TableShape(
    keys={
        "id": TextShape(),
        "longer": TextShape(),
        "clause": TableShape(keys={"lasts": TextShape(), "inner": LEAF}),
        "maps": MapShape(
            shape=TableShape(keys={"total": NumberShape(), "shares": MapShape(
                shape=NumberShape(), key=".*", key_hint="", key_example=""
            )}),
            key=".*", key_hint="", key_example="",
        ),
        "act": ListShape(shape=LEAF),
    }
)  # fmt: skip


def test_the_layout() -> None:
    tables = {
        "id": "x",
        "longer": "y",
        "clause": {"lasts": "P5Y", "inner": {"c": "d"}},
        "maps": {"tons": {"total": 100, "shares": {"A": 2.5}}},
        "act": [{"c": "1", "choose": {"e": "f"}}, {"c": "2"}],
    }
    text = toml_text(tables, GRAMMAR, inline=frozenset({"choose"}))
    assert tomllib.loads(text) == tables
    assert text == (
        'id     = "x"\nlonger = "y"\n\n[clause]\nlasts = "P5Y"\n  [clause.inner]\n  c = "d"\n\n'
        '[maps.tons]\ntotal = 100\n  [maps.tons.shares]\n  A = 2.5\n\n'
        '[[act]]\nc      = "1"\nchoose = { e = "f" }\n\n[[act]]\nc = "2"\n'
    )  # fmt: skip


@pytest.mark.parametrize(
    "value",
    [
        "plain", 'quotes " and \\ and \t', "two\nlines", '\n"""\n', "\\n", "é 日本", True, False, 5, 0.1, 1e-05,
        "a. " * 500, "." * 500, "  lead.  \n\n trail. ", ["a", {"b": ["c", 1]}], [f"code{n}" for n in range(99)],
        {"all_of": [{"by": [f"code{n}" for n in range(99)]}, "signed"]},
    ],
)  # fmt: skip
def test_every_value_is_read_again_as_it_was(value: Any) -> None:
    text = f"a = {value_text(value, '', 4)}"
    assert tomllib.loads(text) == {"a": value}
    assert max(line.count(".") for line in text.split("\n")) <= MOST_DOTS


def test_a_text_has_several_lines_only_where_it_must() -> None:
    assert value_text("a. " * 40) == '"' + "a. " * 40 + '"'
    assert value_text("a\nb") == '"""\na\nb"""'


def test_a_long_list_is_broken_at_the_margin() -> None:
    lines = value_text([f"code{n}" for n in range(40)], "  ", 10).split("\n")
    assert (lines[0], lines[-1]) == ("[", "  ]")
    assert all(line.startswith("    ") and 80 < len(line) <= 110 for line in lines[1:-2])
