"""Looking through a treaty file: one parse, and lines only for what is found."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

import treatyclock as tc
from treatyclock.formats.documents import lines

SETTLED = """
schema = 1
id = "settled"
title = "Nothing is left open"
parties = { AAA = "A", BBB = "B" }
[entry_into_force]
when = "signed"
ref = "art. 1"
[counting]
midnight = "UTC"
month_end = "clamp"
ref = "art. 2"
[[act]]
kind = "signature"
by = ["AAA", "BBB"]
on = "1950-01-31"
ref = "text"
"""
EARLY = """
[[act]]
kind = "ratification"
by = "AAA"
on = "1949-01-31"
ref = "deposit"
"""


@pytest.mark.parametrize(("text", "scans"), [(SETTLED, 0), (SETTLED + EARLY, 1)])
def test_a_text_is_parsed_once_and_scanned_for_lines_only_if_something_is_found(
    text: str, scans: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    for module, name in ((tomllib, "loads"), (lines, "line_of_keys")):
        function = getattr(module, name)

        def counted(given: str, name: str = name, function: Any = function) -> Any:
            called.extend([name] if given == text else [])  # tables of the package are read from TOML too
            return function(given)

        monkeypatch.setattr(module, name, counted)
    found = tc.checks(text)
    assert bool(found) == bool(scans)
    assert called == ["loads"] + ["line_of_keys"] * scans
