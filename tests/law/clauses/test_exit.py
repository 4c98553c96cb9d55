"""The sentences of rights to leave, and what does not hang together in them."""

from __future__ import annotations

import pytest

import treatyclock as tc


@pytest.mark.parametrize(
    ("id", "party", "said"),
    [
        ("washington-naval-treaty-1922", "USA", "with a notice of 2 years once there is no term; one notice ends it"),
        ("whaling-1946", "NOR", "30 June, by a notice up to 1 January; others may follow within 1 month"),
        ("paris-agreement-2015", "USA", "for 3 years from its own entry into force there is no notice"),
    ],
)
def test_the_sentence_of_a_right_to_leave_is_complete(id: str, party: str, said: str) -> None:
    assert said in " ".join(tc.load(id).in_force("2020-01-01", party=party).explain().split())
