"""A suspension of what is only applied provisionally: days by hand."""

from __future__ import annotations

import treatyclock as tc
from small_treaties import act, clause, entry, ratified, reading, three, two

SIGNED = entry("ratified by all") + act("signature", "AAA BBB", "1936-01-01")
APPLIED = clause("provisional_application", from_="1936-02-01")
ASLEEP = act("suspension", "AAA", "1936-06-01", id="s")
SLEEPS = reading("sleeps", choose={"suspended_while_provisional": "not applied"})


def statuses(treaty: tc.Treaty, party: str | None, *days: str) -> list[set[str]]:
    return [{each.value for each in treaty.in_force(day, party=party, reading="sleeps").status} for day in days]


def test_it_sleeps_from_then_on_until_it_is_taken_up_and_is_suspended_once_in_force() -> None:
    again = act("resumption", "AAA", "1936-09-01", of="s")
    treaty = two(SIGNED, APPLIED, ASLEEP, again, SLEEPS)
    applied, signatory = {"provisionally applying"}, {"signatory"}
    days = ("1936-05-31T12:00Z", "1936-06-02", "1936-08-30", "1936-09-02")
    for party in ("AAA", "BBB", None):
        assert statuses(treaty, party, *days) == [applied, signatory, signatory, applied]
    later = ratified(AAA="1936-10-01", BBB="1936-10-01")
    entered = two(SIGNED, APPLIED, ASLEEP, later, SLEEPS)
    # Whether what sleeps while it is applied provisionally sleeps on in force, no rule says.
    assert statuses(entered, "AAA", "1936-08-30", "1936-10-02") == [signatory, {"suspended", "party"}]


def test_of_many_only_who_suspends_applies_it_no_more() -> None:
    many = act("signature", "AAA BBB CCC", "1936-01-01")
    treaty = three(entry("ratified by all"), many, APPLIED, ASLEEP, SLEEPS)
    assert statuses(treaty, "AAA", "1936-07-01") == [{"signatory"}]
    assert statuses(treaty, "BBB", "1936-07-01") == [{"provisionally applying"}]
    assert statuses(treaty, None, "1936-07-01") == [{"provisionally applying"}]
    answer = treaty.in_force("1936-07-01", party="AAA")
    assert [each.key for each in answer.depends_on] == ["suspended_while_provisional"]


def test_nothing_is_asked_where_it_is_not_applied_then() -> None:
    short = clause("provisional_application", from_="1936-02-01", until="1936-04-01")
    assert two(SIGNED, short, ASLEEP).in_force("1936-07-01").depends_on == ()


def test_a_vague_suspension_may_or_may_not_have_come() -> None:
    vague = act("suspension", "AAA", "1936-06", id="s")
    treaty = two(SIGNED, APPLIED, vague, SLEEPS)
    both = {"provisionally applying", "signatory"}
    assert statuses(treaty, "AAA", "1936-05-30", "1936-06-15", "1936-07-02") == [
        {"provisionally applying"}, both, {"signatory"}
    ]  # fmt: skip
