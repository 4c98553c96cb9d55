"""What differs, and what is protected, as tables."""

from __future__ import annotations

import treatyclock as tc


def test_a_protection_is_a_table_with_a_row_for_each_fact() -> None:
    bit = tc.load("netherlands-czechoslovakia-bit-1991")
    told = bit.protected("2030-01-01", made="2022-01-01").printed("html")
    assert '<p class="lead">Unknown whether it is protected on 1 January 2030, made 1 January 2022.</p>' in told
    assert [name in told for name in (">Status<", ">Sunset<", ">Depends on<", "<pre")] == [True, True, True, False]


def test_of_a_protection_what_is_supposed_is_told_first() -> None:
    bit = tc.load("netherlands-czechoslovakia-bit-1991").under(choose={"effect_day": "first out"})
    told = bit.protected("2030-01-01", made="2005-01-01").printed("html")
    assert told.index("Chosen: effect_day") < told.index("Yes, protected")
