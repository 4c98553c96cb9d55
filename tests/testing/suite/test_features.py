"""What a test needs: it follows from the record and the question, and nothing that the library declares is left out."""

from __future__ import annotations

from answered_cases import FILES, expectations
from treatyclock.law.clauses import conditions
from treatyclock.law.clauses.conditions import Condition
from treatyclock.law.vocabulary import ACT_KINDS, CLAUSES
from treatyclock.testing.suite.features import CONDITIONS, FEATURES, condition_word, features_of


def needed(file: str, text: str) -> set[str]:
    """Return what the first question of a file needs whose text begins so."""
    found = expectations(file)
    expected = next(each for each in found.expected if each.text.startswith(text))
    return set(features_of(found.treaty.record, expected))


def test_every_feature_is_needed_by_some_test() -> None:
    """Every kind of clause, act and condition, every option of a question: where one lacks, a case must be written."""
    found = {name for file in FILES for each in expectations(file).expected
             for name in features_of(expectations(file).treaty.record, each)}  # fmt: skip
    assert not [name for name in FEATURES if name not in found]
    assert found <= set(FEATURES)


def test_every_kind_that_the_library_declares_is_a_feature() -> None:
    assert {f"clause:{name}" for name in CLAUSES} <= set(FEATURES)
    assert {f"act:{name}" for name in ACT_KINDS} <= set(FEATURES)
    declared = {
        each for each in vars(conditions).values() if isinstance(each, type) and issubclass(each, Condition)
    } - {Condition}
    assert set(CONDITIONS) == declared
    assert len({condition_word(each) for each in CONDITIONS}) == len(CONDITIONS)


def test_a_reading_and_a_part_are_needed_where_they_are_asked_for() -> None:
    pact = "soviet-japanese-neutrality-pact.cases"
    assert "ask:reading" not in needed(pact, "1945-08-09T00:10 Manchukuo")
    assert "time:historic zone" in needed(pact, "1945-08-09T00:10 Manchukuo")
    assert "time:historic zone" not in needed("swiss-month-end.cases", "dates")
    assert {"time:any zone", "time:day"} <= needed(pact, "1946-04-26 any")
    assert {"parties:territories", "ask:between"} <= needed("territories-of-their-own.cases", "1990-01-01 between")
    assert {"table:part", "ask:part"} <= needed("annexes-of-their-own.cases", "2003-09-30 part=food")
    assert "condition:share" in needed("kyoto-protocol-1997.cases", "dates")
    assert "depositary:switzerland" in needed("swiss-month-end.cases", "dates")
