"""Who negotiated the treaty, and for whom it waits (Vienna Convention arts. 2(1)(e), 15, 24(2))."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.derive.negotiating import awaited, negotiating
from treatyclock.law.record import Record

HEAD = """
schema = 1
id = "t"
title = "T"
parties = {{ AAA = "A", BBB = "B", CCC = "C" }}
record = {{ parties = "{parties}" }}
[entry_into_force]
when = "ratified by all"
ref = "r"
"""


def record(*acts: tuple[str, str], parties: str = "whole") -> Record:
    """Make a record of three parties from kinds of act and who did them, in the order of their years."""
    text = HEAD.format(parties=parties)
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


def test_fewer_than_two_cannot_have_concluded_it() -> None:
    """Of a whole list all are awaited then; of a list in part the others are not listed."""
    acts = [("ratification", "AAA"), ("accession", "BBB"), ("accession", "CCC")]
    assert awaited(record(*acts)) == ("AAA", "BBB", "CCC")
    assert awaited(record(*acts, parties="in part")) == ("AAA",)
