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
    with pytest.raises(ExpectationFileError) as error:
        expectations_in(f"{PACT}1945-13-01 | no | party\n1945-01-01 for=XXX | no | party\n")
    assert [each.line for each in error.value.faults] == [3, 4]
    assert all("cannot be asked" in each.problem for each in error.value.faults)


def test_a_treaty_that_leaves_too_much_open_is_a_fault_of_the_line_that_asks() -> None:
    codes = [f"P{number}" for number in range(9)]
    head = ["schema = 1", 'id = "vague"', 'title = "V"', f"parties = {{ {', '.join(f'{c} = {c!r}' for c in codes)} }}"]
    entry = ["[entry_into_force]", "when = { instruments = 4 }", 'ref = "art. 1"']
    acts = [f"[[act]]\nkind = 'ratification'\nby = '{code}'\non = '1990'\nref = 'art. 2'" for code in codes]
    expectations = expectations_in("\n".join([*head, *entry, *acts, "===", "1980-01-01 | no | negotiating"]))
    with pytest.raises(ExpectationFileError, match="more than 256 combinations"):
        conformance(expectations)


def test_a_date_that_there_is_not_comes_out_as_none() -> None:
    (found,) = conformance(expectations_in(f"{PACT}dates | again | none\n"))
    assert found.agrees


def test_what_came_out_is_told_as_it_is_written() -> None:
    (found,) = conformance(expectations_in(f"{PACT}dates | begins | 1941-04-24t15:00:00z\n"))
    assert found.mismatches[0].expected == "1941-04-24T15:00:00Z"
    assert found.mismatches[0].found == "1941-04-24T15:00:00Z, 1941-04-24T21:00:00Z"


def test_the_example_in_the_docs_comes_out_as_it_says() -> None:
    page = (Path(__file__).parents[2] / "docs" / "testing.md").read_text(encoding="utf-8")
    example = page.split("```text\n")[1].split("```")[0]
    found = conformance(expectations_in(example))
    assert len(found) == 4
    assert [each.mismatches for each in found if not each.agrees] == []
