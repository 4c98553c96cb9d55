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
