"""What differs, and what is protected, as tables."""

from __future__ import annotations

import treatyclock as tc
from beside_treaties import THREE, treaty


def test_a_protection_is_a_table_with_a_row_for_each_fact() -> None:
    bit = tc.load("netherlands-czechoslovakia-bit-1991")
    told = bit.protected("2030-01-01", made="2022-01-01").printed("html")
    assert '<p class="lead">Unknown whether it is protected on 1 January 2030, made 1 January 2022.</p>' in told
    assert [name in told for name in (">Status<", ">Sunset<", ">Depends on<", "<pre")] == [True, True, True, False]


def test_of_a_protection_what_is_supposed_is_told_first() -> None:
    bit = tc.load("netherlands-czechoslovakia-bit-1991").under(choose={"effect_day": "first out"})
    told = bit.protected("2030-01-01", made="2005-01-01").printed("html")
    assert told.index("Chosen: effect_day") < told.index("Yes, protected")


def test_what_an_act_would_change_is_two_tables() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    told = pact.difference(pact.what_if(drop="denunciation")).printed("html")
    assert told.count("<table") == 2
    assert [head in told for head in (">who<", ">date<", ">when<", ">before<", ">after<")] == [True] * 5


def test_where_nothing_differs_that_is_said() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    assert pact.difference(pact).printed("html").count("<p>Nothing differs.</p>") == 1


def test_days_recorded_otherwise_than_counted_are_a_table_with_their_cause() -> None:
    act = {"kind": "accession", "by": "CCC", "on": "2003-05-05", "recorded": "2000-07-07", "ref": "r"}
    differs = treaty("a", "1990-01-01", "1991-01-01", parties=THREE, acts=(act,))
    told = differs.recorded_differences().printed("html")
    assert [each in told for each in (">CCC<", ">entry into force<", ">2000-07-07<", "2003-05-05")] == [True] * 4
    agrees = treaty("b", "1990-01-01", "1991-01-01", parties=THREE)
    assert "No recorded day is surely another" in agrees.recorded_differences().printed("html")
