"""A difference as a value: whether there is any, and whose it is."""

from __future__ import annotations

from small_treaties import SIGNED, clause, two

ONE, OTHER = two(SIGNED), two(SIGNED, clause("term", until="1940-12-31"))


def test_whether_anything_differs() -> None:
    assert ONE.difference(OTHER)
    assert not ONE.difference(two(SIGNED))
    assert ONE.difference(OTHER) == two(SIGNED).difference(OTHER)


def test_whose_it_is() -> None:
    found = ONE.difference(OTHER)
    assert [each.party for each in found.statuses] == [None, "AAA", "BBB"]
    assert {each.party for each in found.dates} == {None, "AAA", "BBB"}
