"""What holds for a member holds through its party while it is one, and nothing between two who stand together."""

from __future__ import annotations

import pytest

import treatyclock as tc
from treatyclock.errors import TreatyclockError, UnknownPartyError

TEXT = """
schema = 1
id = "community"
title = "Community"
counting = {{ midnight = "+00:00", ref = "r" }}
[parties]
EUU = {{ name = "EU", members = {{ {members} }} }}
DZA = "Algeria"
[entry_into_force]
when = "ratified by all"
ref = "r"
[[act]]
kind = "ratification"
by = ["EUU", "DZA"]
on = "2000-01-01"
ref = "r"
"""


def with_members(members: str) -> tc.Treaty:
    return tc.loads(TEXT.format(members=members))


@pytest.mark.parametrize(
    ("dates", "on", "status"),
    [
        ("", "1999-12-31", {"negotiating"}),
        ("", "2000-01-01", {"party"}),
        ("from = '2005-03'", "2005-02-28", {"never a party"}),
        ("from = '2005-03'", "2005-03-15", {"never a party", "party"}),
        ("from = '2005-03'", "2005-03-31", {"party"}),
        ("from = '1990-01-01'", "2000-01-01", {"party"}),
        ("until = '2005-03'", "2005-03-15", {"party", "former party"}),
        ("until = '2005-03'", "2005-04-01", {"former party"}),
        ("until = '1999'", "2000-01-01", {"never a party"}),
        ("until = '[1999-01-01,2001-01-01]'", "2002-01-01", {"never a party", "former party"}),
    ],
)
def test_a_member_is_what_its_party_is_while_it_is_one(dates: str, on: str, status: set[str]) -> None:
    treaty = with_members(f"FRA = {{ {dates} }}")
    assert {each.value for each in treaty.status(on, party="FRA")} == status
    assert {each.value for each in treaty.status(on, between=("FRA", "DZA"))} == status


def test_nothing_is_in_force_within_one_party() -> None:
    treaty = with_members("FRA = {}, DEU = {}")
    for pair in (("FRA", "DEU"), ("FRA", "EUU"), ("EUU", "FRA")):
        answer = treaty.in_force("2010-01-01", between=pair)
        assert (answer.truth.value, {each.value for each in answer.status}) == ("no", {"on the same side"})
        assert "within one party, EU" in answer.explain()


def test_a_member_gives_no_notice_and_a_stranger_is_not_asked_about() -> None:
    treaty = with_members("FRA = {}")
    with pytest.raises(TreatyclockError, match="FRA") as refused:
        treaty.earliest_exit(party="FRA")
    assert "EUU" in str(refused.value.hint)
    with pytest.raises(UnknownPartyError):
        treaty.in_force("2010-01-01", party="ITA")


def test_what_follows_for_a_member_is_dated() -> None:
    treaty = with_members("HRV = { from = '2013-07-01', until = '2020-01-31' }")
    dates = treaty.dates(party="HRV")
    assert [each.value for each in dates.entry_into_force] == [("2013-07-01",)]
    assert [each.value for each in dates.last_day_in_force] == [("2020-01-31",)]
    assert treaty.ever("2010-01-01", "2013-06-30", party="HRV").value == "no"
    assert treaty.always("2013-07-01", "2020-01-31", party="HRV").value == "yes"
