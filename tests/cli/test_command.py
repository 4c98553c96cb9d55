"""The command as such: bad input ends it with a sentence and a hint, never with a traceback."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

import treatyclock as tc
from command_runs import run
from treatyclock.cli import main

PACT = "soviet-japanese-neutrality-pact"
ERRORS = Path(__file__).parents[1] / "errors"


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["ask", "no-such-pact", "--at", "1945"], 2, "no shipped treaty"),
        (
            ["ask", "soviet-japanese-neutrality-pakt", "--at", "1945"],
            2,
            "did you mean `soviet-japanese-neutrality-pact`",
        ),
        (["ask", PACT], 2, "--at"),
        (["ask", PACT, "--at", "1945-02-30"], 2, "there was no `1945-02-30`"),
        (["ask", PACT, "--at", "1945-08-09 00:10"], 2, "without a zone"),
        (["ask", PACT, "--at", "1936-12-31 23:30", "--zone", "Manchukuo"], 2, "never showed"),
        (["ask", PACT, "--at", "1945-08-09 00:10", "--zone", "Asia/Tokio"], 2, "did you mean `Asia/Tokyo`"),
        (["ask", PACT, "--at", "1945-08-09 00:10", "--zone", "CET"], 2, "label"),
        (["ask", PACT, "--at", "1945", "--party", "USA"], 2, "is not a party"),
        (["ask", PACT, "--at", "1945", "--reading", "mine"], 2, "declares no reading"),
        (["ask", PACT, "--at", "1945", "--known-as-of", "then"], 2, "cannot be read as a time"),
        (["timeline", PACT, "--party", "sun"], 2, "did you mean"),
        (["dates", PACT, "--party", "sun"], 2, "did you mean"),
        (["dates", PACT, "--between", "SUN,JPM"], 2, "did you mean"),
        (["ask", PACT, "--at", "1945", "--between", "SUN"], 2, "two different parties"),
        (["ask", PACT, "--at", "1945", "--between", "SUN,SUN"], 2, "two different parties"),
        (["timeline", PACT, "--between", "A,B,C"], 2, "two different parties"),
        (["timeline", PACT, "--between", "SUN,JPN", "--party", "SUN"], 2, "not allowed with"),
        (["ask", PACT, "--at", "\x1b[31m\x07"], 2, r"`\x1b[31m\x07`"),
        (["ask", "\x1b[31m\udcff", "--at", "1945"], 2, r"\x1b[31m\udcff"),
        (["ask", PACT, "--at", "1945", "--\x1b[31m"], 2, r"\x1b[31m"),
        (["ask", PACT, "--at", "9" * 100_000], 2, "cannot be read"),
        (["ask", ".", "--at", "1945"], 1, "not a regular file"),
        (["ask", str(ERRORS / "not-toml.toml"), "--at", "1945"], 1, "is not TOML"),
        (["ask", "/dev/zero", "--at", "1945"], 1, "not a regular file"),
        (["new", "No Name"], 2, "lower-case words"),
        (["new", "pact", "--parties", "A"], 2, "two parties at least"),
        (["new", "pact", "--parties", "A,\x1b"], 2, "code"),
        (["new", "pact", "--parties", "A,B", "--multilateral"], 2, "three codes"),
        (["new", "pact", "--output", "a\0b"], 2, "cannot be written"),
        (["frobnicate"], 2, "has no sub-command `frobnicate`"),
        (["--frobnicate"], 2, "has no option `--frobnicate`"),
    ],
)
def test_bad_input(capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, message: str) -> None:
    found, out, err = run(capsys, *arguments)
    assert (found, out) == (status, "")
    assert message in err
    assert "Traceback" not in err
    assert "\x1b" not in err


@pytest.mark.parametrize("zone", [["--zone", "-05:00"], ["--zone=-05:00"]])
def test_offsets_west_of_greenwich_can_be_typed(zone: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", PACT, "--at", "1945-08-08 10:10", *zone]) == 0
    assert "1945-08-08T15:10:00Z" in capsys.readouterr().out


def test_ctrl_c_ends_it_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("treatyclock.loading.load", stopped)
    assert run(capsys, "ask", PACT, "--at", "1945") == (130, "", "\ntreatyclock: stopped\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("command", [("ask", "--at", "1945", "--cite"), ("check",), ("page",)])
def test_a_file_may_come_through_a_pipe(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: tuple[str, ...]
) -> None:
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)
    writer = Thread(target=Path(pipe).write_text, args=(tc.dumps(tc.load(PACT)),))
    writer.start()
    status, out, err = run(capsys, command[0], pipe, *command[1:])
    writer.join()
    assert (status, err) == (0, "")
    assert "Neutrality Pact" in out or "no fault" in out
