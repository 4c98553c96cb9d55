"""Consents taken back before the treaty is in force, perhaps by a notice of leaving: the days by hand."""

from __future__ import annotations

import pytest

from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, begins, clause, entry, ratified, status, three

TEXT = entry({"instruments": 2}) + HALF_A_YEAR
WITH_B, WITH_C = "1936-04-01", "1936-09-01"
CONSENTS = ratified(AAA="1936-01-01", BBB=WITH_B, CCC=WITH_C)


def leaves(on: str, by: str = "AAA", **more: object) -> str:
    return act("withdrawal", by, on, id="leaves", **more)


@pytest.mark.parametrize(
    ("notice", "days"),
    [
        (leaves("1936-02-01"), [WITH_B, WITH_C]),
        (leaves("1936-01-01"), [WITH_B, WITH_C]),
        (leaves("1935-12-31"), [WITH_B]),  # before its consent it had nothing to take back
        (leaves("1936-04-01"), [WITH_B]),  # the treaty is in force from the beginning of that day
        (leaves("1936-02-01", "CCC"), [WITH_B]),
        (act("withdrawal of consent", "AAA", "1936-02-01"), [WITH_C]),  # it says so itself
    ],
)
def test_a_notice_between_the_consent_and_the_entry_leaves_the_entry_open(notice: str, days: list[str]) -> None:
    assert sorted(begins(three(TEXT, CONSENTS, notice))) == days


def test_the_same_answer_holds_for_the_treaty_and_for_its_author() -> None:
    found = three(TEXT, CONSENTS, leaves("1936-02-01")).in_force("1937", party="AAA")
    assert [each.key for each in found.depends_on] == ["leaves to take back a consent"]


def test_a_notice_that_is_supposed_may_take_back_the_consent_as_one_on_record() -> None:
    supposed = {"id": "leaves", "kind": "withdrawal", "by": "AAA", "on": "1936-02-01", "ref": "a note"}
    tried, recorded = three(TEXT, CONSENTS).what_if(add=[supposed]), three(TEXT, CONSENTS, leaves("1936-02-01"))
    for at, party in (("1936-05-01", None), ("1937-01-01", "AAA")):
        one, other = tried.in_force(at, party=party), recorded.in_force(at, party=party)
        assert one.depends_on and (one.truth, one.status) == (other.truth, other.status)


def test_a_consent_given_anew_counts_again() -> None:
    again = act("accession", "AAA", "1936-03-01")
    assert begins(three(TEXT, CONSENTS, leaves("1936-02-01"), again)) == [WITH_B]


def test_between_the_condition_and_the_entry_it_may_hold_up_the_entry() -> None:
    delayed = entry({"instruments": 2}, delay="P1Y") + HALF_A_YEAR
    assert set(begins(three(delayed, CONSENTS, leaves("1936-05-01")))) == {"1937-04-01", "1937-09-01"}


def test_a_consent_taken_back_before_entry_into_force() -> None:
    text = TWO_OF_THREE + clause("joining", delay="P6M") + ratified(CCC="1937-01-01")  # in force from 1 July 1937
    for on, after in (("1937-06-30", "never a party"), ("1937-07-01", "party")):
        assert status(three(text, act("withdrawal of consent", "CCC", on)), "1938-01-01", "CCC") == {after}
    signed = act("signature", "CCC", "1936-06-01") + act("withdrawal of consent", "CCC", "1937-03-01")
    assert status(three(text, signed), "1938-01-01", "CCC") == {"signatory"}


def test_who_has_left_stays_a_former_party_when_it_takes_back_a_new_consent() -> None:
    out = act("withdrawal", "AAA", "1940-01-01", id="out")  # the last day is 30 June 1940
    text = TWO_OF_THREE + HALF_A_YEAR + out + clause("joining", delay="P1Y") + act("signature", "AAA", "1935-12-01")
    back = act("accession", "AAA", "1950-03-01", id="back")
    taken_back = act("withdrawal of consent", "AAA", "1950-06-01")
    assert status(three(text, back, taken_back), "1960", "AAA") == {"former party"}
