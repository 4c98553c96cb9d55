"""How an end is told whose act has a day and no hour: between two instants, in a sentence that can be read."""

from __future__ import annotations

import re

import pytest

import treatyclock as tc

MANY = """
schema = 1
id = "ends"
title = "Ends"
[parties]
AAA = { name = "A", clock = "UTC" }
BBB = { name = "B", clock = "UTC" }
CCC = { name = "C", clock = "UTC" }
[entry_into_force]
when = { instruments = 2 }
ref = "1"
[tied_to]
organisation = "the Council"
ref = "2"
[review]
after = "P5Y"
ref = "3"
[[act]]
kind = "ratification"
by = ["AAA", "BBB", "CCC"]
on = "1950-01-01"
ref = "1"
"""
OVER = '[[act]]\nkind = "{kind}"\nby = {by}\non = "1954-05-05"\nref = "x"\n'
ALL = '["AAA", "BBB", "CCC"]'
SPAN = "between 1954-05-05T00:00:00Z and 1954-05-05T23:59:59.999999Z"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (OVER.format(kind="termination by consent", by=ALL), f"by consent of all parties the treaty ends {SPAN}."),
        (
            OVER.format(kind="decision of a conference", by=ALL) + 'outcome = "ends"\n',
            f"by that decision the treaty ends {SPAN}.",
        ),
    ],
    ids=["consent", "decision"],
)
def test_an_end_known_to_the_day(act: str, said: str) -> None:
    argument = tc.loads(MANY + act).in_force("1960-01-01", party="AAA").explain()
    flowing = re.sub(r"\s+", " ", argument)
    assert said in flowing
    assert "with between" not in flowing and "being between" not in flowing


@pytest.mark.parametrize("kind", ["termination by consent", "end of membership"])
def test_an_end_that_names_its_day(kind: str) -> None:
    act = OVER.format(kind=kind, by=ALL if "consent" in kind else '"AAA"') + 'effective = "1954-06-30"\n'
    reading = '[[reading]]\nid = "r"\ntitle = "t"\nholder = "h"\nref = "x"\nchoose = { effect_day = "last in force" }\n'
    argument = tc.loads(MANY + act + reading).in_force("1960-01-01", party="AAA", reading="r").explain()
    assert re.search(r"(ends|party)\s+with\s+30\s+June\s+1954", argument)
