"""What the errors of treaties say: the value that is wrong, and what there is instead."""

from __future__ import annotations

import pytest

from treatyclock.errors import (
    ContradictoryChoiceError,
    DuplicateActError,
    TooManyDatesError,
    TooManyWorldsError,
    TreatyclockError,
    UnknownActError,
    UnknownChoiceError,
    UnknownPartyError,
    UnknownReadingError,
    UnknownTreatyError,
    UnusableRecordError,
)

SAID: list[tuple[TreatyclockError, str, str]] = [
    (UnknownTreatyError("pakt", ["pact"]), "no shipped treaty and no file is called `pakt`", "did you mean `pact`?"),
    (
        UnknownPartyError("USA", "pact", ["SUN"]),
        "`USA` is not a party of `pact`",
        'the only choice is `SUN` (where the file lists only some of the parties: parties = "in part" in [record])',
    ),
    (UnknownReadingError("x", "pact", ["text"]), "`pact` declares no reading `x`", "the only choice is `text`"),
    (UnknownActError("x", "pact", []), "`pact` records no act `x`", "there are none to choose from"),
    (UnknownChoiceError("grounds", "x", ["a", "b"]), "`grounds` cannot be `x`", "the choices are `a`, `b`"),
    (
        ContradictoryChoiceError("grounds"),
        "`grounds` is chosen twice",
        "leave out one of the two choices",
    ),
    (
        DuplicateActError("n", "pact"),
        "`pact` already records an act `n`",
        "drop that act, or give the new one another id",
    ),
    (TooManyDatesError(1000), "there are more than 1000 such dates", "ask for a shorter time"),
    (
        TooManyWorldsError(256, "abcdefghij"),
        "more than 256 combinations of open choices: a, b, c, d, e, f, g, h and 2 more",
        "settle some of them in the file or by a reading",
    ),
]


@pytest.mark.parametrize(("error", "sentence", "hint"), SAID, ids=lambda each: type(each).__name__)
def test_sentence_and_hint(error: TreatyclockError, sentence: str, hint: str) -> None:
    assert (error.sentence, error.hint) == (sentence, hint)


def test_a_record_that_gives_no_dates_says_why() -> None:
    error = UnusableRecordError("pact", "text", TooManyDatesError(10))
    assert str(error) == (
        "`pact` under reading `text`: there are more than 10 such dates.\n  hint: ask for a shorter time"
    )
