"""What differs between two treaties: stretches of time with another status, and dates."""

from __future__ import annotations

import treatyclock as tc

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_what_differs() -> None:
    other = PACT.what_if(drop="denunciation")
    found = PACT.difference(other)
    assert {(each.party, each.name) for each in found.dates} >= {(None, "last_day_in_force"), ("JPN", "ends")}
    assert all(each.before != each.after for each in found.dates)
    assert all(each.before != each.after for each in found.statuses)
    lasting = [each for each in found.statuses if each.party is None]
    assert lasting[0].during.start is not None
    assert tc.Status.PARTY in lasting[-1].before | lasting[-1].after
    assert not PACT.difference(PACT)
    assert str(PACT.difference(PACT)) == "nothing differs"
    assert found.to_dict()["dates"][0]["name"] == "last_day_in_force"
