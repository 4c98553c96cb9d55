"""Answers in Markdown: nothing of a file's own text is taken for markup."""

from __future__ import annotations

import treatyclock as tc

FILE = """
schema = 1
id = "marked-up"
title = "<script>alert(1)</script>"
parties = { AAA = "*A* | B", BBB = "[B](x)" }
[sources]
text = "The `text` | <b>bold</b>"
[entry_into_force]
when = "signed"
source = "text"
[[act]]
kind = "signature"
by = ["AAA", "BBB"]
on = "1950-01-01"
source = "text"
"""


def test_an_answer_is_a_table_a_numbered_list_and_footnotes() -> None:
    said = tc.load("soviet-japanese-neutrality-pact").in_force("1945-08-08T15:10Z").printed("md").splitlines()
    assert said[0] == "**Yes, in force by its terms.**"
    assert said[2:4] == ["| | |", "|---|---|"]
    assert any(line.startswith("1. The treaty enters into force") and line.endswith("[^text]") for line in said)
    assert any(line.startswith("[^text]: ") for line in said)


def test_the_files_own_text_is_no_markup() -> None:
    said = tc.loads(FILE).in_force("1960-01-01", party="AAA").printed("md")
    assert "<b>" not in said and r"\<b\>bold" in said
    rows = [line for line in said.splitlines() if line.startswith("| ")]
    assert all(line.replace(r"\|", "").count("|") == 3 for line in rows)
    assert r"\*A\* \| B" in said and r"\[B\](x)" in said


def test_dates_have_it_too() -> None:
    said = tc.load("soviet-japanese-neutrality-pact").expiry().printed("md").splitlines()
    assert said[:3] == [
        "**last day in force**",
        "",
        r"- 1946-04-25 (first day out 1946-04-26)   if first\_day = not counted",
    ]
