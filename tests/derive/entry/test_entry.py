"""Entry into force: its day, its hour, and each State's own, worked out by hand."""

from __future__ import annotations

import pytest

import treatyclock as tc
from small_treaties import (
    BOTH,
    TWO_OF_THREE,
    act,
    begins,
    clause,
    day,
    entry,
    evaluation,
    instant,
    ratified,
    said,
    three,
    truth,
    two,
)
from treatyclock.derive.entry.entry import DIFFERS
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.reasoning.facts import Recorded
from treatyclock.derive.reasoning.reasons import Derived

MOSCOW = ("Europe/Moscow", "Europe/Moscow")


def test_it_is_in_force_from_the_beginning_of_its_day() -> None:
    found = entry_into_force(evaluation(two(entry("signed"), act("signature", BOTH, "1930-01-15"))))
    assert found is not None
    assert (found.day, found.met) == (day("1930-01-15"), day("1930-01-15"))
    assert found.begins == (instant("1930-01-15T00:00Z"),) * 2


def test_a_recorded_day_goes_before_the_count_and_says_whether_they_agree() -> None:
    for recorded, agrees in (("1936-01-01", True), ("1936-01-09", False)):
        found = evaluation(three(entry({"instruments": 1}, recorded=recorded), ratified(AAA="1936-01-01")))
        made = entry_into_force(found)
        assert made is not None
        (fact,) = (fact for _, fact in found.findings.facts_of(Recorded))
        assert (fact.recorded, fact.counted, fact.agrees) == (day(recorded), day("1936-01-01"), agrees)
        # what the acts at hand do not give does not tell when the condition was met
        assert made.met == (day("1936-01-01") if agrees else None)
        reason = found.findings.reasons[made.key]
        assert isinstance(reason, Derived)
        assert (reason.rule is DIFFERS) == (not agrees)


# --- hours ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("at", ['at = "1941-04-24T22:00:00Z"', "at = 1941-04-24T22:00:00Z"])
def test_an_instant_in_utc_has_the_date_of_the_place_asked(at: str) -> None:
    found = two(entry("signed"), f'[[act]]\nkind = "signature"\nby = ["AAA", "BBB"]\n{at}\nref = "r"', clocks=MOSCOW)
    assert begins(found) == ["1941-04-25"]
    assert truth(found, "1941-04-24T12:00Z") == "no"


def test_a_known_hour_is_tried_beside_the_beginning_of_its_day() -> None:
    signed = act("signature", BOTH, "1939-08-24T02:00", clock="Europe/Moscow")
    found = two(entry("signed"), signed, clocks=MOSCOW)
    before = found.in_force("1939-08-24T01:59", zone="Europe/Moscow")
    assert (before.truth.value, [each.key for each in before.depends_on]) == ("unknown", ["entry_hour"])
    assert truth(found, "1939-08-23T23:59", zone="Europe/Moscow") == "no"
    assert truth(found, "1939-08-24T02:00", zone="Europe/Moscow") == "yes"
    by_the_hour = two(entry("signed", hour="hour of the act"), signed, clocks=MOSCOW)
    assert truth(by_the_hour, "1939-08-24T01:59", zone="Europe/Moscow") == "no"


def test_nothing_follows_before_the_day_of_the_act_had_begun_where_it_was_done() -> None:
    tokyo = clause("counting", midnight="Asia/Tokyo") + entry("signed")
    in_moscow = two(tokyo, act("signature", BOTH, "1941-04-13", clock="Europe/Moscow"))
    assert truth(in_moscow, "1941-04-12T18:00Z") == "no"
    assert truth(in_moscow, "1941-04-12T21:00Z") == "yes"
    in_either = two(tokyo, act("signature", BOTH, "1941-04-13", clock=["Asia/Tokyo", "Europe/Moscow"]))
    assert truth(in_either, "1941-04-12T18:00Z") == "unknown"
    some_day = two(tokyo, act("signature", BOTH, "1941-04", clock="Europe/Moscow"))
    assert truth(some_day, "1941-04-29T18:00Z") == "unknown"
    assert truth(some_day, "1941-04-29T21:00Z") == "yes"


# --- a State's own -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("joining", "consent", "first"),
    [
        ({}, "1936-04-01", "1936-07-01"),  # by the day on which the condition was met: the treaty's own
        ({}, "1936-04-02", "1936-07-01"),  # later, on its own day, but never before the treaty
        ({}, "1936-08-01", "1936-08-01"),
        ({"delay": "P6M"}, "1936-04-01", "1936-07-01"),
        ({"delay": "P6M"}, "1936-04-02", "1936-10-02"),
        ({"delay": "P6M", "after": "entry into force"}, "1936-06-30", "1936-07-01"),
        ({"delay": "P6M", "after": "entry into force"}, "1936-07-02", "1937-01-02"),
    ],
)
def test_the_own_entry_of_a_later_joiner(joining: dict[str, object], consent: str, first: str) -> None:
    text = entry({"instruments": 2}, delay="P3M") + (clause("joining", **joining) if joining else "")
    found = three(text, ratified(AAA="1936-01-01", BBB="1936-04-01", CCC=consent))
    assert begins(found) == ["1936-07-01"]
    assert begins(found, "CCC") == [first]


def test_whether_a_consent_of_the_very_day_comes_after_the_entry_into_force_is_open() -> None:
    joining = clause("joining", delay="P6M", after="entry into force")
    text = entry({"instruments": 2}, delay="P3M") + joining
    found = three(text, ratified(AAA="1936-01-01", BBB="1936-04-01", CCC="1936-07-01"))
    assert begins(found, "CCC") == ["1936-07-01", "1937-01-01"]


def test_a_succession_has_the_day_that_it_names() -> None:
    found = three(TWO_OF_THREE, act("succession", "CCC", "1950-01-01", effective="1947-08-15"))
    assert begins(found, "CCC") == ["1947-08-15"]


def test_nobody_is_a_party_before_the_treaty_or_before_its_own_consent() -> None:
    text = entry({"instruments": 3}, recorded="1938-01-01") + ratified(BBB="1936-01-01", CCC="1940-01-01")
    early = act("ratification", "AAA", "1936-01-01", recorded="1936-02-01")
    assert begins(three(text, early), "AAA") == ["1938-01-01"]
    assert begins(three(text, early), "CCC") == ["1940-01-01"]


@pytest.mark.parametrize(
    ("id", "party"), [("montreal-protocol-1987", "BEL"), ("chemical-weapons-convention-1993", "USA")]
)
def test_what_was_recorded_for_who_consented_before_entry_agrees_with_the_count(id: str, party: str) -> None:
    # both clauses give a period of their own to those alone who consent after entry into force
    answer = tc.load(id).in_force("2000-01-01", party=party)
    assert "the depositary recorded the same day" in said(answer)
    assert not [ground for ground in answer.rests_on if "where the count gives" in ground.text]


def test_an_hour_of_entry_is_told_as_an_hour() -> None:
    text = said(tc.load("armistice-1918").in_force("1918-11-20"))
    assert "it is in force from the hour of that act, at 1918-11-11T11:00:00Z" in text
