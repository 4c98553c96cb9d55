"""What those on one side do together or apart, worked out on paper from VCLT 2(1)(a), 54(a) and 68."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from small_specifications import AT_ANY_TIME, CONSENTED, A, B, C, act, oracle, treaty
from treatyclock.testing.oracle.many.treaty import Act, Condition, Joining, Side, Spec

ALL_OR_NOBODY = (Side((A, B), alone=False), Side((C,)))
EACH_FOR_ITSELF = (Side((A, B)), Side((C,)))
NOTICE = act("notice", "denunciation", (A, B), date(1937, 3, 1))


def given(*acts: Act, sides: tuple[Side, ...] = ALL_OR_NOBODY) -> Spec:
    return treaty(*acts, exit=AT_ANY_TIME, sides=sides)


def test_a_notice_of_all_on_a_side_ends_it_for_the_side() -> None:
    assert oracle(given(NOTICE), A, date(1938, 3, 1)) == "yes"
    assert oracle(given(NOTICE), C, date(1938, 3, 2)) == "no"


def test_a_notice_of_some_on_a_side_ends_it_for_them_where_the_text_says_so() -> None:
    some = replace(NOTICE, by=(A,))
    assert oracle(given(some, sides=EACH_FOR_ITSELF), A, date(1938, 3, 2)) == "no"
    assert oracle(given(some, sides=EACH_FOR_ITSELF), B, date(1938, 3, 2)) == "yes"
    assert oracle(given(some), A, date(1938, 3, 2)) == "yes"


def test_where_one_takes_its_part_back_what_is_left_is_a_notice_of_some() -> None:
    back = act("back", "rescission", B, date(1937, 9, 1), of="notice")
    assert oracle(given(NOTICE, back), A, date(1938, 3, 2)) == "yes"
    assert oracle(given(NOTICE, back, sides=EACH_FOR_ITSELF), A, date(1938, 3, 2)) == "no"


def test_one_of_two_that_alone_was_a_party_gives_the_notice_of_its_side() -> None:
    spec = treaty(
        replace(NOTICE, by=(A,)),
        consents={A: CONSENTED, C: CONSENTED},
        condition=Condition("instruments", number=2),
        joining=Joining(),
        exit=AT_ANY_TIME,
        sides=ALL_OR_NOBODY,
    )
    assert oracle(spec, A, date(1938, 3, 2)) == "no"
