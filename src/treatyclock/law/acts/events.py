"""What happens outside the treaty, and what is only recorded."""

from __future__ import annotations

from treatyclock.law.acts.kind import ActKind

EVENT = ActKind(name="event", sentence="the event {id} happened", uses=frozenset({"effective"}), outside=True)
PUBLICATION = ActKind(
    name="publication",
    sentence="{by} published the treaty",
    idle="publication and promulgation neither begin nor end a treaty",
    for_the_record=True,
)
REGISTRATION = ActKind(
    name="registration",
    sentence="{by} registered the treaty with the Secretariat of the United Nations",
    idle="an unregistered treaty is in force all the same (Charter of the United Nations, art. 102)",
    for_the_record=True,
)
CONFLICT = ActKind(name="engagement in a conflict", sentence="{by} was engaged in a conflict", outside=True)
CONFLICT_END = ActKind(name="end of a conflict", sentence="the conflict {of} ended", answers=(CONFLICT,), outside=True)
MEMBERSHIP = ActKind(name="membership", sentence="{by} became a member", outside=True)
MEMBERSHIP_END = ActKind(
    name="end of membership",
    sentence="{by} ceased to be a member",
    uses=frozenset({"recorded", "effective", "effect_day"}),
    may_end=True,
    outside=True,
)
