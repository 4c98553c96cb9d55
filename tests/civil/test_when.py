"""Texts as historians meet them: labels, places, eras, double dates, and what is refused."""

from __future__ import annotations

import json

import pytest

import treatyclock as tc
from treatyclock.cli import main
from treatyclock.errors import (
    LabelWithoutClockError,
    NaiveTimeError,
    TimeFormatError,
    TreatyclockError,
    UnknownZoneError,
)


@pytest.mark.parametrize(
    ("text", "how", "support"),
    [
        # the surrender of May 1945 (dossier on clocks, 3.2)
        ("1945-05-08 23:01", {"label": "Central European time"}, "[1945-05-08T22:01:00Z"),
        ("1945-05-05 08:00", {"label": "British Double Summer Time"}, "[1945-05-05T06:00:00Z"),
        ("1945-08-08 23:00", {"label": "Moscow time"}, "[1945-08-08T20:00:00Z"),
        ("1945-08-08 23:00", {"label": "Trans-Baikal time"}, "[1945-08-08T14:00:00Z"),
        ("1945-08-09 00:10", {"place": "Manchukuo"}, "[1945-08-08T15:10:00Z"),
        ("1945-08-10 12:00", {"place": "Stockholm"}, "[1945-08-10T11:00:00Z"),
        ("13th day of the 4th month of Showa 16", {"place": "Tokyo"}, "[1941-04-12T15:00:00Z, 1941-04-13T15:00:00Z)"),
        ("31 January 1918", {"calendar": "russia", "zone": ["UTC"]}, "[1918-02-13T00:00:00Z, 1918-02-14T00:00:00Z)"),
        ("14 (1) February 1918", {"zone": ["UTC"]}, "[1918-02-14T00:00:00Z, 1918-02-15T00:00:00Z)"),
        ("1945-08-0X", {"zone": ["UTC"]}, "[1945-08-01T00:00:00Z, 1945-08-10T00:00:00Z)"),
    ],
)
def test_what_a_text_may_mean(text: str, how: dict[str, object], support: str) -> None:
    found = tc.when(text, **how)  # type: ignore[arg-type]
    assert str(found.moment.support).startswith(support)


def test_a_label_may_mean_more_than_one_clock() -> None:
    assert len(tc.when("1945-08-09 00:00", label="Far Eastern time").moment.support) == 2


@pytest.mark.parametrize(
    ("text", "how", "error"),
    [
        ("1945-08-09 00:10", {}, NaiveTimeError),
        ("some day", {}, TimeFormatError),
        ("1945-08-09", {"place": "Nowhere"}, UnknownZoneError),
        ("1945-08-09", {"label": "Nobody's time"}, TreatyclockError),
        ("1945-08-09", {"calendar": "martian"}, TreatyclockError),
        ("5 February 1918", {"calendar": "russia"}, TreatyclockError),
    ],
)
def test_what_is_refused(text: str, how: dict[str, str], error: type[TreatyclockError]) -> None:
    with pytest.raises(error, match="hint: "):
        tc.when(text, **how)


def test_a_label_beside_a_month_or_a_year_is_what_it_meant_on_any_day_of_it() -> None:
    # double summer time from 5 April to 8 August 1942; neither end of the year has it
    assert [clock.key for clock in tc.when("1942", label="B.D.S.T.").moment.zones] == [
        "British Double Summer Time +02:00"
    ]
    keys = [clock.key for clock in tc.when("1942", label="I.S.T.").moment.zones]
    assert sorted(keys) == ["Indian Standard Time +05:30", "Indian Standard Time +06:30"]
    with pytest.raises(LabelWithoutClockError, match=r"on `\[1943-11-01..1943-11-30\]`: nearest"):
        tc.when("1943-11", label="B.D.S.T.")


@pytest.mark.parametrize(
    "text", ["1945-08-08T15:10Z", "1945-08-09T00:10+09:00", "1945-08-09 00:10:00[Asia/Tokyo]", "1945-08-09T00:10+0900"]
)
def test_a_clock_that_decides_nothing_is_said_to(text: str) -> None:
    for how in ({"label": "Moscow time"}, {"place": "Stockholm"}, {"zone": ["Europe/Paris"]}):
        found = tc.when(text, **how)
        assert str(found.moment.support).startswith("[1945-08-08T15:10:00Z")
        assert "the clock asked for is not used" in found.notes[0]
    assert not any("not used" in note for note in tc.when(text).notes)
    assert not any("not used" in note for note in tc.when("1945-08-09 00:10", zone=["Asia/Tokyo"]).notes)


def test_one_clock_is_asked_for_in_one_way() -> None:
    assert tc.when("1945-08-09", zone="Asia/Tokyo", also="UTC").moment == tc.moment("1945-08-09", zone="Asia/Tokyo")
    assert tc.when("1945-08-09", zone=tc.zone("+09:00")).moment.zones == (tc.zone("+09:00"),)
    for how in (
        {"zone": "UTC", "label": "G.M.T."},
        {"place": "Tokyo", "label": "G.M.T."},
        {"zone": "UTC", "place": "Tokyo"},
    ):
        with pytest.raises(TimeFormatError, match="in two ways"):
            tc.when("1945-08-09 00:10", **how)


def test_the_better_of_two_hints_is_given() -> None:
    for text, told in [
        ("8 Augst 1945", "did you mean `august`"),
        ("1945-08-uu", "capital `X`"),
        ("19uu", "capital `X`"),
        ("[1945,194x]", "capital `X`"),
        ("1941/1946", "an interval is not a moment"),
        ("spring 1945", "write 1945-21 for spring"),
        ("8 or 9 May 1945", "[1945-05-08,1945-05-09] for one or the other"),
        ("on or about 8 August 1945", "1945-05-08~ for about"),
        ("c. 1945", "`c.` is written with a sign in EDTF"),
        ("  ", "there is nothing to read"),
        ("9" * 1_000_000, "cannot be read"),
        ("[" * 1_000_000, "no more than 1000 characters"),
        ("11:00 " * 100_000, "cannot be read"),
    ]:
        with pytest.raises(TimeFormatError) as caught:
            tc.when(text)
        assert told in str(caught.value)
        assert len(str(caught.value)) < 700
    with pytest.raises(TreatyclockError, match="hint: give what the source prints"):
        tc.when(None)  # type: ignore[arg-type]


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["when", "1945-08-08 23:00", "--label", "Moscow time", "--also", "Europe/Moscow,Asia/Tokyo"]
    assert main([*asked, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["result"]
    assert found["support"] == [{"from": "1945-08-08T20:00:00Z", "to": "1945-08-08T20:00:00.000001Z"}]
    assert found["symbol"]
    assert found["notes"]
    assert [each["zone"] for each in found["also"]] == ["Europe/Moscow", "Asia/Tokyo"]
    assert main(asked) == 0
    assert "1945-08-09T05:00:00+09:00[Asia/Tokyo]" in capsys.readouterr().out
    assert main(["when", "11 p.m. Moscow time, 8 August 1945", "--also", "Europe/Moscow, Asia/Tokyo,", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["result"]["support"] == found["support"]
    assert main(["when", "some day"]) == 2
    assert "hint: " in capsys.readouterr().err
