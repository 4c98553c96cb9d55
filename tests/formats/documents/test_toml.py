"""Documents in TOML: read in one go, refused with faults that have their lines, and no text that breaks the reader."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from treatyclock.errors import FaultyFileError
from treatyclock.formats.documents import lines
from treatyclock.formats.documents.containers import MapShape
from treatyclock.formats.documents.flaws import MOST_FLAWS, Flaw
from treatyclock.formats.documents.shapes import WholeNumberShape
from treatyclock.formats.documents.toml import LARGEST, file_text, loaded

NUMBERS = MapShape(shape=WholeNumberShape(least=1, most=9), key="[a-z]+", key_hint="k", key_example="a")


class NumbersError(FaultyFileError):
    """A file of numbers with faults."""


def add_up(document: Mapping[str, Any], file: str, refused: Sequence[Flaw]) -> tuple[int | None, list[Flaw]]:
    if refused:
        return None, []
    return sum(document.values()), [
        Flaw((key,), value, "is even", "make it odd") for key, value in document.items() if value % 2 == 0
    ]


def sum_of(text: str) -> int:
    return loaded(text, file="numbers.toml", grammar=NUMBERS, build=add_up, error=NumbersError)


def refusal(text: str) -> NumbersError:
    with pytest.raises(NumbersError) as caught:
        sum_of(text)
    return caught.value


class Counted:
    """A function that counts its calls."""

    def __init__(self, function: Any) -> None:
        self.function, self.calls = function, 0

    def __call__(self, *arguments: Any) -> Any:
        self.calls += 1
        return self.function(*arguments)


def test_a_text_is_parsed_once_and_its_lines_are_found_only_for_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    parses, scans = Counted(tomllib.loads), Counted(lines.line_of_keys)
    monkeypatch.setattr(tomllib, "loads", parses)
    monkeypatch.setattr(lines, "line_of_keys", scans)
    assert sum_of("a = 1\nb = 3\n") == 4
    assert (parses.calls, scans.calls) == (1, 0)
    assert len(refusal("a = 2\nb = 4\n").faults) == 2
    assert (parses.calls, scans.calls) == (2, 1)


def test_what_the_grammar_sees_is_structural_and_what_the_builder_sees_is_not() -> None:
    assert [(fault.line, fault.key, fault.structural) for fault in refusal("a = 1\r\nb = 10").faults] == [
        (2, "b", True)
    ]
    assert [(fault.line, fault.key, fault.structural) for fault in refusal("a = 1\nb = 2").faults] == [(2, "b", False)]


def test_far_too_many_faults_are_cut_short() -> None:
    error = refusal("".join(f"{'a' * n} = 0\n" for n in range(1, MOST_FLAWS + 100)))
    assert len(error.faults) == MOST_FLAWS + 1
    assert "more faults than these" in error.faults[-1].problem


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a = 1\nb = \n", 2, "the file is not TOML: Invalid value"),
        ("a = " + "[" * 50_000, None, "the file is nested too deeply"),
        ("a = " + "[" * 60 + "]" * 60, None, "the file is nested too deeply"),
        ("b = 1\na" + ".a" * 200 + " = 1", 2, "the file has a line with more than 100 dots"),
        (f"a = {'9' * 5000}", 1, "the file has a number of more than 4300 digits"),
        ("\x00", 1, "the file is not TOML"),
    ],
    ids=["no value", "deep", "nested", "dotted", "digits", "null"],
)
def test_texts_that_cannot_be_read(text: str, line: int | None, problem: str) -> None:
    (fault,) = refusal(text).faults
    assert (fault.line, fault.key) == (line, "")
    assert fault.problem.startswith(problem)


def test_a_comment_may_have_any_number_of_dots() -> None:
    assert sum_of("# " + "." * 500 + "\na = 1") == 1


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    big, latin, good = tmp_path / "big.toml", tmp_path / "latin.toml", tmp_path / "good.toml"
    big.write_bytes(b"#" * (LARGEST + 1))
    latin.write_bytes(b"schema = 1\ntitle = 'Gro\xdfe'\n")
    good.write_bytes(b"\xef\xbb\xbfa = 1")
    unreadable: list[tuple[Path | str, str, int | None]] = [
        (tmp_path, "not a regular file", None),
        (tmp_path / "none", "does not exist", None),
        ("a\0b", "the file", None),
        (big, "larger than", None),
        (latin, "not UTF-8", 2),
    ]
    for path, problem, line in unreadable:
        with pytest.raises(NumbersError, match=problem) as caught:
            file_text(path, error=NumbersError)
        assert [fault.line for fault in caught.value.faults] == [line]
    assert file_text(good, error=NumbersError) == "a = 1"


def test_a_number_of_too_many_digits_is_told_with_its_line() -> None:
    (fault,) = refusal("a = 1\nb = " + "9" * 5000).faults
    assert (fault.line, fault.problem) == (2, "the file has a number of more than 4300 digits")
