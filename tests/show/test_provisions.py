"""Provisions that move no date are kept with the treaty and told beside what they are about."""

from __future__ import annotations

import treatyclock as tc

TEXT = """
schema = 1
id     = "kept"
title  = "Kept"
[parties]
AAA = "A"
BBB = "B"
[entry_into_force]
recorded = "2001-01-01"
ref      = "art. 1"
[denunciation]
when      = "at any time"
notice    = "P1Y"
first_day = "counted"
ref       = "art. 2"
[[provision]]
about = "denunciation"
text  = "The parties consult."
ref   = "art. 3"
[[provision]]
about = "authentic texts"
text  = "Done in two languages."
ref   = "art. 4"
[[provision]]
about = "denunciation"
text  = "No compensation is due."
ref   = "art. 5"
known = "2012-01-01"
[[act]]
kind = "denunciation"
by   = "AAA"
on   = "2010-03-01"
ref  = "letter"
"""


def test_they_come_back_as_they_were_written() -> None:
    treaty = tc.loads(TEXT)
    assert tc.loads(tc.dumps(treaty)) == treaty
    assert [each.says() for each in treaty.record.clauses[-3:]] == [
        "The parties consult.",
        "Done in two languages.",
        "No compensation is due.",
    ]


def test_they_are_told_beside_what_they_are_about() -> None:
    treaty = tc.loads(TEXT)
    told = treaty.in_force("2012-01-01")
    assert "\nBeside it\n  art. 3: The parties consult.\n  art. 5: No compensation is due.\n" in told.explain()
    assert [each["ref"] for each in told.to_dict()["provisions"]] == ["art. 3", "art. 5"]
    assert "- art. 3: The parties consult." in told.printed("md")
    assert "Done in two languages" not in told.explain()
    before = treaty.in_force("2005-01-01", known_as_of="2005-06-01")
    assert "Beside it" not in before.explain() and before.to_dict()["provisions"] == []


def test_what_came_later_than_what_was_known_is_not_told() -> None:
    told = tc.loads(TEXT).in_force("2012-01-01", known_as_of="2011-01-01")
    assert [each["ref"] for each in told.to_dict()["provisions"]] == ["art. 3"]
    assert "art. 5" in tc.loads(TEXT).notice(by="BBB", on="2010-01-01").explain()
    assert "art. 5" in tc.loads(TEXT).earliest_exit(notice_on="2010-01-01").explain()


def test_they_move_no_date() -> None:
    treaty = tc.loads(TEXT)
    bare = tc.loads(TEXT.split("[[provision]]", maxsplit=1)[0] + "[[act]]" + TEXT.split("[[act]]")[1])
    assert str(treaty.dates()) == str(bare.dates())
    assert treaty.timeline() == bare.timeline()
