"""What stays open, in words."""

from __future__ import annotations

from testimony_cases import claim, reconcile
from treatyclock.show.testimony._open_questions import open_text


def texts(claims: str, clocks: str = "") -> list[str]:
    found = reconcile(claims, clocks)
    return [open_text(found, each) for each in found.consequences.open]


def test_an_hour_shown_twice_is_told_by_its_offsets() -> None:
    paris = 'paris = { name = "Paris", zone = "Europe/Paris" }\n'
    assert texts(claim("p", event="e", at="2021-10-31T02:30", clock="paris"), paris) == [
        "the call: 2021-10-31 00:30 UTC (if p is on the clock of Paris at +02:00)"
        " or 2021-10-31 01:30 UTC (if p is on the clock of Paris at +01:00)"
    ]


def test_repairs_that_cost_as_much() -> None:
    assert texts(claim("x", event="e", after="f") + claim("y", event="f", after="e")) == [
        "x is given up; or x stands: equally cheap",
        "y is given up; or y stands: equally cheap",
    ]
