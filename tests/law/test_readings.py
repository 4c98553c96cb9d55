"""What a reading chooses, and what no convention offers."""

from __future__ import annotations

from typing import Any

import pytest

from treatyclock.errors import ContradictoryChoiceError, UnknownChoiceError, WrongTypeError
from treatyclock.law.conventions.exit import EFFECT_DAY
from treatyclock.law.conventions.first_days import FIRST_DAY, NOTICE_FIRST_DAY, SUNSET_FIRST_DAY
from treatyclock.law.readings import TEXT, Reading


def reading(**choose: str) -> Reading:
    return Reading(id="x", title="t", holder="h", choose=tuple(choose.items()))


def test_a_choice_of_its_own_goes_before_a_wider_one() -> None:
    wide = reading(first_day="counted")
    assert wide.chooses(FIRST_DAY) == wide.chooses(SUNSET_FIRST_DAY) == "counted"
    assert wide.chooses(NOTICE_FIRST_DAY) is None
    both = reading(first_day="counted", sunset_first_day="not counted")
    assert (both.chooses(FIRST_DAY), both.chooses(SUNSET_FIRST_DAY)) == ("counted", "not counted")
    narrow = reading(sunset_first_day="counted")
    assert narrow.chooses(FIRST_DAY) is None
    assert TEXT.chooses(EFFECT_DAY) is None


@pytest.mark.parametrize(
    "choose",
    [{"first": "counted"}, {"first_day": "count"}, {"renewals": "often"}, {"renewals": "²"}, {"renewals": "-1"}],
)
def test_what_no_convention_offers(choose: dict[str, str]) -> None:
    with pytest.raises(UnknownChoiceError, match="hint: "):
        reading(**choose)


@pytest.mark.parametrize("choose", [{"renewals": "for ever"}, {"renewals": "2"}, {"midnight": "Asia/Tokyo"}])
def test_what_a_convention_without_a_list_takes(choose: dict[str, str]) -> None:
    assert dict(reading(**choose).choose) == choose


def test_one_thing_cannot_be_chosen_twice_nor_be_anything_but_text() -> None:
    with pytest.raises(ContradictoryChoiceError):
        Reading(id="x", title="t", holder="h", choose=(("first_day", "counted"), ("first_day", "not counted")))
    with pytest.raises(WrongTypeError):
        Reading(id="x", title="t", holder="h", choose=(("first_day", True),))  # type: ignore[arg-type]


def test_one_stands_for_a_list_of_one_and_a_table_for_pairs() -> None:
    given: dict[str, Any] = {"sources": "s", "without": "sunset", "admits": "a", "rejects": "b"}
    one = Reading(id="x", title="t", holder="h", choose={"first_day": "counted"}, **given)  # type: ignore[arg-type]
    assert (one.sources, one.without, one.admits, one.rejects) == (("s",), ("sunset",), ("a",), ("b",))
    assert one.choose == (("first_day", "counted"),)
    assert hash(one) == hash(Reading(
        id="x", title="t", holder="h", sources=("s",), without=("sunset",), admits=("a",), rejects=("b",),
        choose=(("first_day", "counted"),),
    ))  # fmt: skip
