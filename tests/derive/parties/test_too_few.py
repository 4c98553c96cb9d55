"""The parties become too few: the last day on which there are enough, by hand."""

from __future__ import annotations

import pytest

from small_treaties import ALL, HALF_A_YEAR, act, clause, ends, entry, ratified, three

TEXT = (
    entry({"instruments": 2})
    + ratified(AAA="1936-01-01", BBB="1936-01-01", CCC="1938-01-01")
    + HALF_A_YEAR
    + clause("minimum_parties", number=3)
)


def out(by: str, on: str, **more: object) -> str:
    return act("withdrawal", by, on, id=f"out-{by.lower().replace(' ', '-')}-{on}", **more)


@pytest.mark.parametrize(
    ("notices", "last"),
    [
        ("", "none"),  # two parties from the first: they never fell below three
        (out("AAA", "1936-07-01"), "none"),  # left, on 31 December 1936, before there were three
        (out("AAA", "1940-01-01"), "1940-06-30"),
        (out("AAA", "1940-01-01") + out("BBB", "1939-01-01"), "1939-06-30"),
        (out(ALL, "1940-01-01"), "1940-06-30"),
        (out("AAA", "1940-01-01") + act("accession", "AAA", "1940-07-01"), "none"),  # back on the day after
        (out("AAA", "1940-01-01") + act("accession", "AAA", "1940-07-02"), "1940-06-30"),
        (out("AAA", "1940-01"), "[1940-06-30..1940-07-30]"),
    ],
)
def test_it_ends_with_the_last_day_on_which_there_are_enough(notices: str, last: str) -> None:
    assert ends(three(TEXT, notices)) == [last]


def test_it_ends_for_those_who_stay() -> None:
    found = three(TEXT, out("AAA", "1940-01-01"))
    assert [ends(found, party) for party in ALL.split()] == [["1940-06-30"]] * 3


def test_whether_there_ever_were_too_few_may_be_a_question_of_fact() -> None:
    # in January 1940 A left or came back first, whichever: with 30 June or a day of July 1940 it was out
    vague = three(TEXT, out("AAA", "1940-01-01"), act("accession", "AAA", "1940-07"))
    assert set(ends(vague)) == {"none", "1940-06-30"}
    assert {each.under for each in vague.dates().last_day_in_force} == {
        (("fewer than 3 parties left", "yes"),), (("fewer than 3 parties left", "no"),)
    }  # fmt: skip
