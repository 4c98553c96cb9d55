"""The engine against an evaluator of treaties with a part that is bound by consents of its own."""

from __future__ import annotations

from compared import Tally, compare


def test_the_engine_and_the_oracle_agree() -> None:
    tally = Tally()
    compare("parts", "parts", range(25), tally)
    assert not tally.differences, tally.differences[0]
    assert tally.counts["compared"] > 5
