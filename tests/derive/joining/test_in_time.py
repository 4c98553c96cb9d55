"""Who consented in time for the treaty's own day: days by hand."""

from __future__ import annotations

from small_treaties import begins, clause, entry, ratified, three

FIRST = entry({"instruments": 2}, on="1936-01-01", delay="P30D") + ratified(AAA="1935-06-01", BBB="1935-06-01")


def test_who_deposits_by_the_day_that_the_text_names_shares_it_that_day_included() -> None:
    rule = clause("joining", after="1936-01-01", delay="P30D")
    for on, first in (("1935-12-20", "1936-01-01"), ("1936-01-01", "1936-01-01"), ("1936-01-02", "1936-02-01")):
        assert begins(three(FIRST, rule, ratified(CCC=on)), "CCC") == [first]
