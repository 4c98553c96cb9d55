"""What comes out beside what must come out."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatyclock.errors import ExpectationFileError
from treatyclock.testing.conformance import Mismatch, conformance
from treatyclock.testing.expectations import expectations_in

PACT = "treaty: soviet-japanese-neutrality-pact\n===\n"


def test_what_agrees_says_so() -> None:
    (found,) = conformance(expectations_in(f"{PACT}1945-08-09T00:10+09:00 | yes | party\n"))
    assert found.agrees and not found.mismatches and not found.argument


def test_each_thing_that_differs_is_told_with_the_argument() -> None:
    text = f"{PACT}1946-04-25T12:00+03:00 | yes | former party | midnight | atop-coding\n"
    (found,) = conformance(expectations_in(text))
    assert [each.what for each in found.mismatches] == ["truth", "statuses", "depends on", "contested by"]
    assert found.mismatches[0] == Mismatch(what="truth", expected="yes", found="unknown")
    assert "(1)" in found.argument


def test_a_date_that_differs() -> None:
    (found,) = conformance(expectations_in(f"{PACT}dates | last_day_in_force | 1946-04-24\n"))
    assert found.mismatches == (
        Mismatch(what="last_day_in_force", expected="1946-04-24", found="1946-04-24, 1946-04-25"),
    )
    assert "last day in force" in found.argument


def test_what_cannot_be_asked_is_a_fault_of_its_line() -> None:
    expectations = expectations_in(f"{PACT}1945-13-01 | no | party\n1945-01-01 for=XXX | no | party\n")
    with pytest.raises(ExpectationFileError) as error:
        conformance(expectations)
    assert [each.line for each in error.value.faults] == [3, 4]
    assert all("cannot be asked" in each.problem for each in error.value.faults)


def test_the_example_in_the_docs_comes_out_as_it_says() -> None:
    page = (Path(__file__).parents[2] / "docs" / "testing.md").read_text(encoding="utf-8")
    example = page.split("```text\n")[1].split("```")[0]
    found = conformance(expectations_in(example))
    assert len(found) == 4
    assert [each.mismatches for each in found if not each.agrees] == []
