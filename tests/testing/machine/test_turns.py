"""Whose turn it is, by what was done."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import treatyclock as tc
from small_treaties import FIVE_YEARS, HALF_A_YEAR, act, entry, two
from treatyclock.testing.machine import turns

TWO = entry({"instruments": 2})


def treaty(*acts: str) -> tc.Treaty:
    return two(TWO, HALF_A_YEAR, *acts)


def test_who_has_done_nothing_may_sign_or_accede() -> None:
    found = treaty(act("signature", "AAA", "1930-01-01"))
    assert (turns.to_sign(found), turns.to_ratify(found), turns.to_accede(found)) == (["BBB"], ["AAA"], ["BBB"])


def test_who_is_bound_may_leave_and_who_left_may_come_back() -> None:
    consents = [act("accession", code, "1930-01-01") for code in ("AAA", "BBB")]
    notice = act("denunciation", "AAA", "1931-01-01", id="gone")
    left = treaty(*consents, notice)
    assert (turns.bound(left), turns.to_rejoin(left), [each.id for each in turns.notices(left)]) == (
        ["BBB"], ["AAA"], ["gone"],
    )  # fmt: skip
    back = treaty(*consents, notice, act("rescission", "AAA", "1931-02-01", of="gone"))
    assert (turns.to_denounce(back), turns.notices(back), turns.together(left)) == (["AAA", "BBB"], [], [])


@pytest.mark.parametrize(
    ("when", "kind"), [("signed", "signature"), ("instruments exchanged", "exchange of instruments")]
)
def test_who_is_bound_by_signature_or_exchange_alone_may_leave(when: str, kind: str) -> None:
    both = act(kind, "AAA BBB", "1930-01-01")
    assert turns.to_denounce(two(entry(when), HALF_A_YEAR, both)) == ["AAA", "BBB"]
    assert turns.to_denounce(two(TWO, HALF_A_YEAR, both)) == []


def test_only_a_term_is_prolonged_and_only_by_who_is_bound() -> None:
    consent = act("accession", "AAA", "1930-01-01")
    assert turns.to_prolong(treaty(consent)) == [] and turns.to_prolong(two(TWO, FIVE_YEARS, consent)) == ["AAA"]


def test_only_another_party_that_acted_may_object() -> None:
    alone = act("accession", "AAA", "1930-01-01", id="came")
    assert turns.objections(treaty(alone)) == []
    assert turns.objections(treaty(alone, act("signature", "BBB", "1930-01-01"))) == [("BBB", "came")]


def test_a_suspension_that_ended_cannot_end_again() -> None:
    asleep = [act("accession", "AAA", "1930-01-01"), act("suspension", "AAA", "1931-01-01", id="sleep")]
    assert [each.id for each in turns.suspensions(treaty(*asleep))] == ["sleep"]
    assert turns.suspensions(treaty(*asleep, act("resumption", "AAA", "1932-01-01", of="sleep"))) == []


def test_days_begin_with_today_and_know_where_the_treaty_turns() -> None:
    found = turns.next_days([datetime(1932, 5, 9, tzinfo=UTC)], date(1931, 1, 1))
    assert found[:2] == [date(1931, 1, 1), date(1931, 1, 2)] and len(found) == len(set(found))
    assert {date(1932, 5, 8), date(1932, 5, 9), date(1932, 5, 10)} <= set(found)


def test_nothing_is_learnt_of_the_future() -> None:
    consents = treaty(act("accession", "AAA", "1930-01-01"), act("accession", "BBB", "1930-06-01"))
    found = turns.days_before(consents, date(1930, 6, 1))
    assert found[0] == date(1930, 6, 1) and date(1929, 12, 31) in found
    assert turns.quiet_days(consents) == [date(1930, 1, 3)]
    assert [each.id for each in turns.dated_by_day(consents)] == [each.id for each in consents.record.acts]
