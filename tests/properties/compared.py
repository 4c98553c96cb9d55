"""What the library answers beside what an oracle answers, on one treaty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import combinations

import treatyclock as tc
from oracle.many.standing import BEFORE, Standing, statuses, truth, truth_between

NOT_YET = {
    tc.Status.NEVER_PARTY,
    tc.Status.NEGOTIATING,
    tc.Status.SIGNATORY,
    tc.Status.CONTRACTING,
}


def told(found: frozenset[tc.Status]) -> set[str]:
    """The statuses that the oracles tell apart."""
    return {BEFORE if status in NOT_YET else status.value for status in found}


def differences_of_many(
    treaty: tc.Treaty, parties: Sequence[str], found: Sequence[Standing], at: datetime
) -> Iterator[str]:
    """Yield each question about an instant to which the two answer differently, with both answers."""
    for party in (None, *parties):
        answer = treaty.in_force(at, party=party)
        ours, theirs = truth(found, party, at), answer.truth.value
        if ours != theirs or told(answer.status) != statuses(found, party, at):
            yield f"{at} party={party}: oracle {ours} {sorted(statuses(found, party, at))}, library {theirs} {sorted(told(answer.status))}"
    for pair in combinations(parties, 2):
        ours, theirs = truth_between(found, *pair, at), treaty.in_force(at, between=pair).truth.value
        if ours != theirs:
            yield f"{at} between={pair}: oracle {ours}, library {theirs}"
