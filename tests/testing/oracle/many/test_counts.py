"""When exits come by the clause's own count, worked out on paper from VCLT 54(a) and the practice of depositaries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from small_specifications import AT_ANY_TIME, THREE, A, act, oracle, treaty
from treatyclock.testing.oracle.days import Moment, Period
from treatyclock.testing.oracle.many.treaty import Act, Exit, LockIn, Renewal, Spec, Term, Window

WITH_TERM = Exit("at the end of the term", notice=Period(months=6), first_day_counts=False)
TO_1939 = Term(until=date(1939, 12, 31))
THEN_INDEFINITE = Renewal(None, 0, then_indefinite=True)


def left(given: date | Moment, clause: Exit, also: tuple[Act, ...] = (), **clauses: Any) -> Spec:
    return treaty(act("notice", "denunciation", A, given), *also, exit=clause, **clauses)


@pytest.mark.parametrize(
    ("late", "last"),
    [
        ("from the notice", date(1940, 5, 1)),  # six months from 1 November
        ("from the end of the term", date(1940, 6, 30)),  # six months of which 1 January is the first day
    ],
)
def test_a_notice_too_late_for_the_term_runs_as_the_text_says(late: str, last: date) -> None:
    clause = replace(WITH_TERM, late_notice=late)
    spec = left(date(1939, 11, 1), clause, term=TO_1939, renewal=THEN_INDEFINITE)
    assert oracle(spec, A, last) == "yes"
    assert oracle(spec, A, last.replace(day=1, month=last.month + 1)) == "no"


def test_a_notice_too_late_for_the_term_may_be_without_effect() -> None:
    clause = replace(WITH_TERM, late_notice="without effect")
    spec = left(date(1939, 11, 1), clause, term=TO_1939, renewal=THEN_INDEFINITE)
    assert oracle(spec, A, date(1945, 1, 1)) == "yes"


def test_what_a_notice_too_late_for_the_term_comes_to_is_open_where_the_text_is_silent() -> None:
    spec = left(date(1939, 11, 1), WITH_TERM, term=TO_1939, renewal=THEN_INDEFINITE)
    assert oracle(spec, A, date(1940, 4, 30)) == "yes"
    assert oracle(spec, A, date(1945, 1, 1)) == "unknown"


def test_a_notice_once_there_is_no_term_any_more_runs_its_period() -> None:
    clause = replace(WITH_TERM, notice_when_indefinite=Period(years=1))
    spec = left(date(1941, 3, 1), clause, term=TO_1939, renewal=THEN_INDEFINITE)
    assert oracle(spec, A, date(1942, 3, 1)) == "yes"
    assert oracle(spec, A, date(1942, 3, 2)) == "no"


def test_whether_a_notice_outlives_what_all_agree_on_after_it_is_open() -> None:
    longer = act("longer", "extension of the term", THREE, date(1939, 6, 1), until=date(1941, 12, 31))
    renewed = Renewal(Period(years=5), None)
    spec = left(date(1939, 3, 1), WITH_TERM, term=TO_1939, renewal=renewed, also=(longer,))
    assert oracle(spec, A, date(1941, 12, 31)) == "yes"
    assert oracle(spec, A, date(1942, 1, 1)) == "unknown"


def test_a_notice_outside_every_window_ends_nothing() -> None:
    clause = Exit(
        "in a window",
        notice=Period(months=6),
        first_day_counts=False,
        window=Window(every=Period(years=5), lasts=Period(months=3), anchor=date(1936, 1, 1)),
    )
    assert oracle(left(date(1940, 3, 1), clause), A, date(1950, 1, 1)) == "yes"
    assert oracle(left(date(1941, 3, 1), clause), A, date(1941, 9, 1)) == "yes"
    assert oracle(left(date(1941, 3, 1), clause), A, date(1941, 9, 2)) == "no"


def test_whether_a_lock_in_keeps_back_the_notice_or_the_exit_is_open() -> None:
    lock_in = LockIn(Period(years=5))
    silent = left(date(1939, 6, 1), replace(AT_ANY_TIME, lock_in=lock_in))
    assert oracle(silent, A, date(1940, 12, 31)) == "yes"
    assert oracle(silent, A, date(1945, 1, 1)) == "unknown"
    told = left(date(1939, 6, 1), replace(AT_ANY_TIME, lock_in=replace(lock_in, bars="exit")))
    assert oracle(told, A, date(1945, 1, 1)) == "no"


def test_no_notice_takes_effect_before_it_is_given() -> None:
    # The 2nd where it was given, ten hours behind; the 3rd on the treaty's clock.
    given = Moment(datetime(1937, 3, 2, 20), -600)
    clause = replace(AT_ANY_TIME, notice=Period(days=1), first_day_counts=True)
    assert oracle(left(given, clause), A, date(1937, 3, 2)) == "yes"
    assert oracle(left(given, clause), A, date(1937, 3, 3)) == "unknown"
    assert oracle(left(given, clause), A, date(1937, 3, 4)) == "no"
