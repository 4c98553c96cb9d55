"""Every kind of finding has a file that shows it: what must come out stands at its head, the text in a golden file."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import treatyclock as tc
from treatyclock.corpus import shipped
from treatyclock.lint.check import KINDS

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.toml"))
EXPECT = re.compile(r"^# expect: (.*)$", re.MULTILINE)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(HERE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_expected_is_found_and_nothing_else(file: Path) -> None:
    found = [f"{each.code} {each.key}".strip() for each in tc.check(file.name)]
    assert sorted(found) == sorted(EXPECT.findall(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_golden_findings(file: Path) -> None:
    # Set TREATYCLOCK_WRITE_GOLDEN=1 to write what is said now, then read it before you commit it.
    said = "".join(f"{each}\n" for each in tc.check(file.name))
    golden = file.with_suffix(".txt")
    if os.environ.get("TREATYCLOCK_WRITE_GOLDEN"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_findings_stand_on_the_line_of_their_key_or_of_the_table_that_lacks_it(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    for each in tc.check(file.name):
        if each.line is None:
            table = each.key.split(".")[0]
            assert not any(line.startswith(f"[{table}") for line in lines if table), each
            continue
        *_, parent, name = ["", *re.sub(r"\[[0-9]+\]", "", each.key).split(".")]
        assert re.match(rf"\[*(.*\.)?({name}|{parent})\b", lines[each.line - 1]), each


def test_every_kind_of_finding_is_shown_by_a_file() -> None:
    shown = {line.split()[0] for file in FILES for line in EXPECT.findall(file.read_text(encoding="utf-8"))}
    assert shown == set(KINDS)
    assert set(KINDS) <= {file.stem for file in FILES}


def test_the_docs_have_a_line_and_an_example_for_each() -> None:
    docs = HERE.parents[1] / "docs" / "lint.md"
    head, mark, said = docs.read_text(encoding="utf-8").partition("## Codes\n")
    wanted = "".join(map(section, KINDS))
    if os.environ.get("TREATYCLOCK_WRITE_GOLDEN"):
        docs.write_text(head + mark + wanted, encoding="utf-8")
        said = wanted
    assert said == wanted


def section(code: str) -> str:
    about = (HERE / f"{code}.toml").read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
    golden = (HERE / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(golden) if line.endswith(f"({code})"))
    example = "\n".join(golden[number : number + 2])
    return f"\n### `{code}`\n\n{KINDS[code].meaning} Example: {about}\n\n```text\n{example}\n```\n"


@pytest.mark.parametrize("id", shipped())
def test_shipped_treaties_have_no_fault_and_these_findings(id: str) -> None:
    # pytest -rP tests/lint -k shipped prints them all.
    for each in tc.check(id):
        print(each)
        assert each.code in KINDS
        assert each.file == f"{id}.toml"
        assert each.line is not None or each.key.split(".")[0] in ("", "counting")
