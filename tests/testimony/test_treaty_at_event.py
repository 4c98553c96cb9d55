"""What a treaty's terms say at an event, as a value."""

from __future__ import annotations

from treatyclock.testimony.treaty_at_event import TreatyAtEvent
from treatyclock.truth import Truth


def test_a_treaty_s_answer_depends_where_scenarios_differ() -> None:
    def then(*truths: Truth | None, dearer: Truth | None = None) -> TreatyAtEvent:
        return TreatyAtEvent(treaty="pact", event="e", costs=(2, 4), truths=(truths, (dearer,)))

    assert (then(Truth.YES, Truth.YES).depends, then(Truth.YES, Truth.NO).depends) == (False, True)
    assert then(Truth.YES, Truth.NO).said == (Truth.NO, Truth.YES)
    assert then(None).said == ()
    # A time that nobody tells may be one at which the treaty was not in force.
    assert (then(Truth.YES, None).depends, then(Truth.YES, None).untold, then(None).depends) == (True, True, False)
    assert then(Truth.YES, dearer=Truth.NO).said == (Truth.YES,)
    assert then(Truth.YES, dearer=Truth.NO).dearer == ((Truth.NO, 4),)
    assert then(Truth.YES, dearer=Truth.YES).dearer == ()
