"""Which date of a notice or of an instrument counts, where the text leaves that open: days by hand."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import act, begins, clause, entry, ratified, reading, three, two
from treatyclock.derive.counting import date_that_counts

EITHER = ["dated", "received"]
ALL = entry("ratified by all", counts_from=EITHER)
LATER = act("ratification", "BBB", "1936-03-01", received="1936-03-20")


def test_of_two_dates_either_may_count_and_a_reading_may_choose() -> None:
    treaty = two(ALL, ratified(AAA="1936-01-01"), LATER, reading("r", choose={"counts_from": "received"}))
    assert begins(treaty) == ["1936-03-01", "1936-03-20"]
    assert [each.value for each in treaty.dates(reading="r").entry_into_force] == [("1936-03-20",)]


def test_nothing_is_asked_of_instruments_that_have_one_date() -> None:
    assert begins(two(ALL, ratified(AAA="1936-01-01", BBB="1936-03-01"))) == ["1936-03-01"]


def test_an_instrument_that_came_after_the_condition_was_met_is_no_reason_for_the_entry() -> None:
    treaty = three(entry({"instruments": 2}, counts_from=EITHER), ratified(AAA="1936-01-01", BBB="1936-02-01"),
                   act("ratification", "CCC", "1940-01-01", received="1940-02-01"))  # fmt: skip
    assert begins(treaty) == ["1936-02-01"]
    assert "counts_from" not in str(treaty.in_force("1937-01-01").explain())
    assert begins(treaty, "CCC") == ["1940-01-01", "1940-02-01"]
    assert "which date of an instrument counts" in str(treaty.in_force("1940-01-15", party="CCC"))


def test_which_instruments_were_in_time_for_the_treaty_s_own_day_is_as_open() -> None:
    head = entry({"instruments": 2}, counts_from=EITHER, delay="P1M") + clause(
        "joining", delay="P3M", counts_from=EITHER
    )
    treaty = three(head, ratified(AAA="1936-01-01", BBB="1936-02-01"),
                   act("ratification", "CCC", "1936-01-20", received="1936-02-10"))  # fmt: skip
    assert begins(treaty, "CCC") == ["1936-02-20", "1936-05-10"]


def test_it_is_open_in_time_for_the_last_day_of_joining_too() -> None:
    rule = clause("joining", until="1940-01-15", counts_from=EITHER)
    late = act("accession", "CCC", "1940-01-10", received="1940-02-01")
    treaty = three(entry({"instruments": 2}), ratified(AAA="1936-01-01", BBB="1936-02-01"), rule, late)
    answer = treaty.in_force("1941-01-01", party="CCC")
    assert answer.truth is tc.Truth.UNKNOWN
    assert [each.key for each in answer.depends_on] == ["counts_from"]


def test_what_was_not_known_yet_leaves_no_date_open() -> None:
    treaty = two(ALL, ratified(AAA="1936-01-01"), LATER)
    assert treaty.in_force("1936-03-10", known_as_of="1936-03-02").truth is tc.Truth.NO
    assert treaty.what_if(drop="ratification-bbb").in_force("1936-03-10").truth is tc.Truth.NO


def test_no_act_is_looked_at_where_the_clause_counts_one_date(monkeypatch: pytest.MonkeyPatch) -> None:
    # Each of hundreds of parties would look at the acts of all, in every world.
    def looked_at(*_: object) -> bool:
        raise AssertionError

    monkeypatch.setattr(date_that_counts, "has_several_dates", looked_at)
    assert begins(two(entry("ratified by all"), ratified(AAA="1936-01-01"), LATER)) == ["1936-03-20"]
