"""A notice counts where all on a side give it that are parties, and where the one gives it that acts for them."""

from __future__ import annotations

from typing import Any

import pytest

import treatyclock as tc
from small_treaties import act, clause, entry, ratified, three, truth

PAST = "1955-07-11"


def sides(*acts: str, of_last: str = "1950-01-01", **more: Any) -> tc.Treaty:
    return three(
        clause("[side]", parties="AAA"),
        clause("[side]", parties=["BBB", "CCC"], **more),
        entry({"instruments": 2}),
        ratified(AAA="1950-01-01", BBB="1950-01-01", CCC=of_last),
        clause("joining", delay="P1D"),
        clause("denunciation", when="at any time", notice="P6M", first_day="not counted"),
        *acts,
    )


def truths(treaty: tc.Treaty) -> list[str]:
    return [treaty.in_force(PAST, party=party).truth.value for party in ("AAA", "BBB", "CCC")]


@pytest.mark.parametrize(
    ("by", "more", "expected"),
    [
        ("AAA", {}, ["no", "no", "no"]),
        ("BBB CCC", {}, ["no", "no", "no"]),
        ("BBB", {}, ["yes", "unknown", "yes"]),
        ("BBB", {"notice_of_some": "without effect"}, ["yes", "yes", "yes"]),
        ("BBB", {"notice_of_some": "ends it for them"}, ["yes", "no", "yes"]),
        ("BBB", {"represented_by": "BBB"}, ["no", "no", "no"]),
        ("CCC", {"represented_by": "BBB", "notice_of_some": "without effect"}, ["yes", "yes", "yes"]),
    ],
)
def test_by_whom_a_notice_is_given(by: str, more: dict[str, Any], expected: list[str]) -> None:
    assert truths(sides(act("denunciation", by, "1955-01-10"), **more)) == expected


def test_who_was_no_party_need_not_give_it() -> None:
    notice = act("denunciation", "BBB", "1955-01-10")
    assert truths(sides(notice, of_last="1960-01-01", notice_of_some="without effect"))[:2] == ["no", "no"]
    assert truths(sides(notice, of_last="1955", notice_of_some="without effect"))[1] == "unknown"


def test_one_that_is_left_alone_gives_it_for_its_side() -> None:
    first, last = act("denunciation", "BBB", "1953-01-10"), act("denunciation", "CCC", "1955-01-10")
    assert truths(sides(first, last, notice_of_some="ends it for them")) == ["no", "no", "no"]
    assert truths(sides(first, last, notice_of_some="without effect")) == ["unknown", "unknown", "unknown"]


def test_a_notice_to_the_other_side_reaches_all() -> None:
    assert truths(sides(act("denunciation", "BBB CCC", "1955-01-10", to="AAA"))) == ["no", "no", "no"]


def test_a_rescission_by_who_acts_for_all_takes_it_back_for_all() -> None:
    given = act("denunciation", "BBB CCC", "1955-01-10", id="given")
    back = act("rescission", "BBB", "1955-02-10", of="given")
    assert truths(sides(given, back, represented_by="BBB")) == ["yes", "yes", "yes"]


def test_a_notice_of_some_says_why_it_has_no_effect() -> None:
    answer = sides(notice_of_some="without effect").notice(by="BBB", on="1955-01-10")
    assert "others on the same side are parties" in str(answer)


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("1950-06-01", "no"),  # C never became a party
        ("1951-01-01", "unknown"),  # on the day of the entry into force itself
    ],
)
def test_who_took_its_consent_back_before_the_entry_is_not_missed(on: str, found: str) -> None:
    treaty = three(
        clause("[side]", parties="AAA"),
        clause("[side]", parties=["BBB", "CCC"], notice_of_some="without effect"),
        entry({"instruments": 2}, delay="P1Y"),
        ratified(AAA="1950-01-01", BBB="1950-01-01", CCC="1950-01-01"),
        clause("denunciation", when="at any time", notice="P6M", first_day="not counted"),
        act("withdrawal of consent", "CCC", on),
        act("denunciation", "BBB", "1952-01-01"),
    )
    assert treaty.in_force("1953-01-01", party="BBB").truth.value == found


def test_a_notice_of_which_one_took_back_its_part_is_one_of_the_others() -> None:
    sides = clause("[side]", parties=["AAA", "CCC"], notice_of_some="without effect") + clause(
        "[side]", parties=["BBB"]
    )
    leaving = clause("denunciation", when="at any time", notice="P1Y", first_day="counted")
    all_three = act("ratification", "AAA BBB CCC", "1936-01-01")
    joint = act("denunciation", "AAA CCC", "1937-01-10", id="joint")
    back = act("rescission", "CCC", "1937-02-01", of="joint")
    found = three(sides, entry({"instruments": 3}), leaving, all_three, joint, back)
    assert [truth(found, "1939", party=party) for party in ("AAA", "CCC")] == ["yes", "yes"]
    # With another by who took it back: is it one notice of the side? For both alike.
    anew = act("denunciation", "CCC", "1938-02-01", id="anew")
    found = three(sides, entry({"instruments": 3}), leaving, all_three, joint, back, anew)
    for party in ("AAA", "CCC"):
        answer = found.in_force("1940", party=party)
        assert [each.key for each in answer.depends_on] == ["joint and anew to be one notice of their side"]
