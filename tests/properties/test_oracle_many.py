"""The engine against a second evaluator of treaties of many parties: for the treaty, each party, each pair."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from compared import differences_of_many
from many_texts import to_toml
from oracle.many.treaty import Spec
from strategies_many import asked_lives, questions, specs

MANY = settings(
    max_examples=90,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


@MANY
@given(specs(), st.data())
def test_the_engine_and_the_oracle_agree(spec: Spec, data: st.DataObject) -> None:
    found = asked_lives(spec)
    treaty = tc.loads(to_toml(spec))
    for _ in range(4):
        at = data.draw(questions(found))
        assert not list(differences_of_many(treaty, spec.parties, found, at))
