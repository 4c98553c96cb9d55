"""Cases: what they are called, what is left out of them, and what it costs to give something up."""

from __future__ import annotations

import pickle

import pytest

from testimony_cases import case, claim
from treatyclock.errors import UnknownClaimError, UnknownEventError
from treatyclock.testimony.case import Costs
from treatyclock.testimony.claims.base import Confidence

MADE = case(
    claim("x", event="e", after="f", gap="nearly six hours")
    + claim("y", event="f", after="g", computed_from=["x"])
    + claim("z", event="e", after="g", gap="nearly six hours")
)


def test_what_is_left_out_is_no_premise_either() -> None:
    assert [each.id for each in MADE.only(("x", "y")).claims] == ["x", "y"]
    (left, _) = MADE.without(("x",)).claims
    assert (left.id, left.computed_from) == ("y", ())
    for leave_out in (MADE.only, MADE.without):
        with pytest.raises(UnknownClaimError, match="`made` makes no claim `w`"):
            leave_out(("w",))


def test_events_and_clocks_have_names_for_sentences() -> None:
    assert (MADE.event_title("e"), MADE.clock_name("tokyo")) == ("the call", "Tokyo")
    MADE.known_event("e")
    with pytest.raises(UnknownEventError):
        MADE.known_event("h")


def test_a_phrase_is_told_once() -> None:
    assert [each.text for each in MADE.phrases_used] == ["nearly six hours"]


@pytest.mark.parametrize("confidence", Confidence)
def test_to_move_something_costs_half(confidence: Confidence) -> None:
    costs = Costs(low=3)
    assert costs.change(confidence) == (costs.drop(confidence) + 1) // 2


def test_it_is_a_value() -> None:
    assert pickle.loads(pickle.dumps(MADE)) == MADE
    assert hash(MADE) == hash(MADE.only(("x", "y", "z")))
