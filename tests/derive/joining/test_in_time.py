"""Who consented in time for the treaty's own day: days by hand."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import begins, clause, entry, ratified, three

FIRST = entry({"instruments": 2}, on="1936-01-01", delay="P30D") + ratified(AAA="1935-06-01", BBB="1935-06-01")


def test_who_deposits_by_the_day_that_the_text_names_shares_it_that_day_included() -> None:
    rule = clause("joining", after="1936-01-01", delay="P30D")
    for on, first in (("1935-12-20", "1936-01-01"), ("1936-01-01", "1936-01-01"), ("1936-01-02", "1936-02-01")):
        assert begins(three(FIRST, rule, ratified(CCC=on)), "CCC") == [first]


def test_where_no_clause_says_what_brings_it_into_force_the_day_of_entry_decides() -> None:
    head = clause("record", parties="in part") + clause("end", recorded="1960")
    treaty = three(head, clause("joining", until="1940-01-01"), ratified(AAA="1950-01-28"))
    assert treaty.in_force("1955").truth is tc.Truth.UNKNOWN
    answer = treaty.in_force("1955", party="AAA")  # it may have entered after that day, and by that very consent
    assert answer.truth is tc.Truth.UNKNOWN
    assert "was ratification-aaa by the day on which it entered into force?" in str(answer)
