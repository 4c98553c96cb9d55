"""The standing of a State at an instant, worked out on paper from VCLT 25, 54 and 70."""

from __future__ import annotations

from datetime import date

from small_specifications import A, B, act, statuses, treaty
from treatyclock.testing.oracle.many.treaty import Condition, Provisional, RecordedEnd

SIGNED_BY_A = Condition("signed", by=(A,))


def test_who_did_not_agree_to_an_end_applies_it_up_to_the_end_that_is_recorded() -> None:
    spec = treaty(
        act("a-signs", "definitive signature", A, date(1936, 2, 2)),
        act("b-signs", "signature", B, date(1936, 6, 25)),
        act("b-ratifies", "ratification", B, date(1939, 6, 1)),
        act("a-ends-it", "termination by consent", A, date(1937, 2, 12)),
        consents={},
        condition=SIGNED_BY_A,
        provisional=Provisional(),
        end=RecordedEnd(date(1938, 7, 2), is_out=False),
    )
    assert "provisionally applying" in statuses(spec, B, date(1937, 3, 3))
    assert "provisionally applying" not in statuses(spec, B, date(1938, 7, 3))
