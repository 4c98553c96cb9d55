"""The end for all with the exit of a party that the clause names, worked out by hand."""

from __future__ import annotations

import pytest

from small_treaties import ALL, act, clause, ends, entry, said, three, truth

CCC_ENDS_IT = clause("denunciation", when="at any time", notice="P6M", first_day="counted", ends_for_all="CCC")
IN_FORCE = entry("ratified by all", recorded="1936-01-01") + act("ratification", ALL, "1936-01-01")


@pytest.mark.parametrize(
    ("who", "generally", "for_others"),
    [
        ("CCC", "1940-06-30", "1940-06-30"),
        ("BBB", "none", "none"),  # it leaves alone
    ],
)
def test_its_exit_ends_the_treaty_for_all(who: str, generally: str, for_others: str) -> None:
    found = three(IN_FORCE, CCC_ENDS_IT, act("withdrawal", who, "1940-01-01"))
    assert ends(found) == [generally]
    assert ends(found, "AAA") == [for_others]
    assert ends(found, who) == ["1940-06-30"]


def test_a_notice_that_is_taken_back_ends_nothing() -> None:
    out = act("withdrawal", "CCC", "1940-01-01", id="out")
    found = three(IN_FORCE, CCC_ENDS_IT, out, act("rescission", "CCC", "1940-02-01", of="out"))
    assert ends(found) == ["none"]


def test_a_day_that_the_notice_names() -> None:
    out = act("withdrawal", "CCC", "1940-01-01", effective="1941-01-01", effect_day="first out")
    found = three(IN_FORCE, CCC_ENDS_IT, out)
    assert ends(found, "BBB") == ["1940-12-31"]
    assert "that ends it for all" in said(found.in_force("1942", party="BBB"))


def test_who_left_before_is_out_before() -> None:
    out = act("withdrawal", "AAA", "1938-01-01") + act("withdrawal", "CCC", "1940-01-01")
    found = three(IN_FORCE, CCC_ENDS_IT, out)
    assert (ends(found, "AAA"), ends(found, "BBB")) == (["1938-06-30"], ["1940-06-30"])


def test_an_exit_that_the_record_may_lack_leaves_it_open() -> None:
    lacks = clause("record", acts="in part", missing=["exit"], of=["CCC"])
    assert truth(three(IN_FORCE, CCC_ENDS_IT, lacks), "1950", party="AAA") == "unknown"
    lacks = clause("record", acts="in part", missing=["exit"], of=["BBB"])
    assert truth(three(IN_FORCE, CCC_ENDS_IT, lacks), "1950", party="AAA") == "yes"
