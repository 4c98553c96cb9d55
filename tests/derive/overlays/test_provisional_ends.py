"""What ends provisional application: the clause, an event, the notice of another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from small_treaties import ALL, act, clause, entry, ratified, status, three

BOTH = act("signature", "AAA BBB", "1936-01-01")
TWO = entry({"instruments": 2})


def provisional(**more: object) -> str:
    return clause("provisional_application", **more)


@pytest.mark.parametrize(
    ("more", "acts", "last"),
    [
        ({"lasts": "P1Y"}, "", "1936-12-31"),  # or one day more: whether the first day counts is open
        (
            {"until": {"elapsed": "P1Y", "since": "decided"}},
            act("event", "CCC", "1936-06-10", id="decided"),
            "1937-06-09",
        ),
        (
            {"until_event": "decided", "event_day": "the day before"},
            act("event", "CCC", "1936-06-10", id="decided"),
            "1936-06-09",
        ),
        ({"until_event": ["decided", "never"]}, act("event", "CCC", "1936-06-10T12:00Z", id="decided"), "1936-06-09"),
    ],
)
def test_the_clause_ends_it(more: dict[str, object], acts: str, last: str) -> None:
    found = three(TWO, BOTH, acts, provisional(**more))
    assert status(found, f"{last}T12:00Z", "AAA") == {"provisionally applying"}
    later = date.fromisoformat(last) + timedelta(days=2)
    assert status(found, f"{later}T12:00Z", "AAA") == {"signatory"}


def test_a_period_from_the_entry_into_force_runs_only_once_it_is_in_force() -> None:
    until = {"elapsed": "P1Y", "since": "entry into force"}
    clauses = TWO + BOTH + provisional(until=until)
    assert status(three(clauses), "1950-01-01", "AAA") == {"provisionally applying"}
    found = three(clauses, ratified(BBB="1940-01-01", CCC="1941-01-01"))
    assert status(found, "1941-12-30", "AAA") == {"provisionally applying"}
    assert status(found, "1942-01-03", "AAA") == {"signatory"}


@pytest.mark.parametrize(("ends_for", "other"), [("all", "signatory"), (None, "provisionally applying")])
def test_a_notice_ends_it_for_all_where_the_text_says_so(ends_for: str | None, other: str) -> None:
    more = {} if ends_for is None else {"ends_for": ends_for}
    notice = act("end of provisional application", "BBB", "1937-01-10")
    found = three(TWO, BOTH, notice, provisional(notice="P6M", **more))
    assert status(found, "1937-07-09T12:00Z", "AAA") == {"provisionally applying"}
    assert status(found, "1937-07-12", "AAA") == {other}
    assert status(found, "1937-07-12", "BBB") == {"signatory"}


@pytest.mark.parametrize(
    ("declared", "expected"), [("1937-03-01", "never a party"), ("1938-01-01", "provisionally applying")]
)
def test_what_is_begun_after_a_notice_for_all_has_ended_it_begins_anew(declared: str, expected: str) -> None:
    notice = act("end of provisional application", "BBB", "1937-01-10")
    anew = act("provisional application", "CCC", declared)
    found = three(TWO, BOTH, notice, anew, provisional(notice="P6M", ends_for="all"))
    assert status(found, "1938-06-01", "CCC") == {expected}


def test_what_all_agree_before_any_consent_ends_it_for_each_be_it_an_end_of_the_treaty_or_not() -> None:
    ended = act("signature", ALL, "1934-01-01") + act("termination by consent", ALL, "1935-01-01")
    found = three(
        entry("ratified by all", delay="P1Y"),
        clause("provisional_application"),
        ended,
        act("ratification", ALL, "1936-01-01"),
    )
    days = [status(found, day, "AAA") for day in ("1934-06-01", "1935-06-01", "1936-06-01")]
    assert days == [{"provisionally applying"}, {"signatory"}, {"contracting State"}]


def test_a_notice_to_some_ends_it_towards_these_alone_and_towards_all_once_it_reached_all() -> None:
    applied = [TWO, provisional(), act("signature", "AAA BBB CCC", "1936-01-01")]
    found = three(*applied, act("withdrawal", "AAA", "1936-06-10", to=["BBB"]))
    pairs = [found.status("1936-07-01", between=("AAA", other)) for other in ("BBB", "CCC")]
    assert [{each.value for each in statuses} for statuses in pairs] == [{"signatory"}, {"provisionally applying"}]
    assert status(found, "1936-07-01", "AAA") == {"provisionally applying"}
    consented = ratified(BBB="1936-01-02", CCC="1936-01-02")
    both = act("withdrawal", "AAA", "1936-06-10", to=["BBB"], id="one")
    both += act("withdrawal", "AAA", "1936-08-10", to=["CCC"], id="two")
    of_three = [entry({"instruments": 3}), provisional(), act("signature", "AAA BBB CCC", "1936-01-01"), consented]
    left = three(*of_three, both)
    assert [status(left, day, "AAA") for day in ("1936-08-09", "1936-08-11")] == [
        {"provisionally applying"},
        {"signatory"},
    ]
