"""Tests as values, made of files of expectations."""

from __future__ import annotations

import pytest

from treatyclock.errors import ExpectationFileError
from treatyclock.testing.expectations import expectations_in
from treatyclock.testing.suite.posed import suite_of

PACT = """# The pact of 1941,
# as its text has it.
treaty: soviet-japanese-neutrality-pact
===
# Whether the first day counts is open,
# and so is the last day.
1946-04-25   for=JPN | unknown | party, former party | first_day, act:signature-sun-jpn | -

1947-01-01 between=SUN,JPN | no | former party
1947-01-01  between=SUN,JPN | no | former party | | atop-coding
dates | last_day_in_force | 1946-04-25, 1946-04-24
dates | surviving_until | None
"""


def test_what_a_test_holds() -> None:
    (group,) = suite_of([expectations_in(PACT, file="some/where/pact.cases")])
    assert (group.name, group.description) == ("pact", "The pact of 1941, as its text has it.")
    first, second, third, days, none = group.tests
    assert first.id == "pact: 1946-04-25 for=JPN"
    assert first.description == (
        "The pact of 1941, as its text has it. Whether the first day counts is open, and so is the last day."
    )
    assert second.description == group.description, "a remark ends with an empty line"
    assert second.question == {"at": "1947-01-01", "between": ["SUN", "JPN"]}
    assert third.id == "pact: 1947-01-01 between=SUN,JPN (2)"
    assert days.id == "pact: dates last_day_in_force"
    assert (days.question, days.expected) == ({"date": "last_day_in_force"}, {"dates": ["1946-04-24", "1946-04-25"]})
    assert none.expected == {"dates": [None]}


def test_conventions_are_told_apart_from_facts_and_contest_is_left_out_where_it_does_not_matter() -> None:
    first, second, third, *_ = suite_of([expectations_in(PACT)])[0].tests
    assert first.expected == {
        "truth": "unknown",
        "statuses": ["former party", "party"],
        "conventions": ["first_day"],
        "facts": ["act:signature-sun-jpn"],
        "contested_by": [],
    }
    assert "contested_by" not in second.expected
    assert third.expected["contested_by"] == ["atop-coding"]


def test_the_argument_is_the_librarys_own() -> None:
    first, *_, days, _ = suite_of([expectations_in(PACT)])[0].tests
    assert "(1)" in first.argument()
    assert "1946-04-24" in days.argument()


def test_two_files_of_one_name_are_refused() -> None:
    twice = [expectations_in(PACT, file="a/pact.cases"), expectations_in(PACT, file="b/pact.cases")]
    with pytest.raises(ExpectationFileError, match="is also the name of another file: `pact`"):
        suite_of(twice)
