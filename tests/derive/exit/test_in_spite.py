"""An exit agreed or recorded, though the notice has no effect by the clause, worked out by hand."""

from __future__ import annotations

import pytest

from small_treaties import ALL, act, clause, ends, entry, three

IN_FORCE = entry("ratified by all") + act("ratification", ALL, "1936-01-01")
LOCKED = clause(
    "denunciation", when="at any time", notice="P6M", first_day="counted", effect_day="first out",
    lock_in={"lasts": "P10Y", "bars": "notice", "first_day": "counted"},
)  # fmt: skip
AGREED = act("agreement on withdrawal", ALL, "1940-03-01", of="out", effective="1940-06-01", effect_day="first out")


def out(**more: object) -> str:
    return act("withdrawal", "AAA", "1940-01-01", id="out", **more)


@pytest.mark.parametrize("text", [LOCKED, ""])
def test_whether_an_agreement_of_all_lets_a_state_out_is_open(text: str) -> None:
    effect = AGREED.replace('effect_day = "first out"\n', "")
    found = three(IN_FORCE, text, out(), effect)
    assert set(ends(found, "AAA")) >= {"1940-05-31", "none"}
    assert ends(found, "BBB") == ["none"]


def test_an_agreement_by_some_lets_nobody_out() -> None:
    some = AGREED.replace('["AAA", "BBB", "CCC"]', '["AAA", "BBB"]').replace('effect_day = "first out"\n', "")
    assert ends(three(IN_FORCE, LOCKED, out(), some), "AAA") == ["none"]


def test_a_recorded_exit_of_a_notice_without_effect_is_open() -> None:
    found = three(IN_FORCE, LOCKED, out(recorded="1941-01-01"))
    assert set(ends(found, "AAA")) == {"1940-12-31", "none"}


def test_a_notice_before_the_entry_into_force_is_no_exit() -> None:
    early = act("withdrawal", "AAA", "1935-01-01", recorded="1941-01-01")
    assert ends(three(IN_FORCE, LOCKED, early), "AAA") == ["none"]
