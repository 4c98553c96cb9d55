"""The end of a treaty that never entered into force."""

from __future__ import annotations

import pytest

from small_treaties import act, clause, entry, status, three

SIGNED = entry({"instruments": 2}) + act("signature", "AAA BBB", "1936-01-01")
APPLIED = clause("provisional_application")
PEACE = act("event", "CCC", "1938-05-01", id="peace")


@pytest.mark.parametrize(
    ("parts", "last"),
    [
        ([clause("term", until="1937-12-31")], "1937-12-31"),
        ([clause("term", until_event="peace", event_day="the day before"), PEACE], "1938-04-30"),
        (
            [
                clause("term", lasts="P9Y", from_="entry into force", until_event="peace", event_day="the day before"),
                PEACE,
            ],
            "1938-04-30",
        ),
        ([clause("term", lasts="P2Y", from_="1936-01-01", first_day="counted")], "1937-12-31"),
        ([clause("term", lasts="P2Y", from_="provisional application", first_day="counted")], "1937-12-31"),
        (
            [
                clause("denunciation", when="at any time", ends_for="all", while_provisional="its period runs"),
                act("withdrawal", "AAA", "1938-01-01"),
            ],
            "1937-12-30",
        ),
    ],
)
def test_with_the_treaty_ends_its_provisional_application(parts: list[str], last: str) -> None:
    found = three(SIGNED, APPLIED, *parts)
    for party in ("AAA", "BBB"):
        assert status(found, f"{last}T12:00Z", party) == {"provisionally applying"}
        assert status(found, f"{int(last[:4]) + 1}-06-01", party) == {"signatory"}


def test_a_term_from_an_entry_that_never_came_does_not_run() -> None:
    found = three(SIGNED, APPLIED, clause("term", lasts="P2Y", from_="entry into force", first_day="counted"))
    assert status(found, "1950-01-01", "AAA") == {"provisionally applying"}


def test_whether_all_can_end_it_who_are_not_bound_is_open() -> None:
    head = (entry({"instruments": 3}), clause("provisional_application"), act("signature", "AAA BBB CCC", "1934-01-01"))
    all_of_them, two_of_them = (act("termination by consent", by, "1935-01-01") for by in ("AAA BBB CCC", "AAA BBB"))
    again = act("provisional application", "AAA", "1936-01-01")
    assert status(three(*head, all_of_them, again), "1936-06-01", "AAA") == {"provisionally applying", "signatory"}
    assert status(three(*head, two_of_them, again), "1936-06-01", "AAA") == {"provisionally applying"}
