"""What a terminal shows: lines that fit, colours where they are wanted, and neither anywhere else."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import pytest

from command_runs import run
from treatyclock.cli.terminal import coloured, columns, fitted, has_colour

PACT = "soviet-japanese-neutrality-pact"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "on_a_terminal", "elsewhere"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
    ],
)
def test_who_takes_colours(environment: Mapping[str, str], on_a_terminal: bool, elsewhere: bool) -> None:
    environment = {"WT_SESSION": "1", **environment}
    assert has_colour(Terminal(), environment) is on_a_terminal
    assert has_colour(io.StringIO(), environment) is elsewhere


def test_the_width_is_that_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert (columns(Terminal()), columns(io.StringIO())) == (72, None)
    monkeypatch.setenv("COLUMNS", "1")
    assert columns(Terminal()) == 20


@pytest.mark.parametrize("command", [
    ("dates", PACT), ("deadlines", PACT), ("timeline", PACT), ("readings", PACT),
    ("parties", "rome-statute-1998", "--at", "2017-10-27"), (),
])  # fmt: skip
def test_no_line_is_longer_than_the_terminal_and_no_word_is_lost(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    _, piped, _ = run(capsys, *command)
    for width in (20, 40, 60, 80, 120):
        shown = fitted(piped, width)
        assert shown.split() == piped.split()
        # A word that is longer than what is left of a line stands alone.
        long = [line for line in shown.splitlines() if len(line) > width and " " in line.strip()]
        assert long == [], width


@pytest.mark.parametrize("width", [40, 72])
def test_an_answer_is_as_wide_as_the_terminal(
    width: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("ask", PACT, "--at", "1946-04-25T12:00Z", "--explain")
    _, piped, _ = run(capsys, *asked)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")
    screen = Terminal()
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", screen)
        run(capsys, *asked)
    lines = screen.getvalue().splitlines()
    assert screen.getvalue().split() == piped.split()
    assert width - 12 < max(len(line) for line in lines if " " in line.strip()) <= width


def test_colours_change_no_letter(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("ask", PACT, "--at", "1945-08-09", "--explain")
    _, piped, _ = run(capsys, *asked)
    assert "\x1b" not in piped
    monkeypatch.setenv("FORCE_COLOR", "1")
    _, colourful, _ = run(capsys, *asked)
    assert colourful.startswith("\x1b[1;32mYes\x1b[0m, in force by its terms.\n")
    assert "\x1b[1mDepends on\x1b[0m    nothing" in colourful
    assert re.sub(r"\x1b\[[0-9;]*m", "", colourful) == piped
    for format in ("json", "html"):
        assert "\x1b" not in run(capsys, *asked[:-1], "--format", format)[1], "a file has none"


def test_each_truth_has_its_colour() -> None:
    assert coloured("No longer in force.", "no").startswith("\x1b[1;31mNo\x1b[0m longer")
    assert coloured("Unknown: ...", "unknown").startswith("\x1b[1;33mUnknown\x1b[0m: ")
    assert coloured("Unknown: ...") == "Unknown: ..."


def test_rows_hang_below_their_last_column() -> None:
    assert fitted("short", 20) == "short"
    assert fitted("  note: one two three four", 16) == "  note: one two\n    three four"
    assert fitted("x" * 30, 20) == "x" * 30, "a word is not broken"
    assert fitted("", 20) == ""
