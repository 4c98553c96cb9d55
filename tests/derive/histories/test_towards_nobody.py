"""Whether a treaty is in force for a State while it is in force between no two."""

from pathlib import Path

import treatyclock as tc

CASES = Path(__file__).parents[2] / "cases"
TREATY = tc.loads((CASES / "companion-of-the-only-two.cases").read_text(encoding="utf-8").split("\n===")[0])


def test_it_is_asked_where_the_only_two_wait_for_another_treaty() -> None:
    told = " ".join(TREATY.in_force("2006-01-01", party="AAA").explain().split())
    assert "is the treaty in force for a State while it is in force between that State and no other party?" in told
    assert "it is taken that it is in force for nobody while it is in force between no two" in told


def test_it_is_not_asked_while_a_third_is_there() -> None:
    stays = TREATY.what_if(drop="denunciation-ccc")
    assert stays.in_force("2006-01-01", party="AAA").truth is tc.Truth.YES
    assert stays.in_force("2006-01-01").truth is tc.Truth.YES
