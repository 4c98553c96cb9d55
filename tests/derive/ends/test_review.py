"""A conference decides whether it goes on: decided, decided otherwise, decided too late, and not decided."""

from __future__ import annotations

import pytest

from small_treaties import ALL, TWO_OF_THREE, act, clause, ends, said, three, truth

REVIEW = TWO_OF_THREE + clause("review", after="P10Y")  # by 1 January 1946


AT_NEW_YEAR_1956 = ["1955-12-31", "1956-01-01"]


def decided(on: str = "1945-06-01", **what: str) -> str:
    return act("decision of a conference", ALL, on, id=f"decision-{on[:13].lower()}", **what)


@pytest.mark.parametrize(
    ("acts", "last"),
    [
        (decided(outcome="indefinite"), ["none"]),
        (decided(until="1950-12-31"), ["1950-12-31"]),
        (decided(outcome="ends"), ["1945-06-01"]),
        (decided(outcome="ends", effective="1946-01-01"), ["1945-12-31", "1946-01-01"]),
        # The last one counts, as long as the treaty has not ended.
        (decided("1945-01-01", outcome="ends", effective="1946-01-01") + decided(outcome="indefinite"), ["none"]),
        (decided("1945-01-01", until="1950-12-31") + decided(until="1960-12-31"), ["1960-12-31"]),
        (decided("1945-01-01", until="1950-12-31") + decided(outcome="ends", effective="1956-01-01"), AT_NEW_YEAR_1956),
        ("", ["none", "1946-01-01"]),
    ],
)
def test_what_follows_from_the_conference(acts: str, last: list[str]) -> None:
    assert ends(three(REVIEW, acts)) == last


def test_while_nothing_is_decided_the_future_is_open() -> None:
    answer = three(REVIEW).in_force("1950")
    assert answer.truth.value == "unknown"
    assert [(each.kind, each.key) for each in answer.depends_on] == [("fact", "decision")]
    assert three(REVIEW).in_force("1945-12-31").truth.value == "yes"


def test_a_decision_on_an_end_is_told_in_plain_words() -> None:
    text = said(three(REVIEW, decided(until="1950-12-31")).in_force("1960"))
    assert "by that decision the treaty ends with 31 December 1950" in text
    assert "with between" not in said(three(REVIEW, decided(outcome="ends")).in_force("1960"))


def test_without_a_clause_no_conference_decides() -> None:
    assert ends(three(TWO_OF_THREE, decided(outcome="ends"))) == ["none"]


FOR_TEN_YEARS = decided("1945-01-01", until="1955-12-31")


@pytest.mark.parametrize(
    ("acts", "last"),
    [
        (FOR_TEN_YEARS + decided("1956-01-05", outcome="indefinite"), ["1955-12-31"]),
        (FOR_TEN_YEARS + decided("1956-01-05", until="1960-12-31"), ["1955-12-31"]),
        (FOR_TEN_YEARS + decided("1954-01-05", outcome="indefinite", effective="1956-06-01"), ["1955-12-31"]),
        (decided("1945-01-01", outcome="ends") + decided("1956-01-05", outcome="indefinite"), ["1945-01-01"]),
        (
            clause("term", until="1950-12-31", ref="art. 8") + decided("1951-06-01", outcome="indefinite"),
            ["1950-12-31"],
        ),
        (
            decided("1945-01-01T10:00+00:00", outcome="ends") + decided("1945-01-01T11:00+00:00", outcome="indefinite"),
            ["1945-01-01"],
        ),
    ],
    ids=["made late", "made late for years", "effective late", "after the end", "after the term", "an hour late"],
)
def test_a_decision_after_the_end_revives_nothing(acts: str, last: list[str]) -> None:
    assert ends(three(REVIEW, acts)) == last


def test_a_decision_that_revives_nothing_is_told() -> None:
    text = said(three(REVIEW, FOR_TEN_YEARS, decided("1956-01-05", outcome="indefinite")).in_force("1960"))
    assert "the decision took effect after 31 December 1955, the last day in force by an earlier decision" in text


def test_two_late_decisions_revive_no_more_than_one() -> None:
    late = decided("1956-01-05", outcome="indefinite") + decided("1957-01-05", until="1970-12-31")
    assert ends(three(REVIEW, FOR_TEN_YEARS, late)) == ["1955-12-31"]


def test_a_last_day_before_its_decision_is_open() -> None:
    treaty = three(REVIEW, FOR_TEN_YEARS, decided("1954-01-05", until="1953-12-31"))
    assert ends(treaty) == ["1953-12-31", "1955-12-31"]
    assert [truth(treaty, day) for day in ("1953-06-01", "1954-06-01", "1956-06-01")] == ["yes", "unknown", "no"]
    assert "reach back to 1953-12-31" in treaty.in_force("1954-06-01").depends_on[0].text


def test_a_last_day_before_its_only_decision_decides_nothing_for_sure() -> None:
    treaty = three(REVIEW, decided("1954-01-05", until="1953-12-31"))
    assert [truth(treaty, day) for day in ("1945-06-01", "1960")] == ["yes", "unknown"]


def test_a_decision_after_the_end_may_reach_back_to_an_earlier_end() -> None:
    treaty = three(REVIEW, FOR_TEN_YEARS, decided("1957-01-05", until="1953-12-31"))
    assert [truth(treaty, day) for day in ("1953-06-01", "1954-06-01", "1956-06-01")] == ["yes", "unknown", "no"]
    assert ends(three(REVIEW, FOR_TEN_YEARS, decided("1958-01-05", until="1957-12-31"))) == ["1955-12-31"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("1945-01-01", {"until": "1955-12-31", "id": "a"}), ("1945-01-01", {"outcome": "indefinite", "id": "b"})),
        (("1945-01-01", {"until": "1955-12-31", "id": "b"}), ("1945-01-01", {"outcome": "indefinite", "id": "a"})),
        (("1945", {"until": "1955-12-31", "id": "a"}), ("1945-06-01", {"outcome": "indefinite", "id": "b"})),
        (("1945-01-01", {"until": "1955-12-31", "id": "a"}), ("not known", {"outcome": "indefinite", "id": "b"})),
    ],
    ids=["one day", "one day, other names", "vague", "not known"],
)
def test_which_decision_is_the_later_one_is_open_whatever_their_order(
    one: tuple[str, dict[str, str]], other: tuple[str, dict[str, str]]
) -> None:
    acts = [act("decision of a conference", ALL, on, **what) for on, what in (one, other)]
    for order in (acts, acts[::-1]):
        treaty = three(REVIEW, *order)
        assert set(ends(treaty)) == {"1955-12-31", "none"}
        assert [truth(treaty, day) for day in ("1950", "1960")] == ["yes", "unknown"]
        assert "a before b" in {each.key for each in treaty.in_force("1960").depends_on}


def test_one_decision_recorded_twice_asks_nothing() -> None:
    same = [act("decision of a conference", ALL, "1945-01-01", until="1955-12-31", id=name) for name in "ab"]
    answer = three(REVIEW, *same).in_force("1950")
    assert (answer.truth.value, answer.depends_on) == ("yes", ())
