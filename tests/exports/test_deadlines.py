"""Deadlines as a list."""

from __future__ import annotations

from datetime import date

import pytest

import treatyclock as tc
from treatyclock.exports.deadlines import Deadline, deadlines
from treatyclock.exports.exported import NOBODY_IN_PARTICULAR, Exported
from treatyclock.law.readings import TEXT


def _found(view: tc.View, what: str, **between: date) -> list[str]:
    return [each.days for each in deadlines(Exported(view=view, **between)) if each.what == what]


def test_windows_between_the_days_asked_for() -> None:
    view = tc.load("ilo-underground-work-women-1935").under()
    assert _found(view, "window for a notice", first=date(1995, 1, 1), last=date(2010, 1, 1)) == [
        "1997-05-30/1998-05-30", "2007-05-30/2008-05-30",
    ]  # fmt: skip
    assert "1947-05-30/1948-05-30" in _found(view, "window for a notice")
    assert _found(view, "window for a notice", last=date(1900, 1, 1)) == []


def test_only_what_may_lie_between_the_days_asked_for() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact").under(reading="first-day-counted")
    assert _found(pact, "last day for a notice", first=date(1945, 4, 25)) == []
    assert _found(pact, "last day for a notice", first=date(1945, 4, 24), last=date(1945, 4, 24)) == ["1945-04-24"]
    assert _found(pact, "last day in force", last=date(1946, 4, 23)) == []
    hour = tc.load("panama-canal-treaty").under()
    assert _found(hour, "first instant out of force", last=date(1999, 12, 30)) == []
    open_end = tc.load("brest-litovsk-1918").under()
    assert _found(open_end, "last day in force", first=date(1930, 1, 1)) == ["[1920-01-11..]"]
    assert "[1920-01-11..]" not in _found(open_end, "last day in force", last=date(1920, 1, 10))


def test_each_reading_has_its_deadlines_and_each_open_question_its_days() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    notices = [each for each in deadlines(Exported(view=pact.under())) if each.what == "last day for a notice"]
    by_text = [(each.days, each.under) for each in notices if each.reading.id == "text"]
    assert by_text == [
        ("1945-04-25", (("first_day", "not counted"),)),
        ("1945-04-24", (("first_day", "counted"),)),
    ]
    assert ("counted-from-signature", "1945-04-13") in [(each.reading.id, each.days) for each in notices]


def test_a_treaty_that_is_renewed_has_a_last_day_for_a_notice_in_each_term() -> None:
    view = tc.load("japan-korea-gsomia-2016").under(choose={"first_day": "counted"}, reading="no-suspension")
    assert _found(view, "last day for a notice", first=date(2017, 1, 1), last=date(2019, 9, 1)) == [
        "2017-08-24", "2018-08-24", "2019-08-24",
    ]  # fmt: skip


def test_an_end_within_a_day_is_told_by_its_instant() -> None:
    view = tc.load("panama-canal-treaty").under()
    assert _found(view, "first instant out of force") == ["1999-12-31T17:00:00Z"]
    assert _found(tc.load("treaty-on-european-union").under(party="GBR"), "first instant out of force") == []


@pytest.mark.parametrize(
    ("days", "first", "last", "known"),
    [
        ("1945-04-24", "1945-04-24", "1945-04-24", True),
        ("1997-05-30/1998-05-30", "1997-05-30", "1998-05-30", True),
        ("1999-12-31T17:00:00Z", "1999-12-31", "1999-12-31", True),
        ("[2026-02-04..2026-02-05]", "2026-02-04", "2026-02-05", False),
        ("[1945-05-08,1945-05-09]", "1945-05-08", "1945-05-09", False),
        ("1941-04", "1941-04-01", "1941-04-30", False),
        ("[1920-01-11..]", "1920-01-11", None, False),
        ("[..1950-01-30]", None, "1950-01-30", False),
    ],
)
def test_between_which_days_a_deadline_lies(days: str, first: str | None, last: str | None, known: bool) -> None:
    due = Deadline(what="review", days=days, under=(), reading=TEXT, holder=NOBODY_IN_PARTICULAR)
    assert [None if each is None else each.isoformat() for each in (due.first, due.last)] == [first, last]
    assert due.known is known


def test_what_has_no_end_has_no_deadline() -> None:
    assert _found(tc.load("paris-agreement-2015").under(), "last day in force") == []
