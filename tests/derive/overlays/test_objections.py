"""An objection to an accession: between the two the treaty is not in force, and nobody's own status changes."""

from __future__ import annotations

from small_treaties import TWO_OF_THREE, act, three

TEXT = TWO_OF_THREE + act("accession", "CCC", "1940-01-01", id="joins")


def between(acts: str, at: str, one: str, other: str) -> set[str]:
    return {each.value for each in three(TEXT, acts).status(at, between=(one, other))}


OBJECTS = act("objection to an accession", "AAA", "1940-03-01", of="joins")
EXCLUDED = "excluded by an objection"


def test_it_holds_between_the_two_from_the_accession_on() -> None:
    for pair in (("AAA", "CCC"), ("CCC", "AAA")):
        assert between(OBJECTS, "1940-02-01", *pair) == {EXCLUDED}
        assert between(OBJECTS, "1960", *pair) == {EXCLUDED}
    assert between(OBJECTS, "1960", "BBB", "CCC") == {"party"}
    assert not three(TEXT, OBJECTS).in_force("1960", between=("AAA", "CCC"))


def test_it_may_be_withdrawn() -> None:
    withdrawn = act("objection to an accession", "AAA", "1940-03-01", of="joins", until="1950-06-30")
    assert between(withdrawn, "1950-06-30T23:59Z", "AAA", "CCC") == {EXCLUDED}
    assert between(withdrawn, "1950-07-01T00:00Z", "AAA", "CCC") == {"party"}


def test_nobodys_own_status_changes() -> None:
    found, plain = three(TEXT, OBJECTS), three(TEXT)
    for party in (None, "AAA", "BBB", "CCC"):
        assert found.timeline(party=party) == plain.timeline(party=party)
