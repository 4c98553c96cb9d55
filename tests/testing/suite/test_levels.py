"""Levels: the highest that anything in a question needs."""

from __future__ import annotations

import pytest

from answered_cases import FILES, expectations
from treatyclock.testing.suite.features import FEATURES, features_of
from treatyclock.testing.suite.levels import LEVELS, level_of


@pytest.mark.parametrize(
    ("file", "text", "level"),
    [
        ("soviet-japanese-neutrality-pact.cases", "1945-08-09T00:10 Asia/Tokyo", 1),
        ("soviet-japanese-neutrality-pact.cases", "1946-04-25T12:00Z", 2),
        ("swiss-month-end.cases", "1986-02-27T12:00Z for=CCC", 3),
        ("swiss-month-end.cases", "dates for=CCC reading=rolled", 4),
        ("record-known-later.cases", "dates known_as_of=1950-12-31", 4),
        ("territories-of-their-own.cases", "1980-02-29 for=JEY", 5),
        ("falls-with-another.cases", "2000-02-01", 5),
    ],
)
def test_the_level_of_a_question(file: str, text: str, level: int) -> None:
    found = expectations(file)
    expected = next(each for each in found.expected if each.text == text)
    record = found.treaty.record
    assert level_of(record, expected, features_of(record, expected)) == level


def test_levels_are_numbered_from_one_and_fit_a_line() -> None:
    assert list(LEVELS) == list(range(1, len(LEVELS) + 1))
    assert all(len(about) <= 44 for about in LEVELS.values())


def test_no_feature_of_a_higher_level_is_in_a_lower_one() -> None:
    """Somebody who claims a level needs no part, no reading and no record in part for any test of it."""
    for file in FILES[::10]:
        record = expectations(file).treaty.record
        for each in expectations(file).expected:
            features = features_of(record, each)
            if level_of(record, each, features) < 4:
                assert not {"ask:reading", "ask:known_as_of", "ask:part", "table:part", "table:record"} & set(features)
    assert {"ask:reading", "ask:known_as_of", "ask:part", "table:part", "table:record"} <= set(FEATURES)
