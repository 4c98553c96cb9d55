"""Who is no longer a member of the organisation ceases to be a party: at once, or after a time."""

from __future__ import annotations

import pytest

from small_treaties import ONE_IS_ENOUGH, act, clause, ends, said, three


@pytest.mark.parametrize(
    ("tied", "out", "last"),
    [
        ({}, {}, ["1939-12-31", "1940-01-01"]),  # its day is the first out, or the last in force
        ({"grace": "P6M", "first_day": "counted"}, {}, ["1940-06-30"]),
        ({"grace": "P6M", "first_day": "not counted"}, {}, ["1940-07-01"]),
        ({"grace": "P6M"}, {}, ["1940-07-01", "1940-06-30"]),
        ({"grace": "P6M", "first_day": "counted"}, {"effective": "1940-03-01"}, ["1940-08-31"]),
        ({}, {"recorded": "1940-09-16"}, ["1940-09-15", "1940-09-16"]),
        ({"event_day": "the day before"}, {}, ["1939-12-31"]),
        ({"event_day": "start of the day"}, {"effective": "1940-03-01"}, ["1940-02-29"]),
        ({"event_day": "end of the day"}, {}, ["1940-01-01"]),
        ({"event_day": "hour of the event"}, {}, ["1940-01-01"]),
    ],
)
def test_the_last_day_of_who_is_no_member(tied: dict[str, str], out: dict[str, str], last: list[str]) -> None:
    text = ONE_IS_ENOUGH + clause("tied_to", organisation="the Union", **tied)
    found = three(text, act("end of membership", "AAA", "1940-01-01", **out))
    assert ends(found, "AAA") == last
    assert (ends(found, "BBB"), ends(found)) == (["none"], ["none"])


def test_on_which_part_of_the_day() -> None:
    out = act("end of membership", "AAA", "1940-01-01")
    for said_day, noon, next_day in (
        ("the day before", "no", "no"),
        ("end of the day", "yes", "no"),
        ("hour of the event", "unknown", "no"),
    ):
        found = three(ONE_IS_ENOUGH, clause("tied_to", organisation="the Union", event_day=said_day), out)
        assert found.in_force("1940-01-01T12:00Z", party="AAA").truth.value == noon
        assert found.in_force("1940-01-02", party="AAA").truth.value == next_day


def test_without_the_clause_it_stays_a_party() -> None:
    assert ends(three(ONE_IS_ENOUGH, act("end of membership", "AAA", "1940-01-01")), "AAA") == ["none"]


def test_why() -> None:
    text = ONE_IS_ENOUGH + clause("tied_to", organisation="the Union", grace="P6M", first_day="counted")
    answer = three(text, act("end of membership", "AAA", "1940-01-01")).in_force("1950", party="AAA")
    assert "is no longer a member, so it ceases to be a party with 30 June 1940" in said(answer)


@pytest.mark.parametrize(
    ("acts", "in_june_1941"),
    [
        ("", "unknown"),
        (act("membership", "CCC", "1940-11-15"), "yes"),
    ],
)
def test_grace_prolongs_nothing_for_who_consented_when_it_was_no_member(acts: str, in_june_1941: str) -> None:
    text = ONE_IS_ENOUGH + clause("tied_to", organisation="the Union", grace="P1Y", first_day="counted")
    gone = act("end of membership", "CCC", "1940-10-31")
    found = three(text, gone, acts, act("accession", "CCC", "1940-11-28"))
    assert found.in_force("1941-06-01", party="CCC").truth.value == in_june_1941
    still = act("end of membership", "CCC", "1940-10-31", effective="1941-03-01")
    assert three(text, still, acts, act("accession", "CCC", "1940-11-28")).in_force("1941-06-01", party="CCC")


UNION = {"organisation": "the Union", "grace": "P6M", "first_day": "not counted"}
OUT = act("end of membership", "AAA", "1940-01-01", id="out")  # the last day is 1 July 1940


@pytest.mark.parametrize(
    ("again", "says", "last"),
    [
        ("1940-07-01", {}, ["1940-07-01", "none"]),
        ("1940-07-02", {}, ["1940-07-01"]),
        ("1939-01-01", {}, ["1940-07-01"]),
        ("1940-03-01", {"regained": "stands"}, ["1940-07-01"]),
        ("1940-03-01", {"regained": "falls"}, ["none"]),
        ("1940-07", {}, ["1940-07-01", "none", "1940-07-01"]),
    ],
)
def test_who_is_a_member_again_before_the_end_may_stay_a_party(
    again: str, says: dict[str, str], last: list[str]
) -> None:
    text = ONE_IS_ENOUGH + clause("tied_to", **UNION, **says)
    assert ends(three(text, OUT, act("membership", "AAA", again)), "AAA") == last


def test_where_no_time_of_grace_runs_it_has_ceased_to_be_a_party_before_it_is_a_member_again() -> None:
    text = ONE_IS_ENOUGH + clause("tied_to", organisation="the Union")
    assert ends(three(text, OUT, act("membership", "AAA", "1940-01-02")), "AAA") == ["1939-12-31", "1940-01-01"]


@pytest.mark.parametrize(
    ("regained", "words"),
    [
        (
            "stands",
            "is taken to cease to be a party though it became a member again in the meantime, with 1 July",
        ),
        ("falls", "became a member again before it had ceased to be a party, so it does not cease to be one"),
    ],
)
def test_the_membership_that_was_regained_is_a_premise(regained: str, words: str) -> None:
    text = ONE_IS_ENOUGH + clause("tied_to", **UNION, regained=regained)
    answer = three(text, OUT, act("membership", "AAA", "1940-03-01", id="in")).in_force("1950", party="AAA")
    steps = answer.to_dict()["derivation"]
    (number,) = [step["number"] for step in steps if step["key"] == "act:in"]
    assert [step["rule"] for step in steps if number in step["because"]]
    assert words in said(answer)
    assert "is no longer a member" not in said(answer)


def test_a_membership_that_lets_a_state_consent_again_is_a_premise() -> None:
    text = ONE_IS_ENOUGH + clause("tied_to", organisation="the Union")
    back = act("membership", "AAA", "1941-01-01", id="in") + act("accession", "AAA", "1941-02-01")
    answer = three(text, OUT, back).in_force("1950", party="AAA")
    assert answer
    assert "had become a member again before it consented" in said(answer)


def test_a_consent_after_that_end_leaves_the_reason_of_an_earlier_one_as_it_is() -> None:
    text = ONE_IS_ENOUGH + clause("tied_to", organisation="the Union", grace="P6M", first_day="counted")
    found = three(text, act("end of membership", "AAA", "1940-01-01"), act("accession", "AAA", "1940-09-01"))
    told = said(found.in_force("1945-01-01", party="AAA"))
    assert "that State is no longer a member, so it ceases to be a party with 30 June 1940. (" in told
