"""Laws that no other test of this folder tries, on drawn treaties: all of them by treatyclock itself."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from treatyclock.testing import laws
from treatyclock.testing.laws import Law
from treatyclock.testing.specifications import many_text, two_text
from treatyclock.testing.strategies.specifications import specifications_of_many, specifications_of_two

ELSEWHERE = {
    laws.RECORD_IN_PART, laws.LATER_ACT, laws.DAYS_AGREE, laws.KNOWN_THEN,
}  # fmt: skip
"""Laws that a test of this folder tries on whole timelines, with more drawn than here."""

TEXTS = st.builds(two_text.to_toml, specifications_of_two()) | st.builds(many_text.to_toml, specifications_of_many())
INSTANTS = st.builds(datetime.combine, st.dates(date(1935, 1, 1), date(1955, 12, 31)), st.just(time(12, tzinfo=UTC)))


@pytest.mark.parametrize("law", [law for law in laws.ALL if law not in ELSEWHERE], ids=lambda law: law.id)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS, at=st.lists(INSTANTS, min_size=2, max_size=4))
def test_drawn_treaties_obey(law: Law, text: str, at: list[datetime]) -> None:
    parties = [party.id for party in tc.loads(text).record.parties]
    laws.assert_lawful(text, at=at, parties=parties[:2], laws=[law])
