"""What a clause says of a convention, read from its own fields."""

from __future__ import annotations

from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.derive.reasoning.said import Said, answer_name, said
from treatyclock.law.acts.act import EffectDay
from treatyclock.law.clauses.exit import Denunciation, ExitWhen
from treatyclock.law.clauses.exit_times import Bars, LockIn
from treatyclock.law.clauses.term import Anchor, Renewal, Term
from treatyclock.law.conventions.calendar import MIDNIGHT, MONTH_END
from treatyclock.law.conventions.exit import EFFECT_DAY, GROUNDS, LOCK_IN
from treatyclock.law.conventions.first_days import FIRST_DAY, NOTICE_FIRST_DAY
from treatyclock.law.conventions.term import RENEWALS, TERM_FROM
from treatyclock.law.record import Counting


def test_a_clause_that_says_it_and_one_that_is_silent() -> None:
    silent = Denunciation(when=ExitWhen.ANY_TIME)
    says = Denunciation(when=ExitWhen.ANY_TIME, first_day_counts=False, effect_day=EffectDay.LAST_IN_FORCE)
    assert said(says, NOTICE_FIRST_DAY) == Said(("not counted",), ("denunciation", "first_day"))
    assert said(says, EFFECT_DAY) == Said(("last in force",), ("denunciation", "effect_day"))
    assert said(silent, NOTICE_FIRST_DAY) == Said((), ("denunciation", "first_day"))


def test_a_first_day_of_another_kind_is_another_question() -> None:
    assert said(Term(lasts=Period.of("P1Y"), first_day_counts=True), NOTICE_FIRST_DAY) == Said(place=("term",))
    assert said(Term(lasts=Period.of("P1Y"), first_day_counts=True), FIRST_DAY).answers == ("counted",)


def test_a_clause_without_a_key_for_it_and_no_clause_at_all() -> None:
    assert said(Denunciation(when=ExitWhen.ANY_TIME), GROUNDS) == Said(place=("denunciation",))
    assert said(Counting(), GROUNDS) == Said(place=("counting",))
    assert said(None, FIRST_DAY) == Said()


def test_a_list_leaves_it_open_between_its_values() -> None:
    term = Term(lasts=Period.of("P1Y"), anchors=(Anchor.SIGNATURE, moment("1941-04-25"), Anchor.SIGNATURE))
    assert said(term, TERM_FROM) == Said(("signature", "1941-04-25"), ("term", "from"))
    assert said(Renewal(block=Period.of("P1Y"), times=(1, None)), RENEWALS).answers == ("1", "for ever")


def test_a_field_of_a_table_within_the_table() -> None:
    place = ("denunciation", "lock_in", "bars")
    without = Denunciation(when=ExitWhen.ANY_TIME)
    locked = Denunciation(when=ExitWhen.ANY_TIME, lock_in=LockIn(lasts=Period.of("P1Y"), bars=(Bars.EXIT,)))
    assert said(locked, LOCK_IN) == Said(("exit",), place)
    assert said(without, LOCK_IN) == Said((), place)


def test_what_the_record_says_of_counting() -> None:
    counting = Counting(midnight=("Europe/Moscow", "Asia/Tokyo"), month_end="roll")
    assert said(counting, MIDNIGHT) == Said(("Europe/Moscow", "Asia/Tokyo"), ("counting", "midnight"))
    assert said(counting, MONTH_END) == Said(("roll",), ("counting", "month_end"))
    assert said(Counting(), MIDNIGHT) == Said((), ("counting", "midnight"))


def test_names_of_answers() -> None:
    values = (True, False, None, 3, Anchor.ENTRY, moment("1941-04"))
    assert [answer_name(value) for value in values] == [
        "counted", "not counted", "for ever", "3", "entry into force", "[1941-04-01..1941-04-30]"
    ]  # fmt: skip
