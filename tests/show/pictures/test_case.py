"""The picture of a case: when each event came, and which times are only possible."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import treatyclock as tc
from svg_texts import collisions
from treatyclock.show.pictures.case import picture_of_case
from treatyclock.show.pictures.picture import Fill
from treatyclock.show.pictures.svg import svg

AUGUST = tc.reconcile("august-1945")


def test_an_event_that_the_cheapest_repairs_leave_open_has_a_bar_for_each_time() -> None:
    picture = picture_of_case(AUGUST)
    assert picture is not None
    bars = {band.name: [bar.begins for bar in band.bars] for band in picture.bands}
    assert bars["the beginning of the declared war"] == ["1945-08-08 15:00", "1945-08-08 21:00"]
    assert bars["the attack"] == ["1945-08-08 15:10"]
    assert [fill.value for fill in picture.fills][:2] == ["known", "one of several possible times"]


def test_an_hour_that_is_given_up_stands_beside_the_event_where_its_own_clock_has_it() -> None:
    picture = picture_of_case(AUGUST)
    assert picture is not None
    given_up = [(band.name, bar) for band in picture.bands for bar in band.bars if bar.fill is Fill.GIVEN_UP]
    [(name, bar)] = given_up
    assert (name, bar.begins, bar.start) == (
        "the declaration of war",
        "s4",
        datetime(1945, 8, 8, 20),
    )  # 23:00 in Moscow
    assert picture.notes[-1].endswith("s3, s2.")
    without = picture_of_case(tc.reconcile("august-1945", without=["s1", "s2", "s3", "s4"]))
    assert without is not None
    assert Fill.GIVEN_UP not in without.fills


def test_no_text_runs_into_another() -> None:
    for name in tc.shipped_cases():
        picture = picture_of_case(tc.reconcile(name))
        assert picture is not None
        assert collisions(svg(picture)) == [], name


def test_a_case_of_which_nothing_is_known_has_no_picture(tmp_path: Path) -> None:
    text = """
schema = 1
id = "c"
title = "<b>"
[sources.s]
title = "s"
confidence = "fair"
[clocks.c]
name = "c"
zone = "UTC"
[events]
e = "an event"
f = "another"
[[claim]]
id = "order"
source = "s"
event = "f"
after = "e"
"""
    case = tmp_path / "case.toml"
    case.write_text(text, encoding="utf-8")
    found = tc.reconcile(case)
    assert picture_of_case(found) is None
    assert "&lt;b&gt;" in found._repr_mimebundle_()["text/html"]
