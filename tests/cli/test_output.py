"""Output that the terminal or the reader behind it does not take."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


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
