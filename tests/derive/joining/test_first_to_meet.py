"""Who met the condition, and who only consented beside them: days by hand."""

from __future__ import annotations

from small_treaties import begins, clause, entry, ratified, three

RULE = clause("joining", after="those who met the condition", delay="P30D")


def test_of_a_number_the_first_to_come_met_it() -> None:
    found = three(entry({"instruments": 2}, delay="P3M"), RULE, ratified(AAA="1936-01-01", BBB="1936-02-01"))
    assert begins(found, "AAA") == begins(found, "BBB") == ["1936-05-01"]
    third = three(
        entry({"instruments": 2}, delay="P3M"), RULE, ratified(AAA="1936-01-01", BBB="1936-02-01", CCC="1936-04-10")
    )
    # Its own thirty days end on 10 May, after the treaty's day.
    assert begins(third, "CCC") == ["1936-05-10"]


def test_of_alternatives_the_one_that_is_met_first_counts() -> None:
    either = entry({"any_of": [{"ratified_by": ["AAA"]}, {"ratified_by": ["BBB", "CCC"]}]})
    found = three(either, RULE, ratified(BBB="1935-12-20", AAA="1936-01-01", CCC="1936-02-01"))
    assert begins(found, "AAA") == ["1936-01-01"]
    assert begins(found, "BBB") == ["1936-01-19"]
