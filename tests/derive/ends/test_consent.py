"""The parties end it by consent: at once, or when they say."""

from __future__ import annotations

import pytest

from small_treaties import ALL, BOTH, SIGNED, TWO_OF_THREE, act, ends, said, status, three, two


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
