"""A notice that a side gave together, of which a part falls."""

from pathlib import Path

import treatyclock as tc

CASES = Path(__file__).parents[2] / "cases"


def _told(case: str) -> str:
    text = (CASES / f"{case}.cases").read_text(encoding="utf-8").split("\n===")[0]
    return " ".join(tc.loads(text).in_force("2010-01-01", party="BBB").explain().split())


def test_the_argument_says_that_another_took_its_part_back() -> None:
    told = _told("side-notice-taken-back-by-one")
    assert "A took back the notice" in told
    assert "what is left is a notice of some, without effect" in told


def test_a_part_that_is_taken_back_too_late_falls_no_more() -> None:
    assert "without effect" not in _told("side-notice-taken-back-too-late").split("of 6 months")[1]


def test_a_notice_of_one_stays_one_of_some_where_another_of_its_side_follows() -> None:
    text = (CASES / "sides-notices-given-apart.cases").read_text(encoding="utf-8").split("\n===")[0]
    told = str(tc.loads(text).effective_withdrawal("denunciation-sgp", party="SGP").to_dict()["derivation"])
    assert "gave no notice with it" in told
    assert "ended as recorded" not in told
