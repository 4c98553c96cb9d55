"""Who surely is a party from the first day on, and for ever, or at least at first."""

from __future__ import annotations

import pytest

from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, clause, evaluation, three
from treatyclock.derive.entry.treaty_entry import entry_into_force
from treatyclock.derive.parties.staying import consenting, staying, there_from_the_first


@pytest.mark.parametrize(
    ("acts", "at_first", "for_ever"),
    [
        ("", ["AAA", "BBB"], ["AAA", "BBB"]),
        (act("withdrawal", "BBB", "1940-01-01"), ["AAA", "BBB"], ["AAA"]),
        (act("accession", "CCC", "1940-01-01"), ["AAA", "BBB"], ["AAA", "BBB"]),  # only later
        (act("end of membership", "BBB", "1935-06-01"), ["AAA"], ["AAA"]),  # perhaps out before the first day
        (act("end of membership", "BBB", "1940-01-01"), ["AAA", "BBB"], ["AAA"]),
        (act("accession", "CCC", "1935-01-01", recorded="1940-01-01"), ["AAA", "BBB"], ["AAA", "BBB"]),
        (clause("record", acts="in part", missing="exit", of=["AAA"]), ["AAA", "BBB"], ["BBB"]),
    ],
)
def test_who_stays(acts: str, at_first: list[str], for_ever: list[str]) -> None:
    made = evaluation(
        three(TWO_OF_THREE.replace('ref = "r"', 'recorded = "1936-01-01"\nref = "r"', 1), HALF_A_YEAR, acts)
    )
    entry = entry_into_force(made)
    assert entry is not None
    assert [*there_from_the_first(made, entry)] == at_first
    assert [*staying(made, entry)] == for_ever
    assert {*at_first} <= {*consenting(made)}
