"""Rows as comma-separated values and as Markdown: no cell is taken for markup, and each is read back."""

from __future__ import annotations

import csv
import io

from treatyclock.show.tables import Rows, as_csv, escaped, markdown_table

HARD = ('a "quoted", and a comma', "<b>|*x*", "")


def test_what_is_written_is_read_back() -> None:
    found = list(csv.reader(io.StringIO(as_csv(Rows(columns=("a", "b", "c"), rows=(HARD,))))))
    assert found == [["a", "b", "c"], list(HARD)]


def test_a_line_end_and_an_escape_stay_within_their_cell() -> None:
    text = as_csv(Rows(columns=("a",), rows=(("one\ntwo\x1b[31m",),)))
    assert text == "a\none two\\x1b[31m\n"


def test_markdown_shows_texts_as_they_are() -> None:
    line = markdown_table(("a", "b", "c"), [HARD]).splitlines()[-1]
    assert line == r'| a "quoted", and a comma | \<b\>\|\*x\* |  |'
    assert escaped("[a](b)") == r"\[a\](b)"


def test_a_column_that_has_nothing_to_say_is_not_there() -> None:
    rows = Rows(columns=("day",), rows=(("1945",), ("1946",)))
    assert rows.beside("supposed", "") == rows
    assert rows.beside("supposed", "x").rows == (("1945", "x"), ("1946", "x"))
