"""Which date of a notice counts, where the text leaves that open."""

from __future__ import annotations

import treatyclock as tc

TREATY = """
schema = 1
id = "open-date"
title = "Open date"
parties = { AAA = "A", BBB = "B" }
[entry_into_force]
when = "ratified by all"
ref = "art. 1"
[denunciation]
when = "at any time"
notice = "P6M"
first_day = "not counted"
runs_from = ["dated", "received"]
ref = "art. 2"
[[act]]
kind = "ratification"
by = ["AAA", "BBB"]
on = "1980-03-01"
ref = "r"
[[act]]
id = "out"
kind = "denunciation"
by = "BBB"
on = "1990-01-10"
received = "1990-01-20"
ref = "r"
"""


def last_days(treaty: tc.Treaty) -> dict[str, tuple[tuple[str, str], ...]]:
    return {each.value[0]: each.under for each in treaty.dates().last_day_in_force}


def test_both_dates_are_tried() -> None:
    found = last_days(tc.loads(TREATY))
    assert found == {"1990-07-10": (("runs_from", "dated"),), "1990-07-20": (("runs_from", "received"),)}


def test_one_date_counts_for_a_notice_and_for_what_is_done_about_it() -> None:
    answers = """
[[act]]
kind = "suspension of a notice"
by = "BBB"
of = "out"
on = "1990-03-10"
received = "1990-03-20"
ref = "r"
[[act]]
kind = "resumption of a notice"
by = "BBB"
of = "out"
on = "1990-04-10"
received = "1990-04-20"
ref = "r"
"""
    found = tc.loads(TREATY + answers).dates(choose={"notice_clock": "goes on"}).last_day_in_force
    assert {each.value for each in found} == {("1990-08-10",), ("1990-08-20",)}


def test_a_date_that_a_reading_chooses_counts_though_the_text_names_one() -> None:
    treaty = tc.loads(TREATY.replace('["dated", "received"]', '"received"'))
    assert list(last_days(treaty)) == ["1990-07-20"]
    (chosen,) = treaty.dates(choose={"runs_from": "dated"}).last_day_in_force
    assert chosen.value == ("1990-07-10",)


def test_check_names_the_key_that_settles_it() -> None:
    (found,) = tc.checks(TREATY)
    assert (found.code, found.key) == ("open-convention", "denunciation.runs_from")
    assert 'runs_from = "dated" in [denunciation]' in found.hint


def test_a_list_is_written_back_as_it_stands() -> None:
    treaty = tc.loads(TREATY)
    assert 'runs_from = ["dated", "received"]' in " ".join(tc.dumps(treaty).split())
    assert tc.loads(tc.dumps(treaty)) == treaty
