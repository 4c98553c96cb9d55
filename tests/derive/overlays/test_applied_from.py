"""From which day a treaty is applied provisionally, where a text counts from it."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, ends, entry, ratified, said, three

ENTRY = entry({"instruments": 2}) + ratified(AAA="1940-01-01", BBB="1940-01-01")
TERM = clause("term", lasts="P10Y", from_="provisional application", first_day="counted")


def provisional(**more: object) -> str:
    return clause("provisional_application", by="who declares it", **more)


def declared(by: str, on: str, **more: object) -> str:
    return act("provisional application", by, on, **more)


def ended(by: str, on: str) -> str:
    return act("end of provisional application", by, on)


TWO = declared("AAA", "1936-01-01") + declared("BBB", "1937-01-01")


@pytest.mark.parametrize(
    ("acts", "more", "last"),
    [
        (TWO, {}, ["1946-12-31"]),
        (TWO + declared("CCC", "1936-07-01"), {}, ["1946-06-30"]),
        (declared("AAA", "1936-01-01"), {}, ["1949-12-31"]),  # one alone has nobody towards whom to apply it
        (TWO + ended("AAA", "1936-06-01"), {}, ["1949-12-31"]),
        (TWO + ended("AAA", "1936-10-01"), {"notice": "P6M"}, ["1946-12-31"]),
        (TWO + ended("CCC", "1937-06-01"), {"ends_for": "all"}, ["1946-12-31"]),
        (TWO, {"lasts": "P6M"}, ["1949-12-31"]),
        (TWO, {"until": "1936-12-31"}, ["1949-12-31"]),
        (TWO, {"while_in_force_for": "AAA"}, ["1949-12-31"]),
        (TWO + declared("CCC", "1935-01-01"), {"while_applied_by": "AAA"}, ["1945-12-31"]),
        (TWO, {"from_": "1938-01-01"}, ["1947-12-31"]),
        (TWO, {"when": {"ratified_by": "CCC"}}, ["1949-12-31"]),
        (declared("AAA BBB", "1941-01-01"), {}, ["1949-12-31"]),
    ],
)
def test_the_day_from_which_two_apply_it(acts: str, more: dict[str, object], last: list[str]) -> None:
    assert ends(three(ENTRY, acts, provisional(**more), TERM)) == last


def test_two_on_one_side_do_not_apply_it_towards_each_other() -> None:
    sides = clause("[side]", parties=["AAA", "CCC"]) + clause("[side]", parties="BBB")
    both = declared("AAA CCC", "1935-01-01") + declared("BBB", "1937-01-01")
    assert ends(three(ENTRY, sides, both, provisional(), TERM)) == ["1946-12-31"]


def test_a_vague_day_leaves_the_end_vague() -> None:
    vague = declared("AAA", "1936-01-01") + declared("BBB", "1937")
    treaty = three(ENTRY, vague, provisional(), TERM)
    assert [treaty.in_force(day).truth.value for day in ("1946-12-01", "1947-06-01", "1948-01-01")] == [
        "yes", "unknown", "no",
    ]  # fmt: skip


def test_a_lock_in_and_windows_run_from_it_too() -> None:
    out = act("withdrawal", "AAA", "1941-12-31", id="early") + act("withdrawal", "BBB", "1942-01-01", id="in-time")
    leave = clause("denunciation", when="{}", notice="P6M", first_day="not counted")
    since = {"from_": "provisional application"}
    lock = clause("denunciation.lock_in", lasts="P5Y", bars="notice", first_day="counted", **since)
    windows = clause("denunciation.window", every="P5Y", lasts="P1M", **since)
    for when, times in (("at any time", lock), ("in a window", windows)):
        own = leave.replace("{}", when) + times.replace('ref = "r"\n', "")
        found = three(ENTRY, ratified(CCC="1940-01-01"), TWO, provisional(), own, out)
        assert [ends(found, party) for party in ("AAA", "BBB")] == [["none"], ["1942-07-01"]]


def test_the_argument_says_from_which_day_it_runs() -> None:
    text = said(three(ENTRY, TWO, provisional(), TERM).in_force("1945-01-01"))
    assert "two at least apply it provisionally towards each other from 1 January 1937" in text
