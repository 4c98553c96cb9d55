"""Clauses on how a treaty comes to bind: what they say, and what does not hang together in them."""

from __future__ import annotations

import pytest

from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.law.clauses.before_entry import AppliesTo, ProvisionalApplication
from treatyclock.law.clauses.by_event import EventDay
from treatyclock.law.clauses.exit import EndsFor
from treatyclock.law.clauses.last_days import ByDay, Within


@pytest.mark.parametrize(
    ("clause", "said"),
    [
        (
            ProvisionalApplication(),
            "Every signatory applies the treaty provisionally until the treaty is in force for that State.",
        ),
        (
            ProvisionalApplication(
                by=AppliesTo.DECLARED,
                since=moment("1994-12-17"),
                until=ByDay(day=moment("1998-11-16")),
                notice=Period.of("P60D"),
                survives=Period.of("P20Y"),
            ),
            "A State that declares it applies the treaty provisionally from 1994-12-17 until the treaty is in force "
            "for that State, and not after 1998-11-16; a notice ends this after 60 days; obligations survive its end "
            "for 20 years.",
        ),
        (
            ProvisionalApplication(
                by=AppliesTo.AT_SIGNATURE,
                while_in_force_for=("ISR",),
                while_applied_by=("JOR",),
                lasts=Period.of("P2Y"),
                until=Within(period=Period.of("P3Y"), since="entry into force"),
                until_event=("decided",),
                event_day=EventDay.ENDS,
                ends_for=EndsFor.ALL,
            ),
            "A State that declares it when it signs (while the treaty is in force for ISR; while it is applied by JOR) "
            "applies the treaty provisionally until the treaty is in force for that State, for 2 years at most, and "
            "not after 3 years from the treaty's entry into force, and not longer than until the end of the day of the "
            "event decided; a notice ends this for all.",
        ),
    ],
)
def test_the_sentence_of_provisional_application_tells_all_of_it(clause: ProvisionalApplication, said: str) -> None:
    assert clause.says() == said


def test_provisional_application_does_not_end_before_it_begins() -> None:
    clause = ProvisionalApplication(since=moment("1994-12-17"), until=ByDay(day=moment("1994-12-16")))
    assert [key for key, *_ in clause.problems(lambda key: key in ("from", "until"))] == ["until"]
    on_one_day = ProvisionalApplication(since=moment("1994-12-17"), until=ByDay(day=moment("1994-12-17")))
    assert not list(on_one_day.problems(lambda key: key in ("from", "until")))


def test_what_hangs_on_others_has_no_survival_and_names_each_once() -> None:
    clause = ProvisionalApplication(
        while_in_force_for=("AAA",), while_applied_by=("AAA",), survives=Period.of("P1Y"), event_day=EventDay.ENDS
    )
    keys = {"while_in_force_for", "while_applied_by", "survives", "lasts", "event_day"}
    assert [key for key, *_ in clause.problems(keys.__contains__)] == [
        "event_day", "survives", "lasts", "survives", "lasts", "while_applied_by",
    ]  # fmt: skip
