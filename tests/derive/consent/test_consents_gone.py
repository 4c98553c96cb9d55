"""Consents taken back before the entry into force, and those of who was no longer a member by then."""

from __future__ import annotations

import pytest

from small_treaties import act, begins, clause, entry, ratified, said, status, three, two

DELAYED = entry({"instruments": 2}, delay="P1Y") + ratified(AAA="1936-01-01", BBB="1936-04-01")


def gone(on: str, by: str = "AAA") -> str:
    return act("withdrawal of consent", by, on, id=f"gone-{by.lower()}")


def test_whether_the_treaty_enters_into_force_without_it_is_open() -> None:
    of_three = entry({"instruments": 3}, delay="P1Y")
    found = three(of_three, ratified(AAA="1936-01-01", BBB="1936-04-01", CCC="1936-04-01"), gone("1936-04-02"))
    assert begins(found) == ["1937-04-01", "none"]
    answer = found.in_force("1938", party="BBB")
    assert [each.key for each in answer.depends_on] == ["entry into force without AAA"]
    assert "the condition had been met before this consent was gone" in said(answer)
    assert status(found, "1938", "AAA") == {"never a party"}


def test_it_does_not_for_one_alone() -> None:
    found = three(DELAYED, gone("1936-04-02"))
    assert begins(found) == ["none"]
    assert status(found, "1938", "BBB") == {"contracting State"}
    assert status(found, "1938", "AAA") == {"never a party"}


def test_another_consent_may_take_its_place_later() -> None:
    found = three(DELAYED, gone("1936-04-02"), ratified(CCC="1936-09-01"))
    assert begins(found) == ["1937-04-01", "1937-09-01"]


def test_nothing_is_open_where_the_others_were_enough() -> None:
    text = DELAYED + ratified(CCC="1936-02-01")
    assert begins(three(text, gone("1936-06-01", "BBB"))) == ["1937-02-01"]


def test_what_comes_after_the_entry_is_no_matter() -> None:
    assert begins(three(DELAYED, gone("1937-04-01"))) == ["1937-04-01"]


def test_the_day_that_the_depositary_recorded_settles_it() -> None:
    text = entry({"instruments": 2}, delay="P1Y", recorded="1937-04-01")
    found = three(text, ratified(AAA="1936-01-01", BBB="1936-04-01"), gone("1936-04-02"))
    assert begins(found) == ["1937-04-01"]


MEMBERS = clause("tied_to", organisation="the Union")
OF_THREE = entry({"instruments": 3}, delay="P1Y") + ratified(AAA="1936-01-01", BBB="1936-04-01", CCC="1936-04-01")


def out(on: str, by: str = "AAA") -> str:
    return act("end of membership", by, on, id="out")


@pytest.mark.parametrize("on", ["1936-02-01", "1936-06-01"])  # before the condition was met, and after
def test_whether_the_consent_of_who_is_no_longer_a_member_counts_is_open(on: str) -> None:
    found = three(OF_THREE, MEMBERS, out(on))
    assert begins(found) == ["1937-04-01", "none"]
    answer = found.in_force("1938", party="BBB")
    assert [each.key for each in answer.depends_on] == ["the consent of AAA counted after out"]
    assert "is taken to count for the entry into force, though it was no longer a member then" in said(answer)
    assert status(found, "1938", "AAA") <= {"never a party", "contracting State"}


def test_it_enters_into_force_for_none_where_one_member_alone_is_left() -> None:
    found = three(DELAYED, MEMBERS, out("1936-06-01"))
    assert begins(found) == ["none"] and found.in_force("1938", party="BBB").depends_on == ()


def test_who_consents_after_its_membership_ended_may_not_count() -> None:
    assert begins(three(OF_THREE, MEMBERS, out("1935-01-01"))) == ["1937-04-01", "none"]
    again = act("membership", "AAA", "1935-06-01")
    assert begins(three(OF_THREE, MEMBERS, out("1935-01-01"), again)) == ["1937-04-01"]


@pytest.mark.parametrize(
    "text",
    [
        DELAYED + MEMBERS + out("1937-04-02"),  # after the entry
        DELAYED + out("1936-02-01"),  # anybody can be a party
        DELAYED + MEMBERS + out("1936-02-01", "CCC"),  # whose consent nobody asks for
    ],
)
def test_an_end_of_membership_that_is_no_matter_for_the_entry(text: str) -> None:
    assert begins(three(text)) == ["1937-04-01"]


BOTH = entry("ratified by all", delay="P2Y") + ratified(AAA="1937-06-01", BBB="1937-06-01")


def test_between_two_it_does_not_enter_into_force_without_one() -> None:
    found = two(BOTH, gone("1937-12-01"))
    assert begins(found) == ["none"]
    assert found.in_force("1939-07-01", party="AAA").depends_on == ()
    assert [status(found, day, "AAA") for day in ("1937-11-30", "1938")] == [{"contracting State"}, {"negotiating"}]
    # Nor where the text asks for the instrument of one.
    one = entry({"instruments": 1}, delay="P2Y") + ratified(AAA="1937-06-01", BBB="1937-06-01")
    assert begins(two(one, gone("1937-12-01"))) == ["none"]


def test_between_two_a_consent_given_again_counts_from_then() -> None:
    found = two(BOTH, gone("1937-12-01"), act("ratification", "AAA", "1938-03-01", id="again"))
    assert begins(found) == ["1940-03-01"]
    assert status(found, "1938-04", "AAA") == {"contracting State"}
