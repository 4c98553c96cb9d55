"""Who negotiated the treaty, and for whom it waits (Vienna Convention arts. 2(1)(e), 15, 24(2))."""

from __future__ import annotations

from datetime import date

import pytest

import treatyclock as tc
from treatyclock.derive.consent.negotiating import awaited, negotiating, perhaps_negotiating
from treatyclock.law.record import Record

HEAD = """
schema = 1
id = "t"
title = "T"
parties = {{ AAA = "A", BBB = "B", CCC = "C" }}
record = {{ parties = "{parties}" }}
[entry_into_force]
when = "{when}"
ref = "r"
"""


def record(*acts: tuple[str, str], parties: str = "whole", when: str = "ratified by all") -> Record:
    """Make a record of three parties from kinds of act and who did them, in the order of their years."""
    text = HEAD.format(parties=parties, when=when)
    for year, (kind, by) in enumerate(acts, start=1950):
        text += f'[[act]]\nid = "a{year}"\nkind = "{kind}"\nby = "{by}"\non = "{year}-01-01"\nref = "r"\n'
    return tc.loads(text).record


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([("ratification", "AAA"), ("ratification", "BBB"), ("accession", "CCC")], ("AAA", "BBB")),
        ([("ratification", "AAA"), ("ratification", "BBB"), ("succession", "CCC")], ("AAA", "BBB")),
        ([("ratification", "AAA"), ("ratification", "BBB")], ("AAA", "BBB", "CCC")),
        ([("ratification", "AAA"), ("signature", "CCC"), ("accession", "CCC")], ("AAA", "BBB", "CCC")),
        ([("ratification", "CCC"), ("accession", "CCC")], ("AAA", "BBB", "CCC")),
        ([("accession", "AAA"), ("accession", "BBB")], ("CCC",)),
    ],
)
def test_who_only_joined_did_not_negotiate(acts: list[tuple[str, str]], expected: tuple[str, ...]) -> None:
    """An accession or a succession alone shows that a State took no part; any other consent shows that it did."""
    assert negotiating(record(*acts)) == expected


def test_who_acceded_first_and_signed_later_may_have_negotiated() -> None:
    acts = [("ratification", "AAA"), ("ratification", "BBB"), ("accession", "CCC"), ("signature", "CCC")]
    assert negotiating(record(*acts)) == ("AAA", "BBB")
    assert perhaps_negotiating(record(*acts)) == {"CCC": date(1953, 1, 1)}
    # What C signed after A and B had ratified shows nothing of the time before.
    assert tc.Treaty(record(*acts)).in_force("1952-06-01").truth.value == "yes"
    early = [("accession", "CCC"), ("ratification", "CCC"), ("signature", "AAA"), ("signature", "BBB")]
    answer = tc.Treaty(record(*early, when="signed")).in_force("1954-06-01")
    assert answer.truth.value == "unknown"
    assert [each.key for each in answer.depends_on] == ["CCC among those who negotiated"]


def test_fewer_than_two_cannot_have_concluded_it() -> None:
    """Of a whole list all are awaited then; of a list in part the others are not listed."""
    acts = [("ratification", "AAA"), ("accession", "BBB"), ("accession", "CCC")]
    assert awaited(record(*acts)) == ("AAA", "BBB", "CCC")
    assert awaited(record(*acts, parties="in part")) == ("AAA",)
