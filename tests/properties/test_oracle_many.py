"""The engine against a second evaluator of treaties of many parties: for the treaty, each party, each pair."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from compared import differences_of_many
from treatyclock.testing.oracle.many.treaty import Spec
from treatyclock.testing.specifications.many_text import to_toml
from treatyclock.testing.strategies.specifications import instants_about_many, settled_lives, specifications_of_many

MANY = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


@MANY
@given(specifications_of_many(), st.data())
def test_the_engine_and_the_oracle_agree(spec: Spec, data: st.DataObject) -> None:
    found = settled_lives(spec)
    treaty = tc.loads(to_toml(spec))
    for _ in range(4):
        at = data.draw(instants_about_many(found))
        assert not list(differences_of_many(treaty, spec.parties, found, at))
