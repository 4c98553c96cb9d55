"""``treatyclock test``."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_runs import run, run_json

CASES = Path(__file__).parents[1] / "cases"
PACT = "treaty: soviet-japanese-neutrality-pact\n===\n"


def test_what_agrees(capsys: pytest.CaptureFixture[str]) -> None:
    file = CASES / "fewer-than-three.cases"
    status, out, err = run(capsys, "test", str(file))
    assert (status, err) == (0, "") and out.endswith("all as expected\n")
    (data,) = run_json(capsys, "test", str(file))
    assert data["asked"] > 0 and data["differing"] == []


def test_what_differs(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "pact.cases"
    file.write_text(f"{PACT}1945-08-09T00:10+09:00 | no | party\n", encoding="utf-8")
    status, out, _ = run(capsys, "test", str(file))
    assert status == 1
    assert out.splitlines() == [
        f"{file}:3: 1945-08-09T00:10+09:00",
        "  truth: expected no; found yes",
        f"{file}: 1 answer, 1 of them otherwise than expected",
    ]
    assert "(1)" in run(capsys, "test", str(file), "--explain")[1]


def test_a_file_with_faults_does_not_keep_others_from_being_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.cases", tmp_path / "bad.cases"
    good.write_text(f"{PACT}1945-08-09T00:10+09:00 | yes | party\n", encoding="utf-8")
    bad.write_text(f"{PACT}1945-08-09 | maybe | party\n", encoding="utf-8")
    status, out, err = run(capsys, "test", str(bad), str(good), str(tmp_path / "none.cases"))
    assert status == 1
    assert out == f"{good}: 1 answer, all as expected\n"
    assert "is no truth: `maybe`" in err and "does not exist" in err


def test_a_folder_is_told_in_one_line_and_what_differs_by_its_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name, truth in (("a", "yes"), ("b", "yes"), ("c", "no")):
        (tmp_path / f"{name}.cases").write_text(f"{PACT}1945-08-09T00:10+09:00 | {truth} | party\n", encoding="utf-8")
    status, out, _ = run(capsys, "test", str(tmp_path))
    assert status == 1
    assert out.splitlines() == [
        f"{tmp_path / 'c.cases'}:3: 1945-08-09T00:10+09:00",
        "  truth: expected no; found yes",
        f"{tmp_path / 'c.cases'}: 1 answer, 1 of them otherwise than expected",
        "3 files: 3 answers, 1 of them otherwise than expected",
    ]
