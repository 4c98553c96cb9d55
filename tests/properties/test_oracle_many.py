"""The engine against a second evaluator of treaties of many parties: for the treaty, each party, each pair."""

from __future__ import annotations

from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import treatyclock as tc
from oracle_many import BEFORE, Spec, statuses, truth, truth_between
from strategies_many import asked_lives, questions, specs, to_toml

MANY = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
NOT_YET = {
    tc.Status.NEVER_PARTY,
    tc.Status.NEGOTIATING,
    tc.Status.SIGNATORY,
    tc.Status.CONTRACTING,
}


def told(found: frozenset[tc.Status]) -> set[str]:
    """The statuses that the oracle tells apart."""
    return {BEFORE if status in NOT_YET else status.value for status in found}


@MANY
@given(specs(), st.data())
def test_the_engine_and_the_oracle_agree(spec: Spec, data: st.DataObject) -> None:
    found = asked_lives(spec)
    treaty = tc.loads(to_toml(spec))
    for _ in range(4):
        at = data.draw(questions(found))
        for party in (None, *spec.parties):
            answer = treaty.in_force(at, party=party)
            assert answer.truth.value == truth(found, party, at), (at, party)
            assert told(answer.status) == statuses(found, party, at), (at, party)
        for pair in combinations(spec.parties, 2):
            assert treaty.in_force(at, between=pair).truth.value == truth_between(found, *pair, at), (at, pair)
