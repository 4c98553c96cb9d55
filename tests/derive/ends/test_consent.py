"""The parties end it by consent: at once, or when they say."""

from __future__ import annotations

import pytest

from small_treaties import ALL, BOTH, SIGNED, TWO_OF_THREE, act, clause, ends, said, status, three, truth, two


@pytest.mark.parametrize(("effective", "last"), [(None, ["1940-01-01"]), ("1941-01-01", ["1940-12-31", "1941-01-01"])])
def test_the_last_day_by_consent(effective: str | None, last: list[str]) -> None:
    found = two(SIGNED, act("termination by consent", BOTH, "1940-01-01", effective=effective) if effective else
                act("termination by consent", BOTH, "1940-01-01"))  # fmt: skip
    assert ends(found) == last


def test_an_end_at_an_hour() -> None:
    found = two(SIGNED, act("termination by consent", BOTH, "1940-01-01T15:00+00:00"))
    assert status(found, "1940-01-01T14:59Z") == {"party"}
    assert status(found, "1940-01-01T15:00Z") == {"former party"}


def test_an_end_dated_only_to_a_day_is_told_in_plain_words() -> None:
    text = said(two(SIGNED, act("termination by consent", BOTH, "1940-01-01")).in_force("1950"))
    assert (
        "by consent of all parties the treaty ends between 1940-01-01T00:00:00Z and 1940-01-01T23:59:59.999999Z" in text
    )
    assert "with between" not in text


def test_of_many_it_ends_for_all() -> None:
    found = three(TWO_OF_THREE, act("termination by consent", ALL, "1940-01-01"))
    assert [ends(found, party) for party in (None, "AAA", "BBB")] == [["1940-01-01"]] * 3


def test_where_all_agree_later_on_a_later_end_it_is_open_which_stands() -> None:
    first = act("termination by consent", ALL, "1940-01-01", effective="1941-01-01", id="first")
    for later in (
        act("termination by consent", ALL, "1940-06-01", effective="1945-01-01", id="later"),
        act("extension of the term", ALL, "1940-06-01", until="1945-01-01", id="later"),
    ):
        found = three(TWO_OF_THREE, first, later, clause("term", until="1942-01-01"))
        answer = found.in_force("1941-06-01", party="AAA")
        assert [each.key for each in answer.depends_on] == ["later to take the place of first"]
        assert found.in_force("1940-06-01", party="AAA")
    after = act("termination by consent", ALL, "1941-06-01", effective="1945-01-01", id="later")
    assert not three(TWO_OF_THREE, first, after).in_force("1942-01-01", party="AAA")  # it was over by then


@pytest.mark.parametrize(("effective", "known"), [("1938-01-01", True), ("1941-01-01", False)])
def test_who_succeeds_later_was_not_known_to_be_a_party_when_the_others_agreed(effective: str, known: bool) -> None:
    agreed = act("termination by consent", BOTH, "1940-01-01")
    found = three(TWO_OF_THREE, agreed, act("succession", "CCC", "1942-01-01", effective=effective))
    assert ends(found) == ["1940-01-01"]
    text = said(found.in_force("1950"))
    assert ("by consent of all who were known to be parties then" in text) == known
    assert ("by consent of all parties" in text) != known


@pytest.mark.parametrize(
    ("acts", "in_1951"),
    [
        ("", "unknown"),
        (act("ratification", BOTH, "1949-01-01"), "no"),  # they were bound, and ended that
        (act("ratification", BOTH, "1949-12-01"), "unknown"),
    ],
)
def test_an_end_agreed_before_a_fact(acts: str, in_1951: str) -> None:
    fact = clause("entry_into_force", recorded="1950-01-01")
    assert truth(two(fact, acts, act("termination by consent", BOTH, "1949-06-01")), "1951") == in_1951


def test_notes_that_differ_on_what_their_day_is_are_each_shown_as_they_were_written() -> None:
    notes = [
        act("termination by consent", party, day, effective="1941-01-01", effect_day=meaning)
        for party, day, meaning in (("AAA", "1940-01-01", "first out"), ("BBB", "1940-02-01", "last in force"))
    ]
    text = said(two(SIGNED, *notes).in_force("1950"))
    assert "that day being the first out" in text
    assert "that day being the last in force" in text
