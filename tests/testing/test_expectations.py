"""Files of expectations: what is read, and every fault of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from treatyclock.errors import ExpectationFileError
from treatyclock.testing.expectations import expectations_in, load_expectations
from treatyclock.truth import Truth

PACT = "treaty: soviet-japanese-neutrality-pact\n===\n"


def faults_of(text: str) -> list[tuple[int | None, str]]:
    with pytest.raises(ExpectationFileError) as error:
        expectations_in(text)
    return [(each.line, each.problem) for each in error.value.faults]


def test_a_question_is_read_with_all_its_parts() -> None:
    text = (
        f"{PACT}# a remark\n1945-08-09 Asia/Tokyo for=JPN reading=text | unknown | party, former party | midnight | -\n"
    )
    (found,) = expectations_in(text).expected
    assert (found.line, found.at, found.truth) == (4, "1945-08-09", Truth.UNKNOWN)
    assert found.asked == {"zone": "Asia/Tokyo", "party": "JPN", "reading": "text"}
    assert found.statuses == {"party", "former party"}
    assert found.depends_on == {"midnight"}
    assert found.contested_by == frozenset()


def test_a_pair_and_a_date() -> None:
    pair, date = expectations_in(
        f"{PACT}1945-08-09T00:00Z between=SUN,JPN | yes | party\ndates for=JPN | surviving_until | None\n"
    ).expected
    assert pair.asked == {"between": ("SUN", "JPN")}
    assert pair.contested_by is None
    assert (date.field, date.at) == ("surviving_until", "")
    assert date.values == {"None"}


def test_all_faults_are_told_each_with_its_line() -> None:
    text = f"{PACT}1945-08-09 for=XXX | yess | partee | | | q\nfoo bar=1 | yes | party\ndates | entry |\n1946 |\n1947\n"
    assert faults_of(text) == [
        (3, "is one part too many"),
        (3, "is no truth"),
        (3, "is no status"),
        (3, "cannot be asked: `XXX` is not a party of `soviet-japanese-neutrality-pact`"),
        (4, "asks for nothing known"),
        (5, "is no date that follows from a treaty"),
        (5, "has no value that must come out"),
        (6, "is no truth"),
        (7, "has no answer"),
    ]


def test_a_question_that_cannot_be_asked_is_told_with_the_other_faults() -> None:
    asked = ["1945 for=XXX | yes | party", "1945-13-01 | no | party", "1945-01-01T10:00 | no | party"]
    found = faults_of(PACT + "\n".join([*asked, "dates known_as_of=x | ends | none", "1946-08-09 | nein | party"]))
    assert [line for line, problem in found if "cannot be asked" in problem] == [3, 4, 5, 6]
    assert (7, "is no truth") in found


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("1945-08-09 for=JPN for=SUN | yes | party", "is said a second time"),
        ("1945-08-09T00:10 Asia/Tokyo zone=Europe/Moscow | yes | party", "is said a second time"),
        ("1945-08-09 00:10 | yes | party", "is an hour that stands apart from its day"),
        ("1945-08-09 | yes |", "has no status beside it"),
        ("dates Asia/Tokyo | ends | none", "cannot be said of dates"),
        ("dates | supposed | none", "is no date that follows from a treaty"),
        ("dates | ends | 1946-04-24, 1946-13-24", "is no date that can come out"),
        ("dates | ends | soon", "is no date that can come out"),
    ],
)
def test_a_line_that_says_what_cannot_be_is_a_fault(line: str, problem: str) -> None:
    assert faults_of(PACT + line) == [(3, problem)]


def test_whatever_a_date_may_come_to_can_be_written() -> None:
    values = (
        "none, not known, .., 1946-04-24, [..1941-01-01], 1941-01-01/.., 2001-01-01T00:00:00-05:00[America/New_York]"
    )
    (found,) = expectations_in(f"{PACT}dates | again | {values}\n").expected
    assert found.values == set(values.split(", "))


def test_a_dash_says_that_it_depends_on_nothing() -> None:
    (found,) = expectations_in(f"{PACT}1945-08-09 | yes | party | -\n").expected
    assert found.depends_on == frozenset()


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", None, "has no line ==="),
        (PACT, 2, "has no question below it"),
        ("treaty: no-such-treaty\n===\n1945 | no | party\n", 1, "no-such-treaty"),
        (
            "treaty: new-start-2010\ntreaty: paris-agreement-2015\n===\n1945 | no | party\n",
            2,
            "stands beside the treaty",
        ),
        ("schema = 2\n===\n1945 | no | party\n", None, "is missing"),
        (f"{PACT}| yes | party\n", 3, "does not say what is asked"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, line: int | None, problem: str) -> None:
    found = faults_of(text)
    assert any(problem in told and (line is None or at == line) for at, told in found), found


def test_a_remark_above_the_treaty_may_be_indented() -> None:
    found = expectations_in("  # why\nTreaty: soviet-japanese-neutrality-pact\n===\n1945-08-09 | yes | party | -\n")
    assert found.treaty.record.id == "soviet-japanese-neutrality-pact"


def test_a_treaty_may_lie_beside_the_file(tmp_path: Path) -> None:
    inline = (Path(__file__).parents[1] / "cases" / "fewer-than-three.cases").read_text(encoding="utf-8")
    treaty, _, below = inline.partition("===\n")
    (tmp_path / "own.toml").write_text(treaty, encoding="utf-8")
    (tmp_path / "own.cases").write_text(f"treaty: own.toml\n===\n{below}", encoding="utf-8")
    assert load_expectations(tmp_path / "own.cases").treaty.record == expectations_in(inline).treaty.record


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(ExpectationFileError, match="does not exist"):
        load_expectations("no-such-file.cases")
