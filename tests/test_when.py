"""Texts as historians meet them: labels, places, eras, double dates, and what is refused."""

from __future__ import annotations

import json

import pytest

import treatyclock as tc
from treatyclock.cli import main
from treatyclock.errors import NaiveTimeError, TimeFormatError, TreatyclockError, UnknownZoneError


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


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["when", "1945-08-08 23:00", "--label", "Moscow time", "--also", "Europe/Moscow,Asia/Tokyo"]
    assert main([*asked, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["support"] == [{"from": "1945-08-08T20:00:00Z", "to": "1945-08-08T20:00:00.000001Z"}]
    assert found["symbol"]
    assert found["notes"]
    assert [each["zone"] for each in found["also"]] == ["Europe/Moscow", "Asia/Tokyo"]
    assert main(asked) == 0
    assert "1945-08-09T05:00:00+09:00[Asia/Tokyo]" in capsys.readouterr().out
    assert main(["when", "some day"]) == 2
    assert "hint: " in capsys.readouterr().err
