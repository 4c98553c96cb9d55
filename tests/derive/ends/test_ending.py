"""Ends in the making: with a day or at an hour, the later and the first of several, and what was recorded."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import BOTH, SIGNED, act, asked, day, ends, evaluation, instant, said, two
from treatyclock.civil.moments.read import moment
from treatyclock.derive.end.end import End
from treatyclock.derive.ends.ending import (
    END,
    END_AT_HOUR,
    NO_END,
    as_recorded,
    ending_at,
    ending_by_act,
    ending_on,
    ending_with,
    ending_with_block,
    first_end,
    latest_end,
)
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.facts import Recorded
from treatyclock.derive.reasoning.reasons import Derived, Key, Rule
from treatyclock.derive.term.term_as_written import Block

RULE = Rule("rule", "it ends {when}")


def given() -> Evaluation:
    return evaluation(two(SIGNED))


def rule_of(found: Evaluation, key: Key) -> Rule:
    reason = found.findings.reasons[key]
    assert isinstance(reason, Derived)
    return reason.rule


def with_day(found: Evaluation, on: str, name: str = "one", **more: object) -> End:
    return ending_with(found, day(on), found.derived(Key(name), RULE, None), **more)  # type: ignore[arg-type]


def at_hour(found: Evaluation, at: str, name: str = "hour") -> End:
    return ending_at(found, moment(at), found.derived(Key(name), RULE, None))


def test_with_the_end_of_a_day_and_at_an_hour() -> None:
    found = given()
    one, hour = with_day(found, "1940-01-01"), at_hour(found, "1940-01-01T15:00Z")
    assert (one.at, one.at_hour) == ((instant("1940-01-02T00:00Z"),) * 2, False)
    assert (hour.at, hour.at_hour, hour.last_day) == ((instant("1940-01-01T15:00Z"),) * 2, True, day("1940-01-01"))


def test_what_ends_at_midnight_has_the_day_before_as_its_last() -> None:
    assert at_hour(given(), "1940-01-02T00:00Z").last_day == day("1940-01-01")


@pytest.mark.parametrize(("answer", "last"), [("first out", "1939-12-31"), ("last in force", "1940-01-01")])
def test_a_day_that_is_named_is_the_first_out_or_the_last_in_force(answer: str, last: str) -> None:
    found = evaluation(two(SIGNED), effect_day=answer)
    assert ending_on(found, moment("1940-01-01")) == (day(last), (Key("convention", "effect_day"),))
    assert asked(found) == []  # the world was told the answer
    assert ending_on(found, moment("1940-01-01T12:00Z")) == (None, ())


def test_an_act_ends_it_when_it_says_or_else_when_it_is_done() -> None:
    text = SIGNED + act("termination by consent", "AAA BBB", "1940-01-01", id="now")
    text += act("termination by consent", "AAA BBB", "1940-01-01", id="then", effective="1941-01-01")
    found = evaluation(two(text), effect_day="last in force")
    now, then = (ending_by_act(found, found.record.act(id), Key("end by", id), RULE) for id in ("now", "then"))
    assert (now.at_hour, now.last_day) == (True, day("1940-01-01"))
    assert (then.at_hour, then.last_day) == (False, day("1941-01-01"))
    assert asked(found) == []


def test_with_a_block_of_the_term() -> None:
    found, key = given(), Key("last day", number=0)
    assert not ending_with_block(found, Block(last=day("1940-01-01"), key=key)).at_hour
    until = Block(last=day("1940-01-01"), key=key, until=moment("1940-01-01T12:00Z"))
    assert ending_with_block(found, until).at == (instant("1940-01-01T12:00Z"),) * 2


def test_the_recorded_day_goes_before_the_count() -> None:
    text = act("end of membership", "AAA", "1940-01-01", id="out", recorded="1940-03-01")
    found = evaluation(two(SIGNED, text), effect_day="first out")
    end = as_recorded(found, with_day(found, "1940-01-01"), found.record.act("out"), Key("recorded end by", "out"))
    assert end.last_day == day("1940-02-29")
    ((_, fact),) = found.findings.facts_of(Recorded)
    assert (fact.agrees, fact.counted, fact.recorded) == (False, day("1940-01-01"), day("1940-02-29"))
    assert as_recorded(found, end, found.record.act("signature-aaa-bbb"), Key("x")) is end


def test_the_later_of_two_where_one_waits_for_the_other() -> None:
    found = given()
    early, late = with_day(found, "1940-01-01", deadline=day("1939-01-01")), with_day(found, "1941-01-01")
    for one, other in ((early, late), (late, early)):
        made = latest_end(one, other, Key("both"))
        assert (made.at, made.last_day, made.key) == (late.at, late.last_day, Key("both"))
        assert made.deadline == day("1939-01-01")
    hour = at_hour(found, "1940-06-01T12:00Z")
    assert latest_end(hour, early, Key("both")).at_hour
    assert not latest_end(hour, late, Key("both")).at_hour


# --- the first of several ------------------------------------------------------------------------


def test_none_at_all() -> None:
    found = given()
    assert first_end(found, [], Key("end"), [found.derived(Key("why"), RULE, None)]) is None
    reason = found.findings.reasons[Key("end")]
    assert isinstance(reason, Derived) and (reason.rule, reason.because) == (NO_END, (Key("why"),))


def test_of_two_the_first_and_why() -> None:
    found = given()
    early, late = (
        with_day(found, "1940-01-01", "early", deadline=day("1939-01-01")),
        with_day(found, "1941-01-01", "late"),
    )
    made = first_end(found, [late, early], Key("end for", "AAA", 2))
    assert made is not None
    assert (made.at, made.last_day, made.premises, made.deadline) == (
        early.at, day("1940-01-01"), (Key("early"),), day("1939-01-01")
    )  # fmt: skip
    assert rule_of(found, made.key) is END
    assert made.instant == Key("ends", "AAA", 2)
    assert made.keys == (Key("ends", "AAA", 2), Key("end for", "AAA", 2))


def test_where_either_may_be_the_first_both_count() -> None:
    found = given()
    vague = ending_with(found, day("1940-01-01", "1940-12-31"), found.derived(Key("vague"), RULE, None))
    made = first_end(found, [vague, with_day(found, "1940-06-01", "june")], Key("end"))
    assert made is not None
    assert made.last_day == day("1940-01-01", "1940-06-01")
    assert made.at == (instant("1940-01-02T00:00Z"), instant("1940-06-02T00:00Z"))
    assert made.premises == (Key("vague"), Key("june"))


def test_an_end_at_an_hour_is_told_as_one() -> None:
    found = given()
    made = first_end(found, [at_hour(found, "1940-01-01T15:00Z"), with_day(found, "1941-01-01")], Key("end"))
    assert made is not None
    assert (made.at_hour, made.instant) == (True, None)
    assert rule_of(found, Key("end")) is END_AT_HOUR


def test_the_instant_of_the_end_is_explained_by_its_midnight() -> None:
    text = said(tc.load("soviet-japanese-neutrality-pact").in_force("1946-04-24T18:00Z"))
    told = "it ceases to be in force at the end of that day, at 1946-04-25T21:00:00Z if midnight = Europe/Moscow"
    assert told in text


def test_an_act_may_say_what_the_day_of_its_end_is() -> None:
    for said_, last in (("first out", "1939-12-31"), ("last in force", "1940-01-01")):
        ended = act("termination by consent", BOTH, "1939-06-01", effective="1940-01-01", effect_day=said_)
        assert ends(two(SIGNED, ended)) == [last]
    with pytest.raises(tc.TreatyclockError):
        two(SIGNED, act("termination by consent", BOTH, "1939-06-01", effect_day="first out"))


def test_of_two_ends_that_are_both_perhaps_the_first_the_last_day_for_a_notice_is_that_of_the_one_found_last() -> None:
    found = given()
    one = with_day(found, "1940-01-01", "one", deadline=day("1939-01-01"))
    two_of_them = [one, with_day(found, "1940-01-01", "two", deadline=day("1938-07-01"))]
    first = first_end(found, two_of_them, Key("end"))
    assert first is not None
    assert first.deadline == day("1938-07-01")
    without = first_end(found, [one, with_day(found, "1940-01-01", "three")], Key("end"))
    assert without is not None
    assert without.deadline == day("1939-01-01")
