"""Notices that reached some only: between whom they have an effect, and when their author is out."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import (
    HALF_A_YEAR,
    SIGNED,
    TWO_OF_THREE,
    act,
    clause,
    ends,
    entry,
    ratified,
    said,
    three,
    truth,
    two,
)
from treatyclock.derive.exit.addressees import releases_all

TEXT = TWO_OF_THREE + ratified(CCC="1936-01-01")


def to(whom: str, on: str, by: str = "AAA", **more: object) -> str:
    return act("withdrawal", by, on, id=f"to-{whom.lower().replace(' ', '-')}", to=whom.split(), **more)


def test_whom_one_notice_releases() -> None:
    for_all = clause("denunciation", when="at any time", notice="P6M", ends_for="all")
    assert releases_all(two(SIGNED, HALF_A_YEAR).record)
    assert not releases_all(three(TWO_OF_THREE, HALF_A_YEAR).record)
    assert releases_all(three(TWO_OF_THREE, for_all).record)
    assert not releases_all(three(TWO_OF_THREE).record)


def test_one_that_reached_all_the_others_is_as_any() -> None:
    found = three(TEXT, HALF_A_YEAR, to("BBB CCC", "1940-01-01"))
    assert ends(found, "AAA") == ["1940-06-30"]
    # C never consented, so to have reached B is to have reached all
    assert ends(three(TWO_OF_THREE, HALF_A_YEAR, to("BBB", "1940-01-01")), "AAA") == ["1940-06-30"]


def test_who_joined_only_later_need_not_have_been_reached() -> None:
    later = act("accession", "CCC", "2000-01-01")
    assert ends(three(TWO_OF_THREE, HALF_A_YEAR, to("BBB", "1940-01-01"), later), "AAA") == ["1940-06-30"]


@pytest.mark.parametrize(
    ("joins", "notices", "last", "asked"),
    [
        # nobody told C, which consented while the notice to B ran
        ("1940-03-01", [to("BBB", "1940-01-01")], {"1940-06-30", "none"}, True),
        # C was told too: A is out with B's notice, or only once C's has run as well
        ("1940-03-01", [to("BBB", "1940-01-01"), to("CCC", "1940-05-01")], {"1940-06-30", "1940-10-31"}, True),
        ("1940-07-01", [to("BBB", "1940-01-01")], {"1940-06-30"}, False),
        ("1939-12-01", [to("BBB", "1940-01-01")], {"none"}, False),
    ],
)
def test_who_consents_while_the_notices_run_may_have_to_be_reached(
    joins: str, notices: list[str], last: set[str], asked: bool
) -> None:
    found = three(TWO_OF_THREE, HALF_A_YEAR, act("accession", "CCC", joins), *notices)
    assert set(ends(found, "AAA")) == last
    for day in ("1940-06-30", "1940-08-01", "1941"):
        own, pair = found.in_force(day, party="AAA"), found.in_force(day, between=("AAA", "CCC"))
        if found.in_force(day, party="CCC").truth.value == "yes":
            assert (own.truth, own.depends_on) == (pair.truth, pair.depends_on)
    (key,) = {each.key for each in found.in_force("1940-08-01", party="AAA").depends_on} or {""}
    assert ("to have to reach a State that consented after them" in key) == asked


def test_its_author_is_out_once_the_last_is_reached_and_it_is_told() -> None:
    found = three(TEXT, HALF_A_YEAR, to("CCC", "1941-01-01"), to("BBB", "1940-01-01"))
    assert ends(found, "AAA") == ["1941-06-30"]
    told = said(found.in_force("1950", party="AAA"))
    assert "A gave notice of withdrawal to B: 1 January 1940" in told
    assert "the State is out with all of them, and its end comes with 30 June 1941" in told


def test_taken_back_towards_one_it_stands_towards_the_other() -> None:
    back = act("rescission", "AAA", "1940-03-01", of="to-bbb")
    found = three(TEXT, HALF_A_YEAR, to("CCC", "1940-01-01"), to("BBB", "1940-01-01"), back)
    assert ends(found, "AAA") == ["none"]
    assert truth(found, "1950", between=("AAA", "BBB")) == "yes"
    assert truth(found, "1950", between=("AAA", "CCC")) == "no"


def test_whether_one_that_ends_it_for_all_does_so_when_it_reached_some_is_open() -> None:
    text = TEXT + clause("denunciation", when="at any time", notice="P6M", first_day="counted", ends_for="all")
    assert set(ends(three(text, to("BBB", "1940-01-01")))) == {"1940-06-30", "none"}


def test_nobody_gives_notice_to_itself() -> None:
    with pytest.raises(tc.TreatyFileError, match="names who did the act itself"):
        three(TEXT, HALF_A_YEAR, to("AAA BBB", "1940-01-01"))


def test_of_many_who_each_tell_one_other_nothing_is_asked() -> None:
    codes = [letter * 3 for letter in "ABCDEFGHIJ"]
    names = "".join(f'{code} = {{ name = "{code[0]}", clock = "+00:00" }}\n' for code in codes)
    ring = zip(codes, [*codes[1:], codes[0]], strict=True)
    text = 'schema = 1\nid = "ring"\ntitle = "Ring"\n[parties]\n' + names + entry({"instruments": 2}) + HALF_A_YEAR
    text += act("ratification", " ".join(codes), "1936-01-01")
    found = tc.loads(text + "".join(to(other, "1940-01-01", by=code) for code, other in ring))
    for asked in ({}, {"party": "AAA"}, {"between": ("AAA", "CCC")}):
        answer = found.in_force("1950", **asked)
        assert (answer.truth.value, answer.depends_on) == ("yes", ())
    assert truth(found, "1950", between=("AAA", "BBB")) == "no"
