"""What a notice comes to: each reason by its rule, the days that bear on it, and never one answer for two things."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import ALL, HALF_A_YEAR, ONE_IS_ENOUGH, SIGNED, TWO_OF_THREE, act, clause, ratified, three, two
from treatyclock.answers.notice import NoticeAnswer
from treatyclock.derive.inverse.notice_result import NoticeCause as Cause
from treatyclock.errors import UnknownPartyError, WrongTypeError
from treatyclock.truth import Truth

PACT = tc.load("soviet-japanese-neutrality-pact")
LEFT = act("withdrawal", "AAA", "1940-01-01")
TERM = clause("term", lasts="P5Y", from_="entry into force", first_day="counted")
AT_THE_END = clause("denunciation", when="at the end of the term", notice="P1Y")
FIVE_YEARS = two(SIGNED, TERM, clause("renewal", block="P5Y", times=1), AT_THE_END)  # from 15 January 1930
NOT_BEGUN = two(SIGNED, TERM.replace("entry into force", "ratification"), AT_THE_END)
LOCKED = clause(
    "denunciation", when="at any time", notice="P6M", first_day="counted",
    lock_in={"lasts": "P3Y", "bars": "notice", "first_day": "counted"},
)  # fmt: skip
IN_WINDOWS = clause(
    "denunciation", when="in a window", notice="P1Y", first_day="counted", window={"every": "P10Y", "lasts": "P1Y"}
)  # fmt: skip
WINDOWS = three(TWO_OF_THREE, IN_WINDOWS)
GROUNDS = clause("denunciation", when="at any time", notice="P6M", first_day="counted", needs_ground=True)


def why(answer: NoticeAnswer) -> tuple[str, str, str | None, str | None]:
    """Return the truth, and the one reason with its day and its end."""
    ((reason, _),) = [(each.value, each.under) for each in answer.reasons]
    assert reason is not None
    day, end = (None if each is None else str(each) for each in (reason.day, reason.end))
    return answer.truth.value, reason.cause.value, day, end


@pytest.mark.parametrize(
    ("treaty", "by", "on", "comes_to"),
    [
        (three(TWO_OF_THREE), "AAA", "1937-01-01", ("no", Cause.NO_CLAUSE, None, None)),
        (three(TWO_OF_THREE, HALF_A_YEAR), "CCC", "1937-01-01", ("no", Cause.NOT_A_PARTY, None, None)),
        (three(TWO_OF_THREE, HALF_A_YEAR, LEFT), "AAA", "1950-01-01", ("no", Cause.NOT_A_PARTY, "1940-06-30", None)),
        (three(TWO_OF_THREE, HALF_A_YEAR, LEFT), "AAA", "1940-02-01", ("no", Cause.OTHER_END, "1940-06-30", None)),
        (three(TWO_OF_THREE, HALF_A_YEAR), "AAA", "1930-01-01", ("no", Cause.BEFORE_ENTRY, "1936-01-01", None)),
        (three(TWO_OF_THREE, LOCKED), "AAA", "1937-01-01", ("no", Cause.LOCKED_IN, "1939-01-01", None)),
        (WINDOWS, "AAA", "1940-01-01", ("no", Cause.OUTSIDE_WINDOW, "1946-01-01", None)),
        (WINDOWS, "AAA", "1950-01-01", ("no", Cause.OUTSIDE_WINDOW, "1956-01-01", "1947-01-01")),
        (FIVE_YEARS, "AAA", "1939-06-01", ("no", Cause.LATE, "1939-01-14", "1940-01-14")),
        (NOT_BEGUN, "AAA", "1932-01-01", ("no", Cause.NO_TERM, None, None)),
        (three(HALF_A_YEAR, TWO_OF_THREE.split("[[act]]")[0]), "AAA", "1932", ("no", Cause.NOT_IN_FORCE, None, None)),
    ],
)  # fmt: skip
def test_why_a_notice_has_no_effect(
    treaty: tc.Treaty, by: str, on: str, comes_to: tuple[str, Cause, str | None, str | None]
) -> None:
    truth, reason, day, end = comes_to
    answer = treaty.notice(by=by, on=on)
    assert why(answer) == (truth, reason.value, day, end)
    assert [each.value for each in answer.last_days] == [each.value for each in answer.first_days_out] == [()]


def test_in_time_and_too_late_for_this_term() -> None:
    early = FIVE_YEARS.notice(by="BBB", on="1934-01-14")
    assert (early.truth, early.in_time, [each.value for each in early.reasons]) == (Truth.YES, Truth.YES, [None])
    assert [each.value for each in early.last_days] == [("1935-01-14",)]
    late = FIVE_YEARS.notice(by="BBB", on="1934-01-15")
    assert (why(late), late.in_time) == (("yes", "too late for this term", "1934-01-14", "1935-01-14"), Truth.NO)
    assert [each.value for each in late.first_days_out] == [("1940-01-15",)]
    assert "the next end is 14 January 1940" in str(late)
    assert FIVE_YEARS.notice(by="BBB", on="1939-06-01").in_time is Truth.NO


def test_in_a_later_term_a_notice_missed_nothing_with_the_terms_before() -> None:
    # Of the second term of five years, and so of one that was in time for it but not for the first.
    assert FIVE_YEARS.notice(by="AAA", on="1936-01-01").in_time is Truth.YES
    fixed = clause("denunciation", when="on a fixed day", effect_day="last in force") + (
        '[denunciation.day]\non = "06-30"\ncut_off = "01-01"\n'
    )
    assert three(TWO_OF_THREE, fixed).notice(by="AAA", on="1940-01-01").in_time is Truth.YES


def test_another_end_comes_first_be_the_notice_in_time_or_not() -> None:
    found = FIVE_YEARS.what_if(
        add={"kind": "termination by consent", "by": ["AAA", "BBB"], "on": "1936-06-01", "ref": "x"}
    )
    assert found.notice(by="AAA", on="1936-01-01").in_time is Truth.YES
    assert found.notice(by="AAA", on="1934-06-01").in_time is Truth.NO


def test_where_a_month_is_short_the_window_before_has_two_last_days() -> None:
    text = clause("denunciation", when="in a window", window={"every": "P1Y", "lasts": "P6M", "from": "1935-08-31"})
    reasons = [each.value for each in three(TWO_OF_THREE, text).notice(by="BBB", on="1938-06-01").reasons]
    assert {str(each.end) for each in reasons if each is not None} == {"[1938-02-28..1938-03-01]"}


def test_in_time_where_there_is_no_time_for_it() -> None:
    assert three(TWO_OF_THREE, HALF_A_YEAR).notice(by="AAA", on="1937-01-01").in_time is None
    windows = three(TWO_OF_THREE, IN_WINDOWS)
    assert windows.notice(by="AAA", on="1946-06-01").in_time is Truth.YES
    assert windows.notice(by="AAA", on="1940-01-01").in_time is Truth.NO


def test_each_world_has_its_own_reason() -> None:
    # The 25th is in time if the first day of the term does not count, and a day late if it does.
    answer = PACT.what_if(drop="denunciation").notice(by="SUN", on="1945-04-25")
    assert (answer.truth, answer.in_time) == (Truth.YES, Truth.UNKNOWN)
    reasons = {dict(each.under)["first_day"]: each.value for each in answer.reasons}
    assert reasons["not counted"] is None
    assert reasons["counted"] is not None and reasons["counted"].cause is Cause.LATE_FOR_THIS_TERM
    chosen = PACT.what_if(drop="denunciation").notice(by="SUN", on="1945-04-25", choose={"first_day": "not counted"})
    assert (chosen.in_time, chosen.last_days[0].value, chosen.last_days[0].under) == (Truth.YES, ("1946-04-25",), ())


def test_grounds_are_open_where_the_clause_leaves_open_what_their_lack_means() -> None:
    treaty = three(TWO_OF_THREE, GROUNDS)
    assert treaty.notice(by="AAA", on="1937-01-01").truth is Truth.YES
    answer = treaty.notice(by="AAA", on="1937-01-01", grounds=False)
    assert answer.truth is Truth.UNKNOWN
    without = treaty.notice(by="AAA", on="1937-01-01", grounds=False, choose={"grounds": "without effect"})
    assert why(without) == ("no", "no grounds", None, None)


def test_a_notice_before_entry_into_force_may_take_back_the_consent() -> None:
    # Whether it does, no rule says (law of consents taken back): so that it has no effect at all is not certain.
    later = three(TWO_OF_THREE, HALF_A_YEAR, clause("joining", delay="P6M"), ratified(CCC="1940-01-01"))
    assert why(later.notice(by="CCC", on="1940-03-01")) == ("unknown", "before entry into force", "1940-07-01", None)
    assert why(later.notice(by="CCC", on="1939-03-01")) == ("no", "before entry into force", "1940-07-01", None)
    told = " ".join(str(later.notice(by="CCC", on="1940-03-01")).split())
    assert "no rule says whether it takes back the consent" in told
    treaty = tc.load("comprehensive-test-ban-1996")
    assert why(treaty.notice(by="FRA", on="2001-01-01"))[:2] == ("unknown", "treaty not in force")


def test_between_two_times_as_a_party_one_is_none() -> None:
    back = three(ONE_IS_ENOUGH, HALF_A_YEAR, LEFT, act("accession", "AAA", "1950-01-01"))
    assert why(back.notice(by="AAA", on="1945-01-01")) == ("no", "not a party then", "1940-06-30", None)
    assert back.notice(by="AAA", on="1951-01-01").truth is Truth.YES


def test_where_nothing_was_known_nobody_can_tell() -> None:
    answer = PACT.notice(by="SUN", on="1938-01-01", known_as_of="1939-01-01")
    assert why(answer) == ("unknown", "nothing known", None, None)


def test_an_end_of_provisional_application_is_an_effect_and_no_exit() -> None:
    answer = tc.load("energy-charter-treaty-1994").notice(by="RUS", on="2009-08-20")
    assert why(answer)[:2] == ("yes", "ends provisional application")
    assert [each.value for each in answer.last_days] == [()]


def test_while_a_conflict_goes_on_it_has_no_effect() -> None:
    waits = clause("denunciation", when="at any time", notice="P6M", first_day="counted", stay=True)
    war = act("engagement in a conflict", "AAA", "1937-01-01", id="war")
    stayed = three(TWO_OF_THREE, waits, war)
    assert why(stayed.notice(by="AAA", on="1937-02-01")) == ("no", "stayed by a conflict", None, None)
    assert stayed.notice(by="BBB", on="1937-02-01").truth is Truth.YES
    peace = act("end of a conflict", "AAA", "1939-05-08", of="war")
    over = three(TWO_OF_THREE, waits, war, peace).notice(by="AAA", on="1937-02-01")
    assert (over.truth, [each.value for each in over.last_days]) == (Truth.YES, [("1939-05-08",)])


def test_the_argument_has_the_rule_that_decided() -> None:
    told = " ".join(three(TWO_OF_THREE).notice(by="AAA", on="1937-01-01").explain().split())
    assert "no clause allows a denunciation" in told
    assert told.startswith("No, the notice has no effect by its terms.")
    ended = three(TWO_OF_THREE, HALF_A_YEAR, act("termination by consent", ALL, "1938-01-01"))
    assert "by then it is no longer in force" in " ".join(ended.notice(by="AAA", on="1937-12-01").explain().split())


def test_who_gives_it() -> None:
    with pytest.raises(UnknownPartyError):
        PACT.notice(by="USA", on="1945")
    with pytest.raises(WrongTypeError, match="by"):
        PACT.under().notice(on="1945")
    with pytest.raises(WrongTypeError):
        PACT.under(between=("SUN", "JPN")).notice(on="1945")
