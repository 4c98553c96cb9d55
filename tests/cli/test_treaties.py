"""``treatyclock corpus`` and ``readings``."""

from __future__ import annotations

import pytest

from command_runs import run, run_json

PACT = "soviet-japanese-neutrality-pact"


def test_corpus_and_readings(capsys: pytest.CaptureFixture[str]) -> None:
    found = {each["id"]: each for each in run_json(capsys, "corpus")}
    assert found[PACT]["parties"] == ["SUN", "JPN"]
    assert found["soviet-japanese-declaration-1941"]["title"].startswith("Declaration")
    readings = run_json(capsys, "readings", PACT)
    assert all(each["holder"] for each in readings)
    assert run(capsys, "corpus")[0] == run(capsys, "readings", PACT)[0] == 0


def test_a_treaty_without_readings_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "readings", "paris-agreement-2015")[1].startswith("No reading is declared")
    assert run_json(capsys, "readings", "paris-agreement-2015") == []
