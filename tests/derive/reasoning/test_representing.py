"""Whether who represents a side acts for it though it is no party any more, or not yet."""

from pathlib import Path

import treatyclock as tc

CASES = Path(__file__).parents[2] / "cases"


def _loaded(case: str) -> tc.Treaty:
    return tc.loads((CASES / f"{case}.cases").read_text(encoding="utf-8").split("\n===")[0])


def test_it_is_asked_where_the_representative_was_no_party_any_more() -> None:
    told = " ".join(str(_loaded("side-represented-by-who-has-left").in_force("2010-01-01", party="BBB")).split())
    assert "does denunciation-aaa stand for the whole side" in told


def test_it_is_asked_where_the_representative_never_was_a_party() -> None:
    told = " ".join(str(_loaded("side-represented-by-no-party").in_force("2010-01-01", party="BBB")).split())
    assert "does denunciation-aaa stand for the whole side" in told


def test_it_is_not_asked_of_a_representative_that_is_a_party() -> None:
    treaty = _loaded("side-represented-by-who-has-left").what_if(drop="end-of-membership-aaa")
    assert treaty.in_force("2010-01-01", party="BBB").truth is tc.Truth.NO


def test_it_is_asked_whether_a_notice_to_the_representative_reaches_its_side() -> None:
    treaty = _loaded("side-told-by-its-representative")
    told = " ".join(str(treaty.in_force("2010-01-01", between=("BBB", "CCC"))).split())
    assert "does denunciation-ccc, which went to AAA, reach all on the side that AAA represents?" in told
    assert treaty.in_force("2010-01-01", between=("AAA", "CCC")).truth is tc.Truth.NO
