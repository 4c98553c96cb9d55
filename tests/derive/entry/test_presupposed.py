"""Consents that a recorded entry into force presupposes."""

from __future__ import annotations

import treatyclock as tc

TREATY = """
schema = 1
id = "presupposed"
title = "Presupposed"
parties = { AAA = "A", BBB = "B", CCC = "C" }
[entry_into_force]
when = "ratified by all"
recorded = "1950-03-01"
ref = "art. 1"
[[act]]
id = "signed"
kind = "signature"
by = ["AAA", "BBB"]
on = "1949-01-01"
ref = "r"
"""


def truths(treaty: tc.Treaty) -> list[str]:
    return [treaty.in_force("1955-01-01", party=party).truth.value for party in ("AAA", "BBB", "CCC")]


def test_who_signed_had_ratified_and_who_did_nothing_may_have_joined_later() -> None:
    assert truths(tc.loads(TREATY)) == ["yes", "yes", "unknown"]


def test_without_its_signature_nothing_shows_that_the_treaty_waited_for_a_state() -> None:
    assert truths(tc.loads(TREATY).what_if(drop="signed")) == ["unknown"] * 3


def test_a_state_that_did_something_to_leave_is_left_open() -> None:
    gone = '\n[[act]]\nkind = "withdrawal of consent"\nby = "AAA"\non = "1949-06-01"\nref = "r"\n'
    assert truths(tc.loads(TREATY + gone)) == ["unknown", "yes", "unknown"]


def test_a_list_in_part_may_lack_an_exit() -> None:
    part = '\n[record]\nacts = "in part"\nmissing = "exit"\nref = "r"\n'
    assert truths(tc.loads(TREATY + part)) == ["unknown"] * 3
    open_ = [each.key for each in tc.loads(TREATY + part).in_force("1955-01-01", party="AAA").depends_on]
    assert open_ == ["another end for all", "another end for AAA"]


def test_an_entry_that_is_not_recorded_presupposes_nothing() -> None:
    assert truths(tc.loads(TREATY.replace('recorded = "1950-03-01"\n', ""))) == ["no"] * 3


def test_a_fact_without_a_condition_tells_nobody_s_consent() -> None:
    assert truths(tc.loads(TREATY.replace('when = "ratified by all"\n', ""))) == ["unknown"] * 3


def test_a_later_treaty_whose_recorded_entry_presupposes_all_consents_ends_an_earlier_one() -> None:
    replaces = '\n[[other_treaty]]\ntreaty = "earlier"\neffect = "ends"\nref = "art. 2"\n'
    later = tc.loads(TREATY.replace('by = ["AAA", "BBB"]', 'by = ["AAA", "BBB", "CCC"]') + replaces)
    earlier = tc.loads(
        'schema = 1\nid = "earlier"\ntitle = "Earlier"\nparties = { AAA = "A", BBB = "B" }\n'
        '[entry_into_force]\nrecorded = "1940-01-01"\nref = "art. 9"\n'
    )
    both = earlier.beside(later)
    assert [both.in_force(day).truth.value for day in ("1950-02-28", "1950-03-01")] == ["yes", "no"]
