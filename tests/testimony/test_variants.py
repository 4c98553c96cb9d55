"""Variants: values that know what they cost, and compare by what they say."""

from __future__ import annotations

from typing import get_args

from treatyclock.civil.clocks.zones import zone
from treatyclock.testimony.nodes import ClockNode, WayToRead
from treatyclock.testimony.offset_periods import OffsetPeriod
from treatyclock.testimony.variants import (
    AsItStands,
    AtOtherOffset,
    Dropped,
    KeepsOffset,
    OnOtherClock,
    Stands,
    Variant,
)

NODE = ClockNode("moscow", OffsetPeriod(start=None, end=None, offset=0))


def test_what_stands_costs_nothing() -> None:
    kept = KeepsOffset(offset=0, zone=zone("UTC"))
    assert (Stands(read=WayToRead((NODE,))).cost, kept.cost) == (0, 0)
    given_up = (OnOtherClock(cost=2, read=WayToRead((NODE,))), AtOtherOffset(cost=3, offset=1), Dropped(cost=4))
    assert [each.cost for each in given_up] == [2, 3, 4]
    assert OnOtherClock(cost=2, read=WayToRead((NODE,))).clock == "moscow"


def test_they_are_one_union() -> None:
    assert set(get_args(Variant)) == {Stands, KeepsOffset, OnOtherClock, AtOtherOffset, Dropped}
    assert set(get_args(AsItStands)) < set(get_args(Variant))
    assert Stands(read=WayToRead((NODE,))) == Stands(read=WayToRead((NODE,))) != Stands()
