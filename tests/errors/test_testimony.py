"""Testimony that cannot be read or found: what is said, and what would help."""

from __future__ import annotations

import pytest

from treatyclock.errors import (
    TreatyclockError,
    UndatedClockError,
    UndatedEventError,
    UnknownCaseError,
    UnknownClaimError,
    UnknownEventError,
    UnknownWordsError,
)


@pytest.mark.parametrize(
    ("error", "sentence", "hint"),
    [
        (UnknownWordsError("a while", ["a good while"], "or else"), "`a while` has no bounds", "did you mean"),
        (UnknownWordsError("a while", [], "write PT1H"), "`a while` has no bounds", "write PT1H"),
        (UnknownCaseError("august", ["august-1945"]), "no shipped case and no file is called `august`", "august-1945"),
        (UnknownClaimError("s9", "night", ["s1"]), "`night` makes no claim `s9`", "s1"),
        (UnknownEventError("atack", "night", ["attack"]), "`night` names no event `atack`", "did you mean `attack`"),
        (
            UndatedEventError("peace", "night"),
            "no claim that stands in `night` says when `peace` was",
            "give the case a claim that dates it",
        ),
        (
            UndatedClockError("s3", "Moscow", "night"),
            "claim `s3` of `night` is about the clock of `Moscow`, whose offset depends on the date, and no claim has a"
            " date",
            "give the claim a day in on",
        ),
    ],
)
def test_each_says_what_and_what_next(error: TreatyclockError, sentence: str, hint: str) -> None:
    assert error.sentence == sentence
    assert hint in error.hint
