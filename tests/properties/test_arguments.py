"""Arguments are true: no step is contradicted by its own premises, and no date in a step comes from nowhere."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
import treatyclock.derive
from answered_cases import FILES, treaty
from argument_checker import CHECKS, COMPARE_NOTHING, contradictions
from shown_arguments import arguments
from treatyclock.civil.days import Days
from treatyclock.derive.reasoning.argument import Step
from treatyclock.derive.reasoning.reasons import Beside, Derived, Given, Reason, Rule
from treatyclock.derive.reasoning.tally import Tally
from treatyclock.derive.reasoning.timing import Span, later
from treatyclock.errors import TreatyclockError
from treatyclock.instants import from_datetime, iso
from treatyclock.law.record import Record
from treatyclock.show.sentences import sentence
from treatyclock.show.words import MONTHS
from treatyclock.testing.oracle.days import UnsettledError
from treatyclock.testing.specifications import many, many_text, two_text
from treatyclock.testing.specifications.choices import Dice
from treatyclock.testing.strategies.specifications import specifications_of_many, specifications_of_two

# A file of cases may be about a treaty that is shipped, which is looked at once.
KNOWN = (*tc.shipped(), *(file for file in FILES if treaty(file).record.id not in tc.shipped()))


def known_from(start: int) -> list[Any]:
    """Return all of them, of which the ordinary run takes every third from a number on; the long run takes all."""
    marks = [() if number % 3 == start else pytest.mark.long for number in range(len(KNOWN))]
    return [pytest.param(name, marks=each) for name, each in zip(KNOWN, marks, strict=True)]


RANDOM = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def known(name: str) -> tc.Treaty:
    """Return a shipped treaty, or that of a file of cases."""
    return treaty(name) if name in FILES else tc.load(name)


def rules() -> set[Rule]:
    """Return every rule that the package declares."""
    found: set[Rule] = set()
    for module in walk_packages(treatyclock.derive.__path__, "treatyclock.derive."):
        for value in vars(import_module(module.name)).values():
            several = value.values() if isinstance(value, dict) else [value]
            found |= {each for each in several if isinstance(each, Rule) and each.words}
    return found


def test_the_checker_knows_every_rule() -> None:
    names = {rule.name for rule in rules()}
    assert len(names) > 60
    assert names - set(CHECKS) - COMPARE_NOTHING == set(), "say in argument_checker.py what must hold by these rules"
    assert (set(CHECKS) | COMPARE_NOTHING) - names == set()
    assert set(CHECKS) & COMPARE_NOTHING == set()


def untrue(asked: tc.Treaty, reading: str | None = None, part: str | None = None) -> list[str]:
    return [each for found in arguments(asked.life(reading=reading, part=part)) for each in contradictions(found)]


@pytest.mark.parametrize("name", known_from(0))
def test_no_step_is_contradicted_by_its_premises(name: str) -> None:
    asked = known(name)
    for reading in (None, *(each.id for each in asked.record.readings)):
        for part in (None, *(each.id for each in asked.record.parts)):
            assert untrue(asked, reading, part) == []


TEXTS = st.one_of(
    specifications_of_two().map(two_text.to_toml),
    specifications_of_many().map(many_text.to_toml),
)
PARTS = range(6)
"""A treaty with a part takes as long as five others, so some are drawn by dice, and a failure is not made smaller."""


def with_a_part(number: int) -> str | None:
    """Write a treaty of which a part named ``part`` has a life of its own; None if the law does not answer on it."""
    try:
        return many_text.part_to_toml(*many.treaty_with_a_part(Dice(f"arguments:{number}")))
    except UnsettledError:
        return None


_NAMED = re.compile(r'^((?:effective|recorded) = ")(\d{4})', re.MULTILINE)


def reaching_back(text: str, years: list[int]) -> str:
    """Put the days that acts name, or that were recorded for them, some years earlier, so that some reach back."""
    left = iter(years)
    return _NAMED.sub(lambda found: f"{found[1]}{int(found[2]) - next(left, 0):04d}", text)


YEARS = st.lists(st.sampled_from((0, 1, 3, 6)), min_size=8, max_size=8)


@RANDOM
@given(TEXTS | st.builds(reaching_back, TEXTS, YEARS))
def test_no_step_of_a_random_treaty_is_contradicted_by_its_premises(text: str) -> None:
    try:
        found = untrue(tc.loads(text))
    except TreatyclockError:  # too much is open, or a term leaves the years that a calendar has
        return
    assert found == []


@pytest.mark.parametrize("number", PARTS)
def test_no_step_about_a_random_part_is_contradicted_by_its_premises(number: int) -> None:
    text = with_a_part(number)
    assert text is None or untrue(tc.loads(text), part="part") == []


# --- dates -----------------------------------------------------------------------------------------------------------

_DAY = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d+"
)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")


def printed(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def of_value(reason: Reason) -> set[str]:
    """Return the dates that a conclusion comes to, as a person writes them."""
    value = reason.value if isinstance(reason, Derived) else None
    days: list[Days] = []
    match value:
        case Days():
            days = [value]
        case Beside(recorded, counted):
            days = [recorded, counted]
        case Tally():
            days = [] if value.day is None else [value.day]
        case Span(earliest, latest):
            return {iso(earliest), iso(latest)}
        case _:
            return set()
    if isinstance(reason, Derived) and "{end}" in reason.rule.words:  # the first day out is told beside the last one
        days += [day.map(later) for day in days[:1]]
    return {printed(each) for day in days for each in (day.first, day.last)}


def dates_in(text: str) -> set[str]:
    return {*_DAY.findall(text), *_INSTANT.findall(text)}


def from_nowhere(steps: tuple[Step, ...], record: Record) -> list[str]:
    """Return each date of a conclusion that is neither its value nor in one of its premises."""
    texts = {step.number: sentence(step, record) for step in steps}
    found = []
    for step in steps:
        if isinstance(step.variants[0].value, Given):
            continue
        known = set().union(*(of_value(each.value) for each in step.variants))
        known = known.union(*(dates_in(texts[number]) for number in step.because))
        found += [f"{each} in: {texts[step.number]}" for each in dates_in(texts[step.number]) - known]
    return found


def span_of(reason: Reason) -> Span | None:
    return reason.value if isinstance(reason, Derived) and isinstance(reason.value, Span) else None


def around(span: Span, day: date) -> bool:
    """Whether what came at an instant may have come on a day, somewhere."""
    start = from_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC))
    a_day = 24 * 60 * 60 * 1_000_000
    return span.earliest < start + 2 * a_day and start - a_day < span.latest


def test_the_search_for_dates_finds_them() -> None:
    assert dates_in("with 1 May 1936 or at 1936-05-01T12:00:00Z") == {"1 May 1936", "1936-05-01T12:00:00Z"}


def unfounded(asked: tc.Treaty, part: str | None = None) -> list[str]:
    """Return the dates that come from nowhere, in answers and in answers about dates."""
    record = asked.record.about(part)
    party = asked.record.parties[0].id
    found = []
    for at in ("1935-06-01", "1941-06-01", "1946-06-01", "2020-01-01"):
        for subject in (None, party):
            found += from_nowhere(asked.in_force(at, party=subject, part=part).derivation, record)
    questions = (asked.expiry, asked.earliest_exit, asked.earliest_notice)
    for answer in (question(party=party, part=part) for question in questions):
        found += from_nowhere(answer.derivation, record)
        told = set().union(*(of_value(each.value) for step in answer.derivation for each in step.variants))
        days = {text for value in answer.values for text in value if re.fullmatch(r"\d{4}-\d\d-\d\d", text)}
        spans = [span for step in answer.derivation for each in step.variants if (span := span_of(each.value))]
        found += [
            f"{day} is in no step"
            for day in map(date.fromisoformat, days)
            if printed(day) not in told and not any(around(span, day) for span in spans)
        ]
    return found


@pytest.mark.parametrize("name", known_from(1))
def test_every_date_in_a_step_is_its_value_or_in_a_premise(name: str) -> None:
    assert unfounded(known(name)) == []


@settings(RANDOM, max_examples=15)
@given(TEXTS | st.builds(reaching_back, TEXTS, YEARS))
def test_every_date_in_a_step_of_a_random_treaty_is_its_value_or_in_a_premise(text: str) -> None:
    try:
        found = unfounded(tc.loads(text))
    except TreatyclockError:
        return
    assert found == []


@pytest.mark.parametrize("number", PARTS)
def test_every_date_in_a_step_about_a_random_part_is_its_value_or_in_a_premise(number: int) -> None:
    text = with_a_part(number)
    assert text is None or unfounded(tc.loads(text), part="part") == []


# --- what is only tried ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", known_from(2))
def test_what_is_tried_is_never_told_as_done(name: str) -> None:
    asked = known(name)
    party = asked.record.parties[-1].id
    bare = asked.what_if(drop=[act.id for act in asked.record.acts if act.kind.is_notice])
    tried = bare.what_if(add={"id": "try", "kind": "withdrawal", "by": party, "on": "1950-01-01", "ref": "r"})
    answers = [
        tried.in_force("1990-01-01", party=party).derivation,
        tried.effective_withdrawal("try", party=party).derivation,
        bare.earliest_exit(party=party, notice_on="1950-01-01").derivation,
        bare.earliest_exit(party=party).derivation,
    ]
    for steps in answers:
        tried_steps = {step.number for step in steps if isinstance(step.variants[0].value, Given) and step.hypothetical}
        for step in steps:
            text = sentence(step, asked.record)
            assert "gave notice" not in text
            rests = step.number in tried_steps or any(number in tried_steps for number in step.because)
            tried_steps |= {step.number} if rests else set()
            assert text.startswith("Hypothetical") == rests, text
