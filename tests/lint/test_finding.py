"""A finding as text and as data."""

from __future__ import annotations

from dataclasses import replace

from treatyclock.lint.finding import Finding

FOUND = Finding(
    code="late-notice", file="x.toml", line=7, key="act[2].on", problem="it was late", hint="give another day"
)


def test_it_is_written_with_its_place_and_hint() -> None:
    assert str(FOUND) == "x.toml:7: act[2].on: it was late (late-notice)\n  hint: give another day"
    assert str(replace(FOUND, line=None, key="")) == "x.toml: it was late (late-notice)\n  hint: give another day"


def test_what_a_file_says_cannot_move_the_cursor() -> None:
    assert "\x1b" not in str(replace(FOUND, file="\x1b[31m", key="\x1b", problem="\x1b", hint="\x1b"))


def test_as_data() -> None:
    assert FOUND.to_dict() == {
        "code": "late-notice", "file": "x.toml", "line": 7, "key": "act[2].on", "problem": "it was late",
        "hint": "give another day",
    }  # fmt: skip
