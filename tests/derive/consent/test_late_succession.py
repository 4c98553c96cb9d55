"""A succession notified only after the treaty had ended, worked out by hand."""

from __future__ import annotations

import pytest

from small_treaties import TWO_OF_THREE, act, clause, three, truth

UNTIL = clause("term", until="1938-12-31")
UNTIL_NOON = clause("term", until="1938-12-31T12:00+00:00")


@pytest.mark.parametrize(
    ("term", "notified", "in_1938"),
    [
        (UNTIL, "1938-12-31", "yes"),  # on the last day it was still in force
        (UNTIL, "1939-01-01", "unknown"),
        (UNTIL, "1938-12", "yes"),
        (UNTIL, "1939", "unknown"),
        ("", "1939-01-01", "yes"),
        (UNTIL_NOON, "1938-12-31T11:00+00:00", "yes"),
        (UNTIL_NOON, "1938-12-31T13:00+00:00", "unknown"),
        (UNTIL_NOON, "1938-12-31", "unknown"),
    ],
)
def test_only_one_notified_after_the_end_is_open(term: str, notified: str, in_1938: str) -> None:
    found = three(TWO_OF_THREE, term, act("succession", "CCC", notified, effective="1937-01-01"))
    assert truth(found, "1938-06-01", party="CCC") == in_1938
    assert truth(found, "1938-06-01", party="AAA") == "yes"
    assert truth(found, "1936-06-01", party="CCC") == "no"


def test_an_accession_after_the_end_makes_no_party() -> None:
    assert truth(three(TWO_OF_THREE, UNTIL, act("accession", "CCC", "1939-01-01")), "1938-06-01", party="CCC") == "no"


def test_a_notice_of_its_own_ends_what_it_was_a_party_to() -> None:
    exit_ = clause("denunciation", when="at any time", notice="P6M", first_day="counted")
    out = act("withdrawal", "CCC", "1939-06-01")
    found = three(TWO_OF_THREE, exit_, act("succession", "CCC", "1939-01-01", effective="1937-01-01"), out)
    assert truth(found, "1939-11-30", party="CCC") == "yes"
    assert truth(found, "1939-12-01", party="CCC") == "no"
