"""Clauses on how a treaty comes to bind: what they say, and what does not hang together in them."""

from __future__ import annotations

import pytest

from treatyclock.civil.moments.read import moment
from treatyclock.civil.periods import Period
from treatyclock.law.clauses.before_entry import AppliesTo, ProvisionalApplication


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
                until=moment("1998-11-16"),
                notice=Period.of("P60D"),
                survives=Period.of("P20Y"),
            ),
            "A State that declares it applies the treaty provisionally from 1994-12-17 until the treaty is in force "
            "for that State, and not after 1998-11-16; a notice ends this after 60 days; obligations survive its end "
            "for 20 years.",
        ),
    ],
)
def test_the_sentence_of_provisional_application_tells_all_of_it(clause: ProvisionalApplication, said: str) -> None:
    assert clause.says() == said


def test_provisional_application_does_not_end_before_it_begins() -> None:
    clause = ProvisionalApplication(since=moment("1994-12-17"), until=moment("1994-12-16"))
    assert [key for key, *_ in clause.problems(lambda key: True)] == ["until"]
    on_one_day = ProvisionalApplication(since=moment("1994-12-17"), until=moment("1994-12-17"))
    assert not list(on_one_day.problems(lambda key: True))
