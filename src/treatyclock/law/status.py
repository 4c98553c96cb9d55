"""Where a State stands towards a treaty."""

from __future__ import annotations

from enum import Enum


class Status(Enum):
    """A State's standing, in the Vienna Convention's words.

    Of a pair of States it is the standing that stands in the way: the less advanced of the two.

    Law: Vienna Convention on the Law of Treaties, arts. 2(1)(e)-(g), 18, 25, 57, 70 and 72.

    Attributes:
        in_force: Whether the treaty is in force for a State of this standing; suspended, it is in force though
            its operation sleeps, while provisional application and surviving effect are not being in force.
    """

    NEVER_PARTY = "never a party"
    NEGOTIATING = "negotiating"
    SIGNATORY = "signatory"
    CONTRACTING = "contracting State"
    PROVISIONAL = "provisionally applying"
    PARTY = "party"
    SUSPENDED = "suspended"
    EXCLUDED = "excluded by an objection"
    SAME_SIDE = "on the same side"
    SURVIVING = "surviving effect"
    FORMER_PARTY = "former party"

    @property
    def in_force(self) -> bool:
        """Whether the treaty is in force for it."""
        return self in (Status.PARTY, Status.SUSPENDED)
