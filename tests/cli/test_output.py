"""What is printed in each format, and output that the terminal or the reader behind it does not take."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from command_runs import run
from treatyclock.civil.doctor import Diagnosis
from treatyclock.cli import parser
from treatyclock.cli.output import FORMATS
from treatyclock.cli.parser import OneOf


def test_a_reader_that_stops_early_is_no_error() -> None:
    code = "import sys; from treatyclock.cli import main; sys.exit(main(['doctor', '--json']))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_output_survives_a_terminal_without_the_letters(tmp_path: Path) -> None:
    file = tmp_path / "kyiv.toml"
    file.write_text(
        'schema = 1\nid = "k"\ntitle = "Київ — 東京"\nparties = { A = "Київ", B = "東京" }\n'
        '[[act]]\nkind = "signature"\nby = ["A", "B"]\non = "1941-01-01"\nref = "§ 3"\n',
        encoding="utf-8",
    )
    result = subprocess.run(
        [sys.executable, "-m", "treatyclock", "ask", str(file), "--at", "1942", "--explain"],
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        check=True,
    )
    assert b"Never in force" in result.stdout


@pytest.mark.parametrize(("redirect", "status"), [(">/dev/full", 2), (">&-", 0), (">/dev/null 2>&-", 0)])
def test_output_that_cannot_be_written(redirect: str, status: int) -> None:
    if redirect == ">/dev/full" and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    command = f"'{sys.executable}' -m treatyclock corpus {redirect}"
    result = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert result.returncode == status
    assert "Traceback" not in result.stderr


PACT = "soviet-japanese-neutrality-pact"
ASKED = {
    "ask": (PACT, "--at", "1945-08-09"), "parties": (PACT, "--at", "1945"), "dates": (PACT,), "timeline": (PACT,),
    "deadlines": (PACT,), "notice": (PACT, "--by", "SUN", "--on", "1945-04-01"), "readings": (PACT,), "corpus": (),
    "protected": (PACT, "--on", "1945", "--made", "1944"), "when": ("1945-08-09", "--zone", "UTC"),
    "reconcile": ("august-1945", "--only", "A,B,C"), "check": (PACT,), "doctor": (), "replay": ("receipt.json",),
    "test": (str(Path(__file__).parents[1] / "cases" / "fewer-than-three.cases"),),
}  # fmt: skip
FORMATS_OF = {
    name: action.type.words
    for name, each in parser().sub_commands().items()
    for action in each.options()
    if action.dest == "format" and isinstance(action.type, OneOf) and name != "export"
}


def test_every_answer_has_the_formats_of_all() -> None:
    assert {name for name in FORMATS_OF if name not in ASKED} == {"score"}, "whose tests are in a file of their own"
    assert all(set(FORMATS) <= set(words) for words in FORMATS_OF.values())


@pytest.mark.parametrize("name", ASKED)
def test_each_format_is_what_it_says(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if name == "replay":
        monkeypatch.chdir(tmp_path)
        Path("receipt.json").write_text(run(capsys, "ask", PACT, "--at", "1945", "--format", "receipt")[1], "utf-8")
    printed = {}
    if name == "doctor":  # it compares two databases each time
        monkeypatch.setattr("treatyclock.civil.doctor.diagnose", partial(Diagnosis, folder=None))
    for format in FORMATS_OF[name][2:]:  # text and JSON have tests of their own
        status, printed[format], err = run(capsys, name, *ASKED[name], "--format", format)
        assert (status, err) == (0, ""), format
    head, *rows = csv.reader(io.StringIO(printed["csv"]))
    assert all(column.isidentifier() or column == "if" for column in head)
    assert {len(row) for row in rows} <= {len(head)}
    assert re.search(r"^(\*\*|\|)", printed["md"], re.MULTILINE)
    page = printed["html"]
    assert page.startswith("<!DOCTYPE html>") and f"<title>treatyclock {name} " in page
    assert page.endswith("</html>\n") and "<script" not in page
    if "svg" in printed:
        assert printed["svg"].startswith("<svg")


def test_a_timeline_of_instants_has_the_formats_too(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capsys, "timeline", PACT, "--instants", "--format", "csv")[1])))
    assert {"from": "1941-04-24T21:00:00Z", "to": "1946-04-24T15:00:00Z", "status": "party"} in rows
    assert run(capsys, "timeline", PACT, "--instants", "--format", "html")[0] == 0


def test_what_check_finds_as_rows(capsys: pytest.CaptureFixture[str]) -> None:
    faulty = Path(__file__).parents[1] / "errors" / "seven-faults.toml"
    status, out, err = run(capsys, "check", str(faulty), PACT, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (status, err) == (1, "")
    assert [each["code"] for each in rows].count("fault") == 7
    assert {each["file"] for each in rows if each["code"] != "fault"} == {f"{PACT}.toml"}
