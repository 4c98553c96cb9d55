"""``treatyclock page``: a treaty or a case as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_runs import run

PACT = "soviet-japanese-neutrality-pact"


def test_a_treaty_for_a_party(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = str(tmp_path / "pact.html")
    assert run(capsys, "page", "icsid-1965", "--party", "BOL", "--at", "1970-01-01", "-o", file) == (0, "", "")
    assert "For Bolivia" in Path(file).read_text(encoding="utf-8")
    status, _, err = run(capsys, "page", "icsid-1965", "-o", file)
    assert status == 2 and "it exists already" in err
    assert run(capsys, "page", "icsid-1965", "-o", file, "--overwrite")[0] == 0


def test_a_case_with_a_treaty_goes_to_the_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "page", "japan-peace-1952", "--treaty", PACT)
    assert (status, err) == (0, "")
    assert out.startswith("<!DOCTYPE html>") and f"Was {PACT} in force" in out


def test_options_that_say_nothing_there_are_refused_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "page", "august-1945", "--party", "SUN", "--at", "1945")
    assert status == 2 and "--party" in err and "--at" in err and "this is a case" in err
    status, _, err = run(capsys, "page", PACT, "--treaty", PACT)
    assert status == 2 and "this is a treaty" in err
