"""The one door: formats by name, and what is refused."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.errors import ReversedDaysError, UnknownChoiceError, WrongTypeError
from treatyclock.exports.export import export_formats

PACT = tc.load("soviet-japanese-neutrality-pact")


def test_every_format_writes_a_treaty_and_the_same_text_each_time() -> None:
    treaty = tc.load("new-start-2010")
    for name in export_formats():
        text = tc.export(treaty, name)
        assert text.strip(), name
        assert text == tc.export(tc.load("new-start-2010"), name), name


def test_a_format_that_there_is_not_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(UnknownChoiceError, match=r"did you mean `ical`|`ical`"):
        tc.export(PACT, "icall")
    answer = PACT.in_force("1945-08-09")
    with pytest.raises(UnknownChoiceError, match="`bibtex`, `csl`"):
        tc.export(answer, "ical")


def test_what_is_neither_treaty_nor_answer_is_refused() -> None:
    with pytest.raises(WrongTypeError, match="what to export"):
        tc.export("soviet-japanese-neutrality-pact", "csl")  # type: ignore[arg-type]


def test_days_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ReversedDaysError):
        tc.export(PACT, "ical", first="2030", last="2020")
