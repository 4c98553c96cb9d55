"""The oracles read as law: each rule is named where it is applied, and each page on clauses leads to its functions."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import reduce
from pathlib import Path

import pytest

from treatyclock.testing import oracle
from treatyclock.testing.oracle import many, two
from treatyclock.testing.oracle.days import Period, UnsettledError

HERE = Path(oracle.__file__).parent
DOCS = Path(__file__).parents[3] / "docs"
SOURCE = re.compile(r"VCLT \d|VCSST|\brules? \d|\barts?\. ?\d|practice of the United Nations|ILC guideline")


def functions() -> Iterator[tuple[str, ast.FunctionDef, str]]:
    """Yield each function of the oracles: its file, itself, and its docstring with that of its module."""
    for file in sorted(HERE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield str(file.relative_to(HERE)), node, ast.get_docstring(node) or ""


def test_every_rule_is_named_where_it_is_applied() -> None:
    listed = set(re.findall(r"^(\d+)\. ", oracle.__doc__ or "", re.MULTILINE))
    said = " ".join(docstring for _, _, docstring in functions())
    named = {number for text in re.findall(r"\brules? [\d, and]+", said) for number in re.findall(r"\d+", text)}
    assert listed == {str(number) for number in range(1, 11)}
    assert named == listed


def opens_or_refuses(node: ast.FunctionDef) -> bool:
    """Tell whether a function asks what no rule says, or finds that the law has no answer."""
    called = (each.func for each in ast.walk(node) if isinstance(each, ast.Call))
    return any(
        (isinstance(each, ast.Name) and each.id == "UnsettledError")
        or (isinstance(each, ast.Attribute) and each.attr == "whether")
        for each in called
    )


def test_every_function_that_finds_the_law_silent_names_the_law() -> None:
    asked = [(file, node.name, docstring) for file, node, docstring in functions() if opens_or_refuses(node)]
    assert len(asked) > 40
    silent = [f"{file}: {name}" for file, name, docstring in asked if not SOURCE.search(docstring)]
    # What a whole life is worked out from states no rule of its own.
    assert [each for each in silent if not each.endswith(("__init__", "_work_out"))] == []


def rows(heading: str) -> list[list[str]]:
    section = (DOCS / "oracle.md").read_text(encoding="utf-8").partition(f"## {heading}")[2].partition("\n## ")[0]
    return [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")][1:]


def test_every_page_on_clauses_leads_to_functions_that_name_the_law() -> None:
    known, unknown = rows("From the clause pages to the code"), rows("What the oracles do not know")
    pages = re.findall(r"clauses/([a-z-]+)\.md", str(known + unknown))
    assert sorted(pages) == sorted({file.stem for file in (DOCS / "clauses").glob("*.md")} - {"README"})
    for row in known:
        names = re.findall(r"`([\w.]+)`", row[1] + row[2])
        assert names, row
        for name in names:
            assert SOURCE.search(docstring_of(name)), f"{name} names no article"


def docstring_of(name: str) -> str:
    parts = name.split(".")
    module = next(n for n in range(len(parts), 0, -1) if HERE.joinpath(*parts[:n]).with_suffix(".py").exists())
    home = importlib.import_module(".".join([oracle.__name__, *parts[:module]]))
    return reduce(getattr, parts[module:], home).__doc__ or ""


def test_files_are_of_a_size_to_read() -> None:
    long = {file.name: len(file.read_text(encoding="utf-8").splitlines()) for file in HERE.rglob("*.py")}
    assert [name for name, lines in long.items() if lines > 410] == []


def test_two_may_leave_open_whose_midnight_counts() -> None:
    spec = two.Spec(
        midnights=(180, 540),
        entry="signed",
        signatures={"AAA": date(1941, 4, 25), "BBB": date(1941, 4, 25)},
        term=two.Term(Period(years=5), "signature", first_day_counts=False),
    )
    hours = (14, 15, 21)  # the day after is begun by the one midnight at 15 hours UTC, by the other at 21
    found = [two.truth(spec, datetime(1946, 4, 25, hour, tzinfo=UTC)) for hour in hours]
    assert found == ["yes", "unknown", "no"]


def test_of_many_what_the_law_does_not_answer_is_refused() -> None:
    acts = (
        many.Act("a", "ratification", ("AAA",), date(1936, 1, 1)),
        many.Act("b", "ratification", ("BBB",), date(1936, 1, 1)),
        many.Act("gone", "withdrawal of consent", ("BBB",), date(1936, 1, 1)),
    )
    spec = many.Spec(("AAA", "BBB"), (0,), many.Condition("instruments", number=2), acts=acts)
    with pytest.raises(UnsettledError):
        many.truth(spec, datetime(1937, 1, 1, tzinfo=UTC))
    kept = many.Spec(("AAA", "BBB"), (0,), many.Condition("instruments", number=2), acts=acts[:2])
    assert many.statuses(kept, datetime(1937, 1, 1, tzinfo=UTC)) == {"party"}
    assert many.truth(kept, datetime(1937, 1, 1, tzinfo=UTC), between=("AAA", "BBB")) == "yes"
