"""What a notice comes to, in words: every kind of reason has a phrase, and no hole is left in one."""

from __future__ import annotations

from datetime import date

import pytest

import treatyclock as tc
from treatyclock.answers.notice import NoticeOutcome
from treatyclock.civil.days import Days
from treatyclock.derive.inverse.notice_result import NoticeCause, NoticeReason
from treatyclock.show.notice_words import notice_head, reason_words
from treatyclock.truth import Truth

DAY, END, LAST = (Days.on(date(1940, 1, day)) for day in (1, 2, 3))


def outcome(reason: NoticeReason, effect: Truth = Truth.NO) -> NoticeOutcome:
    return NoticeOutcome(effect=effect, in_time=None, last_day=LAST, first_day_out=None, reason=reason)


@pytest.mark.parametrize("why", NoticeCause)
def test_every_kind_of_reason_has_its_phrase(why: NoticeCause) -> None:
    for reason in (NoticeReason(cause=why), NoticeReason(cause=why, day=DAY, end=END)):
        text = reason_words(reason, outcome(reason))
        assert text and "{" not in text and "  " not in text and not text.endswith(" ")


def test_days_stand_in_it() -> None:
    late = NoticeReason(cause=NoticeCause.LATE_FOR_THIS_TERM, day=DAY, end=END)
    text = reason_words(late, outcome(late))
    assert all(each in text for each in ("1 January 1940", "2 January 1940", "3 January 1940"))
    same = NoticeReason(cause=NoticeCause.LATE_FOR_THIS_TERM, day=DAY, end=LAST)
    assert "the next end" not in reason_words(same, outcome(same))  # it is that of the term that was missed
    assert reason_words(same, outcome(same)).endswith("the treaty ends with that term all the same")
    early = NoticeReason(cause=NoticeCause.BEFORE_ENTRY, day=DAY)
    assert reason_words(early, outcome(early)) == "before entry into force on 1 January 1940"
    assert "takes back the consent" in reason_words(early, outcome(early, Truth.UNKNOWN))


def test_heads() -> None:
    pact = tc.load("soviet-japanese-neutrality-pact")
    assert notice_head(pact.notice(by="SUN", on="1945-04-05")) == "Yes, the notice has an effect by its terms."
    before = pact.notice(by="SUN", on="1941-04-20", choose={"first_day": "counted"})
    assert notice_head(before) == "No, the notice has no effect by its terms with first_day = counted."
    unknown = pact.notice(by="SUN", on="1945", known_as_of="1939")
    assert notice_head(unknown) == "Unknown: it is open whether the notice has an effect by its terms."
