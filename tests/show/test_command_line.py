"""The line that asks again."""

from __future__ import annotations

from pathlib import Path

import treatyclock as tc
from treatyclock.show.command_line import command_line

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_a_file_is_named_by_its_path_and_what_was_never_a_file_is_not(tmp_path: Path) -> None:
    file = tmp_path / "my pact.toml"
    PACT.dump(file)
    assert command_line(tc.load(file).in_force("1945-08-09")) == f"treatyclock ask '{file}' --at 1945-08-09"
    made = tc.from_dict(PACT.to_dict())
    assert command_line(made.in_force("1945-08-09")).split()[2] == "FILE"


def test_a_text_that_names_its_clock_needs_no_other() -> None:
    assert "--zone" not in command_line(PACT.in_force("1945-08-09T00:10+09:00"))
    assert "--zone Manchukuo" in command_line(PACT.in_force(tc.moment("1945-08-09 00:10", zone="Manchukuo")))
