"""Small treaties written as text, what they come to, and one evaluation of them, for the tests of single modules."""

from __future__ import annotations

from datetime import date, datetime
from types import ModuleType
from typing import Any

import treatyclock as tc
from treatyclock.answers.dates import DateAnswer
from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.admitted import admitted_acts
from treatyclock.derive.reasoning.evaluation import Evaluation
from treatyclock.derive.reasoning.worlds import Choices
from treatyclock.instants import from_datetime
from treatyclock.law.readings import TEXT, Reading
from treatyclock.lint.finding import FindingKind
from treatyclock.testing.specifications.values import value_text

BOTH, ALL = "AAA BBB", "AAA BBB CCC"
UTC = "+00:00"


def clause(table: str, **entries: object) -> str:
    """Write a table of a treaty file; a key that is a word of Python, such as ``from``, ends with ``_`` here."""
    keys = {"ref": "r"} | {key.rstrip("_"): value for key, value in entries.items()}
    return "\n".join([f"[{table}]", *(f"{key} = {value_text(value)}" for key, value in keys.items()), ""])


def act(kind: str, by: str, on: str, **more: object) -> str:
    """Write an act of some parties, whose codes stand between spaces, on a day or at an hour."""
    return clause("[act]", kind=kind, by=by.split(), **{"at" if "T" in on else "on": on}, **more)


def reading(id: str, **more: object) -> str:
    return clause("[reading]", id=id, title=f"title of {id}", holder=f"holder of {id}", **more)


def ratified(**days: str) -> str:
    """Write a ratification of each party on its day."""
    return "".join(act("ratification", code, on) for code, on in days.items())


def entry(when: object, **more: object) -> str:
    return clause("entry_into_force", when=when, **more)


def text_of_two(*parts: str, clocks: tuple[str | None, str | None] = (UTC, UTC)) -> str:
    """Write a treaty between AAA and BBB, whose seats have these clocks."""
    seats = (
        f"{code} = {value_text({'name': code, 'clock': clock})}"
        for code, clock in zip(BOTH.split(), clocks, strict=True)
    )
    return "\n".join(['schema = 1\nid = "two"\ntitle = "Two"\n[parties]', *seats, *parts])


def text_of_three(*parts: str) -> str:
    """Write a treaty of AAA, BBB and CCC that says that days begin at midnight in UTC."""
    head = 'schema = 1\nid = "three"\ntitle = "Three"\nparties = { AAA = "A", BBB = "B", CCC = "C" }'
    return "\n".join([head, clause("counting", midnight=UTC), *parts])


def two(*parts: str, clocks: tuple[str | None, str | None] = (UTC, UTC)) -> tc.Treaty:
    return tc.loads(text_of_two(*parts, clocks=clocks))


def three(*parts: str) -> tc.Treaty:
    return tc.loads(text_of_three(*parts))


def findings(text: str, rules: ModuleType) -> list[str]:
    """Return the code and the key of each finding that the rules of a module have on a text."""
    codes = {each.code for each in vars(rules).values() if isinstance(each, FindingKind)}
    return [f"{each.code} {each.key}".strip() for each in tc.checks(text) if each.code in codes]


def last_days(answer: DateAnswer) -> tuple[tuple[str, ...], ...]:
    """Return what the last day in force may come to by an answer about an end."""
    return tuple(dict.fromkeys(outcome.value for outcome in answer.last_days))


SIGNED = entry("signed") + act("signature", BOTH, "1930-01-15")
"""Of two, in force from 15 January 1930."""

GOOD = """
schema = 1
id = "good"
title = "Good"
parties = { AAA = "A", BBB = "B" }
[entry_into_force]
when = "signed"
ref = "art. 1"
[[act]]
kind = "signature"
by = ["AAA", "BBB"]
on = 1941-04-13
ref = "text"
"""
"""A whole file of a treaty of two, to be spoilt or added to."""

TWO_OF_THREE = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01")
"""Of three, in force from 1 January 1936 for AAA and BBB."""

ONE_IS_ENOUGH = entry({"instruments": 1}) + ratified(AAA="1936-01-01", BBB="1936-01-01")
"""The same by a text that one instrument brings into force, so that it goes on with one party left."""

FIVE_YEARS = clause("term", lasts="P5Y", from_="signature", first_day="not counted")  # up to 15 January 1935
A_YEAR_BEFORE = clause("denunciation", when="at the end of the term", notice="P1Y")  # by 15 January 1934
THEN_WITHOUT_TERM = clause("renewal", then="indefinite") + clause(
    "denunciation", when="at the end of the term", notice="P1Y", notice_when_indefinite="P3M", first_day="not counted"
)
HALF_A_YEAR = clause("denunciation", when="at any time", notice="P6M", first_day="counted")
"""A right to leave with a notice of six months, of which the day of the notice is the first."""


def begins(treaty: tc.Treaty, party: str | None = None) -> list[str]:
    """Return each way in which the first day in force comes out."""
    return [" ".join(each.value) or "none" for each in treaty.dates(party=party).entry_into_force]


def ends(treaty: tc.Treaty, party: str | None = None, reading: str | None = None) -> list[str]:
    """Return each way in which the last day in force comes out."""
    return [" ".join(each.value) or "none" for each in treaty.dates(party=party, reading=reading).last_day_in_force]


def truth(treaty: tc.Treaty, at: str, **asked: Any) -> str:
    return treaty.in_force(at, **asked).truth.value


def status(treaty: tc.Treaty, at: str, party: str | None = None, reading: str | None = None) -> set[str]:
    return {each.value for each in treaty.status(at, party=party, reading=reading)}


def said(answer: tc.Answer | tc.DateAnswer) -> str:
    """Return an argument on one line."""
    return " ".join(answer.explain().split())


def day(first: str, last: str | None = None) -> Days:
    """Return a day, or one that lies between two."""
    return Days(first=date.fromisoformat(first), last=date.fromisoformat(last or first))


def instant(text: str) -> int:
    return from_datetime(datetime.fromisoformat(text))


def evaluation(treaty: tc.Treaty, by: Reading = TEXT, /, **answers: str) -> Evaluation:
    """Return an evaluation in one world: what is open is answered as given, or else by the first alternative."""
    record = treaty.record
    acts = admitted_acts(record, by, None, None)
    return Evaluation(record.read_as(by), by, acts, Choices(answers, ()))


def asked(evaluation: Evaluation) -> list[str]:
    """Return the questions that came up in an evaluation, by their keys."""
    return [question.key for question, _ in evaluation.choices.trail]
