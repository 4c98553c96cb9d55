"""Extensions and decisions of a conference in their order."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import ALL, TWO_OF_THREE, act, clause, evaluation, three
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.term.prolonging import acts_on_the_term, decisions_of

TERM, REVIEW = clause("term", until="1970-12-31"), clause("review", after="P10Y")
EXTENDED = "".join(
    act("extension of the term", ALL, on, id=f"x{on[:4]}", until="1980-12-31") for on in ("1948-01-01", "1942-01-01")
)
DECIDED = "".join(
    act("decision of a conference", ALL, on, id=f"d{on[:4]}", **what)
    for on, what in (
        ("1950-01-01", {"outcome": "ends", "effective": "1975-01-01"}),
        ("1945-01-01", {"outcome": "indefinite"}),
        ("1940-01-01", {"until": "1960-12-31"}),
    )
)


def acts(treaty: tc.Treaty) -> tuple[list[str], list[str]]:
    found = evaluation(treaty)
    entered = entry_into_force(found)
    assert entered is not None
    return [each.id for each in acts_on_the_term(found, entered)], [each.id for each in decisions_of(found, entered)]


def test_they_come_in_the_order_of_time() -> None:
    prolonging, decided = acts(three(TWO_OF_THREE, TERM, REVIEW, EXTENDED, DECIDED))
    assert decided == ["d1940", "d1945", "d1950"]
    # A decision that the treaty ends prolongs no term.
    assert prolonging == ["d1940", "x1942", "d1945", "x1948"]


def test_without_the_clause_no_conference_decides_and_without_a_term_none_is_prolonged() -> None:
    assert acts(three(TWO_OF_THREE, TERM, EXTENDED, DECIDED)) == (["x1942", "x1948"], [])
    assert acts(three(TWO_OF_THREE, REVIEW, EXTENDED, DECIDED))[0] == ["x1942", "x1948"]


def test_one_decision_recorded_twice_counts_once() -> None:
    twice = "".join(act("decision of a conference", ALL, "1945-01-01", id=each, until="1955-12-31") for each in "ab")
    assert len(acts(three(TWO_OF_THREE, REVIEW, twice))[1]) == 1
