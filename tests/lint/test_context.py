"""What rules look at: paths into the file, lengths of terms, and facts of anybody in any world."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import treatyclock as tc
from small_treaties import HALF_A_YEAR, SIGNED, TWO_OF_THREE, act, clause, reading, three, two
from treatyclock.derive.histories.life import evaluate
from treatyclock.derive.reasoning.facts import NoticeJudged
from treatyclock.derive.reasoning.reasons import Key
from treatyclock.law.acts.act import ActDate
from treatyclock.law.clauses.exit import Denunciation
from treatyclock.law.clauses.term import Term
from treatyclock.law.readings import TEXT
from treatyclock.law.subjects import GENERALLY, Subject
from treatyclock.lint.context import Context, when

TERM = clause("term", lasts="P5Y", from_="signature")


def context(treaty: tc.Treaty, number: int | None = None) -> Context:
    record = treaty.record
    by = TEXT if number is None else record.readings[number]
    return Context(record=record.read_as(by), life=evaluate(record, by), number=number)


def test_where_a_clause_stands() -> None:
    treaty = two(SIGNED, TERM, reading("mine", term={"lasts": "P9Y", "from": "signature", "ref": "r"}))
    assert context(treaty).at(Term, "first_day") == ("term", "first_day")
    own = context(treaty, 0)
    assert own.at(Term, "first_day") == ("reading", 0, "term", "first_day")
    assert own.at(Denunciation) == ("denunciation",)
    found = own.clause(Term)
    assert found is not None and found.lasts == tc.Period.of("P9Y")


def test_where_an_act_and_its_dates_stand() -> None:
    treaty = two(
        SIGNED, act("ratification", "AAA", "1930-02-01", received="1930-03-01", sent="1930-02-05"),
        act("ratification", "BBB", "1930-02-01T12:00+00:00"),
    )  # fmt: skip
    found, (_, day, hour) = context(treaty), treaty.record.acts
    assert found.at_act(day, "recorded") == ("act", 1, "recorded")
    assert found.dated(day) == ("act", 1, "on")
    assert found.dated(day, ActDate.RECEIVED) == ("act", 1, "received")
    assert found.dated(day, ActDate.SENT) == ("act", 1, "sent")
    assert found.dated(day, ActDate.CIRCULATED) == ("act", 1, "received")
    assert found.dated(hour) == ("act", 2, "at")


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        ([], None),
        ([TERM], (60, 0)),
        ([clause("term", until="1940-12-31")], None),
        ([TERM, clause("renewal", block="P6M10D", times=2)], (72, 20)),
        ([TERM, clause("renewal", block="P6M", times=[1, 3])], (78, 0)),
        ([TERM, clause("renewal", block="P6M", times="for ever")], None),
        ([TERM, clause("renewal", then="indefinite")], None),
    ],
)
def test_how_long_it_is_with_all_its_renewals(parts: list[str], total: tuple[int, int] | None) -> None:
    assert context(two(SIGNED, *parts)).total() == total


def test_facts_of_anybody_in_any_world() -> None:
    found = context(three(TWO_OF_THREE, HALF_A_YEAR, act("withdrawal", "BBB", "1940-01-01", id="n")))
    assert list(found.subjects()) == [GENERALLY, *(Subject((code,)) for code in ("AAA", "BBB", "CCC"))]
    assert list(found.facts(NoticeJudged)) == [Key("notice", "n")]
    (outcome,) = found.fact(Key("notice", "n"), NoticeJudged, lambda fact: fact.end and fact.end.last_day)
    assert (str(outcome.value), outcome.under) == ("1940-06-30", ())
    assert found.fact(Key("notice", "other"), NoticeJudged, lambda fact: fact.act.id) == ()


def test_under_which_answers_something_comes_out() -> None:
    several = context(two(SIGNED, TERM)).outcomes(GENERALLY, lambda each: each.end and each.end.last_day)
    assert [when(each) for each in several] == [", if first_day = not counted", ", if first_day = counted"]
    (one,) = context(two(SIGNED)).outcomes(GENERALLY, lambda each: each.entry and each.entry.day)
    assert when(one) == ""


def test_what_was_found_for_everybody_is_gathered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found, asked = context(three(TWO_OF_THREE, HALF_A_YEAR, act("denunciation", "AAA", "1935-01-01", id="n"))), []
    subjects = Context.subjects

    def counting(self: Context) -> Iterator[Subject]:
        asked.append(self)
        return subjects(self)

    monkeypatch.setattr(Context, "subjects", counting)
    for _ in range(3):
        for key in found.facts(NoticeJudged):
            assert found.fact(key, NoticeJudged, lambda each: each.act.id)
    assert len(asked) == 1
