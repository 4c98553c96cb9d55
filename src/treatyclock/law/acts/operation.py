"""What goes on beside membership: provisional application and suspension (Vienna Convention arts. 25 and 57)."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind, Role

PROVISIONAL = ActKind(
    name="provisional application",
    sentence="{by} declared provisional application",
    uses=frozenset({"effective"}),
)
PROVISIONAL_END = ActKind(
    name="end of provisional application",
    sentence="{by} gave notice to end provisional application",
    uses=frozenset({"effective"}),
)
SUSPENSION = ActKind(
    name="suspension",
    sentence="{by} declared its operation suspended",
    uses=frozenset({"until", "effective", "to", "grounds"}),
    suspends=True,
    presupposes_consent=True,
)
CLAIMED_SUSPENSION = ActKind(
    name="claimed suspension",
    sentence="{by} claimed to suspend the treaty",
    uses=frozenset({"until", "effective", "to"}),
    needs_reading=True,
    suspends=True,
    presupposes_consent=True,
)
RESUMPTION = ActKind(
    name="resumption",
    sentence="the suspension {of} ended",
    answers=(Role.SUSPENSION,),
    uses=frozenset({"effective"}),
)
