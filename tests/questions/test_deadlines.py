"""Dates asked for by name: what was asked, what comes out, and the argument for it."""

from __future__ import annotations

import pytest

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


def test_expiry_of_a_state_that_was_a_party_twice() -> None:
    paris = tc.load("paris-agreement-2015")
    outcomes = {at: [each.value for each in paris.expiry(at=at, party="USA").outcomes] for at in ("2018-01-01", None)}
    assert outcomes["2018-01-01"] == [("2020-11-03",)]
    assert paris.expiry(at="2021-01-01", party="USA").outcomes == paris.expiry(party="USA").outcomes  # the next one
    with pytest.raises(tc.TreatyclockError):
        paris.expiry(at="2018", party="USA")
