"""The page of shipped treaties is made from the treaties."""

from __future__ import annotations

import os
from pathlib import Path

import treatyclock as tc
from treatyclock.answers.dates import Outcomes

PAGE = Path(__file__).parents[2] / "docs" / "shipped.md"
MARK = "<!-- what follows is made by tests/corpus -->\n\n"
_FEW = 3


def days(outcomes: Outcomes, none: str) -> str:
    """Write a date that may be several, and where there is none, what that means."""
    values = dict.fromkeys(", ".join(each.value) or none for each in outcomes)
    return " or ".join(values) if 0 < len(values) <= _FEW else "open" if values else ""


def row(id: str) -> str:
    """Write what a reader looks for: title and id, for how many, from when to when, how many read it otherwise."""
    treaty = tc.load(id)
    dates = treaty.dates()
    cells = [
        f"{treaty.record.title}<br>`{id}`",
        str(len(treaty.record.parties)),
        days(dates.entry_into_force, "not yet"),
        days(dates.last_day_in_force, "no end"),
        str(len(treaty.record.readings) or ""),
    ]
    return f"| {' | '.join(each.replace('|', '/') for each in cells)} |"


def body() -> str:
    """Write all rows, by the ids in alphabetical order."""
    head = ["| treaty | parties listed | in force from | last day | readings |", "|---|---|---|---|---|"]
    return "\n".join([*head, *map(row, tc.shipped())]) + "\n"


def test_the_page_has_every_treaty_as_it_is_today() -> None:
    # Set TREATYCLOCK_WRITE_GOLDEN=1 to write the page anew, then read it before you commit it.
    head, mark, said = PAGE.read_text(encoding="utf-8").partition(MARK)
    assert mark
    if os.environ.get("TREATYCLOCK_WRITE_GOLDEN"):
        said = body()
        PAGE.write_text(head + mark + said, encoding="utf-8")
    assert said == body()
