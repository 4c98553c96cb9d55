"""Days that were skipped or shown twice, against a scan of the packaged data minute by minute around each change."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from importlib import resources
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.civil.clocks.database import iana_names
from treatyclock.civil.clocks.datelines import moves
from treatyclock.civil.clocks.zones import zone
from treatyclock.errors import NoSuchDateError
from treatyclock.instants import from_datetime

STEP = timedelta(days=20)
DATE_LINE = [
    # who moved when, as the comments of the tz database have it
    ("Asia/Manila", "1844-12-31", "skipped"),
    ("America/Sitka", "1867-10-19", "back"),
    ("America/Juneau", "1867-10-18", "back"),
    ("Pacific/Apia", "1892-07-04", "twice"),
    ("Pacific/Pago_Pago", "1892-07-04", "twice"),
    ("Pacific/Rarotonga", "1899-12-25", "twice"),
    ("Pacific/Kwajalein", "1969-09-30", "back"),
    ("Pacific/Kwajalein", "1993-08-21", "skipped"),
    ("Pacific/Kiritimati", "1994-12-31", "skipped"),
    ("Pacific/Kanton", "1994-12-31", "skipped"),
    ("Pacific/Apia", "2011-12-30", "skipped"),
    ("Pacific/Fakaofo", "2011-12-30", "skipped"),
]


@cache
def packaged(name: str) -> ZoneInfo:
    with resources.files("tzdata").joinpath(f"zoneinfo/{name}").open("rb") as file:
        return ZoneInfo.from_file(file)


def dates_by_scan(clock: tzinfo, low: datetime, high: datetime, step: timedelta) -> dict[date, list[datetime]]:
    """Every instant on a grid, by its date on a clock."""
    found: dict[date, list[datetime]] = {}
    while low < high:
        found.setdefault(low.astimezone(clock).date(), []).append(low)
        low += step
    return found


def leaps(name: str) -> list[datetime]:
    """Instants before which a clock's offset changed by half a day or more within 20 days, by the standard library."""
    clock, found = packaged(name), []
    at, stop = datetime(1840, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)
    before = at.astimezone(clock).utcoffset() or timedelta()
    while at < stop:
        at += STEP
        after = at.astimezone(clock).utcoffset() or timedelta()
        if abs(after - before) >= timedelta(hours=12):
            found.append(at)
        before = after
    return found


def test_every_day_around_every_move_is_all_its_instants() -> None:
    seen = 0
    for name in sorted(each for each in iana_names() if zone(each).basis.link_to is None):
        found = leaps(name)
        assert len(moves(zone(name))) == len(found), name
        for at in found:
            seen += 1
            low, high = at - STEP - timedelta(days=2), at + timedelta(days=2)
            scanned = dates_by_scan(packaged(name), low, high, timedelta(hours=1))
            whole = sorted(scanned)[2:-2]
            for number in range((whole[-1] - whole[0]).days + 1):
                day = whole[0] + timedelta(days=number)
                if day not in scanned:
                    with pytest.raises(NoSuchDateError, match="skipped"):
                        tc.moment(day, zone=name)
                    continue
                support = tc.moment(day, zone=name).support
                assert support.issubset(tc.moment(day).support), (name, day)
                inside = [t for ts in scanned.values() for t in ts if from_datetime(t) in support]
                assert sorted(inside) == scanned[day], (name, day)
    assert seen >= len(DATE_LINE)


@pytest.mark.parametrize("name", ["America/St_Johns", "America/Sitka", "Europe/Berlin", "Pacific/Apia", "Asia/Manila"])
def test_days_and_months_are_all_their_minutes(name: str) -> None:
    # Clocks of Newfoundland went back at one minute past midnight; a step in Alaska has odd seconds.
    starts = {"America/Sitka": datetime(1867, 10, 16), "Asia/Manila": datetime(1844, 12, 29)}
    low = starts.get(name, datetime(1990, 10, 26) if name != "Pacific/Apia" else datetime(1892, 7, 2)).replace(
        tzinfo=UTC
    )
    scanned = dates_by_scan(packaged(name), low, low + timedelta(days=6), timedelta(minutes=1))
    instants = [(t, from_datetime(t)) for ts in scanned.values() for t in ts]
    for day in sorted(scanned)[1:-1]:
        support = tc.moment(day, zone=name).support
        assert sorted(t for t, at in instants if at in support) == scanned[day], day


@pytest.mark.parametrize(("name", "day", "what"), DATE_LINE)
def test_what_is_said(name: str, day: str, what: str) -> None:
    month = tc.moment(day[:7], zone=name)
    if what == "skipped":
        assert any(f"{name} skipped {day}" in note for note in month.notes)
        with pytest.raises(NoSuchDateError):
            tc.moment(day, zone=name)
        either = tc.moment(day, zone=[name, "UTC"])
        assert [clock.key for clock in either.zones] == ["UTC"]
        assert f"the clock of {name} skipped {day}, so that clock is not meant" in either.notes
        assert either.support == tc.moment(day, zone="UTC").support
    elif what == "twice":
        for text in (day, day[:7]):
            assert f"{day} was shown twice by {name}: both days are meant" in tc.moment(text, zone=name).notes
        (part,) = tc.moment(day, zone=name).support
        assert part.start is not None
        assert part.end == part.start + 48 * 3_600_000_000
    else:
        for text in (day, day[:7]):
            assert any(f"the clock of {name} went back from" in note for note in tc.moment(text, zone=name).notes)


def test_a_set_that_names_other_days_says_nothing_of_them() -> None:
    assert not tc.moment("[2011-12-29,2011-12-31]", zone="Pacific/Apia").remarks
    assert tc.moment("[2011-12-29..2011-12-31]", zone="Pacific/Apia").remarks
    assert not tc.moment("1945-11-18", zone="Europe/Berlin").remarks  # 25 hours
    assert not tc.moment("1936-12-31", zone="Manchukuo").remarks  # 23 hours


def test_the_command_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    from treatyclock.cli import main

    assert main(["when", "1892-07-04", "--zone", "Pacific/Apia"]) == 0
    assert "note: 1892-07-04 was shown twice by Pacific/Apia: both days are meant" in capsys.readouterr().out
    assert main(["when", "2011-12", "--zone", "Pacific/Apia"]) == 0
    assert "note: the clock of Pacific/Apia skipped 2011-12-30" in capsys.readouterr().out


@given(
    st.sampled_from(["+09:00", "-12:00", "+15:13:42", "-15:56:08", "UTC", "LMT+170", "LMT-179.5", "LMT 139°44'E"]),
    st.dates(date(1583, 1, 1), date(9998, 12, 28)),
    st.sampled_from([4, 7, 10]),  # a year, a month, a day
)
def test_a_clock_that_never_changes_has_nothing_to_remark(clock: str, day: date, length: int) -> None:
    found = tc.moment(day.isoformat()[:length], zone=clock)
    assert found.remarks == ()
    assert len(found.support) == 1
