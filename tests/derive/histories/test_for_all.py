"""The treaty's own life: the end that comes to all, and who can bring it."""

from __future__ import annotations

from small_treaties import (
    ALL,
    BOTH,
    HALF_A_YEAR,
    ONE_IS_ENOUGH,
    SIGNED,
    act,
    clause,
    day,
    ends,
    entry,
    evaluation,
    ratified,
    said,
    status,
    three,
    two,
)
from treatyclock.derive.histories.for_all import END, what_holds_for_all
from treatyclock.derive.reasoning.reasons import Key

FOR_ALL = clause("denunciation", when="at any time", notice="P6M", first_day="counted", ends_for="all")


def notice(id: str, by: str, on: str = "1937-01-01") -> str:
    return act("denunciation", by, on, id=id)


def test_the_entry_the_end_and_the_first_deadline() -> None:
    term = clause("term", lasts="P5Y", from_="signature", first_day="not counted")
    found = what_holds_for_all(
        evaluation(two(SIGNED, term, clause("denunciation", when="at the end of the term", notice="P1Y")))
    )
    assert found.entry is not None and found.end is not None
    assert (found.entry.day, found.end.last_day, found.first_deadline) == (
        day("1930-01-15"), day("1935-01-15"), day("1934-01-15")
    )  # fmt: skip
    assert found.end.key == END


def test_where_no_end_is_foreseen_the_argument_says_so() -> None:
    found = what_holds_for_all(evaluation(two(SIGNED)))
    assert found.end is None
    assert found.findings.has(END)
    assert "Nothing on record brings it to an end." in said(two(SIGNED).in_force("1940"))


def test_a_notice_ends_a_treaty_between_two_for_both() -> None:
    found = two(SIGNED, HALF_A_YEAR, notice("n", "BBB"))
    assert {who: ends(found, who)[0] for who in (None, "AAA", "BBB")} == dict.fromkeys(
        (None, "AAA", "BBB"), "1937-06-30"
    )


def test_only_a_party_ends_it_for_all() -> None:
    text = ONE_IS_ENOUGH + FOR_ALL
    assert ends(three(text, notice("n-c", "CCC"))) == ["none"]
    assert ends(three(text, notice("n-b", "BBB"), notice("n-c", "CCC"))) == ["1937-06-30"]


def test_who_has_left_ends_it_for_nobody() -> None:
    text = ONE_IS_ENOUGH + FOR_ALL + clause("tied_to", organisation="the Union") + notice("n-b", "BBB")
    assert ends(three(text, act("end of membership", "BBB", "1937-03-01"))) == ["none"]
    assert ends(three(text, act("end of membership", "BBB", "1937-08-01"))) == ["1937-06-30"]


def test_a_treaty_that_ended_before_it_entered_never_was_in_force() -> None:
    text = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01") + clause("term", until="1935-12-31")
    found = three(text)
    common = what_holds_for_all(evaluation(found))
    assert (common.entry, common.end) == (None, None)
    assert common.findings.has(Key("never"))
    assert status(found, "1937") == {"negotiating"}


def test_all_leave_together_and_each_on_its_own() -> None:
    found = three(ONE_IS_ENOUGH, ratified(CCC="1936-02-01"), HALF_A_YEAR, notice("n", ALL))
    assert ends(found) == ["1937-06-30"]  # nobody is left
    assert ends(found, "CCC") == ["1937-06-30"]
    two_of_them = three(ONE_IS_ENOUGH, ratified(CCC="1936-02-01"), HALF_A_YEAR, notice("n", BOTH))
    assert ends(two_of_them) == ["none"]  # of many, exits of some end the treaty for nobody else


def test_of_two_who_gave_notice_together_one_can_take_back_its_own_only() -> None:
    joint = HALF_A_YEAR + act("denunciation", BOTH, "1937-01-01", id="n")
    back = act("rescission", "AAA", "1937-03-01", of="n")
    stopped = act("suspension of a notice", "BBB", "1937-03-01", of="n")
    assert ends(two(SIGNED, joint)) == ["1937-06-30"]
    assert ends(two(SIGNED, joint, back)) == ends(two(SIGNED, joint, stopped)) == ["1937-06-30"]
    assert ends(two(SIGNED, joint, back, stopped)) == ["none"]
    assert ends(two(SIGNED, joint, act("rescission", BOTH, "1937-03-01", of="n"))) == ["none"]
