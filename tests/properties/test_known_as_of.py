"""What was known by a day uses no fact that became known later: without those facts the answers are the same."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.corpus import shipped
from treatyclock.testing import laws
from treatyclock.testing.register import OurRegister, OurTreaty
from treatyclock.testing.specifications.many_text import to_toml
from treatyclock.testing.strategies.specifications import specifications_of_many

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


class WithDates(OurRegister):
    """The dates that follow must be the same too."""

    def statuses(
        self, treaty: OurTreaty, at: datetime, party: str | None = None, between: tuple[str, str] | None = None
    ) -> frozenset[Hashable]:
        view = treaty.treaty.under(party=party, between=between, known_as_of=treaty.known_as_of)
        return view.status(at) | {str(view.dates())}


def agree(text: str, horizon: date) -> None:
    """Check it generally and for single parties, where an answer turns."""
    asked = laws.trial(text, register=WithDates())
    alone = replace(asked, whom=tuple(whom for whom in asked.whom if not whom.between))
    found = laws.of_what_was_known(horizon).of(alone)
    assert not found, f"{found[0]}\n{text}"


@settings(max_examples=80, deadline=None, suppress_health_check=SLOW)
@given(st.data())
def test_of_random_treaties(data: st.DataObject) -> None:
    # By hand nobody can tell from when a recorded day of entry was known that no instruments bear out.
    text = to_toml(replace(data.draw(specifications_of_many()), recorded=None))
    agree(text, data.draw(st.dates(date(1935, 1, 1), date(1956, 1, 1))))


@pytest.mark.parametrize("id", shipped())
def test_of_every_shipped_treaty(id: str) -> None:
    treaty = tc.load(id)
    record, text = treaty.record, tc.dumps(treaty)
    days = sorted({(act.known or act.when()).days.last for act in record.acts})
    for day in days[:: max(1, len(days) // 8)]:
        for horizon in (day - timedelta(days=1), day):
            agree(text, horizon)


@pytest.mark.parametrize("id", shipped())
def test_before_the_first_act_nothing_is_known(id: str) -> None:
    treaty = tc.load(id)
    moments = [act.known or act.when() for act in treaty.record.acts if not act.kind.outside]
    before = min(each.days.first for each in moments) - timedelta(days=3)
    answer = treaty.in_force("2020-01-01", known_as_of=str(before))
    assert answer.truth is tc.Truth.UNKNOWN and not answer.status
    assert {each.value for each in treaty.dates(known_as_of=str(before)).last_day_in_force} == {("not known",)}
