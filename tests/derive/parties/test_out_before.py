"""Who was out before the entry into force by a notice that ran its period, and what is over with that: days by hand."""

from __future__ import annotations

import pytest

from small_treaties import act, begins, clause, entry, ratified, status, three, truth

RUNS = {"when": "at any time", "notice": "P1Y", "first_day": "counted", "while_provisional": "its period runs"}
APPLIED = clause("provisional_application", by="who has consented")
ALL = ratified(AAA="1936-01-01", BBB="1936-01-01", CCC="1936-01-01")
OUT = act("denunciation", "AAA", "1936-02-10", id="out")  # the last day is 9 February 1937
LEAVING = clause("denunciation", **RUNS)


def test_a_consent_counts_up_to_the_last_day_of_the_notice() -> None:
    both = ratified(AAA="1936-01-01", BBB="1936-01-01")
    last, next_ = (
        three(entry({"instruments": 3}), APPLIED, LEAVING, both, OUT, ratified(CCC=day))
        for day in ("1937-02-09", "1937-02-10")
    )
    assert (begins(last), begins(next_)) == (["1937-02-09"], ["none"])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ([LEAVING, OUT], ["1938-01-01", "none"]),  # without A, whose consent was needed: no rule says
        ([clause("denunciation", **RUNS, ends_for_all="AAA"), OUT], ["none"]),
        ([LEAVING, OUT, act("rescission", "AAA", "1936-03-01", of="out")], ["1938-01-01"]),
        ([clause("denunciation", **RUNS, lock_in={"lasts": "P3M"}), OUT], ["1938-01-01"]),  # it runs from the entry
        ([clause("denunciation", **RUNS | {"notice": "P3Y"}), OUT], ["1938-01-01"]),
        ([LEAVING, act("denunciation", "AAA", "1936-02-10", to=["BBB"])], ["1938-01-01"]),  # it did not reach C
        ([LEAVING, act("denunciation", "AAA", "1936-02-10", to=["BBB", "CCC"])], ["1938-01-01", "none"]),
    ],
)
def test_what_it_needs(more: list[str], found: list[str]) -> None:
    assert begins(three(entry({"instruments": 3}, delay="P2Y"), APPLIED, ALL, *more)) == found


def test_who_is_out_need_not_agree_to_the_end() -> None:
    ended = act("termination by consent", "BBB CCC", "1937-06-01")
    treaty = three(entry({"instruments": 3}, delay="P2Y"), APPLIED, LEAVING, ALL, OUT, ended)
    assert truth(treaty, "1939") == "no"
    # So it is where the condition is never met.
    treaty = three(entry({"instruments": 4}), APPLIED, LEAVING, ALL, OUT, ended)
    assert [status(treaty, day, "BBB") for day in ("1937-05-31", "1937-06-02")] == [
        {"provisionally applying"},
        {"contracting State"},
    ]


def test_of_two_that_others_may_join_the_notice_of_one_ends_it_for_both() -> None:
    two = act("signature", "AAA BBB", "1936-01-01") + ratified(AAA="1936-01-01", BBB="1936-01-01")
    parts = [entry("ratified by all", delay="P2Y"), APPLIED, LEAVING, two, OUT]
    assert begins(three(*parts, act("accession", "CCC", "1937-02-10"))) == ["none"]
    # A third that has consented by then makes it one of many.
    assert begins(three(*parts, act("accession", "CCC", "1937-02-09"))) == ["1938-01-01", "none"]
