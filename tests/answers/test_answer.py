"""An answer as a value: what it says, and that it is written by its printers."""

from __future__ import annotations

import json
import pickle

import pytest

import treatyclock as tc
from small_treaties import SIGNED, two
from treatyclock.errors import UndecidedError

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_json_is_the_dictionary() -> None:
    answer = PACT.in_force("1946-04-25T12:00Z")
    assert json.loads(answer.to_json()) == answer.to_dict()
    assert str(answer) == answer.printed("text")


def test_a_plain_yes_or_no_and_no_third() -> None:
    assert PACT.in_force("1942")
    assert not PACT.in_force("1950")
    with pytest.raises(UndecidedError):
        bool(PACT.in_force("1946-04-25T12:00Z"))


def test_whom_it_is_about() -> None:
    assert (PACT.in_force("1942").party, PACT.in_force("1942").between) == (None, None)
    assert PACT.in_force("1942", party="SUN").party == "SUN"
    assert PACT.in_force("1942", between=("SUN", "JPN")).between == ("SUN", "JPN")
    assert repr(PACT.in_force("1942")) == "<Answer yes: soviet-japanese-neutrality-pact at 1942>"


def test_answers_are_equal_whether_or_not_somebody_looked_at_the_argument() -> None:
    one, other = two(SIGNED).in_force("1931"), two(SIGNED).in_force("1931")
    assert one.derivation
    assert one == other
    assert hash(one) == hash(other)
    assert one != two(SIGNED).in_force("1932")
    again = pickle.loads(pickle.dumps(other))
    assert again == one
    assert again.explain() == one.explain()
