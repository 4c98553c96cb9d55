"""What a reading may change: disputed acts that it admits, clauses that it takes away; and how an exit lands."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.errors import TreatyFileError

HEAD = """
schema = 1
id = "disputes"
title = "Disputes"
[parties]
AAA = "A"
BBB = "B"
CCC = "C"
[counting]
midnight = "+00:00"
ref = "c"
[entry_into_force]
when = { instruments = 2 }
ref = "1"
[denunciation]
when = "at any time"
notice = "P3M"
lands = "the first of the next month"
ref = "80"
[sunset]
lasts = "P5Y"
first_day = "not counted"
ref = "81"
[[act]]
kind = "ratification"
by = ["AAA", "BBB"]
on = "2014-04-22"
ref = "r"
[[act]]
kind = "accession"
by = "CCC"
on = "2015-01-01"
disputed = true
ref = "r"
[[act]]
kind = "withdrawal"
by = "AAA"
on = "2021-03-22"
ref = "r"
[[reading]]
id = "accession-stands"
title = "the accession stands"
holder = "C"
ref = "r"
admits = "accession-ccc"
[[reading]]
id = "no-sunset"
title = "the sunset was removed"
holder = "B"
ref = "r"
without = "sunset"
"""


def test_a_disputed_act_counts_where_it_is_admitted() -> None:
    found = tc.loads(HEAD)
    assert found.in_force("2016-01-01", party="CCC").truth is tc.Truth.NO
    answer = found.in_force("2016-01-01", party="CCC", reading="accession-stands")
    assert answer.truth is tc.Truth.YES
    assert [each.reading.id for each in answer.contested_by] == ["text", "no-sunset"]


def test_a_reading_takes_a_clause_away() -> None:
    found = tc.loads(HEAD)
    assert found.status("2023-01-01", party="AAA") == {tc.Status.SURVIVING}
    assert found.status("2023-01-01", party="AAA", reading="no-sunset") == {tc.Status.FORMER_PARTY}
    with pytest.raises(TreatyFileError, match="is not a clause of this treaty"):
        tc.loads(HEAD.replace('without = "sunset"', 'without = "renewal"'))
    with pytest.raises(TreatyFileError, match="also given by this reading"):
        tc.loads(HEAD + '[reading.sunset]\nlasts = "P1Y"\n')


def test_an_exit_that_lands_on_the_first_of_a_month() -> None:
    # Istanbul Convention art. 80: the first day of the month after three months from receipt; notice of 22 March
    # 2021, three months to 22 June, effective 1 July 2021.
    found = tc.loads(HEAD).dates(party="AAA").last_day_in_force
    assert [(each.value, each.under) for each in found] == [
        (("2021-06-30",), (("effect_day", "first out"),)),
        (("2021-07-01",), (("effect_day", "last in force"),)),
    ]
    said = tc.loads(HEAD.replace('notice = "P3M"', 'notice = "P3M"\neffect_day = "first out"'))
    assert [each.value for each in said.dates(party="AAA").last_day_in_force] == [("2021-06-30",)]


def test_an_event_that_has_not_come() -> None:
    text = HEAD.replace("[sunset]", '[term]\nuntil_event = "end-of-the-league"\nplus = "P1Y"\nref = "8"\n[sunset]')
    found = tc.loads(text)
    assert [each.value for each in found.dates().last_day_in_force] == [()]
    ended = found.what_if(add={"id": "end-of-the-league", "kind": "event", "by": "BBB", "on": "2018-05-01", "ref": "x"})
    assert {each.value for each in ended.dates().last_day_in_force} == {("2019-05-01",), ("2019-04-30",)}
