"""The term runs out, unless it is renewed without end."""

from __future__ import annotations

import pytest

from small_treaties import SIGNED, TWO_OF_THREE, act, clause, ends, said, three, truth, two

TERM = clause("term", lasts="P3Y", from_="signature", first_day="not counted")  # up to 15 January 1933


@pytest.mark.parametrize(
    ("renewal", "last"),
    [
        ("", "1933-01-15"),
        (clause("renewal", block="P2Y", times=1), "1935-01-15"),
        (clause("renewal", block="P2Y", times=3), "1939-01-15"),
        (clause("renewal", block="P2Y", times="for ever"), "none"),
        (clause("renewal", block="P2Y", times=1, then="indefinite"), "none"),
        (clause("renewal", then="indefinite"), "none"),
    ],
)
def test_when_the_term_runs_out(renewal: str, last: str) -> None:
    assert ends(two(SIGNED, TERM, renewal)) == [last]


def test_a_renewal_without_end_is_what_the_yes_rests_on() -> None:
    found = two(SIGNED, TERM, clause("renewal", block="P2Y", times="for ever"))
    text = said(found.in_force("1939-09-17"))
    assert "renewed for 2 years unless denounced in time, for ever" in text
    assert "after that term the treaty goes on" in text


def test_a_last_day_agreed_for_a_treaty_without_a_term_may_be_its_last() -> None:
    agreed = act("extension of the term", "AAA BBB", "1940-01-01", until="1945-12-31", id="agreed")
    answer = three(TWO_OF_THREE, agreed).in_force("1946-06-01", party="AAA")
    (question,) = answer.depends_on
    assert question.key == "the treaty to end with the day named by agreed"
    assert [(told, found.value) for told, found in question.outcomes] == [("yes", "no"), ("no", "yes")]
    assert truth(three(TWO_OF_THREE, agreed), "1945-12-31T12:00Z", party="AAA") == "yes"
    some = act("extension of the term", "AAA", "1940-01-01", until="1945-12-31", id="agreed")
    assert truth(three(TWO_OF_THREE, some), "1946-06-01", party="AAA") == "yes"


@pytest.mark.parametrize(
    ("happened", "last"),
    [(None, "1940-12-31"), ("1938-05-01", "1938-05-01"), ("1942-05-01", "1940-12-31"), ("1940-12-31", "1940-12-31")],
)
def test_an_event_beside_a_last_day_ends_it_sooner(happened: str | None, last: str) -> None:
    term = clause("term", until="1940-12-31", until_event="joined", event_day="end of the day")
    event = "" if happened is None else act("event", "AAA", happened, id="joined")
    assert ends(two(SIGNED, term, event)) == [last]


def test_an_event_beside_a_period_ends_a_renewed_term_too() -> None:
    term = clause(
        "term", lasts="P5Y", from_="signature", first_day="counted", until_event="joined", event_day="end of the day"
    )
    forever = clause("renewal", block="P5Y", times="for ever")
    assert ends(two(SIGNED, term, forever, act("event", "AAA", "1942-05-01", id="joined"))) == ["1942-05-01"]
    assert ends(two(SIGNED, term, forever)) == ["none"]
