"""Who must agree, and whether all have, worked out on paper from VCLT 13, 25, 39 and 54(b)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from small_specifications import CONSENTED, THREE, A, B, C, act, oracle, statuses, treaty
from treatyclock.testing.oracle.many.treaty import Condition, Joining, Provisional

OVER = act("over", "termination by consent", THREE, date(1938, 1, 1), effective=date(1939, 1, 1))
WAITS = Condition("instruments", number=3)


def test_all_parties_end_it_together() -> None:
    assert oracle(treaty(OVER), A, date(1938, 12, 31)) == "yes"
    assert oracle(treaty(OVER), A, date(1939, 1, 2)) == "no"


def test_all_end_it_together_by_acts_that_say_the_same() -> None:
    apart = (replace(OVER, by=(A,)), replace(OVER, id="also", by=(B, C), when=date(1938, 3, 1)))
    assert oracle(treaty(*apart), A, date(1939, 1, 2)) == "no"
    otherwise = (apart[0], replace(apart[1], effective=date(1940, 1, 1)))
    assert oracle(treaty(*otherwise), A, date(1945, 1, 1)) == "yes"


def test_who_is_no_party_yet_need_not_agree() -> None:
    spec = treaty(
        replace(OVER, by=(A, B)),
        act("joins", "accession", C, date(1940, 1, 1)),
        consents={A: CONSENTED, B: CONSENTED},
        condition=Condition("instruments", number=2),
        joining=Joining(),
    )
    assert oracle(spec, A, date(1939, 1, 2)) == "no"
    assert oracle(spec, C, date(1941, 1, 1)) == "no"


def test_what_all_end_before_anybody_has_consented_is_applied_no_longer_by_those_who_applied_it() -> None:
    signed = [act(f"signs-{each.lower()}", "signature", each, date(1936, 8, day)) for each, day in ((B, 13), (C, 16))]
    later = act("signs-later", "signature", A, date(1939, 3, 1))
    spec = treaty(*signed, OVER, later, consents={}, condition=WAITS, provisional=Provisional())
    assert statuses(spec, B, date(1938, 12, 31)) == {"provisionally applying"}
    assert statuses(spec, B, date(1939, 1, 2)) == {"before"}
    # Only who is bound ends a treaty by consent: whether what A signs later begins anything, no rule says.
    assert statuses(spec, A, date(1940, 1, 1)) == {"before", "provisionally applying"}
