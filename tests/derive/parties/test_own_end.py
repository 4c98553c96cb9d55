"""The end that comes to a State: the first of several, and by a notice of its own time as a party."""

from __future__ import annotations

from small_treaties import HALF_A_YEAR, TWO_OF_THREE, act, clause, ends, three

OUT = act("withdrawal", "AAA", "1940-01-01", id="out")  # the last day is 30 June 1940


def test_a_notice_of_the_first_time_ends_no_second() -> None:
    second = act("withdrawal", "AAA", "1951-01-01", id="second")  # the last day is 30 June 1951
    back = act("accession", "AAA", "1950-03-01", id="back")
    found = three(TWO_OF_THREE, HALF_A_YEAR, OUT, back, second).dates(party="AAA")
    assert [each.value for each in found.again] == [("1950-03-01/1951-06-30",)]


def test_of_several_ends_the_first_comes() -> None:
    text = TWO_OF_THREE + HALF_A_YEAR + OUT + clause("term", until="1940-03-31")
    assert ends(three(text), "AAA") == ["1940-03-31"]
    later = three(TWO_OF_THREE, HALF_A_YEAR, OUT, clause("term", until="1945-03-31"))
    assert (ends(later, "AAA"), ends(later, "BBB")) == (["1940-06-30"], ["1945-03-31", "1940-06-30"])


def test_another_exit_before_the_recorded_end_is_open_for_who_had_left_by_the_count() -> None:
    sides = clause("[side]", parties=["AAA", "BBB"], notice_of_some="ends it for them") + clause(
        "[side]", parties="CCC"
    )
    both, recorded = act("denunciation", "AAA BBB", "1940-01-01"), clause("end", recorded="1950-01-01")
    head = (TWO_OF_THREE, act("accession", "CCC", "1936-01-01"), sides, HALF_A_YEAR, recorded, both)
    for on, found in (("1945-01-01", "unknown"), ("1949-12-01", "yes")):
        again = three(*head, act("withdrawal", "AAA", on, id="again"))
        truths = [again.in_force("1949-12-31", party=party).truth.value for party in ("AAA", "BBB", "CCC")]
        assert truths == [found, "yes", "yes"]
