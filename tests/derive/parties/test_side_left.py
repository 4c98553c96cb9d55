"""Once nobody is left on all sides but one, the treaty ends for all."""

from __future__ import annotations

from small_treaties import act, clause, ends, entry, ratified, three

TEXT = (
    clause("[side]", parties="AAA")
    + clause("[side]", parties=["BBB", "CCC"], notice_of_some="ends it for them")
    + entry("ratified by all")
    + ratified(AAA="1950-01-01", BBB="1950-01-01", CCC="1950-01-01")
    + clause("denunciation", when="at any time", notice="P6M", first_day="not counted")
)
FIRST = act("withdrawal", "BBB", "1952-01-10")


def test_the_last_on_a_side_ends_it_for_the_other() -> None:
    treaty = three(TEXT, FIRST, act("withdrawal", "CCC", "1955-01-10"))
    assert ends(treaty, "BBB") == ["1952-07-10"]
    assert ends(treaty, "CCC") == ["1955-07-10"]
    assert ends(treaty, "AAA") == ["1955-07-10"]


def test_while_one_is_left_it_goes_on() -> None:
    assert ends(three(TEXT, FIRST), "AAA") == ["none"]


def test_one_alone_on_its_side_ends_it_for_all() -> None:
    treaty = three(TEXT, act("withdrawal", "AAA", "1955-01-10"))
    assert [ends(treaty, party) for party in ("AAA", "BBB", "CCC")] == [["1955-07-10"]] * 3


def test_a_vague_last_exit_leaves_the_days_open() -> None:
    treaty = three(TEXT, FIRST, act("withdrawal", "CCC", "1955-01"))
    assert treaty.in_force("1955-06-30", party="AAA").truth.value == "yes"
    assert treaty.in_force("1955-07-15", party="AAA").truth.value == "unknown"
    assert treaty.in_force("1955-08-01", party="AAA").truth.value == "no"
