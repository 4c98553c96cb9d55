"""What another implementation answers, read with all its faults."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from treatyclock.errors import AnswersFileError
from treatyclock.testing.suite.answers import OtherAnswer, answers_in, load_answers

KEYS = ("id", "truth", "statuses", "conventions", "facts", "contested_by", "dates", "error", "level", "features")


def faults_of(text: str) -> list[tuple[int | None, str, str]]:
    with pytest.raises(AnswersFileError) as error:
        answers_in(text)
    return [(each.line, each.key, each.problem) for each in error.value.faults]


def test_what_is_claimed_and_answered() -> None:
    found = answers_in(
        '{"implementation": "mine", "level": 2, "features": ["clause:term"]}\n\n'
        '{"id": "a", "truth": "no", "statuses": ["party"], "facts": []}\n'
        '{"id": "b", "dates": ["1946-04-24", null]}\n'
        '{"id": "c", "error": "no such zone"}\n'
    )
    assert (found.implementation, found.level, found.features) == ("mine", 2, frozenset(["clause:term"]))
    a, b, c = found.answers.values()
    assert a == OtherAnswer(id="a", truth="no", statuses=frozenset(["party"]), facts=frozenset())
    assert b == OtherAnswer(id="b", dates=frozenset(["1946-04-24", None]))
    assert c == OtherAnswer(id="c", error="no such zone")


def test_answers_without_a_claim() -> None:
    found = answers_in('{"id": "a", "truth": "no"}')
    assert (found.level, found.features, list(found.answers)) == (None, None, ["a"])


def test_all_faults_are_told_each_with_its_line() -> None:
    text = "\n".join(
        [
            '{"implementation": 3, "level": 9, "features": ["clause:trem"]}',
            '{"id": "a", "truth": "maybe", "statuses": ["partee"]}',
            "not json",
            '{"id": "b", "truth": "yes"}',
            '{"id": "b", "truth": "no"}',
            '{"id": "c"}',
            '{"id": "d", "dates": "1946"}',
            '{"id": "e", "truth": "yes", "conventions": [1], "why": "so"}',
            "[1]",
            '{"id": "f", "error": 5}',
            '{"id": "g", "error": ""}',
            '{"id": "h", "truth": null}',
        ]
    )
    assert faults_of(text) == [
        (1, "implementation", "is no text"),
        (1, "level", "is no level"),
        (1, "features", "is no feature"),
        (2, "truth", "is no truth"),
        (2, "statuses", "is no status"),
        (3, "id", "is no JSON object with the id of a test"),
        (5, "id", "is answered twice"),
        (6, "", "has no answer"),
        (7, "dates", "is no list of dates"),
        (8, "why", "is no key that may stand here"),
        (8, "conventions", "is no list of texts"),
        (9, "id", "is no JSON object with the id of a test"),
        (10, "error", "is no text"),
        (11, "error", "is no text"),
        (12, "truth", "is no truth"),
    ]


@pytest.mark.parametrize(
    "text", ["not json", '{"level": true}', '{"level": [1]}', '{"features": "clause:term"}', "[" * 9999]
)
def test_a_first_line_that_is_neither_a_claim_nor_an_answer(text: str) -> None:
    assert faults_of(text)


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(AnswersFileError, match="cannot be read"):
        load_answers(tmp_path / "none.jsonl")
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": "\xe9"}')
    with pytest.raises(AnswersFileError, match="is not UTF-8"):
        load_answers(tmp_path / "latin.jsonl")


def test_a_mark_of_the_byte_order_is_no_part_of_the_first_line() -> None:
    assert answers_in(b'\xef\xbb\xbf{"level": 1}\n').level == 1


def test_what_a_line_says_twice_is_a_fault() -> None:
    assert faults_of('{"id": "pact: 1941", "truth": "yes", "truth": "no"}') == [(1, "truth", "is said twice")]


def test_lines_end_with_a_newline_alone() -> None:
    """Other ends of lines, such as U+2028, may stand within a JSON string."""
    (answer,) = answers_in('{"id": "a\u2028b", "truth": "no"}\r\n').answers.values()
    assert answer.id == "a\u2028b"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_JSON.map(json.dumps) | st.text(max_size=20), max_size=4).map("\n".join))
def test_whatever_is_written_is_read_or_its_faults_are_told(text: str) -> None:
    try:
        found = answers_in(text)
    except AnswersFileError as error:
        assert error.faults and str(error)
    else:
        assert all(answer.id == id for id, answer in found.answers.items())
