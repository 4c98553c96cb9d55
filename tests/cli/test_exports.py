"""``treatyclock export``."""

from __future__ import annotations

from pathlib import Path

import pytest

import treatyclock as tc
from command_runs import run
from treatyclock.cli.exports import EXPORT_FORMATS
from treatyclock.exports.export import export_formats

PACT = "soviet-japanese-neutrality-pact"


def test_it_prints_what_the_library_returns(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "export", PACT, "--reading", "first-day-counted", "--format", "csv-periods")
    assert (status, err) == (0, "")
    assert out == tc.export(tc.load(PACT).under(reading="first-day-counted"), "csv-periods")


def test_it_writes_a_file_and_overwrites_none(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "exit.ics"
    arguments = ("export", "treaty-on-european-union", "--party", "GBR", "--format", "ical", "-o", str(path))
    assert run(capsys, *arguments) == (0, "", "")
    assert path.read_bytes().endswith(b"END:VCALENDAR\r\n")
    status, _, err = run(capsys, *arguments)
    assert status == 2
    assert "it exists already" in err


def test_days_between_which_deadlines_recur(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--format", "csv-deadlines", "--first", "1995", "--last", "2000")
    _, out, _ = run(capsys, "export", "ilo-underground-work-women-1935", *arguments)
    assert [line for line in out.splitlines() if "window" in line] == [
        "ilo-underground-work-women-1935,,text,,generally,window for a notice,1997-05-30/1998-05-30,"
    ]


def test_a_mistyped_format_is_refused_with_the_formats(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "export", PACT, "--format", "icla")
    assert (status, out) == (2, "")
    assert "did you mean `ical`" in err


def test_the_command_names_the_formats_of_the_library() -> None:
    assert set(EXPORT_FORMATS) == {name for name, each in export_formats().items() if each.of_treaty is not None}
