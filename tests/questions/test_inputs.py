"""What a question may be put with: whom it is about, between which days, by what was known."""

from __future__ import annotations

from datetime import date

import pytest

from small_treaties import TWO_OF_THREE, three
from treatyclock.civil.moments.read import moment
from treatyclock.errors import NaiveTimeError, ReversedDaysError, TimeFormatError, UnknownPartyError, WrongTypeError
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.questions.inputs import day_of, days_of, horizon_of, subject_of

RECORD = three(TWO_OF_THREE).record


def test_whom_a_question_is_about() -> None:
    assert subject_of(RECORD, None, None) is GENERALLY
    assert subject_of(RECORD, "AAA", None) == Subject(("AAA",))
    assert subject_of(RECORD, None, ("CCC", "AAA")) == Subject(("CCC", "AAA"))
    assert subject_of(RECORD, None, ["AAA", "BBB"]) == Subject(("AAA", "BBB"))


@pytest.mark.parametrize(
    ("party", "between"),
    [
        (5, None), (("AAA",), None), (None, "AAA,BBB"), (None, ("AAA", 5)), (None, ("AAA",)), (None, ("AAA", "AAA")),
        (None, ("AAA", "BBB", "CCC")), ("AAA", ("AAA", "BBB")),
    ],
)  # fmt: skip
def test_whom_no_question_can_be_about(party: object, between: object) -> None:
    with pytest.raises(WrongTypeError, match="hint: "):
        subject_of(RECORD, party, between)  # type: ignore[arg-type]


def test_who_is_no_party() -> None:
    with pytest.raises(UnknownPartyError, match="DDD"):
        subject_of(RECORD, "DDD", None)
    with pytest.raises(UnknownPartyError, match="DDD"):
        subject_of(RECORD, None, ("AAA", "DDD"))


def test_days_from_the_first_of_one_to_the_last_of_another() -> None:
    assert days_of("1936-02", "1936-02") == (date(1936, 2, 1), date(1936, 2, 29))
    assert days_of("1936-02-01", date(1936, 2, 1)) == (date(1936, 2, 1), date(1936, 2, 1))
    with pytest.raises(ReversedDaysError):
        days_of("1936-02-02", "1936-02-01")


def test_what_was_known_by_a_day_is_taken_as_printed_and_by_an_hour_on_the_clock_of_the_question() -> None:
    assert horizon_of("1945-04-05", "Asia/Tokyo").zones == ()
    assert horizon_of("1945-04-05T15:00", "Asia/Tokyo").support == moment("1945-04-05T06:00Z").support
    with pytest.raises(NaiveTimeError):
        horizon_of("1945-04-05T15:00", None)


def test_a_day_is_one_day() -> None:
    assert day_of("1945-08-09") == day_of("1945-08-09T00:10+09") == date(1945, 8, 9)
    for text in ("1945", "1945-08", "[1945-08-08,1945-08-09]", "1939-40"):
        with pytest.raises(TimeFormatError, match="no single day"):
            day_of(text)
