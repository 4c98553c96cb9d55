"""Answers that are tables, in Markdown."""

from __future__ import annotations

import treatyclock as tc

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_tables() -> None:
    assert "| 1941-04-25 | 1946-04-24 | party |" in PACT.chronology().printed("md")
    assert "| SUN | the USSR | yes | party |" in PACT.parties("1945").printed("md")
    assert PACT.chronologies(by="reading").printed("md").startswith("**Neutrality Pact between")
    assert "- Moscow time: " in tc.when("11 p.m. Moscow time, 8 August 1945").printed("md")
    assert "Yes, protected" in tc.load("energy-charter-treaty-1994").protected(
        "2030-01-01", made="2010", party="ITA"
    ).printed("md")  # fmt: skip


def test_a_hypothesis_stands_above_the_table_and_in_no_column() -> None:
    found = PACT.what_if(drop="denunciation").chronology().printed("md")
    assert found.startswith("On a hypothesis: without denunciation")
    assert "| begins | ends | status |" in found


def test_a_list_of_parties_in_part_says_so() -> None:
    found = tc.load("rome-statute-1998").parties("2017-10-27").printed("md")
    assert found.endswith("The list of parties is in part: other States may be parties as well.")
