"""The events of a case, at each of their times."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.pages.case_events import claims_about, event_times

FOUND = tc.reconcile("august-1945")


def test_what_each_clock_showed_is_as_the_reconciliation_has_it() -> None:
    for each in event_times(FOUND):
        times = next(one for one in FOUND.consequences.events if one.event == each.event)
        assert each.when in times.bounds and each.others == len(times.bounds) - 1
        if times.settled:
            assert each.clocks == tuple((one.clock, one.first) for one in times.clocks)


def test_every_claim_about_an_event_is_about_it() -> None:
    assert [each.id for each in claims_about(FOUND, "attack")] == ["s1", "s2", "C"]
    found = {each.id for event in FOUND.case.events for each in claims_about(FOUND, event.id)}
    assert found == {each.id for each in FOUND.case.claims} - {"s3"}  # which is about clocks
