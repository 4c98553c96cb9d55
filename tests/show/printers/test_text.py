"""Answers as text for a terminal."""

from __future__ import annotations

from small_treaties import HALF_A_YEAR, SIGNED, TWO_OF_THREE, act, clause, entry, reading, three, two
from treatyclock.show.printers.text import filled, head

TERM = clause("term", lasts="P5Y", from_="signature")
COUNTED = reading("counted", choose={"first_day": "counted"})


def rows(answer: object) -> dict[str, str]:
    """Return the rows by their titles; a row without one goes on with that above."""
    found: dict[str, str] = {}
    title = ""
    for line in str(answer).splitlines()[2:]:
        title = line[:14].strip() or title
        found[title] = f"{found.get(title, '')} {line[14:].strip()}".strip()
    return found


def test_the_first_line() -> None:
    found = two(SIGNED, TERM, COUNTED)
    assert head(found.in_force("1931")) == "Yes, in force by its terms."
    assert head(found.in_force("1929")) == "Not yet in force by its terms: it enters into force on 15 January 1930."
    ended = "No longer in force by its terms: its last day in force was 15 January 1935 or 14 January 1935."
    assert head(found.in_force("1936")) == ended
    assert head(two(entry("signed")).in_force("1936")) == "Never in force by its terms, by what is on record."
    known = two(SIGNED).in_force("1930-01-01", known_as_of="1930-01-10")
    assert head(known).startswith("Unknown: nothing of this treaty was known")
    assert head(found.in_force("1931", reading="counted")) == "Yes, in force by reading counted."
    assert head(found.in_force("1930")) == "For a part of that time: in force by its terms from 15 January 1930."
    on_any_clock = head(found.in_force("1930", zone="any"))
    assert on_any_clock.startswith("Unknown: a part of the time asked about is in force by its terms")
    doubt = "Unknown: what is recorded does not decide whether it was in force by its terms."
    assert head(found.in_force("1935-01-15T12:00Z")) == doubt


def test_the_rows() -> None:
    found = rows(two(SIGNED, TERM, COUNTED).in_force("1935-01-15T12:00", zone="Asia/Tokyo"))
    assert list(found) == ["When", "Status", "Depends on", "Contested by", "Rests on"]
    assert found["When"].startswith("1935-01-15T12:00:00+09:00[Asia/Tokyo] =")
    assert found["When"].endswith("1935-01-15T03:00:00Z")
    assert found["Status"] == "former party or party (generally)"
    assert found["Depends on"].endswith("(first_day = not counted: yes; counted: no)")
    assert found["Contested by"] == "counted: no (title of counted; holder of counted)"


def test_for_whom() -> None:
    found = three(TWO_OF_THREE)
    assert rows(found.in_force("1940", party="AAA"))["Status"] == "party (A)"
    assert rows(found.in_force("1940", between=("AAA", "BBB")))["Status"] == "party (between A and B)"
    assert rows(found.in_force("1940"))["Contested by"] == "no declared reading"
    assert rows(found.in_force("1940"))["Depends on"] == "nothing"


def test_dates_that_are_not_there_and_dates_that_may_be() -> None:
    plain = str(two(SIGNED).dates()).splitlines()
    assert [line.split("  ")[0] for line in plain] == [
        "entry into force", "last timely notice", "last day in force", "first day out"
    ]  # fmt: skip
    instants = two(SIGNED).dates().printed("instants").splitlines()
    assert instants[4:] == ["begins              1930-01-15T00:00:00Z", "ends                none"]
    assert plain[1].split() == ["last", "timely", "notice", "none"]
    many = str(two(SIGNED, TERM).dates()).splitlines()
    assert many[2:4] == [
        "last day in force   1935-01-15   if first_day = not counted",
        "                    1935-01-14   if first_day = counted",
    ]
    back = act("withdrawal", "AAA", "1940-01-01") + act("accession", "AAA", "1950-01-01")
    assert "again               1950-01-01/.." in str(three(TWO_OF_THREE, HALF_A_YEAR, back).dates(party="AAA"))


def test_a_date_answer_and_a_difference() -> None:
    one, other = two(SIGNED, TERM, COUNTED), two(SIGNED, COUNTED)
    assert str(one.expiry()).splitlines() == [
        "1935-01-15 (first day out 1935-01-16)   if first_day = not counted",
        "1935-01-14 (first day out 1935-01-15)   if first_day = counted",
    ]
    assert str(one.earliest_exit("AAA", notice_on="1931-01-01")) == "none"
    assert str(other.expiry()) == "none"
    lines = str(one.difference(other, reading="counted")).splitlines()
    assert lines[0] == "generally: last day in force 1935-01-14 -> none"
    assert "AAA: ends 1935-01-15T00:00:00Z -> none" in lines
    assert str(one.difference(one)) == "nothing differs"


def test_lines_are_broken_between_words_alone() -> None:
    long = filled("a-" * 80 + "b c", "  ")
    assert long.splitlines() == ["a-" * 80 + "b", "  c"]
