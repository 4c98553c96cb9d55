"""An answer is written by the printer of its type and of the format asked for."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from small_treaties import SIGNED, clause, two
from treatyclock.answers.answer import Answer
from treatyclock.answers.dates import DateAnswer, Dates
from treatyclock.answers.difference import Difference
from treatyclock.answers.reconciliation import Reconciliation
from treatyclock.errors import UnknownChoiceError
from treatyclock.printing import DATA, EXPLAINED, JSON, TEXT, Explained, Printed, as_json, printers

TREATY = two(SIGNED, clause("term", lasts="P5Y", from_="signature"))
ANSWERS: tuple[Printed, ...] = (
    TREATY.in_force("1935-01-15T12:00Z"), TREATY.dates(), TREATY.expiry(), TREATY.difference(two(SIGNED)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("of", "explained"),
    [(Answer, True), (DateAnswer, True), (Dates, False), (Difference, False), (Reconciliation, True)],
)
def test_which_formats_there_are(of: Any, explained: bool) -> None:
    assert {TEXT, DATA, JSON} <= set(printers(of))
    assert (EXPLAINED in printers(of)) == explained
    assert issubclass(of, Explained) == explained
    assert all(printer.of is of and printer.format == format for format, printer in printers(of).items())


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda each: type(each).__name__)
def test_the_short_forms_are_the_formats(answer: Printed) -> None:
    assert str(answer) == answer.printed("text")
    assert answer.to_dict() == answer.printed("data")
    assert answer.to_json() == answer.printed("json") == as_json(answer.to_dict())
    assert json.loads(answer.to_json()) == answer.to_dict()


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("format", ["jsn", "pdf", ""])
def test_an_unknown_format_is_our_own_error_and_names_those_there_are(answer: Printed, format: str) -> None:
    with pytest.raises(UnknownChoiceError, match="hint: ") as caught:
        answer.printed(format)
    assert "json" in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_what_has_no_argument_is_not_explained() -> None:
    with pytest.raises(UnknownChoiceError):
        TREATY.dates().printed(EXPLAINED)
    assert TREATY.expiry().explain() == TREATY.expiry().printed(EXPLAINED)


def test_letters_stay_letters_in_json() -> None:
    assert as_json({"a": "東京"}) == '{\n  "a": "東京"\n}'
