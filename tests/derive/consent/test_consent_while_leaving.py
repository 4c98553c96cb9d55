"""Who consents anew while its own exit is pending is a party again after it, or not: no rule says which."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, clause, said, status, three, truth

OUT = act("withdrawal", "AAA", "1940-01-01", id="out")  # the last day is 30 June 1940


def back(on: str) -> str:
    return act("accession", "AAA", on, id="back")


@pytest.mark.parametrize("on", ["1940-01-01", "1940-03-01", "1940-06-30"])
def test_a_consent_while_the_exit_is_pending_leaves_open_what_comes_after_it(on: str) -> None:
    found = three(TWO_OF_THREE, HALF_A_YEAR, OUT, back(on))
    assert truth(found, "1940-06-30T12:00Z", party="AAA") == "yes"
    answer = found.in_force("1950-01-01T12:00Z", party="AAA")
    assert answer.truth is tc.Truth.UNKNOWN
    assert [each.key for each in answer.depends_on] == ["AAA a party again by back"]
    assert "consented anew while its exit was pending" in said(answer)


def test_one_given_before_the_notice_has_no_effect() -> None:
    found = three(TWO_OF_THREE, HALF_A_YEAR, OUT, back("1939-12-31"))
    assert status(found, "1950-01-01T12:00Z", party="AAA") == {"former party"}


def test_one_given_after_the_exit_makes_it_a_party_surely() -> None:
    found = three(TWO_OF_THREE, HALF_A_YEAR, OUT, back("1940-07-01"))
    assert truth(found, "1950-01-01T12:00Z", party="AAA") == "yes"


def test_it_begins_nothing_once_the_treaty_is_over_for_all() -> None:
    until = clause("term", until="1940-06-30")
    found = three(TWO_OF_THREE, HALF_A_YEAR, until, OUT, back("1940-03-01")).in_force("1950-01-01T12:00Z", party="AAA")
    assert found.truth is tc.Truth.NO
    assert found.depends_on == ()


def test_until_its_own_delay_is_over_it_is_open_whether_it_is_a_party_at_all() -> None:
    # If the consent takes the notice back the State goes on as a party; if it begins anew, there is a gap.
    later = clause("joining", delay="P1Y")
    found = three(TWO_OF_THREE, HALF_A_YEAR, later, OUT, back("1940-03-01"))
    period = next(iter(found.dates(party="AAA").again)).value
    assert period == ("[1940-07-01..1941-03-01]/..",)
    assert truth(found, "1940-08-01T12:00Z", party="AAA") == "unknown"


def test_what_a_state_did_before_is_no_exit_that_is_pending() -> None:
    # The treaty is in force by an event that is noted as A's: the exit rests on it, and it is no notice.
    opened = clause("entry_into_force", when={"event": "opened"}) + act("event", "AAA", "1936-01-01", id="opened")
    consents = act("ratification", "AAA", "1935-01-01", id="first") + act(
        "ratification", "AAA", "1938-01-01", id="again"
    )
    found = three(opened, HALF_A_YEAR, consents, act("ratification", "BBB", "1935-01-01"), OUT)
    answer = found.in_force("1950-01-01T12:00Z", party="AAA")
    assert answer.truth is tc.Truth.NO
    assert answer.depends_on == ()
