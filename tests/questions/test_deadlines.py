"""Dates asked for by name: what was asked, what comes out, and the argument for it."""

from __future__ import annotations

import treatyclock as tc

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_each_has_its_argument() -> None:
    text = " ".join(PACT.last_timely_notice().explain().split())
    assert "a notice for the end of the first term must be given no later than 25 April 1945" in text
    assert "Sources" in text
    answer = PACT.effective_withdrawal("denunciation")
    found = answer.to_dict()
    assert found["outcomes"][0] == {"days": ["1946-04-26"], "under": {"first_day": "not counted"}}
    assert found["last_days"][0] == {"days": ["1946-04-25"], "under": {"first_day": "not counted"}}
    assert found["first_days_out"] == found["outcomes"]
    assert answer.derivation
