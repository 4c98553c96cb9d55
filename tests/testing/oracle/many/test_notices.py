"""What becomes of a notice, worked out on paper from VCLT 54(a), 56, 67, 68 and 78."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from small_specifications import AT_ANY_TIME, THREE, A, B, C, act, oracle, treaty
from treatyclock.testing.oracle.days import Period, UnsettledError
from treatyclock.testing.oracle.many.treaty import Act, Exit, Side, Spec, Term

NOTICE = act("notice", "denunciation", A, date(1937, 3, 1))
LEFT = date(1938, 3, 1)
"""The last day in force by that notice: a year from it, its day not counted."""

AGREED = act("agreed", "extension of a notice", THREE, date(1937, 9, 1), until=date(1939, 6, 30), of="notice")
STOPPED = act("stopped", "suspension of a notice", A, date(1937, 9, 1), of="notice")
RESUMED = act("resumed", "resumption of a notice", A, date(1937, 10, 1), of="notice")


def given(*acts: Act, clause: Exit | None = AT_ANY_TIME, **more: Any) -> Spec:
    return treaty(NOTICE, *acts, exit=clause, **more)


def test_a_notice_without_a_clause_ends_nothing() -> None:
    assert oracle(given(clause=None), A, date(1940, 1, 1)) == "yes"


def test_a_notice_takes_effect_when_its_period_is_over() -> None:
    assert oracle(given(), A, LEFT) == "yes"
    assert oracle(given(), A, date(1938, 3, 2)) == "no"


def test_all_may_agree_on_a_later_day() -> None:
    assert oracle(given(AGREED), A, date(1939, 6, 30)) == "yes"
    assert oracle(given(AGREED), A, date(1939, 7, 1)) == "no"


def test_an_agreement_of_some_changes_no_notice() -> None:
    assert oracle(given(replace(AGREED, by=(A, B))), A, date(1938, 3, 2)) == "no"


def test_a_rescission_in_time_leaves_a_party_one() -> None:
    back = act("back", "rescission", A, date(1938, 2, 1), of="notice")
    assert oracle(given(back), A, date(1940, 1, 1)) == "yes"
    assert oracle(given(replace(back, when=date(1938, 4, 1))), A, date(1940, 1, 1)) == "no"


def test_whether_the_clock_of_a_suspended_notice_goes_on_is_open() -> None:
    spec = given(STOPPED, RESUMED)
    assert oracle(spec, A, date(1938, 3, 31)) == "yes"  # a month stood still: 1 March and thirty days
    assert oracle(spec, A, date(1938, 4, 1)) == "unknown"
    assert oracle(spec, A, date(1938, 10, 2)) == "no"  # begun anew on 1 October


def test_a_suspended_notice_that_is_taken_back_ends_nothing() -> None:
    back = act("back", "rescission", A, date(1937, 11, 1), of="notice")
    assert oracle(given(STOPPED, RESUMED, back), A, date(1940, 1, 1)) == "yes"


def test_a_suspended_notice_still_comes_with_the_term() -> None:
    clause = Exit("at the end of the term", notice=Period(months=6), first_day_counts=False)
    spec = given(STOPPED, RESUMED, clause=clause, term=Term(until=date(1939, 12, 31)))
    assert oracle(spec, A, date(1939, 12, 31)) == "yes"
    assert oracle(spec, A, date(1940, 1, 1)) == "no"


def test_a_conflict_puts_an_exit_off_to_its_end() -> None:
    clause = replace(AT_ANY_TIME, stay=True)
    war = act("war", "engagement in a conflict", A, date(1938, 1, 10))
    peace = act("peace", "end of a conflict", A, date(1939, 5, 5), of="war")
    assert oracle(given(war, peace, clause=clause), A, date(1939, 5, 5)) == "yes"
    assert oracle(given(war, peace, clause=clause), A, date(1939, 5, 6)) == "no"
    assert oracle(given(war, clause=clause), A, date(1945, 1, 1)) == "yes"
    later = replace(war, when=date(1938, 6, 1))
    assert oracle(given(later, clause=clause), A, date(1938, 3, 2)) == "no"


def test_a_conflict_counts_that_its_author_was_in_when_it_gave_the_notice() -> None:
    clause = replace(AT_ANY_TIME, stay=True, stay_if_given=True)
    war = act("war", "engagement in a conflict", A, date(1938, 1, 10))
    assert oracle(given(war, clause=clause), A, date(1938, 3, 2)) == "no"
    assert oracle(given(replace(war, when=date(1937, 1, 10)), clause=clause), A, date(1938, 3, 2)) == "yes"


YEARLY = Exit("on a fixed day", on=(12, 31), cut_off=(6, 30), chain=Period(months=2))
IN_TIME = replace(NOTICE, when=date(1937, 6, 1))
FOLLOWS = act("follows", "denunciation", B, date(1937, 7, 20))


def test_who_follows_a_notice_in_time_leaves_with_its_author() -> None:
    assert oracle(treaty(IN_TIME, FOLLOWS, exit=YEARLY), B, date(1937, 12, 30)) == "yes"
    assert oracle(treaty(IN_TIME, FOLLOWS, exit=YEARLY), B, date(1938, 1, 1)) == "no"
    late = replace(FOLLOWS, when=date(1937, 8, 20))
    assert oracle(treaty(IN_TIME, late, exit=YEARLY), B, date(1938, 1, 1)) == "yes"
    last = replace(FOLLOWS, when=date(1937, 8, 1))  # whether the day counts from which the two months run, no rule says
    assert oracle(treaty(IN_TIME, last, exit=YEARLY), B, date(1938, 1, 1)) == "unknown"


def test_nobody_follows_a_notice_that_was_taken_back_by_then() -> None:
    back = act("back", "rescission", A, date(1937, 6, 20), of="notice")
    assert oracle(treaty(IN_TIME, FOLLOWS, back, exit=YEARLY), B, date(1938, 1, 1)) == "yes"
    after = replace(back, when=date(1937, 8, 1))
    assert oracle(treaty(IN_TIME, FOLLOWS, after, exit=YEARLY), B, date(1938, 1, 1)) == "unknown"


def test_nobody_follows_a_notice_of_a_state_that_had_left() -> None:
    early = act("early", "denunciation", A, date(1936, 6, 1))
    assert oracle(treaty(early, IN_TIME, FOLLOWS, exit=YEARLY), B, date(1938, 1, 1)) == "yes"


def test_whether_one_that_followed_is_followed_in_its_turn_is_open() -> None:
    third = act("third", "denunciation", C, date(1937, 9, 1))
    spec = treaty(IN_TIME, FOLLOWS, third, exit=YEARLY)
    assert oracle(spec, B, date(1938, 1, 1)) == "no"
    assert oracle(spec, C, date(1938, 1, 1)) == "unknown"


def test_whether_a_notice_is_followed_before_others_are_told_of_it_is_open() -> None:
    told = replace(IN_TIME, circulated=date(1937, 8, 1))
    assert oracle(treaty(told, FOLLOWS, exit=YEARLY), B, date(1938, 1, 1)) == "unknown"


FIRST = act("first", "first notice", A, date(1936, 6, 1))
TWICE = replace(AT_ANY_TIME, first_notice=Period(months=6), first_notice_first_day_counts=False)


def test_a_second_notice_needs_a_first_one_in_time() -> None:
    assert oracle(given(FIRST, clause=TWICE), A, date(1938, 3, 2)) == "no"
    assert oracle(given(clause=TWICE), A, date(1938, 3, 2)) == "yes"
    assert oracle(given(replace(FIRST, when=date(1937, 1, 1)), clause=TWICE), A, date(1938, 3, 2)) == "yes"


def test_a_first_notice_that_was_taken_back_serves_for_nothing() -> None:
    back = act("back", "rescission", A, date(1936, 9, 1), of="first")
    assert oracle(given(FIRST, back, clause=TWICE), A, date(1938, 3, 2)) == "yes"


WITH_TERM = Exit("at the end of the term", notice=Period(months=6), first_day_counts=False)

REFUSED = {
    "all agree on when a notice takes effect that has none": [
        given(AGREED, clause=None),
        given(AGREED, clause=replace(AT_ANY_TIME, needs_ground=True)),
    ],
    "a first notice taken back by some on a side": [
        treaty(
            act("notice", "denunciation", (A, B), date(1937, 3, 1)),
            act("first", "first notice", (A, B), date(1936, 6, 1)),
            act("back", "rescission", A, date(1936, 9, 1), of="first"),
            exit=TWICE,
            sides=(Side((A, B)), Side((C,))),
        )
    ],
    "an exit recorded, and all agreed after the notice to prolong the term": [
        treaty(
            replace(NOTICE, recorded=date(1939, 12, 31)),
            act("longer", "extension of the term", THREE, date(1938, 6, 1), until=date(1941, 12, 31)),
            exit=WITH_TERM,
            term=Term(until=date(1939, 12, 31)),
        )
    ],
    "a notice that names a day on which the clause lets nobody leave": [
        treaty(
            replace(NOTICE, effective=date(1939, 8, 1)),
            exit=Exit("on a fixed day", on=(12, 31), cut_off=(6, 30), first_day_counts=False),
        )
    ],
    "a notice that names a day on which no term ends": [
        treaty(replace(NOTICE, effective=date(1941, 8, 1)), exit=WITH_TERM, term=Term(until=date(1939, 12, 31)))
    ],
    "a notice followed that several gave, or on the day on which it is taken back": [
        treaty(replace(IN_TIME, by=(A, C)), FOLLOWS, exit=YEARLY)
    ],
    "a notice followed that is suspended afterwards and taken up again": [
        treaty(
            IN_TIME,
            FOLLOWS,
            replace(STOPPED, when=date(1937, 8, 1)),
            replace(RESUMED, when=date(1937, 8, 5)),
            exit=YEARLY,
        )
    ],
    "a notice followed whose day is agreed or recorded": [
        treaty(replace(IN_TIME, recorded=date(1937, 12, 31)), FOLLOWS, exit=YEARLY)
    ],
    "a notice followed of a State that had perhaps left": [
        treaty(
            act("early", "denunciation", A, date(1936, 6, 1)),
            act("back", "rescission", A, date(1936, 7, 1), of="early"),
            IN_TIME,
            FOLLOWS,
            exit=YEARLY,
        )
    ],
    "a notice suspended and taken up again on one day": [given(STOPPED, replace(RESUMED, when=STOPPED.when))],
    "two agreements of one day on the effect of a notice": [
        given(AGREED, replace(AGREED, id="other", until=date(1940, 6, 30)))
    ],
    "all agree on a notice that is suspended or stayed": [given(STOPPED, replace(AGREED, when=date(1937, 9, 10)))],
    "a suspended notice whose end is recorded or agreed": [
        treaty(replace(NOTICE, recorded=date(1938, 3, 1)), STOPPED, RESUMED, exit=AT_ANY_TIME)
    ],
    "a suspended notice whose period leads to the day of effect itself": [
        given(STOPPED, RESUMED, clause=replace(AT_ANY_TIME, lands="the day after", first_day_counts=None))
    ],
    "a notice suspended or resumed on the last day of the term": [
        given(
            STOPPED,
            replace(RESUMED, when=date(1939, 12, 31)),
            clause=WITH_TERM,
            term=Term(until=date(1939, 12, 31)),
        )
    ],
    "a notice on the day of a conflict's outbreak": [
        given(
            act("war", "engagement in a conflict", A, date(1937, 3, 1)),
            clause=replace(AT_ANY_TIME, stay=True, stay_if_given=True),
        )
    ],
}


@pytest.mark.parametrize("why", sorted(REFUSED))
def test_where_no_rule_says_what_becomes_of_a_notice_the_oracle_refuses(why: str) -> None:
    for spec in REFUSED[why]:
        with pytest.raises(UnsettledError, match=why):
            oracle(spec, A, date(1938, 6, 1))
