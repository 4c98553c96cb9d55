"""What a step may ask: who is heard first on a convention, how days are counted, and when they begin."""

from __future__ import annotations

from dataclasses import replace

import pytest

import treatyclock as tc
from small_treaties import (
    BOTH,
    SIGNED,
    UTC,
    act,
    asked,
    clause,
    day,
    entry,
    evaluation,
    instant,
    ratified,
    three,
    truth,
    two,
)
from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.derive.reasoning.admitted import AdmittedActs
from treatyclock.derive.reasoning.evaluation import READING, Evaluation, act_key
from treatyclock.derive.reasoning.facts import EndedBeforeEntry
from treatyclock.derive.reasoning.reasons import ByPractice, ByReading, ByText, Derived, Given, Key, Open, Origin, Rule
from treatyclock.errors import OutOfRangeError
from treatyclock.instants import HOUR
from treatyclock.law.acts.act import Act
from treatyclock.law.acts.exit import DENUNCIATION
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.joining import Joining
from treatyclock.law.clauses.sunset import Sunset
from treatyclock.law.clauses.term import Anchor, Term
from treatyclock.law.conventions.exit import EFFECT_DAY, GROUNDS
from treatyclock.law.conventions.first_days import FIRST_DAY, NOTICE_FIRST_DAY, SUNSET_FIRST_DAY
from treatyclock.law.conventions.term import TERM_FROM
from treatyclock.law.readings import TEXT, Reading
from treatyclock.truth import Truth

# By its practice, the day of a notice is not counted.
WORLD_BANK = '[depositary]\nprofile = "world-bank"\n'
MINE = Reading(id="mine", title="t", holder="h", sources=("s",), choose=(("notice_first_day", "counted"),))
RULE = Rule("rule", "it follows")


def heard(first_day: str | None = None, *, depositary: str = "", by: Reading = TEXT) -> tuple[str, type[Origin]]:
    """Return the answer to the question of a notice's first day, and who gave it."""
    said = {} if first_day is None else {"first_day": first_day}
    text = clause("denunciation", when="at any time", notice="P6M", **said)
    found = evaluation(two(SIGNED, depositary, text), by)
    answer, key = found.ask(NOTICE_FIRST_DAY, found.clause(Denunciation))
    reason = found.findings.reasons[key]
    assert isinstance(reason, Given)
    return answer, type(reason.origin)


def test_a_reading_is_heard_before_the_text_the_text_before_practice_and_practice_before_the_question_is_open() -> None:
    not_counted = replace(MINE, choose=(("notice_first_day", "not counted"),))
    assert heard("counted", depositary=WORLD_BANK, by=not_counted) == ("not counted", ByReading)
    assert heard("counted", depositary=WORLD_BANK) == ("counted", ByText)
    assert heard(depositary=WORLD_BANK) == ("not counted", ByPractice)
    assert heard(depositary=WORLD_BANK, by=MINE) == ("counted", ByReading)
    assert heard() == ("not counted", Open)


def test_an_open_question_is_put_with_its_place_and_no_other_is_put() -> None:
    found = evaluation(two(SIGNED, clause("denunciation", when="at any time", notice="P6M")))
    clause_, kept = found.clause(Denunciation), found.clause(Sunset)
    assert kept is None
    assert found.ask(NOTICE_FIRST_DAY, clause_)[0] == "not counted"
    assert found.ask(EFFECT_DAY)[0] == "first out"
    ((first, _), (second, _)) = found.choices.trail
    assert (first.key, first.settled_by, first.convention) == ("notice_first_day", ("denunciation", "first_day"), True)
    assert (second.key, second.settled_by) == ("effect_day", ())
    found.ask(EFFECT_DAY)
    assert asked(found) == ["notice_first_day", "effect_day"]


def test_another_world_answers_otherwise() -> None:
    found = evaluation(two(SIGNED), grounds="effective")
    assert found.ask(GROUNDS)[0] == "effective"


def test_the_one_thing_that_the_text_lists_is_no_question() -> None:
    found = evaluation(two(SIGNED, clause("term", lasts="P1Y", from_="signature")))
    answer, key = found.ask(TERM_FROM, found.clause(Term))
    reason = found.findings.reasons[key]
    assert isinstance(reason, Given)
    assert (answer, reason.origin, asked(found)) == (Anchor.SIGNATURE.value, Open.ONLY, [])


def test_the_choice_of_a_wider_convention_stands_for_a_narrower_one() -> None:
    wide = replace(MINE, choose=((FIRST_DAY.key, "counted"),))
    found = evaluation(two(SIGNED), wide)
    assert found.ask(SUNSET_FIRST_DAY)[0] == "counted"
    assert found.ask(NOTICE_FIRST_DAY)[0] == "not counted"
    assert asked(found) == ["notice_first_day"]


# --- reasons -------------------------------------------------------------------------------------


def test_a_reading_is_given_at_once_and_the_text_is_not() -> None:
    assert READING in evaluation(two(SIGNED), MINE).findings.reasons
    assert READING not in evaluation(two(SIGNED)).findings.reasons


def test_what_is_given_stays_and_what_is_derived_is_derived_anew() -> None:
    found = evaluation(two(SIGNED))
    act = found.acts.get("signature-aaa-bbb")
    assert act is not None
    key = found.given_act(act)
    assert key == act_key(act) == Key("act", "signature-aaa-bbb")
    found.given(key, act, sources=("other",))
    given = found.findings.reasons[key]
    assert isinstance(given, Given) and (given.sources, given.origin) == ((), ByText("r"))
    for value in (True, False):
        found.derived(Key("end"), RULE, value, key)
    derived = found.findings.reasons[Key("end")]
    assert isinstance(derived, Derived) and (derived.value, derived.because) == (False, (key,))


def test_a_clause_of_a_reading_is_told_as_the_readings() -> None:
    own = replace(MINE, clauses=(Sunset(lasts=Period.of("P1Y")),))
    found = evaluation(two(SIGNED, clause("sunset", lasts="P5Y")), own)
    sunset, text = found.clause(Sunset), found.record.clauses[0]
    assert sunset is own.clauses[0]
    for each, origin, sources in ((sunset, ByReading(own), ("s",)), (text, ByText("r"), ())):
        assert each is not None
        reason = found.findings.reasons[found.given_clause(each)]
        assert isinstance(reason, Given) and (reason.origin, reason.sources) == (origin, sources)


def test_with_one_act_more_it_goes_on_and_the_first_is_as_it_was() -> None:
    before = evaluation(two(SIGNED))
    before.derived(Key("entry"), RULE, None)
    act = Act(id="tried", kind=DENUNCIATION, by=("AAA",), dated=moment("1931-01-01"))
    after = before.with_act(act)
    after.derived(Key("end"), RULE, None)
    after.note(Key("end"), EndedBeforeEntry(entry=day("1936-01-02"), last_day=day("1936-01-01")))
    assert after.acts.get("tried") is act
    assert before.acts.get("tried") is None
    assert after.findings.has(Key("entry"))
    assert not before.findings.has(Key("end"))
    assert not dict(before.findings.facts)


# --- counting ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "period", "counts", "clamped", "rolled"),
    [
        ("1936-01-15", "P1M", False, "1936-02-15", None),
        ("1936-01-31", "P1M", False, "1936-02-29", "1936-03-01"),
        ("1936-01-31", "P1M", True, "1936-02-29", None),  # the day before the same-numbered day, whichever that is
        ("1936-01-31", "P30D", False, "1936-03-01", None),
        ("1936-02-29", "P4Y", False, "1940-02-29", None),
        ("1936-02-29", "P1Y", False, "1937-02-28", "1937-03-01"),
    ],
)
def test_the_end_of_a_month_is_a_question_only_where_a_month_lacks_the_day(
    start: str, period: str, counts: bool, clamped: str, rolled: str | None
) -> None:
    for answer, last in (("clamp", clamped), ("roll", rolled or clamped)):
        found = evaluation(two(SIGNED), month_end=answer)
        made, keys = found.last_day(day(start), Period.of(period), Term, first_day_counts=counts)
        assert (made, len(keys)) == (day(last), 0 if rolled is None else 1)
    says = evaluation(two(SIGNED, clause("counting", midnight="UTC", month_end="roll")))
    assert says.last_day(day(start), Period.of(period), Term, first_day_counts=counts)[0] == day(rolled or clamped)


def test_the_last_day_of_a_vague_start_is_vague() -> None:
    found = evaluation(two(SIGNED))
    assert found.last_day(day("1936-01-01", "1936-01-10"), Period.of("P1Y"), Term, first_day_counts=True)[0] == day(
        "1936-12-31", "1937-01-09"
    )


def test_the_practice_of_a_depositary_holds_for_the_clauses_of_its_evidence() -> None:
    found = evaluation(two(SIGNED, "[depositary]", 'profile = "switzerland"'))
    start, month = day("1936-08-31"), Period.of("P6M")
    made, (key,) = found.last_day(start, month, Joining, first_day_counts=False)
    assert (made, key) == (day("1937-02-28"), Key("convention", "month_end for joining"))
    given = found.findings.reasons[key]
    assert isinstance(given, Given) and isinstance(given.origin, ByPractice)
    made, (key,) = found.last_day(start, month, Denunciation, first_day_counts=False)
    assert (made, key) == (day("1937-02-28"), Key("convention", "month_end"))  # the first of two that are tried
    given = found.findings.reasons[key]
    assert isinstance(given, Given) and given.origin is Open.TRIED


# --- clocks --------------------------------------------------------------------------------------


def test_whose_midnight_begins_a_day() -> None:
    found = evaluation(two(SIGNED, clocks=("Asia/Tokyo", "Asia/Tokyo")))
    assert found.start_of(day("1941-04-25"))[0] == (instant("1941-04-24T15:00Z"),) * 2
    assert found.end_of(day("1941-04-25"))[0] == (instant("1941-04-25T15:00Z"),) * 2
    assert found.start_of(day("1941-04-25", "1941-04-27"))[0] == (
        instant("1941-04-24T15:00Z"), instant("1941-04-26T15:00Z")
    )  # fmt: skip
    assert asked(found) == []
    with pytest.raises(OutOfRangeError):
        found.end_of(day("9999-12-31"))


def test_two_seats_leave_the_midnight_open_and_it_is_asked_for_once() -> None:
    treaty = two(SIGNED, clocks=("Europe/Moscow", "Asia/Tokyo"))
    tokyo = evaluation(treaty, midnight="Asia/Tokyo")
    assert tokyo.start_of(day("1941-04-25"))[0] == (instant("1941-04-24T15:00Z"),) * 2
    first = evaluation(treaty)
    assert first.start_of(day("1941-04-25")) == first.start_of(day("1941-04-25"))
    assert first.start_of(day("1941-04-25"))[0] == (instant("1941-04-24T21:00Z"),) * 2
    assert asked(first) == ["midnight"]


def test_a_party_without_a_clock_leaves_the_midnight_open() -> None:
    found = two(entry("signed"), act("signature", BOTH, "1941-04-25"), clocks=("Europe/Moscow", None))
    assert [truth(found, at) for at in ("1941-04-24T09:00Z", "1941-04-24T18:00Z", "1941-04-25T12:00Z")] == [
        "no", "unknown", "yes"
    ]  # fmt: skip
    assert "by whose midnight" in found.in_force("1941-04-24T18:00Z").depends_on[0].text


def test_where_no_clock_is_known_a_day_is_as_wide_as_the_earth() -> None:
    (early, late), keys = evaluation(two(SIGNED, clocks=(None, None))).start_of(day("1941-04-25"))
    assert keys == ()
    assert early < instant("1941-04-25T00:00Z") < late
    assert late - early > 24 * HOUR


def test_the_law_counts_an_hour_from_its_date_where_days_begin() -> None:
    found = evaluation(two(SIGNED, clocks=("Asia/Tokyo", "Asia/Tokyo")))
    assert found.legal_days(moment("1941-04-24T16:00Z")) == day("1941-04-25")
    assert found.legal_days(moment("1941-04-24")) == day("1941-04-24")


def test_when_something_happened() -> None:
    found = evaluation(two(SIGNED, clocks=(UTC, UTC)))
    at_noon = moment("1941-04-24T12:00Z")
    assert found.happening(at_noon) == (instant("1941-04-24T12:00Z"),) * 2
    early, late = found.happening(moment("1941-04-24"))
    assert (early, late + 1) == (instant("1941-04-24T00:00Z"), instant("1941-04-25T00:00Z"))


@pytest.mark.parametrize(
    ("when", "truth_"),
    [
        ("1941-04-24", Truth.YES),
        ("1941-04-25", Truth.YES),
        ("1941-04-26", Truth.NO),
        ("1941-04", Truth.UNKNOWN),
        ("1941-04-25T23:59:59.999999Z", Truth.YES),
        ("1941-04-26T00:00Z", Truth.NO),
    ],
)
def test_what_is_done_by_the_end_of_a_day(when: str, truth_: Truth) -> None:
    found = evaluation(two(SIGNED, clocks=(UTC, UTC)))
    assert found.by_end_of(moment(when), day("1941-04-25"))[0] is truth_


def test_acts_are_those_that_were_admitted() -> None:
    found = evaluation(three(entry({"instruments": 2}), ratified(AAA="1936-01-01")))
    assert isinstance(found.acts, AdmittedActs)
    assert [each.id for each in found.acts.by("AAA", [each.kind for each in found.record.acts])] == ["ratification-aaa"]


def test_without_any_clock_a_boundary_is_as_wide_as_the_earth() -> None:
    bare = tc.loads(
        'schema = 1\nid = "bare"\ntitle = "Bare"\nparties = { A = "A", B = "B" }\n'
        '[entry_into_force]\nwhen = "signed"\nref = "1"\n'
        '[[act]]\nkind = "signature"\nby = ["A", "B"]\non = "1941-04-25"\nref = "3"\n'
    )
    assert bare.in_force("1941-04-24T09:59Z").truth is tc.Truth.NO
    doubtful = bare.in_force("1941-04-24T12:00Z")
    assert doubtful.truth is tc.Truth.UNKNOWN
    # When the day of the signature began decides whether they had signed yet, and so the status; the day of entry, all.
    assert [(each.kind, each.decides_truth) for each in doubtful.depends_on] == [("date", True), ("date", False)]
    assert bare.in_force("1941-04-25T12:00Z").truth is tc.Truth.YES


TOKYO, NEW_YORK = "Asia/Tokyo", "America/New_York"


def of_tokyo(**answers: str) -> Evaluation:
    return evaluation(two(SIGNED, clocks=(TOKYO, TOKYO)), **answers)


def test_the_day_of_an_hour_on_the_treatys_clock() -> None:
    found = of_tokyo()
    assert found.days_there(moment("1931-04-10T20:00", zone=NEW_YORK)) == day("1931-04-11")
    assert found.days_there(moment("1931-04-10", zone=NEW_YORK)) == day("1931-04-10")  # a label
    assert found.days_there(moment("1931-04-10T24:00", zone=TOKYO)) == day("1931-04-10")
    unknown = evaluation(two(SIGNED, clocks=(None, None)))
    assert unknown.days_there(moment("1931-04-10T20:00", zone=NEW_YORK)) == day("1931-04-10")


def test_from_which_of_two_days_of_an_hour_a_period_runs_is_asked_only_where_they_differ() -> None:
    abroad = moment("1931-04-10T20:00", zone=NEW_YORK)
    assert of_tokyo(act_day="where it was done").legal_days(abroad) == day("1931-04-10")
    assert of_tokyo(act_day="on the treaty's clock").legal_days(abroad) == day("1931-04-11")
    found = of_tokyo(act_day="where it was done")
    found.legal_days(moment("1931-04-10T08:00", zone=NEW_YORK))
    found.legal_days(moment("1931-04-10T20:00Z"))
    found.legal_days(moment("1931-04-10", zone=NEW_YORK))
    assert "act_day" not in asked(found)
