"""An answer as a value: what it says, and that it is written by its printers."""

from __future__ import annotations

import json

import treatyclock as tc

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_json_is_the_dictionary() -> None:
    answer = PACT.in_force("1946-04-25T12:00Z")
    assert json.loads(answer.to_json()) == answer.to_dict()
    assert str(answer) == answer.printed("text")
