"""A consent that is gone with the end of a notice: bound for all of that day, and no more on the next."""

from __future__ import annotations

from datetime import date

import pytest

from small_treaties import evaluation, three
from treatyclock.civil.days import Days
from treatyclock.derive.consent.run_out import RUN_OUT, bound_up_to, gone_by_end_of, only_for, run_out
from treatyclock.derive.end.end import End
from treatyclock.derive.reasoning.reasons import Derived, Key, Rule
from treatyclock.derive.reasoning.timing import Span
from treatyclock.truth import Truth

LAST = Days.on(date(1938, 7, 30))


@pytest.mark.parametrize(
    ("at_hour", "found"),
    [
        (False, [Truth.NO, Truth.NO, Truth.YES]),  # with the end of that day
        (True, [Truth.NO, Truth.UNKNOWN, Truth.YES]),  # at some hour of that day
    ],
)
def test_by_the_end_of_a_day(at_hour: bool, found: list[Truth]) -> None:
    tried = evaluation(three())
    key = tried.derived(Key("exit"), Rule("exit", "out"), LAST)
    act = run_out(tried, End(at=Span(0, 0), last_day=LAST, key=key, at_hour=at_hour), ["AAA", "CCC"])
    days = [Days.on(date(1938, 7, day)) for day in (29, 30, 31)]
    assert [gone_by_end_of(tried, act, day) for day in days] == found
    assert (act.kind, act.by, bound_up_to(act)) == (RUN_OUT, ("AAA", "CCC"), not at_hour)
    reason = tried.findings.reasons[Key("act", act.id)]
    assert isinstance(reason, Derived)
    assert reason.because == (key,)
    assert only_for(act, ["CCC"]).by == ("CCC",)
    assert only_for(act, ["AAA", "CCC"]) is act
