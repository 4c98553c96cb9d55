"""Words that were mistyped, and the help of each sub-command: it fits 80 columns, and its examples work."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from command_runs import run
from treatyclock.cli import main, parser
from treatyclock.cli.parser import MisunderstoodError, OneOf

PACT = "soviet-japanese-neutrality-pact"
COMMANDS = parser().sub_commands()


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("aks", "did you mean `ask`?"),
        ("reconsile may-1945", "did you mean `reconcile`?"),
        ("--verison", "did you mean `--version`?"),
        (f"ask {PACT} --at 1945 --zoen UTC", "did you mean `--zone`?"),
        (f"ask {PACT} --at 1945 --readings x", "did you mean `--reading`"),
        (f"ask {PACT} --at 1945 --read x", "did you mean `--reading`"),
        (f"ask {PACT} --at 1945 --fold ealier", "did you mean `earlier`?"),
        (f"ask {PACT} --at 1945 --format jsn", "did you mean `json`?"),
        (f"ask {PACT} --at 1945 --format yaml", "`text`"),
        (f"ask {PACT} --at 1945 --party Japan", "did you mean `JPN`?"),
        (f"ask {PACT} --at 1945 --party 'Soviet Union'", "`SUN` (the USSR)"),
        (f"ask {PACT} --at 1945 --party USSR", "did you mean `SUN` (the USSR)?"),
        (f"ask {PACT} --at 1945 --reading japanese-goverment", "did you mean `japanese-government`?"),
        ("ask neutrality --at 1945", "`soviet-japanese-neutrality-pact`"),
        ("ask soviet-japanese-nuetrality-pact --at 1945", "did you mean `soviet-japanese-neutrality-pact`?"),
        ("ask Paris-Agreement-2015 --at 2020", "did you mean `paris-agreement-2015`?"),
        ("ask nowhere.toml --at 1945", "check the path of the file"),
        (f"ask {PACT} --at 1945 --zone Tokio", "did you mean `Asia/Tokyo`?"),
        ("reconcile agust-1945", "did you mean `august-1945`?"),
        ("reconcile august-1945 --without d-order", "did you mean `D-order` or `B-order`?"),
        ("completion tcsh", "`bash`"),
        (f"ask {PACT}", f"treatyclock ask {PACT} --at 1945-08-09"),
    ],
)
def test_a_mistyped_word_is_told_with_its_neighbours(line: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, *shlex.split(line))
    assert (status, out) == (2, "")
    assert "\n  hint: " in err and hint in err.partition("hint: ")[2], err


def test_a_file_that_lies_there_may_be_meant(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-pact", "--output", "my-pact.toml"]) == 0
    assert "did you mean the file `my-pact.toml`?" in run(capsys, "dates", "my-pact")[2]


def test_what_looks_like_an_option_and_is_a_value() -> None:
    parser().understood(["ask", PACT, "--at", "1945", "--with", "--a note with blanks"])
    parser().understood(["completion", "bash", "--", "ask", "--no-such-option"])
    with pytest.raises(MisunderstoodError, match="--no-such-option"):
        parser().understood(["ask", "--no-such-option"])


def test_one_of_a_few_words() -> None:
    one = OneOf("--fold", ("both", "earlier"))
    assert (one("both"), str(one)) == ("both", "{both,earlier}")
    with pytest.raises(MisunderstoodError, match="--fold cannot be `boht`"):
        one("boht")


@pytest.mark.parametrize("name", [[], *([name] for name in COMMANDS)], ids=lambda name: " ".join(name) or "all")
def test_help_fits_eighty_columns(
    name: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    status, out, _ = run(capsys, *name, "--help")
    assert status == 0
    assert [line for line in out.splitlines() if len(line) > 80] == []
    assert name == [] or "\nexample" in out


NOT_RUN = {"test", "suite", "score", "completion", "reconcile", "doctor", "page"}
"""Of files that a reader writes, or of a shell; the last three are asked the same in tests of their own."""


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in NOT_RUN])
def test_examples_work(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert COMMANDS[name].examples
    for line in COMMANDS[name].examples:
        command, _, file = line.replace("\\\n", " ").partition(" > ")
        program, *words = shlex.split(command)
        assert program == "treatyclock"
        assert main(words) == 0, line
        out = capsys.readouterr().out
        if file:
            Path(file).write_text(out, encoding="utf-8")
