"""Who was a party when, worked out on paper from VCLT 11, 15, 24, 54, 70 and VCSST 22."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from small_specifications import AT_ANY_TIME, CONSENTED, THREE, A, B, C, act, oracle, treaty
from treatyclock.testing.oracle.days import Moment, Period, UnsettledError, When
from treatyclock.testing.oracle.many.treaty import Act, Condition, Delay, Exit, Grace, Joining, RecordedEnd, Term

TWO = Condition("instruments", number=2)
AT_ONCE = Exit("at any time", first_day_counts=False)
TIED = Grace(Period(years=1), first_day_counts=False)
NO_GRACE = Grace(Period(), first_day_counts=False)

LEFT_UNION = act("out", "end of membership", A, date(1937, 3, 1))
BACK_IN_UNION = act("in", "membership", A, date(1937, 9, 1))
SUCCEEDS = act("succeeds", "succession", C, date(1942, 6, 1), effective=date(1938, 1, 1))
NOTICE = act("notice", "denunciation", A, date(1937, 3, 1))
WITHOUT_C = {A: CONSENTED, B: CONSENTED}


def test_who_ceases_to_be_a_member_is_out_once_the_grace_is_over() -> None:
    assert oracle(treaty(LEFT_UNION, tied=TIED), A, date(1938, 3, 1)) == "yes"
    assert oracle(treaty(LEFT_UNION, tied=TIED), A, date(1938, 3, 2)) == "no"


def test_without_a_grace_the_day_is_the_last_in_or_the_first_out() -> None:
    assert oracle(treaty(LEFT_UNION, tied=NO_GRACE), A, date(1937, 2, 28)) == "yes"
    assert oracle(treaty(LEFT_UNION, tied=NO_GRACE), A, date(1937, 3, 1)) == "unknown"
    assert oracle(treaty(LEFT_UNION, tied=NO_GRACE), A, date(1937, 3, 2)) == "no"


def test_whether_a_member_again_in_time_is_out_is_open() -> None:
    spec = treaty(LEFT_UNION, BACK_IN_UNION, tied=TIED)
    assert oracle(spec, A, date(1938, 3, 1)) == "yes"
    assert oracle(spec, A, date(1938, 3, 2)) == "unknown"


def test_whether_a_succession_notified_after_the_end_reaches_back_is_open() -> None:
    spec = treaty(SUCCEEDS, consents=WITHOUT_C, condition=TWO, joining=Joining(), term=Term(until=date(1940, 12, 31)))
    assert oracle(spec, C, date(1939, 1, 1)) == "unknown"
    assert oracle(spec, C, date(1943, 1, 1)) == "no"


def test_a_notice_that_is_to_end_it_for_all_leaves_the_day_to_the_record() -> None:
    clause = replace(AT_ANY_TIME, for_all=True)
    spec = treaty(NOTICE, exit=clause, end=RecordedEnd(date(1939, 12, 31), is_out=False))
    assert oracle(spec, A, date(1939, 12, 31)) == "yes"
    assert oracle(spec, A, date(1940, 1, 1)) == "no"


def again(day: When, **more: date) -> Act:
    return act("again", "ratification", A, day, **more)


REFUSED = {
    "an agreement of those listed, who are not all": treaty(
        act("over", "termination by consent", THREE, date(1938, 1, 1)),
        condition=Condition("instruments", number=5),
        recorded=date(1936, 6, 1),
    ),
    "a succession notified on the day of the end": treaty(
        replace(SUCCEEDS, when=date(1940, 12, 31)),
        consents=WITHOUT_C,
        condition=TWO,
        joining=Joining(),
        term=Term(until=Moment(datetime(1940, 12, 31, 15), 0)),
    ),
    "a later consent from an earlier day": treaty(
        act("joins", "accession", C, date(1937, 1, 1)),
        act("ratifies", "ratification", C, date(1937, 2, 1)),
        consents=WITHOUT_C,
        condition=TWO,
        joining=Joining(accession_delay=Delay(Period(years=1))),
    ),
    "consent on the day of the exit": treaty(
        NOTICE, again(NOTICE.when), exit=AT_ONCE, condition=TWO, joining=Joining()
    ),
    "consent while the State's exit is pending": treaty(
        NOTICE, again(date(1937, 6, 1)), exit=AT_ANY_TIME, condition=TWO, joining=Joining()
    ),
    "back before gone": treaty(
        NOTICE,
        again(date(1940, 1, 1), recorded=date(1937, 6, 1)),
        condition=TWO,
        joining=Joining(),
        exit=AT_ANY_TIME,
    ),
    "a notice before the State's consent had arrived": treaty(
        replace(NOTICE, when=date(1936, 2, 1)),
        act("late", "ratification", A, date(1935, 12, 1), received=date(1936, 3, 1)),
        consents={B: CONSENTED, C: CONSENTED},
        condition=TWO,
        counts_from="dated",
        joining=Joining(counts_from="dated"),
        exit=AT_ANY_TIME,
    ),
    "consent on the day on which membership ends": treaty(replace(LEFT_UNION, when=CONSENTED), tied=TIED),
    "a succession from a day on which its author was a member, notified when it was none": treaty(
        act("succeeds", "succession", C, date(1938, 1, 1), effective=date(1936, 3, 1)),
        replace(LEFT_UNION, by=(C,)),
        consents=WITHOUT_C,
        condition=TWO,
        joining=Joining(),
        tied=TIED,
    ),
    "consent on the day on which membership begins": treaty(
        act("out", "end of membership", C, date(1936, 6, 1)),
        act("in", "membership", C, date(1937, 6, 1)),
        act("joins", "accession", C, date(1937, 6, 1)),
        consents=WITHOUT_C,
        condition=TWO,
        joining=Joining(),
        tied=TIED,
    ),
    "a membership that begins and ends on one day": treaty(
        LEFT_UNION, replace(BACK_IN_UNION, when=LEFT_UNION.when), tied=TIED
    ),
    "another exit, after one in whose place the record has the end for all": treaty(
        NOTICE,
        replace(NOTICE, id="second", when=date(1937, 6, 1)),
        exit=replace(AT_ANY_TIME, for_all=True),
        end=RecordedEnd(date(1939, 12, 31), is_out=False),
    ),
}


@pytest.mark.parametrize("why", sorted(REFUSED))
def test_where_no_rule_says_who_was_a_party_the_oracle_refuses(why: str) -> None:
    with pytest.raises(UnsettledError, match=why):
        oracle(REFUSED[why], A, date(1938, 6, 1))
