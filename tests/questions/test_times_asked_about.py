"""A question takes every time that ``moment`` takes, and a policy of widening."""

from __future__ import annotations

from datetime import datetime

import pytest

import treatyclock as tc
from library_times import SAME_INSTANT, TOKYO
from treatyclock.civil.interop.objects import TimeObject
from treatyclock.cli import main


@pytest.mark.parametrize("value", SAME_INSTANT)
def test_one_instant_whoever_keeps_it(value: TimeObject | datetime) -> None:
    assert tc.load("soviet-japanese-neutrality-pact").in_force(value, zone=TOKYO).truth is tc.Truth.YES


def test_an_answer_rests_on_a_policy_of_widening(capsys: pytest.CaptureFixture[str]) -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    note = "1941-05~ is widened by one month on either side (policy one-unit)"
    assert pact.in_force("1941-05~", zone="UTC").truth is tc.Truth.YES
    wide = pact.in_force("1941-05~", zone="UTC", widen="one-unit")
    assert wide.truth is tc.Truth.UNKNOWN
    assert note in [ground.text for ground in wide.rests_on]
    assert len(pact.status("1941-05~", zone="UTC", widen="one-unit")) > 1
    asked = ["ask", "soviet-japanese-neutrality-pact", "--at", "1941-05~", "--zone", "UTC", "--json"]
    assert main([*asked, "--widen", "one-unit"]) == 0
    assert note in capsys.readouterr().out
    assert main(["ask", "soviet-japanese-neutrality-pact", "--at", "1941", "--widen", "wide"]) == 2
    assert "hint: the choices are `none`, `one-unit`" in capsys.readouterr().err
