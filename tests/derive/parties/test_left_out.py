"""What a State does for a part that leaves it out."""

from pathlib import Path

import treatyclock as tc

CASES = Path(__file__).parents[2] / "cases"


def _told(case: str, *, part: str = "annex", at: str = "2001-06-01") -> str:
    text = (CASES / f"{case}.cases").read_text(encoding="utf-8").split("\n===")[0]
    return " ".join(tc.loads(text).in_force(at, part=part, party="AAA").explain().split())


def test_a_part_enters_with_the_treaty_by_the_instrument_of_whom_it_leaves_out() -> None:
    told = _told("part-that-leaves-out-who-brings-the-treaty-about")
    assert "3 counted: A, B and C." in told
    assert "the part entered into force on 1 January 2000" in told


def test_what_a_part_waits_for_may_be_done_by_whom_it_leaves_out() -> None:
    assert "C ratified: 1 January 2001" in _told("part-waiting-for-whom-it-does-not-bind", part="named")
    told = _told("part-waiting-for-whom-it-does-not-bind", part="year-after", at="2003-01-01")
    assert "that period had passed on 1 January 2002" in told


def test_whether_a_number_counts_whom_the_part_leaves_out_is_asked() -> None:
    told = _told("part-waiting-for-whom-it-does-not-bind", part="number")
    assert "does the condition for number count CCC, whom that does not bind?" in told
