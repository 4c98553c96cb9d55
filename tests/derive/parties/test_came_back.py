"""A notice to one State that then left the treaty and consented anew: whether it still works against it is open."""

from __future__ import annotations

import pytest

from small_treaties import HALF_A_YEAR, act, entry, ratified, three, truth

TEXT = entry({"instruments": 2}) + ratified(AAA="1936-01-01", BBB="1936-01-01", CCC="1936-01-01") + HALF_A_YEAR
TO_B = act("withdrawal", "AAA", "1940-01-01", id="to-b", to=["BBB"])
BACK = act("accession", "BBB", "1945-01-01")


def between(at: str, *acts: str) -> str:
    return truth(three(TEXT, TO_B, *acts), at, between=("AAA", "BBB"))


def leaves(by: str, on: str, **more: object) -> str:
    return act("withdrawal", by, on, id=f"{by.lower()}-leaves", **more)


def test_it_works_for_good_against_a_state_that_stays() -> None:
    assert [between(at) for at in ("1940-06-30T12:00Z", "1940-07-01T12:00Z", "1950-01-01")] == ["yes", "no", "no"]


@pytest.mark.parametrize(
    ("acts", "at", "expected"),
    [
        (leaves("BBB", "1941-01-01") + BACK, "1944-12-31T12:00Z", "no"),
        (leaves("BBB", "1941-01-01") + BACK, "1945-01-01T12:00Z", "unknown"),
        # Gone before the notice took effect, and back by then.
        (leaves("BBB", "1940-02-01", recorded="1940-02-10") + act("accession", "BBB", "1940-04-01"),
         "1940-05-01", "yes"),
        (leaves("BBB", "1940-02-01", recorded="1940-02-10") + act("accession", "BBB", "1940-04-01"),
         "1940-08-01", "unknown"),
        # A itself leaves the treaty.
        (leaves("BBB", "1941-01-01") + BACK + leaves("AAA", "1946-01-01"), "1946-05-01", "unknown"),
        (leaves("BBB", "1941-01-01") + BACK + leaves("AAA", "1946-01-01"), "1947-01-01", "no"),
        (leaves("BBB", "1941-01-01") + BACK + leaves("AAA", "1942-01-01"), "1946-01-01", "no"),
    ],
)  # fmt: skip
def test_after_a_new_consent_it_is_open(acts: str, at: str, expected: str) -> None:
    assert between(at, acts) == expected
