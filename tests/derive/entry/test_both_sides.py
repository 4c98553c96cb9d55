"""A treaty between sides whose condition is met while one side alone has consented: days by hand."""

from __future__ import annotations

from small_treaties import clause, entry, ratified, three

SIDES = clause("[side]", parties=["AAA", "BBB"]) + clause("[side]", parties="CCC")
TWO = entry({"instruments": 2})
QUESTION = "entry into force with one side alone"


def test_two_of_one_side_leave_it_open_until_the_other_consents() -> None:
    treaty = three(SIDES, TWO, ratified(AAA="1950-01-01", BBB="1950-01-01", CCC="1955-01-01"))
    answer = treaty.in_force("1952-01-01")
    assert answer.truth.value == "unknown"
    assert [each.key for each in answer.depends_on] == [QUESTION]
    assert treaty.in_force("1955-01-01").truth.value == "yes"
    assert treaty.in_force("1955-01-01", between=("AAA", "CCC")).truth.value == "yes"


def test_with_one_on_each_side_nothing_is_open() -> None:
    treaty = three(SIDES, TWO, ratified(AAA="1950-01-01", CCC="1951-01-01", BBB="1955-01-01"))
    assert treaty.in_force("1951-01-01").truth.value == "yes"
    assert treaty.in_force("1950-12-31").truth.value == "no"


def test_one_that_takes_its_consent_back_does_not_count_once_the_other_side_consents() -> None:
    back = clause("[act]", kind="withdrawal of consent", by="AAA", on="1952-01-01")
    treaty = three(SIDES, TWO, ratified(AAA="1950-01-01", BBB="1950-01-01", CCC="1955-01-01"), back)
    assert treaty.in_force("1953-01-01", between=("BBB", "CCC")).truth.value == "no"
    assert treaty.in_force("1956-01-01", between=("BBB", "CCC")).truth.value == "yes"


def test_a_side_that_never_consents_leaves_it_open() -> None:
    treaty = three(SIDES, TWO, ratified(AAA="1950-01-01", BBB="1950-01-01"))
    assert treaty.in_force("1960-01-01").truth.value == "unknown"
