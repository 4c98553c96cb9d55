"""The period that runs from a notice, and the day on which it lands."""

from __future__ import annotations

import pytest

from small_treaties import SIGNED, TWO_OF_THREE, act, clause, day, ends, evaluation, three, two
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.exit.notice import Notice, without_effect
from treatyclock.derive.reasoning.reasons import Key, Rule
from treatyclock.law.clauses.exit import Denunciation

RULE = Rule("rule", "it has none")


def right(**more: object) -> str:
    return clause("denunciation", when="at any time", **more)


@pytest.mark.parametrize(
    ("clauses", "last"),
    [
        ({"notice": "P3M", "first_day": "counted"}, ["1940-06-21"]),
        ({"notice": "P3M", "first_day": "not counted"}, ["1940-06-22"]),
        ({"notice": "P3M"}, ["1940-06-22", "1940-06-21"]),
        ({}, ["1940-03-22"]),  # at once
        # Istanbul Convention, art. 80: the first of the month after three months have passed
        ({"notice": "P3M", "lands": "the first of the next month"}, ["1940-06-30", "1940-07-01"]),
        ({"notice": "P3M", "lands": "the first of the next month", "effect_day": "first out"}, ["1940-06-30"]),
        ({"notice": "P3M", "lands": "the day after", "effect_day": "first out"}, ["1940-06-22"]),
    ],
)
def test_the_last_day_by_a_notice_of_22_march(clauses: dict[str, object], last: list[str]) -> None:
    assert ends(three(TWO_OF_THREE, right(**clauses), act("withdrawal", "AAA", "1940-03-22")), "AAA") == last


def test_at_once_is_at_its_hour() -> None:
    found = two(SIGNED, right(), act("denunciation", "AAA", "1940-03-22T15:00+00:00"))
    assert found.in_force("1940-03-22T14:59Z").truth.value == "yes"
    assert found.in_force("1940-03-22T15:00Z").truth.value == "no"


def test_what_it_is_called() -> None:
    treaty = three(TWO_OF_THREE, right(), act("withdrawal", "AAA BBB", "1940-03-22", id="n"))
    found = evaluation(treaty)
    entered, text = entry_into_force(found), found.clause(Denunciation)
    assert entered is not None and text is not None
    act_ = treaty.record.act("n")

    def of(*parties: str) -> Notice:
        return Notice(act=act_, clause=text, when=act_.when(), given=(), entry=entered, treaty=entered, of=parties)

    whole, one = of("AAA", "BBB"), of("BBB")
    assert (whole.whole, whole.label, whole.key) == (True, "n", Key("notice", "n"))
    assert (one.whole, one.label, one.key) == (False, "n for BBB", Key("notice", "n for BBB"))
    assert one.about("moved", act_) == Key("notice moved", "n for BBB:n")
    assert whole.about("named") == Key("notice named", "n")


def test_a_notice_without_effect_is_told_in_every_answer() -> None:
    treaty = three(TWO_OF_THREE, right(), act("withdrawal", "AAA", "1940-03-22", id="n"))
    for value in (None, day("1941-01-01")):
        found = evaluation(treaty)
        entered, text = entry_into_force(found), found.clause(Denunciation)
        assert entered is not None and text is not None
        act_ = treaty.record.act("n")
        notice = Notice(act=act_, clause=text, when=act_.when(), given=(), entry=entered, treaty=entered, of=("AAA",))
        effect = without_effect(found, notice, RULE, value=value)
        assert (effect.end, effect.value) == (None, False if value is None else value)
        assert effect.key in found.findings.told


@pytest.mark.parametrize(
    ("on", "first_out"),
    [
        # on the first day of the sixth month following the notice, however short the months are
        ("1939-08-31", "1940-02-01"),
        ("1939-09-30", "1940-03-01"),
        ("1939-09-01", "1940-03-01"),
        ("1940-01-15", "1940-07-01"),
    ],
)
def test_counted_from_the_first_of_the_month_of_the_notice(on: str, first_out: str) -> None:
    named = {"counted_from": "the first of its month", "effect_day": "first out"}
    for more in ({"notice": "P6M"}, {"notice": "P5M", "lands": "the first of the next month"}):
        found = three(TWO_OF_THREE, right(**named, **more), act("withdrawal", "AAA", on))
        assert [each.value for each in found.dates(party="AAA").first_day_out] == [(first_out,)]


@pytest.mark.parametrize(("effect_day", "last"), [("first out", "1940-06-21"), ("last in force", "1940-06-22")])
def test_a_clause_that_says_what_the_day_of_effect_is_has_said_how_the_period_is_counted(
    effect_day: str, last: str
) -> None:
    text = right(notice="P3M", effect_day=effect_day)
    assert ends(three(TWO_OF_THREE, text, act("withdrawal", "AAA", "1940-03-22")), "AAA") == [last]
