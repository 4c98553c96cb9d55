"""Claims that relate events: gaps, orders, and two descriptions of one event."""

from __future__ import annotations

import json

import pytest

from testimony_cases import case, claim, reconcile
from treatyclock.testimony.claims.base import ANY_WAY
from treatyclock.testimony.claims.relations import Gap, Order, SameEvent
from treatyclock.testimony.nodes import EventNode

MINUTE = 60_000_000


@pytest.mark.parametrize(
    ("keys", "kind", "least", "most", "text"),
    [
        ({"after": "f", "gap": "PT1H"}, Gap, 60, 60, 'the call came 1 h after the answer ("PT1H")'),
        ({"after": "f", "gap": "-PT1H"}, Gap, -60, -60, 'the call came 1 h before the answer ("-PT1H")'),
        ({"after": "f"}, Order, 1 / MINUTE, None, "the call came after the answer"),
        ({"same_as": "f"}, SameEvent, 0, 0, "the call was the answer"),
    ],
)
def test_each_is_a_bound_on_a_difference(
    keys: dict[str, str], kind: type, least: float, most: float | None, text: str
) -> None:
    made = case(claim("x", event="e", **keys))
    (found,) = made.claims
    assert isinstance(found, kind)
    ((difference),) = found.differences(ANY_WAY)
    assert (difference.start, difference.end) == (EventNode("f"), EventNode("e"))
    assert difference.least == int(least * MINUTE)
    assert difference.most == (None if most is None else int(most * MINUTE))
    assert found.sentence(made) == text


def test_gaps_add_up_however_long() -> None:
    found = reconcile(
        claim("r", event="g", at="1946-01-01T00:00", clock="berlin")
        + claim("p", event="e", after="f", gap="P999999D")
        + claim("q", event="f", after="g", gap="P999999D")
    )
    assert found.consistent
    # 1 January 1946 is day 710,397 of the years; 1,999,998 days on is day 2,710,395, less an hour of the clock.
    (bounds,) = found.bounds("e")
    assert bounds.start == (2_710_395 - 719_163) * 86_400_000_000 - 3_600_000_000


def test_events_lie_as_far_apart_as_years_go() -> None:
    paris = 'paris = { name = "Paris", zone = "Europe/Paris" }\n'
    first = claim("p", event="e", at="0001-01-02T00:00", clock="paris")
    found = reconcile(first + claim("q", event="f", at="9999-12-30T12:00", clock="paris"), paris)
    events = json.loads(found.to_json())["events"]
    # Paris kept 9 min 21 s ahead of Greenwich by the sun, and is an hour ahead in winter.
    assert events["e"]["utc"]["earliest"] == "0001-01-01T23:50:39Z"
    assert events["f"]["utc"]["earliest"] == "9999-12-30T11:00:00Z"
    assert events["g"]["utc"] == {"earliest": None, "latest": None}
