"""``treatyclock suite`` and ``treatyclock score``."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from answered_cases import FOLDER
from answering_engines import by_days, by_the_library
from command_runs import run

SWISS = str(FOLDER / "swiss-month-end.cases")
HOUR = str(FOLDER / "ends-at-an-hour.cases")
PACT = str(FOLDER / "soviet-japanese-neutrality-pact.cases")


def piped(text: str) -> io.TextIOWrapper:
    """Return a standard input that holds a text."""
    return io.TextIOWrapper(io.BytesIO(text.encode()))


def written(capsys: pytest.CaptureFixture[str], folder: Path, *files: str) -> list[dict[str, object]]:
    """Write a suite and return its groups, read as any other engine reads them."""
    status, out, err = run(capsys, "suite", str(folder), *files)
    assert (status, err) == (0, "")
    assert out.endswith(f" tests in {len(files)} files; suite.json lists them\n")
    contents = json.loads((folder / "suite.json").read_text(encoding="utf-8"))
    return [json.loads((folder / each["file"]).read_text(encoding="utf-8")) for each in contents["files"]]


def test_a_suite_is_written_answered_and_marked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    groups = written(capsys, tmp_path / "suite", SWISS, PACT)
    right = tmp_path / "right.jsonl"
    right.write_text("\n".join(json.dumps(each) for group in groups for each in by_the_library(group)), "utf-8")
    status, out, err = run(capsys, "score", str(right), SWISS, PACT)
    assert (status, err) == (0, "")
    assert out.splitlines()[-1].endswith("right, 0 wrong, 0 without an answer, 0 not claimed")
    assert "do worse" not in out


def test_a_naive_register(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    groups = written(capsys, tmp_path / "suite", SWISS, PACT, HOUR)
    claim = {"implementation": "by days", "level": 3}
    lines = "\n".join(map(json.dumps, [claim, *(each for group in groups for each in by_days(group))]))
    monkeypatch.setattr("sys.stdin", piped(lines))
    status, out, err = run(capsys, "score", "-", PACT, SWISS, HOUR)
    assert (status, err) == (1, "")
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "soviet-japanese-neutrality-pact: 1946-04-26 (level 1)\n  truth: expected no; found yes\n" in out
    assert "by days: " in out.splitlines()[-1]
    assert out.count("  truth: ") == 10 and "more that came out wrong: --all tells them" in out
    file = tmp_path / "answers.jsonl"
    file.write_text(lines, "utf-8")
    status, out, _ = run(capsys, "score", str(file), PACT, SWISS, HOUR, "--all", "--explain")
    assert status == 1 and "--all tells them" not in out
    assert "  Six months from 31 August, with Switzerland as depositary" in out, "the law"
    assert "(1)" in out, "the argument"


def test_data(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text(json.dumps({"id": "swiss-month-end: 1986-02-27T12:00Z for=CCC", "truth": "yes"}), "utf-8")
    status, out, _ = run(capsys, "score", str(file), SWISS, "--json")
    data = json.loads(out)["result"]
    assert status == 1
    assert data["total"] == {"right": 0, "wrong": 1, "unanswered": 3, "not_claimed": 0}
    (wrong,) = data["wrong"]
    assert wrong["mismatches"] == [{"what": "truth", "expected": "no", "found": "yes"}]
    assert wrong["description"].startswith("Six months from 31 August") and "argument" not in wrong
    explained = json.loads(run(capsys, "score", str(file), SWISS, "--json", "--explain")[1])["result"]
    assert "(1)" in explained["wrong"][0]["argument"]
    assert {"level": 3, "right": 0, "wrong": 1, "unanswered": 2, "not_claimed": 0} in data["levels"]


def test_faults_of_answers_and_a_folder_that_is_not_empty(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text('{"id": "swiss-month-end: 1986-02-27T12:00Z for=CC", "truth": "yes"}', "utf-8")
    status, _, err = run(capsys, "score", str(file), SWISS)
    assert status == 1 and "is no test of this suite" in err and "did you mean" in err
    (tmp_path / "tests").mkdir()
    status, _, err = run(capsys, "suite", str(tmp_path), SWISS)
    assert status == 2 and "it exists already" in err


def test_the_session_in_the_docs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = (Path(__file__).parents[2] / "docs" / "testing.md").read_text(encoding="utf-8")
    case, engine, session = (
        re.findall(f"```{block}(.*?)```", docs, re.DOTALL)[0]
        for block in ("text\n(?=# )", "python\n(?=import json\n)", "text\n(?=[$] treatyclock suite)")
    )
    (tmp_path / "pact.cases").write_text(case, encoding="utf-8")
    (tmp_path / "by_days.py").write_text(engine, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    suite = run(capsys, "suite", "pact", "pact.cases")[1]
    answers = subprocess.run([sys.executable, "by_days.py", "pact"], capture_output=True, text=True, check=True).stdout
    monkeypatch.setattr("sys.stdin", piped(answers))
    status, out, _ = run(capsys, "score", "-", "pact.cases")
    assert status == 1
    commands = ("$ treatyclock suite pact pact.cases\n", "$ python by_days.py pact | treatyclock score - pact.cases\n")
    assert session == f"{commands[0]}{suite}{commands[1]}{out}"
    for text, expected in ((case, 0), (case.replace("no | former party |", "yes | party |"), 1)):
        (tmp_path / "pact.cases").write_text(text, encoding="utf-8")
        status, out, _ = run(capsys, "test", "pact.cases")
        assert status == expected and f"$ treatyclock test pact.cases\n{out}```" in docs
