"""An end that is recorded as a fact, beside what clauses and acts give, and with acts that are tried or left out."""

from __future__ import annotations

import treatyclock as tc

HEAD = """
schema = 1
id = "recorded"
title = "Recorded"
parties = { AAA = "A", BBB = "B" }
[counting]
midnight = "+00:00"
ref = "0"
[entry_into_force]
when = "ratified by all"
ref = "art. 1"
[denunciation]
when = "at any time"
notice = "P6M"
first_day = "not counted"
ref = "art. 2"
[[act]]
kind = "ratification"
by = ["AAA", "BBB"]
on = "1980-03-01"
ref = "r"
"""
END = """
[end]
recorded = "1995-01-01"
effect_day = "first out"
ref = "a list"
"""
NOTICE = """
[[act]]
id = "out"
kind = "denunciation"
by = "BBB"
on = "1994-06-30"
ref = "r"
"""


def last_days(treaty: tc.Treaty) -> list[str]:
    return [day for each in treaty.dates().last_day_in_force for day in each.value]


def test_an_end_by_an_act_that_is_tried_comes_beside_the_recorded_one() -> None:
    treaty = tc.loads(HEAD + END)
    out = {"kind": "denunciation", "by": "AAA", "on": "1985-01-15", "ref": "x"}
    assert last_days(treaty.what_if(add=[out])) == ["1985-07-15"]
    assert last_days(treaty.what_if(add=[{**out, "on": "1994-12-01"}])) == ["1994-12-31"]
    assert last_days(treaty.what_if(add=[{**out, "on": "1999-12-01"}])) == ["1994-12-31"]
    (found,) = treaty.notice(on="1985-01-15", by="AAA").last_days
    assert found.value == ("1985-07-15",)


def test_what_brought_the_recorded_end_takes_it_along() -> None:
    treaty = tc.loads(HEAD + END + NOTICE)
    # By that notice the last day in force is 30 December, and the list has the 31st: perhaps another thing ended it.
    assert treaty.what_if(drop="out").in_force("1996-01-01").truth is tc.Truth.UNKNOWN
    same = tc.loads(HEAD + END.replace("1995-01-01", "1994-12-31") + NOTICE)
    assert last_days(same) == ["1994-12-30"]
    assert last_days(same.what_if(drop="out")) == []


def test_what_came_after_the_end_had_no_part_in_it() -> None:
    treaty = tc.loads(HEAD + END + NOTICE.replace("1994-06-30", "1996-06-30"))
    assert last_days(treaty) == last_days(treaty.what_if(drop="out")) == ["1994-12-31"]


def test_a_later_end_that_all_agree_on_leaves_open_what_ended_it() -> None:
    treaty = tc.loads(HEAD.replace("[denunciation]", '[term]\nuntil = "1990-12-31"\nref = "t"\n[denunciation]') + END)
    longer = {"kind": "extension of the term", "by": ["AAA", "BBB"], "on": "1989-01-01", "until": "2000-12-31"}
    tried = treaty.what_if(add=[{**longer, "ref": "x"}])
    assert tried.in_force("1993-01-01").truth is tc.Truth.YES
    answer = tried.in_force("1996-01-01")
    assert answer.truth is tc.Truth.UNKNOWN
    assert ["the recorded end in spite of" in each.key for each in answer.depends_on] == [True]


def test_a_recorded_end_is_compared_with_the_count() -> None:
    treaty = tc.loads(HEAD + END + NOTICE)
    (row,) = treaty.recorded_differences()
    assert (row.of, row.party, row.act, str(row.recorded), row.days_apart) == ("end", None, None, "1994-12-31", 1)
    assert "the treaty, last day in force" in str(treaty.recorded_differences())


def test_an_end_is_known_from_its_day_or_from_the_day_that_the_file_says() -> None:
    treaty = tc.loads(HEAD + END)
    assert treaty.in_force("1996-01-01", known_as_of="1994-12-31").truth is tc.Truth.YES
    told = tc.loads(HEAD + END + 'known = "1994-06-01"')
    assert told.in_force("1996-01-01", known_as_of="1994-06-01").truth is tc.Truth.NO
    assert told.in_force("1996-01-01", known_as_of="1994-05-31").truth is tc.Truth.YES


def test_survival_from_a_notice_is_open_where_nothing_tells_of_one() -> None:
    sunset = '\n[sunset]\nlasts = "P10Y"\nfrom = "the notice"\nfirst_day = "not counted"\nref = "art. 3"\n'
    treaty = tc.loads(HEAD + END + sunset)
    assert {each.value for each in treaty.in_force("1999-01-01").status} == {"former party", "surviving effect"}
    assert {each.value for each in treaty.in_force("2006-01-01").status} == {"former party"}
    assert treaty.in_force("1999-01-01").truth is tc.Truth.NO


def test_only_a_day_can_be_recorded() -> None:
    try:
        tc.loads(HEAD + END.replace("1995-01-01", "1995-13-01").replace("first out", "out"))
    except tc.errors.TreatyFileError as error:
        assert "end.recorded" in str(error) and "end.effect_day" in str(error)
    else:
        raise AssertionError
