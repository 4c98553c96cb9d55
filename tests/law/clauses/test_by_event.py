"""How a clause says until which event something lasts."""

from __future__ import annotations

import pytest

from treatyclock.law.clauses.by_event import EventDay, until_events


@pytest.mark.parametrize(
    ("events", "day", "said"),
    [
        (["peace"], None, "until the event peace"),
        (["peace"], EventDay.EVE, "until the day before the event peace"),
        (["peace"], EventDay.ENDS, "until the end of the day of the event peace"),
        (["a", "b"], EventDay.HOUR, "until the hour of the first of a or b"),
    ],
)
def test_until_events(events: list[str], day: EventDay | None, said: str) -> None:
    assert until_events(events, day) == said
