"""For whom a treaty sleeps, worked out on paper from VCLT 57, 58 and 72."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from small_specifications import CONSENTED, THREE, A, B, C, act, oracle, statuses, treaty
from treatyclock.testing.oracle.days import Period, UnsettledError
from treatyclock.testing.oracle.many.treaty import Condition, Grace, Joining, Provisional, Side, Suspending

SLEEPS = act("sleeps", "suspension", THREE, date(1938, 1, 1))
TWO_SIDES = (Side((A, B)), Side((C,)))
JOINING = {"condition": Condition("instruments", number=2), "joining": Joining()}


def test_it_sleeps_for_all_until_one_of_them_takes_it_up() -> None:
    assert statuses(treaty(SLEEPS), A, date(1938, 6, 1)) == {"suspended"}
    awake = act("awake", "resumption", THREE, date(1939, 1, 1), of="sleeps")
    assert statuses(treaty(SLEEPS, awake), A, date(1939, 6, 1)) == {"party"}


def test_it_sleeps_up_to_the_day_that_is_told() -> None:
    spec = treaty(replace(SLEEPS, until=date(1938, 12, 31)))
    assert statuses(spec, A, date(1938, 12, 31)) == {"suspended"}
    assert statuses(spec, A, date(1939, 1, 1)) == {"party"}


def test_who_takes_it_up_alone_takes_it_up_for_itself() -> None:
    clause = Suspending(notice=Grace(Period(months=3), first_day_counts=False))
    alone = replace(SLEEPS, by=(A,))
    assert statuses(treaty(alone, suspending=clause), A, date(1938, 4, 1)) == {"party"}
    assert statuses(treaty(alone, suspending=clause), A, date(1938, 4, 2)) == {"suspended"}
    awake = act("awake", "resumption", A, date(1939, 1, 1), of="sleeps")
    assert statuses(treaty(alone, awake, suspending=clause), A, date(1939, 1, 2)) == {"party"}


def test_nobody_suspends_without_the_ground_that_the_clause_asks_for() -> None:
    clause = Suspending(needs_ground=True)
    assert statuses(treaty(replace(SLEEPS, by=(A,)), suspending=clause), A, date(1938, 6, 1)) == {"party", "suspended"}
    told = replace(SLEEPS, by=(A,), grounds="war")
    assert statuses(treaty(told, suspending=clause), A, date(1938, 6, 1)) == {"suspended"}


def test_nobody_suspends_whom_the_clause_does_not_name() -> None:
    clause = Suspending(parties=(B,))
    assert statuses(treaty(replace(SLEEPS, by=(A,)), suspending=clause), A, date(1938, 6, 1)) == {"party"}


def test_whether_it_sleeps_for_who_joins_a_side_later_is_open() -> None:
    spec = treaty(
        replace(SLEEPS, by=(A,)),
        act("joins", "accession", B, date(1939, 1, 1)),
        consents={A: CONSENTED, C: CONSENTED},
        sides=TWO_SIDES,
        suspending=Suspending(),
        **JOINING,
    )
    assert statuses(spec, A, date(1938, 6, 1)) == {"suspended"}
    assert statuses(spec, B, date(1939, 6, 1)) == {"party", "suspended"}
    assert oracle(spec, B, date(1939, 6, 1)) == "yes"


def test_what_all_on_one_of_two_sides_suspend_sleeps_for_the_other_that_applies_it_provisionally() -> None:
    spec = treaty(
        act("signs-a", "signature", A, date(1937, 1, 1)),
        act("signs-c", "signature", C, date(1937, 1, 1)),
        replace(SLEEPS, by=(A,)),
        consents={},
        condition=Condition("instruments", number=3),
        provisional=Provisional(),
        sides=TWO_SIDES,
        suspending=Suspending(),
    )
    assert statuses(spec, C, date(1937, 6, 1)) == {"provisionally applying"}
    assert statuses(spec, C, date(1938, 6, 1)) == {"provisionally applying", "before"}


REFUSED = {
    "a suspension by several, who may have agreed on it": treaty(replace(SLEEPS, by=(A, B)), suspending=Suspending()),
    "suspended with all of those listed, who are not all": treaty(
        SLEEPS, condition=Condition("instruments", number=5), recorded=date(1936, 6, 1)
    ),
}


@pytest.mark.parametrize("why", sorted(REFUSED))
def test_where_no_rule_says_for_whom_it_sleeps_the_oracle_refuses(why: str) -> None:
    with pytest.raises(UnsettledError, match=why):
        statuses(REFUSED[why], A, date(1938, 6, 1))
