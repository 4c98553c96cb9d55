"""Fingerprints: the same for the same, another for another."""

from __future__ import annotations

import treatyclock as tc
from treatyclock.show.fingerprints import library_fingerprint, text_fingerprint, zone_fingerprints


def test_zones_are_those_that_the_answer_rests_on() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    found = zone_fingerprints(pact.in_force("1945-08-09 00:10", zone="Asia/Tokyo"))
    assert sorted(found) == ["Asia/Tokyo", "Europe/Moscow"]
    assert len({*found.values(), library_fingerprint(), text_fingerprint("")}) == 4
    assert "Manchukuo" not in zone_fingerprints(pact.in_force("1945-08-09 00:10", zone="Manchukuo"))
