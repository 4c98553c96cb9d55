"""The table of calendars says of every row who says so."""

from __future__ import annotations

from treatyclock.civil.calendars.names import calendar, calendar_names
from treatyclock.civil.calendars.table import marks, table


def test_every_row_says_who_says_so() -> None:
    known = {"high", "single list", "disputed", "general knowledge"}
    for entry in table()["country"]:
        rows = entry.get("change", []) or [entry]
        assert all(row["source"] and row["confidence"] in known for row in rows), entry["id"]
        assert all((row["confidence"] == "disputed") == ("disputed" in row) for row in rows), entry["id"]
    assert all(row["source"] and row["confidence"] in known for row in table()["era"])
    assert all(row["remark"] for row in table()["convertdate"])
    assert len(calendar_names()) == sum(len(table()[kind]) for kind in ("country", "era", "convertdate")) + 2


def test_a_mark_names_one_calendar() -> None:
    written = [
        mark for kind in ("country", "convertdate") for entry in table()[kind] for mark in entry.get("marks", ())
    ]
    assert len(written) == len(set(written)) == len(marks())
    assert all(calendar(name).name == name for name in marks().values())
