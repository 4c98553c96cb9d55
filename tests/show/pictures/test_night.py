"""The clocks of a night: the same instants on every band, cut where each clock showed midnight."""

from __future__ import annotations

from datetime import UTC, datetime

import treatyclock as tc
from svg_texts import collisions
from treatyclock.instants import from_datetime
from treatyclock.show.pictures.night import clocks_of_a_night
from treatyclock.show.pictures.svg import svg


def test_the_clocks_of_the_night_show_two_dates_at_one_moment() -> None:
    first, attack, last = (
        from_datetime(datetime(1945, 8, 8, hour, minute, tzinfo=UTC)) for hour, minute in ((12, 0), (15, 10), (23, 59))
    )
    clocks = {"Moscow": tc.zone("Europe/Moscow"), "Manchukuo": tc.zone("Manchukuo")}
    picture = clocks_of_a_night(clocks, first, last, [(attack, "the attack")])
    moscow, front = picture.bands
    assert [bar.label for bar in moscow.bars] == ["8 August 1945", "9 August 1945"]
    assert moscow.bars[0].end == datetime(1945, 8, 8, 21)
    assert front.bars[0].end == datetime(1945, 8, 8, 15)
    assert [band.below[0].label for band in picture.bands] == ["18:10", "00:10"]
    assert collisions(svg(picture)) == []


def test_an_hour_that_a_clock_showed_twice_has_two_ticks() -> None:
    first, last = (from_datetime(datetime(2020, 10, 25, hour, tzinfo=UTC)) for hour in (0, 4))
    picture = clocks_of_a_night({"Paris": tc.zone("Europe/Paris")}, first, last)
    assert [tick.label for tick in picture.bands[0].ticks] == ["03"]
    earlier = from_datetime(datetime(2020, 10, 24, 22, tzinfo=UTC))
    [band] = clocks_of_a_night({"Paris": tc.zone("Europe/Paris")}, earlier, last).bands
    assert [(bar.start, bar.end) for bar in band.bars] == [(datetime(2020, 10, 24, 22), datetime(2020, 10, 25, 4))]
